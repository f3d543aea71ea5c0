"""Many people at once: each is answered in time, or asked to try again."""

from __future__ import annotations

import pytest

from bot.core.turns import MOST
from tests.bench.interaction_load import Asked, Load
from tests.conftest import SEEDS
from tests.e2e.conftest import Lab
from tests.fakes.interactions import DEFERRED_MESSAGE

pytestmark = pytest.mark.asyncio(loop_scope="module")


def crowd(lab: Lab, number: int) -> Load:
    return Load(lab.discord, [lab.member(f"member{each}") for each in range(number)], Asked.of(SEEDS))


@pytest.mark.parametrize("kind", ["search", "daily", "autocomplete"])
async def test_of_two_hundred_at_once_none_is_lost(lab: Lab, kind: str) -> None:
    waited = await crowd(lab, 200).run(kind, 200, 1)
    assert None not in waited


async def test_where_many_wait_they_are_acknowledged_before_they_are_answered(lab: Lab) -> None:
    waited = await crowd(lab, MOST + 50).run("search anew", MOST + 50, 1)
    assert None not in waited
    assert any(each.answer == DEFERRED_MESSAGE for each in lab.discord.world.interactions.values())
    assert not any(message.loading for message in lab.discord.world.messages.values())
