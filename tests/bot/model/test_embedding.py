"""Vectors of texts, through all that servers do to them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from bot.model.client.client import ModelClient
from retrieval.vectors.embedder import EmbeddingError
from tests.fakes import model_failures as failures
from tests.fakes.model_dialects import DIALECTS, Body, Dialect, name_of
from tests.fakes.model_server import FakeModelServer, bag_of_words

TEXTS = ("강화 학습", "강화 학습 로봇", "protein folding")


@pytest.mark.parametrize("dialect", DIALECTS, ids=name_of)
async def test_texts_become_rows_of_length_one(
    model_server: FakeModelServer, model: ModelClient, dialect: Dialect
) -> None:
    model_server.dialect = dialect

    rows = await model.embed(TEXTS, within=5)

    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    expected = bag_of_words(TEXTS)
    assert np.allclose(rows, expected / np.linalg.norm(expected, axis=1, keepdims=True))


async def test_many_texts_go_in_batches(model_server: FakeModelServer, model: ModelClient) -> None:
    texts = [f"paper {number}" for number in range(100)] + ["long " * 5_000] * 4 + [""]

    rows = await model.embed(texts, within=5)

    assert rows.shape[0] == len(texts)
    sent = [asked.body["input"] for asked in model_server.asked]
    assert max(map(len, sent)) <= 32
    assert max(sum(map(len, batch)) for batch in sent) <= 24_000
    assert "".join(text for batch in sent for text in batch).startswith("paper 0paper 1paper 2")


async def test_no_texts_ask_nothing(model_server: FakeModelServer, model: ModelClient) -> None:
    assert len(await model.embed((), within=5)) == 0
    assert model_server.asked == []


async def test_rows_are_put_in_the_order_of_the_texts(model_server: FakeModelServer, model: ModelClient) -> None:
    right = await model.embed(TEXTS, within=5)
    model_server.spoil = lambda answer: {**answer, "data": answer["data"][::-1]}

    assert np.array_equal(await model.embed(TEXTS, within=5), right)


def _each(change: Any) -> Any:
    def spoil(answer: Body) -> Body:
        return {**answer, "data": [{**row, "embedding": change(row["embedding"])} for row in answer["data"]]}

    return spoil


SPOILT: dict[str, Any] = {
    "one too few": lambda answer: {**answer, "data": answer["data"][1:]},
    "one too many": lambda answer: {**answer, "data": [*answer["data"], answer["data"][0]]},
    "the same index": lambda answer: {**answer, "data": [{**row, "index": 0} for row in answer["data"]]},
    "not a number": _each(lambda row: [math.nan, *row[1:]]),
    "infinite": _each(lambda row: [math.inf, *row[1:]]),
    "nothing but zeros": _each(lambda row: [0.0] * len(row)),
    "beyond all numbers": _each(lambda row: [1e308] * len(row)),
    "empty": _each(lambda row: []),
    "words": _each(lambda row: "???"),
    "half a number": _each(lambda row: "AAAA"),
    "several dimensions": lambda answer: {
        **answer,
        "data": [{**row, "embedding": row["embedding"][: 9 - row["index"]]} for row in answer["data"]],
    },
    "no data": lambda answer: {"object": "list"},
}


@pytest.mark.parametrize("name", SPOILT)
async def test_what_is_wrong_about_vectors_is_refused(
    model_server: FakeModelServer, model: ModelClient, name: str
) -> None:
    model_server.dialect = DIALECTS[-2]  # it answers with numbers
    model_server.spoil = SPOILT[name]

    with pytest.raises(EmbeddingError):
        await model.embed(TEXTS, within=5)


async def test_batches_of_another_dimension_are_refused(model_server: FakeModelServer, model: ModelClient) -> None:
    model_server.embedder = lambda texts: bag_of_words(texts)[:, : 100 + len(texts)]

    with pytest.raises(EmbeddingError):
        await model.embed(["a"] * 40, within=5)


@pytest.mark.parametrize("name", failures.FAILURES)
async def test_every_failure_is_an_embedding_error(
    model_server: FakeModelServer, model: ModelClient, name: str
) -> None:
    model_server.play(failures.FAILURES[name])

    with pytest.raises(EmbeddingError):
        await model.embed(TEXTS, within=5)


async def test_a_late_vector_is_not_waited_for(model_server: FakeModelServer, model: ModelClient) -> None:
    await model.embed(TEXTS, within=5)
    model_server.play(failures.hang())

    with pytest.raises(EmbeddingError):
        await model.embed(TEXTS[:1], within=0.1)
