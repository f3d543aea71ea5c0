"""Papers of a day → a digest that `parse_digest` reads as the same papers, whatever their titles and names are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from retrieval.digests import line_parser
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import ABSTRACT, Media, SummaryPoint, arxiv_url

_ENGLISH = "<!-- in English: the paper's abstract -->"
_SPECIAL = lazy_regex(r"""['"\\]""")
_LIST_MARKS = lazy_regex(r"""[,'"\[\]*\\]+""")


@dataclass(frozen=True, slots=True)
class DigestPaper:
    """A paper of a day, as it is to be written: every text on one line as `line_parser.plain` gives it, but that
    points may have nested lines, and those that no model wrote come first. `votes` None: not known."""

    arxiv_id: str
    title: str
    authors: tuple[str, ...]
    media: Media | None
    votes: int | None
    points: tuple[SummaryPoint, ...]


def write_digest(day: date, papers: Iterable[DigestPaper]) -> str:
    """The digest, by votes and then by id: the same papers give the same text."""
    ordered = sorted(papers, key=_place)
    return f"## Daily Papers ({day.isoformat()})\n\n" + "\n".join(map(_paper, ordered))


def _place(paper: DigestPaper) -> tuple[int, str]:
    return (1 if paper.votes is None else -paper.votes), paper.arxiv_id


def _paper(paper: DigestPaper) -> str:
    blocks = [_heading(paper)]
    if paper.media:
        blocks.append(f"![]({paper.media.url})" if paper.media.kind == "image" else f"[Watch Video]({paper.media.url})")
    blocks.append(f"Vote: {'-' if paper.votes is None else paper.votes}")
    if names := _authors(paper.authors):
        blocks.append(f"Authors: {names}")
    if paper.points:
        blocks += _points(paper.points)
    return "\n\n".join(blocks) + "\n"


def _points(points: tuple[SummaryPoint, ...]) -> Iterator[str]:
    if all(point.label == ABSTRACT and point.by is None for point in points):
        yield from (_ENGLISH, f"#### {ABSTRACT}", "\n".join(_point(point, ABSTRACT) for point in points))
        return
    for by, written in groupby(points, lambda point: point.by):
        if by is not None:
            yield f"#### {line_parser.model_heading(by)}"
        yield "\n".join(_point(point, "") for point in written)


def _heading(paper: DigestPaper) -> str:
    """A title may hold what looks like the end of a link, and would then give the paper another id or none."""
    titles = (paper.title, paper.title.replace("](", "] ("))
    headings = [f"[{title}]({arxiv_url(paper.arxiv_id)})" for title in titles]
    reads_back = line_parser.linked_paper(headings[0]) == (paper.arxiv_id, paper.title)
    return f"### {headings[0] if reads_back else headings[1]}"


def _authors(names: tuple[str, ...]) -> str:
    """Joined by commas; as a list in the manner of Python where a name would be parted by that; where that does not
    help either, without the marks that part them."""
    joined = ", ".join(names)
    listed = f"[{', '.join(map(_quoted, names))}]"
    for value in (joined, listed):
        if _read_back(value) == names:
            return value
    return ", ".join(filter(None, (" ".join(_LIST_MARKS.sub(" ", name).split()) for name in names)))


def _quoted(name: str) -> str:
    return f"'{_SPECIAL.sub(lambda mark: chr(92) + mark[0], name)}'"


def _read_back(value: str) -> tuple[str, ...]:
    found = line_parser.field(f"Authors: {value}")
    return line_parser.authors(found[1]) if found else ()


def _point(point: SummaryPoint, section: str) -> str:
    """One point, which gets the label `section` where it gives itself none."""
    first, *nested = point.text.split("\n")
    labels_itself = line_parser.split_label(first) != ("", first)
    label = f"***{point.label}***: " if point.label != section or (point.label and labels_itself) else ""
    return "\n".join([f"- {label}{first}", *(f"    {line}" for line in nested)])
