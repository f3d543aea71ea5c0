"""Searching abstracts: found by what only they say, behind papers whose title or summary says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retrieval.index.index import Index
from retrieval.paper import Paper
from retrieval.query.query import parse_query
from tests.retrieval.papers import paper, seed_papers

FILLER = tuple(
    paper(f"2401.{10000 + number}", f"Other things {number}", "다른 이야기를 합니다.") for number in range(30)
)


def with_abstract(paper: Paper, abstract: str) -> Paper:
    return replace(paper, abstract=abstract)


def search(index: Index, text: str) -> list[str]:
    return [arxiv_id for arxiv_id, _ in index.search(parse_query(text), 100).hits]


@pytest.fixture(scope="module")
def papers() -> tuple[Paper, ...]:
    return (
        with_abstract(paper("2401.00001", "Alpha", "물을 다룹니다."), "We study tidal energy of the deep sea."),
        paper("2401.00002", "Beta", "tidal energy를 다룹니다."),
        with_abstract(paper("2401.00003", "Gamma", "글을 다룹니다."), "Energy is not tidal here."),
        *FILLER,
    )


@pytest.fixture(scope="module")
def index(papers: tuple[Paper, ...]) -> Index:
    return Index.build(papers)


def test_a_paper_is_about_what_its_abstract_says(index: Index) -> None:
    assert "2401.00001" in search(index, "tidal energy")
    assert search(index, "deep sea") == ["2401.00001"]


def test_what_a_summary_says_counts_for_more(index: Index) -> None:
    assert search(index, "tidal energy")[0] == "2401.00002"


def test_an_abstract_that_says_it_too_lifts_a_paper() -> None:
    alike = (paper("2401.00001", "One", "파도를 봅니다: tide."), paper("2401.00002", "Two", "파도를 봅니다: tide."))
    assert search(Index.build((*alike, *FILLER)), "tide") == ["2401.00001", "2401.00002"]
    lifted = with_abstract(alike[1], "We look at the tide.")
    assert search(Index.build((alike[0], lifted, *FILLER)), "tide") == ["2401.00002", "2401.00001"]


def test_words_of_an_abstract_stand_together_as_elsewhere(index: Index) -> None:
    assert "2401.00003" not in search(index, '"tidal energy"')
    assert "2401.00001" in search(index, '"tidal energy"')


def test_a_word_that_only_an_abstract_has_is_no_misspelling(index: Index) -> None:
    assert index.corrections(parse_query("deep")) == ()


def test_an_index_brought_up_to_date_finds_what_a_new_one_finds(papers: tuple[Paper, ...], index: Index) -> None:
    first, second, *others = papers
    changed = (
        replace(first, abstract=None),
        with_abstract(second, "Of the deep sea."),
        with_abstract(FILLER[0], "Deep sea."),
    )
    updated = index.updated(changed, ())
    anew = Index.build([changed[0], changed[1], others[0], changed[2], *FILLER[1:]])
    for text in ("tidal energy", "deep sea", '"deep sea"', "energy"):
        assert updated.search(parse_query(text), 100) == anew.search(parse_query(text), 100)


def test_a_few_abstracts_leave_the_scores_of_other_papers_as_they_are() -> None:
    seeds = seed_papers()
    some = [with_abstract(one, "Nothing of the kind.") if number < 3 else one for number, one in enumerate(seeds)]
    for text in ("강화학습", "diffusion model", "비디오 생성"):
        before, after = (dict(Index.build(papers).search(parse_query(text), 100).hits) for papers in (seeds, some))
        assert after == before
