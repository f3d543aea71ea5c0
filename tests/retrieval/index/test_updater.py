"""Indexes that were brought up to date, beside those built from nothing of the same papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.glossary.glossary import Glossary
from retrieval.index.index import Index
from retrieval.inverted_index import positions, postings
from retrieval.paper import Paper
from retrieval.query.query import parse_query
from tests.retrieval.papers import paper, seed_papers

POOL = seed_papers()[:14]
QUERIES = (
    "강화학습 로봇",
    "diffusion video",
    "language models",
    "모델",
    "distildir tranformer",
    "author:Li since:2024-02",
    "author:wang",
    '"language models"',
    '"확산 모델"',
    "votes>=9 sort:votes",
    "until:2024-02-15 model",
    "has:code",
    *(name for each in POOL for name in each.authors[:1]),
    *(f'"{each.title}"' for each in POOL[:4]),
)


@pytest.fixture(scope="module", autouse=True)
def _without_glossary() -> Iterator[None]:
    """What is mined from all papers at once is the one thing that an update keeps: here it is nothing."""
    with (
        patch.object(Glossary, "mine", lambda *_: Glossary()),
        patch.object(Glossary, "updated", lambda self, _: self),
    ):
        yield


def same(index: Index, papers: Sequence[Paper]) -> None:
    """Fails where `index` finds anything else than one built of `papers`."""
    expected = Index.build(papers)
    for text in QUERIES:
        query = parse_query(text)
        ranking, wanted = index.search(query, 100), expected.search(query, 100)
        assert [arxiv_id for arxiv_id, _ in ranking.hits] == [arxiv_id for arxiv_id, _ in wanted.hits], text
        assert [score for _, score in ranking.hits] == pytest.approx([score for _, score in wanted.hits]), text
        assert index.corrections(query) == expected.corrections(query)
    for typed in ("", "l", "2402", "lang mod"):
        assert index.suggest(typed, 100) == expected.suggest(typed, 100)
    for each in POOL:
        assert index.titled(each.title) == expected.titled(each.title)
        assert index.likeness.most_similar(each, papers, 3) == expected.likeness.most_similar(each, papers, 3)
        assert index.likeness.candidates(each) == expected.likeness.candidates(each)


def variant(number: int, other: int, votes: int | None, change: str) -> Paper:
    """A paper of the pool, as it is or with something of another one."""
    each, donor = POOL[number], POOL[other]
    match change:
        case "title":
            each = replace(each, title=donor.title)
        case "points":
            each = replace(each, points=donor.points)
        case "authors":
            each = replace(each, authors=donor.authors)
        case "days":
            days = sorted({each.latest.date, donor.latest.date})
            each = replace(each, appearances=tuple(replace(each.latest, date=day) for day in days))
    return replace(each, appearances=tuple(replace(one, votes=votes) for one in each.appearances))


NUMBERS = st.integers(0, len(POOL) - 1)
VARIANTS = st.builds(
    variant,
    NUMBERS,
    NUMBERS,
    st.sampled_from([None, 0, 3, 50]),
    st.sampled_from(["", "title", "points", "authors", "days"]),
)
STEPS = st.lists(
    st.tuples(st.lists(VARIANTS, max_size=4, unique_by=lambda each: each.arxiv_id), st.sets(NUMBERS, max_size=4)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25, deadline=None)
@given(st.sets(NUMBERS), STEPS, st.booleans())
def test_any_history_leads_to_what_the_last_papers_make(
    first: set[int], steps: list[tuple[list[Paper], set[int]]], tiny_shards: bool
) -> None:
    there = {POOL[number].arxiv_id: POOL[number] for number in first}
    shard = 4 if tiny_shards else postings._SHARD
    with (
        patch.object(postings, "_SHARD", shard),
        patch.object(postings, "_BLOCK", shard // 2),
        patch.object(positions, "_BLOCK", 50 if tiny_shards else positions._BLOCK),
    ):
        index = Index.build(list(there.values()))
        for papers, gone in steps:
            left = {POOL[number].arxiv_id for number in gone} - {each.arxiv_id for each in papers}
            there = {key: each for key, each in there.items() if key not in left}
            there |= {each.arxiv_id: each for each in papers}
            index = index.updated(papers, left)
            same(index, list(there.values()))


def test_the_index_that_is_brought_up_to_date_stays_as_it_was() -> None:
    index = Index.build(POOL)
    index.updated([replace(POOL[0], title="Robots")], [POOL[1].arxiv_id, POOL[2].arxiv_id])
    same(index, POOL)


def test_a_corpus_can_come_from_nothing_and_go_to_nothing() -> None:
    index = Index.build([]).updated(POOL, [])
    same(index, POOL)
    same(index.updated([], [each.arxiv_id for each in POOL]), [])


def test_few_papers_may_change_before_all_is_learnt_again() -> None:
    index = Index.build([paper(f"2401.{number:05}", f"Robot {number}") for number in range(200)])
    assert index.spare == 4
    index = index.updated([paper("2401.99999", "A new robot"), paper("2401.00001", "Another robot")], ["2401.00002"])
    assert index.spare == 1
