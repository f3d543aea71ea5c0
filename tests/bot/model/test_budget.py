"""What the model may cost in a day, and what is known of its failures."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.model.client.budget import Budget
from bot.model.client.client import ModelClient
from bot.model.client.server import Place, Timing
from bot.model.model import ModelError, ModelFault, Prompt
from bot.state import State
from tests.conftest import Clock, no_sleep
from tests.fakes import model_failures as failures
from tests.fakes import model_lies as lies
from tests.fakes.model_server import MODEL, FakeModelServer, answer_well, completion


class Words(BaseModel):
    words: str


PROMPT = Prompt("Say something.", "Nothing.", 100)


def client_of(server: FakeModelServer, state: State, clock: Clock, daily_tokens: int) -> ModelClient:
    place = Place(server.url, server.dialect.key, MODEL)
    return ModelClient(place, Budget(state, daily_tokens, clock), Timing(clock, sleep=no_sleep))


async def ask(model: ModelClient) -> ModelFault | None:
    try:
        await model.write(PROMPT, Words, within=5)
    except ModelError as error:
        return error.fault
    return None


async def test_what_the_server_counts_is_what_is_spent(model_server: FakeModelServer, model: ModelClient) -> None:
    counted = 0
    for _ in range(2):
        await model.write(PROMPT, Words, within=5)
        counted += completion(model_server.asked[-1], '{"words": "네."}')["usage"]["total_tokens"]

    assert (await model.spent()).tokens == counted


async def test_a_reply_without_usage_is_estimated(model_server: FakeModelServer, model: ModelClient) -> None:
    reply = {"choices": [{"message": {"role": "assistant", "content": '{"words": "네."}'}, "finish_reason": "stop"}]}
    model_server.play(failures.nonsense(reply))

    assert await ask(model) is None
    assert (await model.spent()).tokens >= PROMPT.max_tokens


async def test_cut_and_unreadable_replies_are_paid_for(model_server: FakeModelServer, model: ModelClient) -> None:
    await ask(model)
    once = (await model.spent()).tokens
    model_server.always = lies.WORDS["Chinese"]
    model_server.play(lies.SHAPES["renamed keys"], lies.SHAPES["renamed keys"])
    await ask(model)

    assert (await model.spent()).tokens > 2 * once


async def test_a_request_that_was_refused_costs_nothing(model_server: FakeModelServer, model: ModelClient) -> None:
    model_server.always = failures.rate_limited()

    assert await ask(model) is ModelFault.OVERLOADED
    assert (await model.spent()).tokens == 0


async def test_parallel_calls_do_not_pass_the_limit(model_server: FakeModelServer, state: State, clock: Clock) -> None:
    client = client_of(model_server, state, clock, 1_000)

    done = await asyncio.gather(*(ask(client) for _ in range(20)))

    assert ModelFault.BUDGET_SPENT in done
    assert None in done
    assert (await client.spent()).tokens <= 1_000
    await client.close()


async def test_a_restart_does_not_begin_anew(model_server: FakeModelServer, tmp_path: Path, clock: Clock) -> None:
    spent: list[int] = []
    for _ in range(2):
        state = State(tmp_path / "state.db")
        client = client_of(model_server, state, clock, 100_000)
        await ask(client)
        await client.close()
        spent.append((await client.spent()).tokens)
        await state.close()

    assert spent[1] == 2 * spent[0]


async def test_another_process_sees_it_at_once(model_server: FakeModelServer, tmp_path: Path, clock: Clock) -> None:
    states = [State(tmp_path / "state.db") for _ in range(2)]
    ours, theirs = (client_of(model_server, state, clock, 100_000) for state in states)
    model_server.play(answer_well, failures.html)
    for _ in range(2):
        await ask(ours)
    await ours.close()

    assert (await theirs.spent()) == (await ours.spent())
    assert (await theirs.spent()).faults == {ModelFault.MISDIRECTED: 1}
    await theirs.close()
    for state in states:
        await state.close()


async def test_a_new_day_has_its_tokens(model_server: FakeModelServer, state: State, clock: Clock) -> None:
    client = client_of(model_server, state, clock, 600)
    while await ask(client) is None:
        pass
    assert await ask(client) is ModelFault.BUDGET_SPENT

    await client.close()

    clock.now += timedelta(days=1)
    client = client_of(model_server, state, clock, 600)
    assert (await client.spent()).tokens == 0
    assert await ask(client) is None
    await client.close()


async def test_no_tokens_at_all_ask_nothing(model_server: FakeModelServer, state: State, clock: Clock) -> None:
    client = client_of(model_server, state, clock, 0)

    assert await ask(client) is ModelFault.BUDGET_SPENT
    assert model_server.asked == []
    await client.close()


async def test_failures_are_counted_by_kind(model_server: FakeModelServer, model: ModelClient, clock: Clock) -> None:
    for behaviour in (lies.SHAPES["a refusal"], lies.SHAPES["filtered"], failures.html):
        model_server.play(behaviour)
        await ask(model)

    spent = await model.spent()
    assert spent.faults == {ModelFault.REFUSED: 2, ModelFault.MISDIRECTED: 1}
    assert spent.last is not None
    assert (spent.last.fault, spent.last.at) == (ModelFault.MISDIRECTED, clock.now)

    clock.now += timedelta(days=1)
    tomorrow = await model.spent()
    assert tomorrow.faults == {}
    assert tomorrow.last == spent.last


async def test_a_state_that_fails_does_not_stop_the_model(
    model_server: FakeModelServer, tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "state.db").mkdir()
    state = State(tmp_path / "state.db")
    client = client_of(model_server, state, clock, 1_000)

    assert await ask(client) is None
    assert (await client.spent()).tokens > 0
    while (fault := await ask(client)) is None:
        pass
    assert fault is ModelFault.BUDGET_SPENT
    await client.close()
    await state.close()


@pytest.mark.parametrize("note", ["", "{}", "[]", '{"day": "never", "tokens": {}, "faults": [], "last": null}', "null"])
async def test_a_damaged_note_is_no_hindrance(model: ModelClient, state: State, note: str) -> None:
    await state.remember("model", note)

    assert await ask(model) is None
    assert (await model.spent()).tokens > 0
