from __future__ import annotations

import pytest

from bot.core.answer import Answer, Notice, Reason
from bot.core.errors import broken, notice_of
from bot.core.turns import Crowded
from bot.discord.client import layout_of
from bot.discord.watch import call_of, watched_draw
from bot.features.extensions import EXTENSIONS
from bot.features.papers.phrases import NO_MATCH
from bot.monitoring.calls import calling, current
from bot.state import StateError
from retrieval.storage.faults import StoreFault
from tests.bot.samples import results


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (results(), "answered"),
        (Notice(NO_MATCH, {"query": "q"}), "nothing"),
        (Notice(NO_MATCH, {"query": "q"}, Reason.MISUSE), "misused"),
        (broken(), "failed"),
        (notice_of(StateError(StoreFault.CLOSED, path="state.db")), "failed"),
        (notice_of(Crowded()), "shed"),
    ],
)
def test_the_outcome_of_a_call_is_what_was_drawn_last(answer: Answer, outcome: str) -> None:
    draw = watched_draw(layout_of(EXTENSIONS))
    with calling(call_of("INTERACTION_CREATE", {"type": 2})):
        draw(broken(), "ko")
        draw(answer, "en")
        call = current()
    assert call
    assert (call.kind, call.outcome) == ("command", outcome)


@pytest.mark.parametrize("data", [{}, {"type": 99}, {"type": [2]}, [], None, "2"])
def test_an_event_of_no_known_kind_waits_for_no_answer(data: object) -> None:
    assert call_of("INTERACTION_CREATE", data).kind == ""
    assert call_of("GUILD_CREATE", {"type": 2}).kind == ""
