"""Who is answered next when many ask at once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.core import turns
from bot.core.turns import AT_ONCE, MOST, Crowded, Turns

ALICE, BOB = 1, 2


@pytest.fixture(autouse=True)
def turns_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is."""
    monkeypatch.setattr(turns, "HELD", 1_000.0)
    monkeypatch.setattr(turns, "LATE", 1_000.0)


class Desk:
    """Requests that are answered when the test says so, and in which order they were taken up."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.taken: list[str] = []
        self._open = asyncio.Event()

    def ask(self, who: int, what: str) -> asyncio.Task[str]:
        return asyncio.create_task(self.turns.answer(who, self._work(what)))

    def _work(self, what: str) -> Callable[[], Awaitable[str]]:
        async def work() -> str:
            self.taken.append(what)
            await self._open.wait()
            return what

        return work

    def answer_all(self) -> None:
        self._open.set()


async def settled() -> None:
    """Let every task go on as far as it can."""
    for _ in range(5):
        await asyncio.sleep(0)


async def busy() -> tuple[Desk, list[asyncio.Task[str]]]:
    """A desk where nobody else can be served at the moment."""
    desk = Desk()
    tasks = [desk.ask(100 + number, f"busy {number}") for number in range(AT_ONCE)]
    await settled()
    desk.taken.clear()
    return desk, tasks


async def test_what_one_asks_is_answered_in_order() -> None:
    desk, tasks = await busy()
    tasks += [desk.ask(ALICE, f"alice {number}") for number in range(10)]
    await settled()
    assert desk.taken == []
    assert desk.turns.waiting == 10
    desk.answer_all()
    await asyncio.gather(*tasks)
    assert desk.taken == [f"alice {number}" for number in range(10)]
    assert desk.turns.waiting == 0


async def test_who_asks_for_a_lot_keeps_nobody_waiting() -> None:
    desk, tasks = await busy()
    tasks += [desk.ask(ALICE, f"alice {number}") for number in range(50)]
    await settled()
    tasks.append(desk.ask(BOB, "bob"))
    await settled()
    desk.answer_all()
    await asyncio.gather(*tasks)
    assert desk.taken.index("bob") <= 1


async def test_where_the_queue_is_full_whoever_has_most_in_it_is_refused() -> None:
    desk, tasks = await busy()
    alices = [desk.ask(ALICE, f"alice {number}") for number in range(MOST)]
    await settled()
    bob = desk.ask(BOB, "bob")
    late = desk.ask(ALICE, "one more")
    await settled()
    desk.answer_all()
    answers = await asyncio.gather(*alices, bob, late, return_exceptions=True)
    assert [number for number, one in enumerate(answers) if isinstance(one, Crowded)] == [MOST - 1, MOST + 1]
    assert answers[MOST] == "bob"
    await asyncio.gather(*tasks)


async def test_where_everybody_has_one_in_a_full_queue_the_last_to_come_is_refused() -> None:
    desk, tasks = await busy()
    tasks += [desk.ask(1_000 + number, f"{number}") for number in range(MOST)]
    await settled()
    with pytest.raises(Crowded):
        await desk.ask(BOB, "bob")
    desk.answer_all()
    assert len(await asyncio.gather(*tasks)) == AT_ONCE + MOST


async def test_what_waits_for_something_else_keeps_others_only_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "HELD", 0.0)
    desk, tasks = await busy()
    tasks.append(desk.ask(BOB, "bob"))
    await settled()
    assert desk.taken == ["bob"]
    desk.answer_all()
    await asyncio.gather(*tasks)


async def test_who_gives_up_waiting_passes_the_turn_on() -> None:
    desk, tasks = await busy()
    given_up, bob = desk.ask(ALICE, "alice"), desk.ask(BOB, "bob")
    await settled()
    given_up.cancel()
    await settled()
    desk.answer_all()
    await asyncio.gather(*tasks, bob)
    assert desk.taken == ["bob"]
    again = [desk.ask(number, f"{number}") for number in range(AT_ONCE + 1)]
    await asyncio.gather(*again)  # as many are served at a time as before


async def test_suggestions_yield_to_requests() -> None:
    async def look() -> str:
        return "found"

    desk, tasks = await busy()
    assert await desk.turns.suggest(look, "nothing") == "found"
    waiting = desk.ask(ALICE, "alice")
    await settled()
    assert await desk.turns.suggest(look, "nothing") == "nothing"
    desk.answer_all()
    await asyncio.gather(*tasks, waiting)
    assert await desk.turns.suggest(look, "nothing") == "found"


async def test_suggestions_that_come_too_late_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LATE", 0.0)

    async def look() -> str:
        await asyncio.Event().wait()
        return "found"

    assert await Turns().suggest(look, "nothing") == "nothing"
