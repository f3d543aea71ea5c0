from __future__ import annotations

import numpy as np
import pytest
from rank_bm25 import BM25Okapi

from retrieval.analysis.terms import terms
from retrieval.inverted_index import bm25, postings
from retrieval.inverted_index.bm25 import BM25
from tests.retrieval.papers import seed_papers


def seed_documents() -> list[list[str]]:
    return [
        terms(paper.title) * 3 + [term for point in paper.points for term in terms(point.text)]
        for paper in seed_papers()
    ]


def queries(documents: list[list[str]], number: int) -> list[list[str]]:
    """Queries of common and rare terms, with repeats, and with terms that no document has."""
    chance = np.random.default_rng(7)
    vocabulary = sorted({term for document in documents for term in document})
    frequent = [term for document in documents for term in document]
    found = []
    for _ in range(number):
        query = [*chance.choice(vocabulary, chance.integers(5)), *chance.choice(frequent, chance.integers(9))]
        found.append([*map(str, query), *map(str, query[:2]), "nowhere"])
    return found


def weighted(query: list[str]) -> list[tuple[str, float]]:
    return [(term, 1.0) for term in query]


@pytest.mark.parametrize("block", [16_384, 7])
def test_scores_are_those_of_rank_bm25_bit_for_bit(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    monkeypatch.setattr(postings, "_BLOCK", block)
    monkeypatch.setattr(postings, "_SHARD", 4 * block)
    documents = seed_documents()
    ours, theirs = BM25(documents), BM25Okapi(documents)
    for query in queries(documents, 200):
        expected = theirs.get_scores(query)
        assert ours.get_scores(query).tobytes() == expected.tobytes()
        assert ours.get_batch_scores(query, [3, 1]) == theirs.get_batch_scores(query, [3, 1])


def test_terms_in_more_than_half_of_the_documents_get_rank_bm25s_floor() -> None:
    documents = [["common", f"rare{number}"] for number in range(9)]
    ours, theirs = BM25(documents), BM25Okapi(documents)
    assert theirs.idf["common"] == theirs.epsilon * theirs.average_idf
    assert ours.get_scores(["common", "rare3"]).tobytes() == theirs.get_scores(["common", "rare3"]).tobytes()


def test_the_top_are_the_matching_documents_in_order_of_rank_bm25s_scores() -> None:
    documents = seed_documents()
    ours, theirs = BM25(documents), BM25Okapi(documents)
    for query in queries(documents, 100):
        scores = theirs.get_scores(query)
        if not any(theirs.idf.get(term) for term in query):
            continue
        ranked = [number for number in np.argsort(-scores, kind="stable").tolist() if scores[number] > 0]
        for limit, offset in ((10, 0), (3, 5), (len(documents), 0), (5, len(documents))):
            top = ours.top(weighted(query), limit, offset)
            assert top.documents == ranked[offset : offset + limit]
            assert top.scores == scores[top.documents].tolist()
        assert ours.total(weighted(query)) == len(ranked)


@pytest.mark.parametrize("shard", [65_536, 28])
def test_passing_over_postings_that_cannot_matter_changes_nothing(monkeypatch: pytest.MonkeyPatch, shard: int) -> None:
    monkeypatch.setattr(postings, "_BLOCK", shard)
    monkeypatch.setattr(postings, "_SHARD", shard)
    documents = seed_documents()
    ours = BM25(documents)
    for query in queries(documents, 300):
        for weights in (np.ones(len(query)), np.linspace(2, 0.1, len(query))):
            terms = list(zip(query, weights.tolist(), strict=True))
            expected = ours.top(terms, 4)
            with monkeypatch.context() as limits:
                limits.setattr(bm25, "_MANY", 0)
                limits.setattr(bm25, "_TRIED", 8)
                assert ours.top(terms, 4) == expected


def test_equal_scores_go_by_document_number_also_where_the_limit_cuts_them() -> None:
    ours = BM25([["other"], *([["same"]] * 20), *([["other"]] * 40)])
    assert ours.top([("same", 1.0)], 5).documents == [1, 2, 3, 4, 5]
    assert ours.top([("same", 1.0)], 5, 5).documents == [6, 7, 8, 9, 10]


def test_a_weight_multiplies_the_score_of_its_term() -> None:
    ours = BM25(seed_documents())
    plain, half = ours.top([("모델", 1.0)], 5), ours.top([("모델", 0.5)], 5)
    assert half.documents == plain.documents
    assert half.scores == pytest.approx([score / 2 for score in plain.scores])


def test_documents_that_do_not_match_are_no_hits() -> None:
    ours = BM25([["a"], ["b"], ["c"], ["b"]])
    assert ours.top([("a", 1.0)], 10).documents == [0]
    assert ours.total([("nowhere", 1.0)]) == len(ours.top([("nowhere", 1.0)], 10).documents) == 0
    assert ours.get_top_n(["a"], ["A", "B", "C", "D"], 3) == ["A"]


@pytest.mark.parametrize("documents", [[["a"]], [["a"], ["b"]], [["a"], ["a", "b"]]])
def test_a_match_is_a_hit_even_where_rank_bm25s_idf_is_not_above_zero(documents: list[list[str]]) -> None:
    ours = BM25(documents)
    assert BM25Okapi(documents).idf["a"] <= 0
    assert ours.top([("a", 1.0)], 10).documents == [n for n, text in enumerate(documents) if "a" in text]
    assert all(score > 0 for score in ours.top([("a", 1.0)], 10).scores)


@pytest.mark.parametrize("documents", [[], [[]], [[], []]])
def test_a_corpus_without_terms_has_no_hits(documents: list[list[str]]) -> None:
    ours = BM25(documents)
    assert ours.total([("a", 1.0)]) == len(ours.top([("a", 1.0)], 10).documents) == 0
    assert ours.get_scores(["a"]).tolist() == [0.0] * len(documents)


def test_an_empty_document_among_others_is_never_a_hit() -> None:
    ours = BM25([[], ["a"], ["b"], ["c"]])
    assert ours.top([("a", 1.0), ("b", 1.0)], 10).documents == [1, 2]


def test_a_term_may_occur_more_often_than_a_byte_can_count() -> None:
    documents = [["a"] * 70_000, ["a", "b"], ["c"], ["d"], ["e"]]
    assert BM25(documents).get_scores(["a"]).tobytes() == BM25Okapi(documents).get_scores(["a"]).tobytes()


def test_frequency_and_weight_tell_of_a_term() -> None:
    ours = BM25([["a"], ["a", "b"], ["c"], ["d"], ["e"]])
    assert (ours.frequency("a"), ours.frequency("b"), ours.frequency("nowhere")) == (2, 1, 0)
    assert ours.weight("b") > ours.weight("a") > ours.weight("nowhere") == 0
    assert list(ours.vocabulary) == ["a", "b", "c", "d", "e"]
