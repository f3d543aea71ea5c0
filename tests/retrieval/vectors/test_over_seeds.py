"""Search by meaning over the seeds, with a stand-in made of their own words: what is about a query stays what it is."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from retrieval.library import Library
from retrieval.paper import Paper
from tests.conftest import SEEDS
from tests.fakes.latent import LatentEmbedder
from tests.retrieval.papers import seed_papers

QUERIES = (
    "강화 학습 로봇",
    "diffusion model",
    "비디오 생성 votes:>10",
    "언어 모델 has:code",
    "LLM since:2024-02-14 until:2024-02-14",
    "추론 -diffusion",
    "image editing sort:votes",
    "long context",
    "김치찌개",
)


@pytest.fixture(scope="module")
def embedder() -> LatentEmbedder:
    return LatentEmbedder(seed_papers())


@pytest.fixture
async def meaning(embedder: LatentEmbedder) -> AsyncIterator[Library]:
    library = await Library.open(":memory:", [SEEDS], embedder=embedder)
    await library.embedded()
    yield library
    await library.close()


def ids(papers: list[Paper]) -> list[str]:
    return [paper.arxiv_id for paper in papers]


async def test_counts_lists_and_conditions_are_those_of_words(library: Library, meaning: Library) -> None:
    for query in QUERIES:
        words, both = await library.search(query, 100), await meaning.search(query, 100)
        assert both.total == words.total, query
        assert sorted(ids([hit.paper for hit in both.hits])) == sorted(ids([hit.paper for hit in words.hits])), query
        assert both.near_total >= words.near_total
        loose = await meaning.search(query, 200, loose=True)
        conditions = library.parse(" ".join(word for word in query.split() if ":" in word or word[0] == "-"))
        if conditions.required or conditions.excluded:
            found = ids([hit.paper for hit in loose.hits])
            assert await library.matching(conditions, found) == set(found), query


async def test_pages_are_parts_of_one_list(meaning: Library) -> None:
    whole = await meaning.search("diffusion model", 60, loose=True)
    pages = [(await meaning.search("diffusion model", 7, start, loose=True)).hits for start in range(0, 60, 7)]
    assert [hit.paper.arxiv_id for page in pages for hit in page][:60] == [hit.paper.arxiv_id for hit in whole.hits]


async def test_titles_ids_and_authors_are_found_first(meaning: Library) -> None:
    for paper in seed_papers():
        assert (await meaning.search(paper.title, 1)).hits[0].paper.arxiv_id == paper.arxiv_id
        assert (await meaning.search(paper.arxiv_id, 1)).hits[0].paper.arxiv_id == paper.arxiv_id


async def test_similar_papers_are_of_words_and_meaning(library: Library, meaning: Library) -> None:
    """None is lost to meaning, and the most alike by words stays among them."""
    gained = 0
    for paper in seed_papers():
        words, both = await library.similar(paper.arxiv_id, 10), await meaning.similar(paper.arxiv_id, 10)
        assert paper.arxiv_id not in [hit.paper.arxiv_id for hit in both]
        assert {hit.paper.arxiv_id for hit in words} <= {hit.paper.arxiv_id for hit in both}
        gained += len(both) - len(words)
    assert gained > 0
