"""Whatever is written of a paper comes back through the parser as it was, and as nothing else."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.digests.digest import parse_digest
from retrieval.digests.line_parser import plain
from retrieval.paper import ABSTRACT, SummaryPoint
from retrieval.sources.abstract_points import abstract_points
from retrieval.sources.digest_writer import DigestPaper, write_digest
from retrieval.sources.provenance import Provenance, read_provenance, sign
from retrieval.sources.web.listing import as_media, read_page
from tests.fakes.huggingface import record

DAY = date(2026, 11, 20)
PIECES = st.sampled_from(
    [
        "](https://arxiv.org/abs/1706.03762)",
        "](1706.03762)",
        "[",
        "]",
        "(",
        ")",
        "](",
        "](x",
        "\n### [Evil](https://arxiv.org/abs/1706.03762)\n",
        "\n## Daily Papers (2020-01-01)\n",
        "# ",
        "###",
        "- ",
        "---",
        "* * *",
        "**X**: ",
        "***Label***:",
        "Label**:",
        "**",
        "*",
        ":",
        "：",
        "Vote: 9",
        "Authors: x",
        "추천: 3",
        "<!-- x -->",
        "<b>",
        "<img src='https://a.b/c.png'>",
        "![](https://a.b/c.png)",
        "[Watch Video](https://a.b/c.mp4)",
        "@everyone",
        "<@1>",
        "<#2>",
        "https://evil.example",
        "||",
        "`",
        "```",
        "~~",
        "\\",
        "\\$",
        "$",
        "$x. Y$",
        "'",
        '"',
        "', '",
        '",',
        ", ",
        ",",
        "'\\'",
        "\u202e",
        "\u200b",
        "\u200d",
        "\ufeff",
        "\x00",
        "\x1b[31m",
        "\x85",
        "\u2028",
        "\ud800",
        "\t",
        "  ",
        "e.g. A",
        "et al. B",
        "Fig. 3",
        ". ",
        "? ",
        "! ",
        "A",
        "b",
        "가",
        "1. ",
        "2) ",
        "`name`",
        "é",
        "👩‍🔬",
        "한국어(English)",
        "  - nested",
        "None",
        "-",
        "–",
        "•",
    ]
)
TEXT = st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join)


def listed(title: str, names: list[str], abstract: str, thumbnail: str = "") -> tuple[DigestPaper, str]:
    """The paper as it is written after all that the Hub may say, and its digest."""

    one = record("2611.00001", title, authors=[{"name": name} for name in names], summary=abstract)
    page = read_page(json.dumps([one | {"thumbnail": thumbnail}]).encode(), {})
    [paper] = page.papers
    points = abstract_points(paper.abstract)
    written = DigestPaper(paper.arxiv_id, paper.title, paper.authors, paper.media, paper.votes, points)
    return written, write_digest(DAY, [written, DigestPaper("2611.00002", "After", ("Z",), None, 0, ())])


@settings(max_examples=300, deadline=None)
@given(TEXT, st.lists(TEXT, max_size=4), TEXT)
@example("A](1706.03762) [b", ["King, Jr.", "[x", 'y",', "z'"], "**Foo**: Bar. ---. - - -")
@example("x](", ["**", "*A*"], "#### Heading. Vote: 3")
def test_hostile_text_comes_back_unchanged_and_becomes_nothing_else(title: str, names: list[str], text: str) -> None:
    if not plain(title):
        title += "x"
    paper, digest = listed(title, names, text)
    read = parse_digest(digest)
    assert [entry.arxiv_id for entry in read.entries] == ["2611.00001", "2611.00002"]
    entry = read.entries[0]
    assert entry.title in {paper.title, paper.title.replace("](", "] (")}
    assert entry.votes == 5
    assert entry.media is None
    assert entry.date == DAY
    assert entry.points == paper.points
    assert {point.label for point in entry.points} <= {ABSTRACT}
    assert [_letters(name) for name in entry.authors] == [_letters(name) for name in paper.authors] or (
        "".join(map(_letters, entry.authors)) == "".join(map(_letters, paper.authors))
    )


def _letters(name: str) -> str:
    return "".join(character for character in name if character.isalnum())


@pytest.mark.parametrize(
    "names",
    [["King, Jr.", "O'Neil"], ["[x]", "B"], ["*A*", "B"], ['"Q" R', "S\\"], ["A: b", "None"], ["Müller", "김철수"]],
)
def test_names_with_marks_in_them_come_back_as_they_are(names: list[str]) -> None:
    _, digest = listed("T", names, "")
    assert parse_digest(digest).entries[0].authors == tuple(names)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "/relative.png",
        "https://a.b/with space.png",
        "data:image/png;base64,AA",
        "https://a.b/\n### [E](https://arxiv.org/abs/1706.03762)",
        "https://a.b/x)\n- Evil",
        "ftp://a.b/c.png",
        "https://",
        "https://a.b/" + "x" * 3_000,
        "https://a.b/\u200bc.png",
        "http://a.b/<c>.png",
    ],
)
def test_an_address_that_is_no_picture_gives_none(url: str) -> None:
    paper, digest = listed("T", [], "", url)
    assert paper.media is None
    assert parse_digest(digest).entries[0].media is None


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2611.00001.png", "image"),
        ("https://cdn-uploads.huggingface.co/production/uploads/a/b.mp4", "video"),
        ("https://a.b/c_(d).webp?x=1#y", "image"),
    ],
)
def test_a_picture_or_video_comes_back(url: str, kind: str) -> None:
    paper, digest = listed("T", [], "", url)
    assert paper.media == as_media(url)
    found = parse_digest(digest).entries[0].media
    assert found
    assert (found.url, found.kind) == (url, kind)


LINES = st.lists(
    st.sampled_from(["- nested", "further text", "한국어 문장입니다.", "- 1. number", "plain: text"]), max_size=3
)
SUMMARY = st.builds(
    lambda label, first, lines: SummaryPoint(label, "\n".join([first, *lines])),
    st.sampled_from(["", "What's New", "Technical Details", "Abstract", "성능"]),
    st.sampled_from(["이 논문은 새롭습니다.", "**강조** 문장", "모델(Model)을 제안합니다."]),
    LINES,
)


@given(st.lists(SUMMARY, min_size=1, max_size=4))
def test_a_korean_summary_with_nested_lines_comes_back(points: list[SummaryPoint]) -> None:
    paper = DigestPaper("2611.00001", "T", ("A",), None, None, tuple(points))
    assert parse_digest(write_digest(DAY, [paper])).entries[0].points == tuple(points)


def test_papers_stand_by_votes_and_then_by_id() -> None:
    papers = [
        DigestPaper(f"2611.0000{number}", "T", (), None, votes, ()) for number, votes in enumerate([3, None, 9, 3])
    ]
    digests = {write_digest(DAY, order) for order in (papers, papers[::-1], papers[2:] + papers[:2])}
    [digest] = digests
    assert [entry.arxiv_id[-1] for entry in parse_digest(digest).entries] == ["2", "0", "3", "1"]


@pytest.mark.parametrize(
    ("abstract", "pieces"),
    [
        ("", 0),
        ("One sentence that is long enough to stand alone here. Another sentence that is long enough, too.", 2),
        (
            "We follow Smith et al. In this work we show, e.g. Transformers, see Fig. 3. It is 3.5 vs. Bad.",
            1,
        ),
        ("We study the set $A. B$ of all things which are long enough (see also here. There and everywhere).", 1),
        ("A first sentence which is long enough for a point. Short. A third sentence which is long enough again.", 2),
        ("J. R. Smith of the U.S. Government said so in a sentence that is long enough to stand.", 1),
    ],
)
def test_an_abstract_is_parted_into_sentences(abstract: str, pieces: int) -> None:
    points = abstract_points(abstract)
    assert len(points) == pieces
    assert " ".join(point.text for point in points) == abstract


def test_a_signed_text_tells_its_provenance_and_whether_it_was_edited() -> None:
    for backfilled in (True, False):
        provenance = Provenance("huggingface", DAY, backfilled)
        text = sign(provenance, write_digest(DAY, []))
        signed = read_provenance(text)
        assert signed
        assert (signed.provenance, signed.edited) == (provenance, False)
        edited = read_provenance(text + "\n")
        assert edited
        assert edited.edited
    assert read_provenance(text[text.index("\n") + 1 :]) is None
    flipped = read_provenance(text.replace("backfilled=no", "backfilled=yes"))
    assert flipped
    assert flipped.edited


MODEL = st.sampled_from(["gpt-4o-mini", "Qwen/Qwen3-8B", "llama3.1:8b", "한국어 모델 v2", "/models/a b.gguf"])


@settings(max_examples=100, deadline=None)
@given(TEXT.map(plain), MODEL)
def test_who_wrote_a_point_comes_back(text: str, model: str) -> None:
    point = SummaryPoint("What's New", f"가 {text}".strip(), plain(model).strip("/"))
    paper = DigestPaper("2611.00001", "A", (), None, 3, (point,))

    [entry] = parse_digest(write_digest(DAY, [paper])).entries

    assert entry.points == (point,)


@given(
    TEXT | st.sampled_from(["", "2402.08609", "x 2402.08609", "Daily Papers", "https://evil.example/x", "@everyone"])
)
def test_whatever_a_model_is_called_it_is_only_a_name(name: str) -> None:
    paper = DigestPaper("2611.00001", "A", (), None, 3, (SummaryPoint("What's New", "새로운 방법입니다.", name),))
    written = write_digest(DAY, [paper])

    [entry] = parse_digest(written).entries

    assert [(point.label, point.text) for point in entry.points] == [("What's New", "새로운 방법입니다.")]
    by = entry.points[0].by
    assert by
    assert len(by) <= 80
    assert not any(mark in by for mark in ("//", "@", "<", "[", "*", "`", "\n"))
    assert write_digest(DAY, [DigestPaper("2611.00001", "A", (), None, 3, entry.points)]) == written


def test_only_the_very_heading_names_a_model() -> None:
    paper = "## Daily Papers (2026-11-20)\n\n### [A](https://arxiv.org/abs/2611.00001)\n\n#### {}\n- **X**: 말\n"
    headings = {
        "Summary written by the model gpt-4o": "gpt-4o",
        "Summary written by the model": None,
        "Summary written by the model @everyone": None,
        "Summary written by the model https://evil.example": None,
        f"Summary written by the model {'x' * 81}": None,
        "summary written by the model gpt-4o": None,
        "A summary written by the model gpt-4o": None,
    }

    read = {one: parse_digest(paper.format(one)).entries[0].points[0].by for one in headings}

    assert read == headings
