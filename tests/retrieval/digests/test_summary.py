"""The points of a paper: labels, bullets, what belongs to the point above, characters."""

from __future__ import annotations

import pytest

from retrieval.digests.digest import Fault, parse_digest
from retrieval.paper import SummaryPoint

from .digest_text import HEADING, PAPER, faults, only, paper, points


@pytest.mark.parametrize(
    "line",
    [
        "- **What's New**: text",
        "- ***What's New***: text",
        "- **What’s New**: text",
        "- **What's New:** text",
        "- **What's New** : text",
        "- *What's New*: text",
        "- ***What's New*: text",
        "- *What's New***: text",
        "- **What's New: text",
        "- What's New**: text",
        "* **What's New**:text",
        "**What's New**: text",
        "- **What's New**\n  text",
        "- **What's New**:\n  text",
    ],
)
def test_a_starred_section_name_is_the_points_label(line: str) -> None:
    assert points(line) == [("What's New", "text")]


@pytest.mark.parametrize(
    "label", ["Limitations", "고찰", "What's New - Related Work", "Details: Part 2", "GPT-[n] (v2)"]
)
def test_any_section_name_is_a_label(label: str) -> None:
    assert points(f"- **{label}**: text") == [(label, "text")]


@pytest.mark.parametrize(
    "text",
    [
        "**Mamba** is emphasised",
        "plain: colon",
        "plain: **bold** text",
        "A* search: fast",
        f"**{'long ' * 30}**: text",
        "the **last** word: *this*",
        "['목록', '그대로']",
        "{'key': 'value'}",
    ],
)
def test_other_text_has_no_label_and_stays_as_it_is(text: str) -> None:
    assert points(f"- {text}") == [("", text)]


def test_a_label_with_nothing_below_it_is_a_points_text() -> None:
    assert points("- **Limitations**:\n- b") == [("", "Limitations"), ("", "b")]


@pytest.mark.parametrize("mark", ["- ", "* ", "+ ", "• ", "•", "-", "– "])
def test_every_bullet_begins_a_point(mark: str) -> None:
    assert points(f"{mark}가나\n{mark}다라") == [("", "가나"), ("", "다라")]


def test_what_only_looks_like_a_bullet_belongs_to_the_point_above() -> None:
    assert points("- a\n-5% 감소\n*emphasis*\n+3\n--x\n--\n->b") == [("", "a\n-5% 감소\n*emphasis*\n+3\n--x\n--\n->b")]


def test_nested_bullets_belong_to_the_point_above() -> None:
    assert points("- a\n  - b\n\t* c\n      + d\n- e") == [("", "a\n- b\n- c\n- d"), ("", "e")]


def test_an_indented_list_is_not_nested_in_itself() -> None:
    assert points("- a\n - b") == [("", "a"), ("", "b")]
    assert points("  - a\n  - b\n    - c\n- d") == [("", "a"), ("", "b\n- c"), ("", "d")]


def test_numbered_lines_belong_to_the_bullet_above() -> None:
    assert points("- **Technical Details**: 셋:\n1. b\n2) c\n\n   3. d\n- e") == [
        ("Technical Details", "셋:\n1. b\n2) c\n3. d"),
        ("", "e"),
    ]


def test_a_summary_of_numbered_lines_alone_has_a_point_for_each() -> None:
    assert points("1. **What's New**: a\n   1. b\n   - c\n2. d\nand e") == [
        ("What's New", "a\n1. b\n- c"),
        ("", "d\nand e"),
    ]


def test_lines_without_a_mark_belong_to_the_bullet_above() -> None:
    assert points("- a\nb\n\nc\n- d") == [("", "a\nb\nc"), ("", "d")]
    assert points("- a\n      # b\n#c") == [("", "a\n# b\n#c")]


def test_paragraphs_instead_of_bullets_are_points() -> None:
    assert points("Authors: A\n\nFirst\nline.\n\nSecond.\n**What's New**: third") == [
        ("", "First\nline."),
        ("", "Second."),
        ("What's New", "third"),
    ]


def test_a_paragraph_before_bullets_is_a_point_too() -> None:
    assert points("Summary:\n- a\n- b") == [("", "Summary:"), ("", "a"), ("", "b")]


def test_blank_lines_rules_and_empty_bullets_between_points_mean_nothing() -> None:
    assert points("- a\n\n\n---\n* * *\n-\n- b\n") == [("", "a"), ("", "b")]


def test_a_paper_with_one_point_gives_no_warning() -> None:
    assert len(only(HEADING + PAPER + "- a").points) == 1


def test_a_paper_without_points_is_kept_with_a_warning() -> None:
    digest = parse_digest(HEADING + PAPER + "Vote: 3\n")
    assert [(entry.arxiv_id, entry.votes, entry.points) for entry in digest.entries] == [("2402.00001", 3, ())]
    assert faults(digest) == [(3, Fault.NO_POINTS)]


def test_a_second_vote_or_author_line_is_text() -> None:
    entry = paper("Vote: 3\nAuthors: A\n- a\nVote: 4\nAuthors: B")
    assert (entry.votes, entry.authors) == (3, ("A",))
    assert entry.points == (SummaryPoint("", "a\nVote: 4\nAuthors: B"),)


def test_lines_end_at_line_feeds_only() -> None:
    assert points("- 새로운 \x0cramework\x85 둘\u2028 셋\x1c 넷") == [("", "새로운 ramework 둘 셋 넷")]


def test_byte_order_marks_and_carriage_returns_are_dropped() -> None:
    text = "\ufeff" + HEADING + PAPER + "Vote: 3\n\n- a\n  - b\n"
    assert only(text.replace("\n", "\r\n")) == only(text.removeprefix("\ufeff"))


def test_odd_spaces_become_plain_ones_and_invisible_characters_go() -> None:
    assert points("-  a   b  ") == [("", "a b")]
    assert points("-\xa0a\xa0\u3000b\x00c\u202ed\u200b\ud800e") == [("", "a b cd e")]


def test_emoji_and_joiners_stay() -> None:
    assert points("- 👩\u200d🔬 क्\u200dष") == [("", "👩\u200d🔬 क्\u200dष")]
