"""Where the share of a term goes, and when nobody can be sure of it."""

from __future__ import annotations

from datetime import date

import pytest

from retrieval.trends.direction import Direction, direction_of
from retrieval.trends.trends import Series, Trends


def direction(counts: tuple[int, ...], papers: tuple[int, ...]) -> Direction | None:
    series = Series("x", (), counts, sum(counts), scattered=False)
    months = tuple(date(2024, number + 1, 1) for number in range(len(papers)))
    return direction_of(Trends(months, papers, (series,)), series)


def test_a_share_that_doubles_among_many_papers_rises_and_the_other_way_falls() -> None:
    rising = direction((10, 10, 10, 20, 20, 20), (100,) * 6)
    assert rising == Direction(0.1, 0.2)
    assert rising.rises
    falling = direction((20, 20, 20, 10, 10, 10), (100,) * 6)
    assert falling == Direction(0.2, 0.1)
    assert not falling.rises


def test_it_is_the_share_that_counts_and_not_how_many_papers_there_are() -> None:
    assert direction((40, 40, 40, 40, 40, 12), (400, 400, 400, 400, 400, 120)) is None
    fewer = direction((52, 52, 52, 64, 64, 22), (400, 400, 400, 340, 340, 116))
    assert fewer
    assert fewer.rises


@pytest.mark.parametrize(
    ("counts", "papers"),
    [
        ((1, 1, 1, 2, 2, 2), (10,) * 6),  # too few to tell
        ((10, 10, 10, 11, 12, 11), (100,) * 6),
        ((10, 10, 0, 20, 20, 20), (100, 100, 0, 100, 100, 100)),  # a month without digests
        ((10, 20, 30), (100,) * 3),
        ((0,) * 6, (100,) * 6),
        ((100,) * 6, (100,) * 6),
    ],
)
def test_nothing_is_said_where_it_may_be_chance(counts: tuple[int, ...], papers: tuple[int, ...]) -> None:
    assert direction(counts, papers) is None


def test_only_the_last_six_months_count() -> None:
    assert direction((90, 90, 10, 10, 10, 10, 10, 10), (100,) * 8) is None
