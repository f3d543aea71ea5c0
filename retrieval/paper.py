"""Papers as the digests tell of them: frozen records, and the arXiv ids that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from retrieval.lazy_regex import lazy_regex

_NEW_ID = r"[0-9]{4}\.[0-9]{4,5}"
_OLD_ID = r"[a-z][a-z-]{1,15}(?:\.[a-z]{2})?/[0-9]{7}"
_VERSION = r"(?:v[0-9]{1,3})?"
_SITES = (
    r"(?:(?:www\.|export\.)?arxiv\.org/(?:abs|pdf|html)"
    r"|(?:www\.)?huggingface\.co/papers"
    r"|(?:www\.)?alphaxiv\.org/abs)"
)

# One id, bare, prefixed or in a link; the whole text must be it.
_WHOLE = lazy_regex(
    rf"<?(?:arxiv:\s*|(?:https?://)?{_SITES}/)?({_NEW_ID}|{_OLD_ID}){_VERSION}(?:\.pdf)?/?(?:[?#]\S*)?>?",
    re.IGNORECASE | re.ASCII,
)


# Ids within other text: alone only new ones whose month is one, for old ids look like any two words with a slash.
_WITHIN = lazy_regex(
    rf"(?:(?:{_SITES}/|arxiv:\s*)({_NEW_ID}|{_OLD_ID})|(?<![\w./-])([0-9]{{2}}(?:0[1-9]|1[0-2])\.[0-9]{{4,5}})){_VERSION}"
    r"(?![0-9])",
    re.IGNORECASE | re.ASCII,
)


ABSTRACT: Final = "Abstract"
"""The label of points that are of the abstract."""


@dataclass(frozen=True, slots=True)
class SummaryPoint:
    """One point of a paper's summary, with the lines nested below it.

    `label` is the section the digest puts it under ("What's New"), "" where it names none. `text` holds the
    point's own line, then each nested or continued line on a line of its own, without indentation. `by` is the model
    that wrote it, None where the digest names none.
    """

    label: str
    text: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Media:
    """The picture or video that a digest shows with a paper; `url` is http or https."""

    kind: Literal["image", "video"]
    url: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """A day on which a paper was in the digest: its votes (None: not known), its place there (from 1)."""

    date: date
    votes: int | None
    rank: int


@dataclass(frozen=True, slots=True)
class Paper:
    """One arXiv paper. `appearances` run from the oldest day to the newest and are never empty; everything
    else is as the newest of them has it. `abstract` is the English one, None where it is not known."""

    arxiv_id: str
    title: str
    authors: tuple[str, ...]
    media: Media | None
    points: tuple[SummaryPoint, ...]
    appearances: tuple[Appearance, ...]
    abstract: str | None = None

    @property
    def latest(self) -> Appearance:
        return self.appearances[-1]

    def on(self, day: date) -> Appearance:
        """The appearance on a day that there is one."""
        return next(one for one in self.appearances if one.date == day)

    def with_abstract(self) -> Paper:
        """The same paper, with the abstract as the last of its points, where none is of it."""
        if not self.abstract or any(point.label == ABSTRACT for point in self.points):
            return self
        return replace(self, points=(*self.points, SummaryPoint(ABSTRACT, self.abstract)))

    @property
    def url(self) -> str:
        return arxiv_url(self.arxiv_id)

    @property
    def pdf_url(self) -> str:
        return f"https://arxiv.org/pdf/{self.arxiv_id}"

    @property
    def huggingface_url(self) -> str:
        return f"https://huggingface.co/papers/{self.arxiv_id}"


def arxiv_url(arxiv_id: str) -> str:
    """Where arXiv shows the paper of that id."""
    return f"https://arxiv.org/abs/{arxiv_id}"


def parse_arxiv_id(text: str) -> str | None:
    """The arXiv id, without version, that the whole of `text` is or links to; None where it is neither.

    The letters of an old id come out as arXiv writes them, whatever their case here (`CS/0112017` is `cs/0112017`).
    Understands `2402.08609`, `2402.08609v2`, `arXiv:2402.08609`, `cs/0112017`, and arxiv.org (abs, pdf, html),
    huggingface.co/papers and alphaxiv.org links. Source of the id scheme: https://info.arxiv.org/help/arxiv_identifier.html
    """
    match = _WHOLE.fullmatch(text.strip())
    return None if match is None else _as_arxiv_writes(match.group(1))


def find_arxiv_ids(text: str) -> tuple[str, ...]:
    """The arXiv ids that stand or are linked to anywhere in `text`, each once, in order; forms as in `parse_arxiv_id`,
    but for old ids, which need a link or `arXiv:` before them."""
    return tuple(dict.fromkeys(_as_arxiv_writes(match[1] or match[2]) for match in _WITHIN.finditer(text)))


def _as_arxiv_writes(arxiv_id: str) -> str:
    archive, dot, rest = arxiv_id.lower().partition(".")
    return f"{archive}{dot}{rest.upper()}"
