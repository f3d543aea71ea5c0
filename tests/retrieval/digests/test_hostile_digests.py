"""Any text at all, and digests written at random."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.digests.digest import Entry, Fault, parse_digest
from retrieval.paper import Media, SummaryPoint

from .digest_text import DAY, HEADING

FRAGMENTS = [
    *("## Daily Papers (2024-02-14)", "## Daily Papers (2024-02-31)", "# Daily Papers", "## License", "### 2024-02-15"),
    *("### [A [b]](https://arxiv.org/abs/2402.00001)", "### [](https://arxiv.org/abs/2402.00002)", "### x", "#", "###"),
    *("#### deeper", "### [\x00](https://huggingface.co/papers/cs/0112017v2)", "## 2402.00003", "### [x](y)"),
    *("![](https://e.com/a.png)", "![](", "[Watch Video]", "<video src=", "<div>", "<video src='https://e.com/v'>"),
    *("Vote: 3", "Vote: -", "Vote: ∞", "Authors: A, +, B\x0b, A", "Authors: ['A', 'B", "Authors:", "Authors: [\"'\\"),
    *(
        "- a",
        "-",
        "  - b",
        "\t* c",
        "1. d",
        "   2) e",
        "- **L**: x",
        "- ***L*: y",
        "**",
        "- **L",
        "***",
        "---",
        "•z",
        "[" * 50,
    ),
    *("", " ", "\r", "\ufeff", "\x0c", "\ud800", "\u202e", "text", "가나 다라\xa0마", "](" * 30, "*" * 50, "```"),
]
hostile = st.text() | st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=20), max_size=40).map("\n".join)
days = st.none() | st.just(DAY)


def check_text(text: str, newlines: bool = False) -> None:
    for character in text:
        assert unicodedata.category(character) not in {"Cc", "Cs", "Zl", "Zp"} or (newlines and character == "\n")
    assert text == text.strip()


@settings(max_examples=300, deadline=None)
@given(text=hostile, day=days)
def test_any_text_parses_into_sound_entries_and_warnings(text: str, day: date | None) -> None:
    digest = parse_digest(text, day)
    line_count = text.count("\n") + 1
    ranks: dict[date, list[int]] = defaultdict(list)
    for entry in digest.entries:
        ranks[entry.date].append(entry.rank)
        assert entry.arxiv_id in {"2402.00001", "2402.00002", "2402.00003", "cs/0112017"}
        assert entry.title
        assert 1 <= entry.line <= line_count
        assert entry.votes in {None, 3}
        assert entry.media is None or entry.media.url.startswith("https://e.com/")
        assert len(set(entry.authors)) == len(entry.authors)
        for part in (entry.title, *entry.authors, *(point.label for point in entry.points)):
            check_text(part)
        for point in entry.points:
            assert point.text
            check_text(point.text, newlines=True)
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in ranks.values())
    assert len({(entry.date, entry.arxiv_id) for entry in digest.entries}) == len(digest.entries)
    warned = [warning.line for warning in digest.warnings]
    assert warned == sorted(warned)
    assert all(1 <= line <= line_count for line in warned)
    for warning in digest.warnings:
        check_text(warning.detail)
        assert warning.message
    assert parse_digest(text, day) == digest


@settings(max_examples=100, deadline=None)
@given(before=hostile, after=hostile)
def test_a_sound_paper_survives_any_surroundings(before: str, after: str) -> None:
    sound = "## Daily Papers (2001-02-03)\n### [Sound](https://arxiv.org/abs/0102.99999)\nVote: 5\n- one\n- two\n"
    digest = parse_digest(f"{before}\n{sound}## End\n{after}")
    (entry,) = (entry for entry in digest.entries if entry.arxiv_id == "0102.99999")
    assert (entry.title, entry.votes) == ("Sound", 5)
    assert entry.points == (SummaryPoint("", "one"), SummaryPoint("", "two"))


# Round trip: what is written in the digests' form is read back as it was

words = st.text(alphabet="abcXYZ가나다μé019()[]$\\^_'\".,:;!?/#&%", min_size=1, max_size=12)
sentences = st.lists(words, max_size=6).map(lambda parts: " ".join(["글", *parts]))
titles = sentences.filter(lambda title: "](" not in title)
names = st.text(alphabet="abcXYZ김민é'-.", min_size=1, max_size=10).map(lambda name: f"N{name}x")
labels = st.sampled_from(["", "What's New", "Technical Details", "고찰"])
nested = st.lists(st.tuples(st.sampled_from(["  - ", "1. ", "   2. ", "  "]), sentences), max_size=3)
points_written = st.lists(st.tuples(labels, sentences, nested), min_size=1, max_size=4)


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, str]:
    """An entry (rank and line left at 0) and the text that a digest would have for it."""
    number, title, authors = draw(st.integers(0, 99999)), draw(titles), draw(st.lists(names, unique=True, max_size=5))
    votes, has_media, stars = (
        draw(st.none() | st.integers(0, 999)),
        draw(st.booleans()),
        draw(st.sampled_from(["**", "***"])),
    )
    text = f"### [{title}](https://arxiv.org/abs/2402.{number:05})\n\n"
    text += "![](https://e.com/a.png)\n\n" if has_media else "![](/avatars/a.svg)\n\n"
    text += f"Vote: {'-' if votes is None else votes}\n\n"
    text += f"Authors: {draw(st.sampled_from([', '.join(authors), str(authors)]))}\n\n"
    points = []
    for label, first, below in draw(points_written):
        text += f"- {stars}{label}{stars}: {first}\n" if label else f"- {first}\n"
        text += "".join(f"{margin}{line}\n" for margin, line in below)
        points.append(SummaryPoint(label, "\n".join([first, *(margin.lstrip() + line for margin, line in below)])))
    media = Media("image", "https://e.com/a.png") if has_media else None
    return Entry(DAY, f"2402.{number:05}", title, tuple(authors), media, votes, 0, tuple(points), 0), text + "\n"


@settings(max_examples=150, deadline=None)
@given(st.lists(entries(), max_size=5, unique_by=lambda drawn: drawn[0].arxiv_id))
def test_a_digest_is_read_back_as_it_was_written(drawn: list[tuple[Entry, str]]) -> None:
    digest = parse_digest(HEADING + "".join(text for _, text in drawn))
    fields = [(e.date, e.arxiv_id, e.title, e.authors, e.media, e.votes, e.points) for e in digest.entries]
    assert fields == [(e.date, e.arxiv_id, e.title, e.authors, e.media, e.votes, e.points) for e, _ in drawn]
    assert [warning.fault for warning in digest.warnings] == ([] if drawn else [Fault.NO_PAPERS])
