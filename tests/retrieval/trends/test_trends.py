"""How many papers a month speak of a term, and which terms are on the rise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from retrieval.index.index import Index
from retrieval.library import Library
from retrieval.paper import Appearance, Paper
from retrieval.trends.rising import find_risen
from retrieval.trends.trends import Series, Trends, count_trends
from tests.retrieval.papers import HOSTILE, paper


def counted(papers: list[Paper], *terms: str, months: int = 12) -> Trends:
    return count_trends(Index.build(papers).mentions, terms, months)


def one(papers: list[Paper], term: str) -> Series:
    [series] = counted(papers, term).series
    return series


def papers_of(month: str, *texts: str) -> list[Paper]:
    """A paper for each text, in its summary."""
    number = month.replace("-", "")[2:]
    return [paper(f"{number}.{place:05}", "A Title", text, day=f"{month}-10") for place, text in enumerate(texts)]


SPOKEN = "확산 모델(diffusion model)을 씁니다."


def test_each_paper_counts_once_in_the_month_of_its_first_day() -> None:
    twice = paper("2401.00001", "Diffusion", day="2024-01-30")
    again = Appearance(date(2024, 3, 2), None, 1)
    papers = [replace(twice, appearances=(*twice.appearances, again)), *papers_of("2024-03", "diffusion", "other")]
    trends = counted(papers, "diffusion")
    assert trends.months == (date(2024, 1, 1), date(2024, 2, 1), date(2024, 3, 1))
    assert trends.papers == (1, 0, 2)
    assert trends.series[0].counts == (1, 0, 1)


def test_months_end_with_the_newest_and_begin_with_the_oldest_there_is() -> None:
    papers = [*papers_of("2023-11", "x"), *papers_of("2024-02", "x")]
    assert [month.month for month in counted(papers, "x", months=24).months] == [11, 12, 1, 2]
    assert [month.month for month in counted(papers, "x", months=2).months] == [1, 2]
    assert counted(papers, "x", months=1).papers == (1,)


@pytest.mark.parametrize(
    ("last", "running"),
    [
        ("2025-05-09", date(2025, 5, 9)),
        ("2025-05-29", date(2025, 5, 29)),
        ("2025-05-30", None),  # a Friday: no weekday is left
        ("2025-04-30", None),
        ("2024-12-31", None),
        ("2024-06-28", None),
    ],
)
def test_the_newest_month_runs_while_weekdays_of_it_are_left(last: str, running: date | None) -> None:
    trends = counted([paper("2401.00001", "x", day="2024-01-02"), paper("2401.00002", "x", day=last)], "x")
    assert trends.last == date.fromisoformat(last)
    assert trends.running == running


def test_a_term_counts_what_the_glossary_takes_for_the_same_in_either_language() -> None:
    papers = papers_of("2024-01", SPOKEN, SPOKEN, "Diffusion models 위에서", "확산모델만", "확산은 아닙니다")
    for term in ("확산 모델", "확산모델", "확산 모델의", "diffusion model", "Diffusion Models"):
        assert one(papers, term).ever == 4, term
    assert one(papers, "확산 모델").also == ("diffusion model",)


def test_words_of_a_term_must_stand_together_where_any_paper_has_them_so() -> None:
    papers = papers_of("2024-01", *["language model"] * 3, "a model of language", "language")
    assert one(papers, "language models").counts == (3,)


def test_a_term_that_no_paper_has_as_such_counts_papers_with_all_its_words() -> None:
    papers = papers_of("2024-01", "강화학습으로 걷는 로봇", "강화학습", "로봇")
    series = one(papers, "로봇 강화학습")
    assert (series.ever, series.scattered) == (1, True)


def test_a_term_of_no_paper_counts_none() -> None:
    assert one(papers_of("2024-01", "x"), "김치찌개") == Series("김치찌개", (), (0,), 0, scattered=False)


def test_without_papers_there_are_no_months() -> None:
    assert counted([], "diffusion") == Trends((), (), ())
    assert find_risen(Index.build([]).mentions, 12) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_any_term_can_be_counted(text: str) -> None:
    assert len(one(papers_of("2024-01", "x", text), text).counts) == 1


async def test_the_library_counts_over_its_digests(library: Library) -> None:
    trends = await library.trends(("diffusion model", "LLM"), 12)
    assert trends.papers == (18, 12, 7, 0, 0, 21)
    assert [series.counts[3:5] for series in trends.series] == [(0, 0), (0, 0)]
    assert all(series.ever == sum(series.counts) > 10 for series in trends.series)
    rises = await library.rises(12, 8)
    assert rises
    assert {"LLaVA", "Llama"} == {rise.term for rise in rises.rises}
