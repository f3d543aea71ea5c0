"""What people keep: saved, let go, and within its limit."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot import saved_words
from bot.answer import Answer, Notice
from bot.answers import Answers
from bot.asker import Asker
from bot.saved import SavedPapers
from bot.state import State
from bot.state.saved import MAX_SAVED, SavedPaper
from tests.conftest import Clock

ALICE, BOB = Asker(1, None, "en"), Asker(2, None, "ko")
MOE = "2402.08609"


@pytest.fixture
async def state() -> AsyncIterator[State]:
    state = await State.open(":memory:")
    yield state
    await state.close()


@pytest.fixture
def saved(answers: Answers, state: State) -> SavedPapers:
    return SavedPapers(answers.library, state.saved, answers.now)


def phrase(answer: Answer) -> object:
    assert isinstance(answer, Notice)
    return answer.phrase


async def test_a_press_saves_a_paper_and_the_next_lets_it_go(saved: SavedPapers, state: State, clock: Clock) -> None:
    assert phrase(await saved.toggle(ALICE, MOE)) is saved_words.SAVED
    title = "Mixtures of Experts Unlock Parameter Scaling for Deep RL"
    assert await state.saved.of(ALICE.user_id) == (SavedPaper(MOE, title, clock.now),)
    assert await state.saved.of(BOB.user_id) == ()
    assert phrase(await saved.toggle(ALICE, MOE)) is saved_words.REMOVED
    assert await state.saved.of(ALICE.user_id) == ()


async def test_a_paper_that_left_the_corpus_can_be_let_go_but_not_saved(
    saved: SavedPapers, state: State, clock: Clock
) -> None:
    await state.saved.add(ALICE.user_id, SavedPaper("2312.99999", "Gone Since", clock.now))
    assert phrase(await saved.toggle(ALICE, "2312.99999")) is saved_words.REMOVED
    assert phrase(await saved.toggle(ALICE, "2312.99999")) is saved_words.GONE


async def test_nobody_keeps_more_than_there_is_room_for(saved: SavedPapers, state: State, clock: Clock) -> None:
    for number in range(MAX_SAVED):
        assert await state.saved.add(ALICE.user_id, SavedPaper(f"2401.{number:05}", "A Title", clock.now))
    refused = await saved.toggle(ALICE, MOE)
    assert isinstance(refused, Notice)
    assert refused.phrase.say("en", **refused.values).startswith("You have saved 1,000 papers")
    assert len(await state.saved.of(ALICE.user_id)) == MAX_SAVED
    assert phrase(await saved.toggle(BOB, MOE)) is saved_words.SAVED
