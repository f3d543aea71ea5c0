from __future__ import annotations

from datetime import date

import pytest

from retrieval.digests.digest import MAX_DETAIL, MAX_WARNINGS, Digest, DigestWarning, Entry, Fault, parse_digest
from retrieval.paper import Media, SummaryPoint

from .digest_text import DAY, HEADING, PAPER, faults, only, points


def test_a_paper_is_read_whole() -> None:
    text = (
        "## Daily Papers (2024-02-14)\n\n### [A title](https://arxiv.org/abs/2402.00001)\n\n"
        "![](https://example.com/a.png)\n\nVote: 12\n\nAuthors: Ann Lee, 김민수\n\n- 첫째.\n- 둘째.\n"
    )
    assert only(text) == Entry(
        date=DAY,
        arxiv_id="2402.00001",
        title="A title",
        authors=("Ann Lee", "김민수"),
        media=Media("image", "https://example.com/a.png"),
        votes=12,
        rank=1,
        points=(SummaryPoint("", "첫째."), SummaryPoint("", "둘째.")),
        line=3,
    )


@pytest.mark.parametrize("text", ["", "\n\n", "# About\n\nHello.\n### Install\n", "- a\n- b"])
def test_a_text_that_is_no_digest_gives_nothing(text: str) -> None:
    assert parse_digest(text) == Digest((), ())


@pytest.mark.parametrize(
    "heading",
    [
        "## Daily Papers (2024-02-14)",
        "# Daily Papers (2024.2.14)",
        "## Daily Papers (2024/02/14)",
        "## Daily Papers (20240214)",
        "##Daily Papers (2024-02-14)",
        "## AI 논문 2024년 2월 14일 ##",
        "### 2024-02-14",
    ],
)
def test_a_days_heading_may_write_its_date_in_several_ways(heading: str) -> None:
    assert only(f"{heading}\n{PAPER}- a").date == DAY


def test_a_heading_without_a_date_means_the_day_of_the_file() -> None:
    assert only(f"## Daily Papers\n{PAPER}- a", DAY).date == DAY


def test_papers_without_any_heading_belong_to_the_day_of_the_file() -> None:
    assert only(f"{PAPER}- a", DAY).date == DAY


def test_a_date_in_the_heading_counts_for_more_than_the_files() -> None:
    assert only(f"{HEADING}{PAPER}- a", date(2020, 1, 1)).date == DAY


def test_papers_that_no_date_places_are_left_out_with_one_warning_a_heading() -> None:
    other = PAPER.replace("00001", "00002")
    digest = parse_digest(f"## Daily Papers\n{PAPER}- a\n{other}- b\n## Daily Papers\n{PAPER}- a\n{HEADING}{other}- c")
    assert [(entry.arxiv_id, entry.date) for entry in digest.entries] == [("2402.00002", DAY)]
    assert faults(digest) == [(1, Fault.NO_DATE), (8, Fault.NO_DATE)]
    assert faults(parse_digest("\n" + PAPER + "- a")) == [(2, Fault.NO_DATE)]


def test_a_date_that_does_not_exist_gives_way_to_the_files_day_with_a_warning() -> None:
    text = f"## Daily Papers (2024-02-30)\n{PAPER}- a"
    digest = parse_digest(text, DAY)
    assert [entry.date for entry in digest.entries] == [DAY]
    assert digest.warnings == (DigestWarning(1, Fault.BAD_DATE, "2024-02-30"),)
    assert faults(parse_digest(text)) == [(1, Fault.NO_DATE)]


def test_a_second_heading_for_the_same_day_goes_on_counting_ranks() -> None:
    text = HEADING + PAPER + "- a\n" + HEADING + PAPER.replace("00001", "00002") + "- b"
    assert [(entry.arxiv_id, entry.rank) for entry in parse_digest(text).entries] == [
        ("2402.00001", 1),
        ("2402.00002", 2),
    ]


def test_a_file_may_hold_several_days_each_with_its_own_ranks() -> None:
    text = HEADING + PAPER + "- a\n## Daily Papers (2024-02-15)\n" + PAPER + "- b"
    entries = parse_digest(text).entries
    assert [(entry.date.day, entry.rank, entry.points[0].text) for entry in entries] == [(14, 1, "a"), (15, 1, "b")]


def test_a_digest_inside_a_readme_is_read_and_the_rest_is_not() -> None:
    text = (
        "# Daily Papers\n\n## Project Description\n\n### Install\n\n- not a point\n\n"
        f"{HEADING}{PAPER}- a\n\n"
        "## License\n\n- not a point either\n\n### Small print\n\n```bibtex\n@misc{x,\n}\n```\n"
    )
    assert only(text).points == (SummaryPoint("", "a"),)


def test_what_should_be_a_paper_is_warned_of_only_below_a_days_heading() -> None:
    text = f"# About\n### Not a paper\n{HEADING}### Broken\n{PAPER}- a\n# More\n### Not a paper either"
    assert faults(parse_digest(text)) == [(5, Fault.NO_PAPER_ID)]


def test_papers_below_another_heading_stay_on_the_day() -> None:
    assert only(f"{HEADING}## Vision\n{PAPER}- a").date == DAY


def test_deeper_headings_of_a_paper_label_its_points() -> None:
    assert points("#### 핵심 요약\n- a\n- **Limitations**: b\n#### **What’s New**\nc") == [
        ("핵심 요약", "a"),
        ("Limitations", "b\nc"),
    ]
    assert points("#### 핵심 요약\nab\n#### 한계\ncd") == [("핵심 요약", "ab"), ("한계", "cd")]


def test_a_paper_repeated_on_its_day_is_one_entry_with_the_later_text_and_the_most_votes() -> None:
    first = PAPER + "![](https://e.com/a.png)\nVote: 9\nAuthors: A\n- old\n"
    between = PAPER.replace("00001", "00002") + "- b\n"
    digest = parse_digest(HEADING + first + between + HEADING + PAPER + "Vote: 4\n- new\n")
    assert [(entry.arxiv_id, entry.rank) for entry in digest.entries] == [("2402.00001", 1), ("2402.00002", 2)]
    entry = digest.entries[0]
    assert (entry.votes, entry.authors, entry.line) == (9, ("A",), 3)
    assert entry.media == Media("image", "https://e.com/a.png")
    assert entry.points == (SummaryPoint("", "new"),)
    assert faults(digest) == [(14, Fault.REPEATED)]


def test_a_repeat_without_a_summary_takes_nothing_away() -> None:
    entry = only(HEADING + PAPER + "Vote: -\n- a\n" + PAPER + "Vote: 5\n")
    assert (entry.points, entry.votes) == ((SummaryPoint("", "a"),), 5)
    assert only(HEADING + PAPER + PAPER + "- a").points == (SummaryPoint("", "a"),)


def test_one_id_under_two_titles_is_worth_a_warning() -> None:
    assert faults(parse_digest(HEADING + PAPER + "- a\n" + PAPER.replace("A title", "Other"))) == [(6, Fault.REPEATED)]


@pytest.mark.parametrize("text", ["## Daily Papers (2024-02-14)\n\nnothing", "\n## Daily Papers\n"])
def test_a_day_without_papers_is_a_warning(text: str) -> None:
    digest = parse_digest(text)
    assert [warning.fault for warning in digest.warnings] == [Fault.NO_PAPERS]
    assert text.split("\n")[digest.warnings[0].line - 1].startswith("## Daily")


def test_a_file_named_by_a_day_without_papers_is_a_warning() -> None:
    assert faults(parse_digest("Some notes", DAY)) == [(1, Fault.NO_PAPERS)]


def test_each_warning_says_what_is_wrong_and_what_to_do() -> None:
    messages = {fault: DigestWarning(1, fault, "{detail} 12").message for fault in Fault}
    quoting = {fault for fault, message in messages.items() if "{detail} 12" in message}
    assert quoting == set(Fault) - {Fault.NO_PAPERS}
    assert all(message.count(".") >= 1 and len(message) < 300 for message in messages.values())


def test_warnings_quote_little_and_come_by_line() -> None:
    text = HEADING + PAPER + "Vote: " + "x" * 10_000 + "\n### " + "y" * 10_000 + "\n"
    digest = parse_digest(text)
    assert faults(digest) == [(3, Fault.NO_POINTS), (5, Fault.BAD_VOTES), (6, Fault.NO_PAPER_ID)]
    assert all(len(warning.detail) <= MAX_DETAIL for warning in digest.warnings)


def test_warnings_without_end_are_counted_instead() -> None:
    digest = parse_digest(HEADING + "### broken\n" * (MAX_WARNINGS + 7) + PAPER + "- a")
    assert len(digest.warnings) == MAX_WARNINGS + 1
    assert digest.warnings[-1].fault is Fault.MORE
    assert digest.warnings[-1].message.startswith("7 more places")
    assert len(digest.entries) == 1
