"""The measures of search quality, and the judged queries against the seeds."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest

from retrieval.library import Library
from retrieval.paper import Appearance, Paper, SummaryPoint
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage
from tests.bench.quality import (
    SEEDS,
    Floor,
    Kind,
    faults,
    floors_of,
    list_figures,
    passage_figures,
    ranking_figures,
    read_floors,
    read_judged,
    write_floors,
)

JUDGED = read_judged()
SECOND = 1 / math.log2(3)  # what a hit in second place counts, as against 1 in the first


def passage(arxiv_id: str, index: int) -> Passage:
    points = tuple(SummaryPoint("", text) for text in ("하나", "둘", "셋"))
    paper = Paper(arxiv_id, "Title", (), None, points, (Appearance(date(2024, 1, 10), 1, 1),))
    return Passage(paper, Excerpt(index, ()), 1.0)


def kind(**figures: float) -> Kind:
    return Kind(("nDCG@10",), {query: (figure,) for query, figure in figures.items()})


@pytest.mark.parametrize(
    ("ranked", "relevant", "figures"),
    [
        ("ab", "a", (1, 1, 1)),
        ("ba", "a", (SECOND, 1 / 2, 1)),
        ("ba", "ac", (SECOND / (1 + SECOND), 1 / 2, 1 / 2)),
        ("xy", "a", (0, 0, 0)),
        ("", "a", (0, 0, 0)),
        ("0123456789a", "a", (0, 0, 0)),
        ("abcdefghij", "abcdefghijkl", (1, 1, 1)),
    ],
)
def test_ranking_figures_are_the_standard_measures_of_ten(
    ranked: str, relevant: str, figures: tuple[float, float, float]
) -> None:
    assert ranking_figures(ranked, set(relevant)) == pytest.approx(figures)


@pytest.mark.parametrize(
    ("found", "listed", "figures"),
    [
        ("ab", "ab", (1, 1, 1)),
        ("abcd", "ab", (2 / 3, 1 / 2, 1)),
        ("a", "ab", (2 / 3, 1, 1 / 2)),
        ("", "", (1, 1, 1)),
        ("a", "", (0, 0, 0)),
        ("", "a", (0, 0, 0)),
    ],
)
def test_a_list_is_measured_as_a_whole(found: str, listed: str, figures: tuple[float, float, float]) -> None:
    assert list_figures(found, listed) == pytest.approx(figures)


def test_only_the_first_passage_counts_and_a_right_paper_less_than_a_right_point() -> None:
    points = {"2401.00001": {0, 2}}
    right, wrong = passage("2401.00001", 2), passage("2401.00002", 2)
    assert passage_figures([right, wrong], points) == (1, 1)
    assert passage_figures([passage("2401.00001", 1), right], points) == (0, 1)
    assert passage_figures([wrong, right], points) == (0, 0)
    assert passage_figures([], points) == (0, 0)


def test_a_check_right_after_an_update_finds_nothing(tmp_path: Path) -> None:
    kinds = {"typo": kind(**{'say "diffusoin"\\': 0.5, "확산 모댈": 1.0}), "name": kind(a=1.0)}
    write_floors(floors_of(kinds), tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors_of(kinds)
    assert faults(kinds, read_floors(tmp_path / "floors.toml")) == []


def test_one_lost_first_place_is_a_fault_that_names_the_kind_and_the_query() -> None:
    queries = [f"q{number}" for number in range(30)]
    floors = floors_of({"typo": kind(**dict.fromkeys(queries, 1.0))})
    lost = dict.fromkeys(queries, 1.0) | {"q7": SECOND}
    first, *worse = faults({"typo": kind(**lost)}, floors)
    assert first.startswith("typo: nDCG@10 0.988 is below its floor 0.99")
    assert [line.split() for line in worse] == [["1.000", "->", "0.631", "q7"]]


def test_a_shuffle_far_down_is_no_fault() -> None:
    floors = floors_of({"topic": kind(a=0.9, b=0.8)})
    assert faults({"topic": kind(a=0.8, b=0.8)}, floors) == []


def test_queries_and_kinds_without_a_measured_floor_are_faults() -> None:
    floors = {"gone": Floor(0.5, {"a": 0.6}), "grown": Floor(0.5, {"a": 0.6})}
    found = faults({"grown": kind(a=0.6, b=0.6), "new": kind(a=1.0)}, floors)
    assert [line.split(":")[0] for line in found] == ["gone", "grown", "new"]
    assert all("--update" in line for line in found)


def test_no_floors_where_there_is_no_file(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "floors.toml") == {}


async def test_every_judged_paper_and_point_is_in_the_seeds() -> None:
    library = await Library.open(":memory:", [SEEDS])
    papers = [paper for day in library.days() for paper in (await library.day(day)).papers]
    await library.close()
    points = {paper.arxiv_id: set(range(len(paper.points))) for paper in papers}
    judged = [one for queries in JUDGED.values() for one in queries]
    assert {arxiv_id for one in judged for arxiv_id in (*one.relevant, *(one.listed or ()))} <= points.keys()
    assert all(found <= points[arxiv_id] for one in judged for arxiv_id, found in one.points.items())


@pytest.mark.parametrize("name", JUDGED)
def test_a_kind_asks_each_query_once_and_judges_all_alike(name: str) -> None:
    queries = [one.query for one in JUDGED[name]]
    assert len(set(queries)) == len(queries) >= 10
    sorts = {(bool(one.relevant), bool(one.points), one.listed is None, one.searched is None) for one in JUDGED[name]}
    assert len(sorts) == 1
