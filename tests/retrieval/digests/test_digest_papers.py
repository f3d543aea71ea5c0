"""What a digest says of one paper above its summary: title, link, authors, votes, picture."""

from __future__ import annotations

import pytest

from retrieval.digests.digest import Fault, parse_digest
from retrieval.paper import Media, SummaryPoint

from .digest_text import HEADING, PAPER, faults, only, paper


@pytest.mark.parametrize(
    "link",
    [
        "https://arxiv.org/abs/2402.00001",
        "http://arxiv.org/abs/2402.00001v3",
        "https://arxiv.org/pdf/2402.00001v1.pdf",
        "https://www.arxiv.org/html/2402.00001",
        "https://huggingface.co/papers/2402.00001",
        "<https://arxiv.org/abs/2402.00001>",
        'https://arxiv.org/abs/2402.00001 "hover text"',
    ],
)
def test_a_title_may_link_to_arxiv_or_hugging_face(link: str) -> None:
    entry = only(f"{HEADING}### [A title]({link})\n- a")
    assert (entry.arxiv_id, entry.title) == ("2402.00001", "A title")


@pytest.mark.parametrize(
    "title",
    [
        "Explicit Modeling with an [IDK] Token",
        "[IDK] First",
        "GPT-[n] and o-[n] Models",
        "Half open [0, 1) intervals",
        "MVD$^2$: $\\sim$20 Seconds, \\textsc{AIEV}",
        "γ-MoD : Colons : everywhere",
        "BigO(Bench) -- (Almost) Anything?",
        "C#",
        "한국어 제목",
    ],
)
def test_titles_keep_brackets_latex_colons_and_all_scripts(title: str) -> None:
    assert only(f"{HEADING}### [{title}](https://arxiv.org/abs/2402.00001)\n- a").title == title


def test_titles_are_on_one_line_without_odd_spaces_or_control_characters() -> None:
    assert (
        only(f"{HEADING}### [ A\xa0\t title\x07\u202e \u200b](https://arxiv.org/abs/2402.00001)\n- a").title
        == "A title"
    )


@pytest.mark.parametrize(
    "heading",
    [
        "### A title (arXiv:2402.00001v2)",
        "### A title (2402.00001) ###",
        "### [2402.00001] A title",
        "### A title https://arxiv.org/abs/2402.00001",
        "### 1. [A title](https://arxiv.org/abs/2402.00001) ([code](https://example.com))",
        "###[A title](https://arxiv.org/abs/2402.00001)",
        "#### [A title](https://arxiv.org/abs/2402.00001)",
    ],
)
def test_paper_headings_in_other_forms_are_understood(heading: str) -> None:
    entry = only(f"{HEADING}{heading}\n- a")
    assert (entry.arxiv_id, entry.title) == ("2402.00001", "A title")


@pytest.mark.parametrize("heading", ["### [](https://arxiv.org/abs/2402.00001)", "### 2402.00001"])
def test_a_paper_without_a_title_is_named_by_its_id_with_a_warning(heading: str) -> None:
    digest = parse_digest(f"{HEADING}{heading}\n- a")
    assert [entry.title for entry in digest.entries] == ["2402.00001"]
    assert faults(digest) == [(3, Fault.NO_TITLE)]


@pytest.mark.parametrize("heading", ["### Broken", "### [Broken](https://example.com/1)", "## [Broken](", "###"])
def test_a_paper_heading_without_an_id_is_a_warning_and_its_text_joins_no_other_paper(heading: str) -> None:
    digest = parse_digest(f"{HEADING}{PAPER}- a\n{heading}\n\nVote: 3\n- lost\n{PAPER.replace('00001', '00002')}- b")
    assert [entry.points for entry in digest.entries] == [(SummaryPoint("", "a"),), (SummaryPoint("", "b"),)]
    assert [entry.votes for entry in digest.entries] == [None, None]
    assert faults(digest) == [(6, Fault.NO_PAPER_ID)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Authors: A B, C D, A B, E, C D", ("A B", "C D", "E")),
        ("Authors: A B, +, C D", ("A B", "C D")),
        ("Authors: ['A B', 'C D', 'A B']", ("A B", "C D")),
        ("Authors: ['+', \"Ann O'Neil\", \"'t Hooft\", 'D\\'Arc',]", ("Ann O'Neil", "'t Hooft", "D'Arc")),
        ("Authors: [A B, C D]", ("A B", "C D")),
        ("Authors: ['A B', 'C", ("A B", "C")),
        ("Authors: []", ()),
        ("Authors:", ()),
        ("Authors: , ,+", ()),
        ("**Authors:** A\xa0B", ("A B",)),
        ("", ()),
    ],
)
def test_authors_come_once_in_order_from_every_form(line: str, expected: tuple[str, ...]) -> None:
    entry = paper(f"{line}\n\n- a")
    assert entry.authors == expected
    assert entry.points == (SummaryPoint("", "a"),)


def test_hundreds_of_authors_are_all_kept() -> None:
    names = tuple(f"Author {number}" for number in range(663))
    assert paper("Authors: " + ", ".join(names)).authors == names
    assert paper(f"Authors: {list(names)!r}").authors == names


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Vote: 12", 12),
        ("Votes: 1,234", 1234),
        ("**Vote**: 7 👍", 7),
        ("Vote: 0", 0),
        ("Vote: -", None),
        ("Vote:", None),
        ("", None),
    ],
)
def test_votes_are_a_number_or_unknown(line: str, expected: int | None) -> None:
    entry = only(f"{HEADING}{PAPER}{line}\n\n- a")
    assert entry.votes == expected


@pytest.mark.parametrize("value", ["many", "-3", "1.5k", "٣", "1000001", "9" * 5000])
def test_votes_that_are_no_number_of_votes_are_unknown_with_a_warning(value: str) -> None:
    digest = parse_digest(f"{HEADING}{PAPER}Vote: {value}\n\n- a")
    assert [entry.votes for entry in digest.entries] == [None]
    assert faults(digest) == [(5, Fault.BAD_VOTES)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("![](https://e.com/a.png)", Media("image", "https://e.com/a.png")),
        ("![alt (1)](http://e.com/a_(1).png 'title')", Media("image", "http://e.com/a_(1).png")),
        ("[![](https://e.com/a.png)](https://e.com/page)", Media("image", "https://e.com/a.png")),
        ("![a [1](2)](https://e.com/a.png)", Media("image", "https://e.com/a.png")),
        ("<img src='https://e.com/a.png' />", Media("image", "https://e.com/a.png")),
        ("![](https://e.com/a.mp4)", Media("video", "https://e.com/a.mp4")),
        ("<video src=https://e.com/a.mp4></video>", Media("video", "https://e.com/a.mp4")),
        (
            '[Watch Video]https://e.com/a.mp4\n<div><video controls src="https://e.com/a.mp4"></video></div>',
            Media("video", "https://e.com/a.mp4"),
        ),
        ("![](/avatars/a.svg)", None),
        ("![](/avatars/a.svg)\n![](https://e.com/a.png)", Media("image", "https://e.com/a.png")),
        ("![](https://e.com/a.png)\n![](https://e.com/b.png)", Media("image", "https://e.com/a.png")),
        ("![](javascript:alert(1))", None),
        ("![](data:image/png;base64,AAAA)", None),
        ("![](ftp://e.com/a.png)", None),
        ("![](https://)", None),
        ("![]()", None),
        ("<div>", None),
        (f"![](https://e.com/{'a' * 3000}.png)", None),
        ("", None),
    ],
)
def test_media_is_a_web_address_or_nothing_and_never_text(lines: str, expected: Media | None) -> None:
    entry = only(f"{HEADING}{PAPER}{lines}\n\n- a")
    assert entry.media == expected
    assert entry.points == (SummaryPoint("", "a"),)
