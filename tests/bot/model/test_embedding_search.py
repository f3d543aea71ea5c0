"""Search by meaning with the client of a real server: what is sent, and what is found while the server fails."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from bot.model.client.budget import Budget
from bot.model.client.client import ModelClient
from bot.model.client.server import Place
from bot.state import State
from retrieval.library import Library
from tests.conftest import SEEDS, Clock
from tests.fakes import model_failures
from tests.fakes.model_dialects import Body
from tests.fakes.model_server import EMBEDDER, Behaviour, FakeModelServer
from tests.retrieval.papers import seed_papers

QUERY = "비디오 생성"


@pytest.fixture
async def database(library: Library, seeds_database: Path, tmp_path: Path) -> Path:
    """The seeds and their index, of which vectors are to be made."""
    for kept in (seeds_database, seeds_database.with_suffix(".index")):
        if kept.exists():
            shutil.copy(kept, tmp_path)
    return tmp_path / seeds_database.name


async def test_what_is_typed_and_what_papers_say_is_all_that_is_sent(
    model: ModelClient, model_server: FakeModelServer, database: Path
) -> None:
    library = await Library.open(database, [SEEDS], embedder=model)
    await library.embedded()
    status = library.status().vectors
    assert status
    assert (status.model, status.held) == (EMBEDDER, status.texts)
    corpus = {text for paper in seed_papers() for text in (paper.title, *(point.text for point in paper.points))}
    assert {text for asked in model_server.asked for text in asked.texts} <= corpus
    model_server.asked.clear()
    await library.search(f"{QUERY} votes:>3")
    assert [asked.texts for asked in model_server.asked] == [[QUERY]]
    await library.close()


@pytest.mark.parametrize(
    "behaviour",
    [model_failures.closed_connection, model_failures.html, model_failures.out_of_quota(), model_failures.overloaded()],
)
async def test_a_search_goes_on_without_the_server(
    model: ModelClient, model_server: FakeModelServer, library: Library, database: Path, behaviour: Behaviour
) -> None:
    by_meaning = await Library.open(database, [SEEDS], embedder=model)
    await by_meaning.embedded()
    model_server.asked.clear()
    model_server.play(*[behaviour] * 10)
    for query in (QUERY, "diffusion", "language model"):
        by_words, found = await library.search(query, 50, loose=True), await by_meaning.search(query, 50, loose=True)
        assert [hit.paper.arxiv_id for hit in found.hits] == [hit.paper.arxiv_id for hit in by_words.hits]
    assert len(model_server.asked) <= 3  # tries of the first query: nobody waited after that
    await by_meaning.close()


async def test_rows_that_are_no_numbers_are_never_kept(
    model: ModelClient, model_server: FakeModelServer, database: Path
) -> None:
    def spoilt(answer: Body) -> Body:
        rows = [{**row, "embedding": [float("nan")] * 8} for row in answer["data"]]
        return {**answer, "data": rows}

    model_server.spoil = spoilt
    library = await Library.open(database, [SEEDS], embedder=model)
    await library.search(QUERY)
    status = library.status().vectors
    assert status
    assert status.held == 0
    await library.close()


async def test_another_dimension_under_the_same_name_is_made_anew(
    model: ModelClient, model_server: FakeModelServer, database: Path
) -> None:
    library = await Library.open(database, [SEEDS], embedder=model)
    await library.embedded()
    before = model_server.embedder
    model_server.embedder = lambda texts: np.ascontiguousarray(before(texts)[:, :64] + 0.01)
    await library.search(QUERY)
    status = library.status().vectors
    assert status
    assert status.held == 0
    await library.reload()
    await library.embedded()
    status = library.status().vectors
    assert status
    assert status.held == status.texts
    await library.close()


async def test_papers_leave_half_of_the_tokens_to_those_who_ask(
    model_server: FakeModelServer, state: State, clock: Clock, database: Path
) -> None:
    budget = Budget(state, 20_000, clock)
    model = ModelClient(Place(model_server.url, model_server.dialect.key, "", EMBEDDER), budget)
    library = await Library.open(database, [SEEDS], embedder=model)
    await library.embedded()
    status = library.status().vectors
    assert status
    assert 0 < status.held < status.texts
    assert 5_000 < (await budget.spent()).tokens <= 10_000
    assert (await model.embed([QUERY], within=5)).shape[0] == 1
    clock.now += timedelta(days=1)
    await library.reload()
    await library.embedded()
    later = library.status().vectors
    assert later
    assert later.held > status.held
    await library.close()
    await model.close()
