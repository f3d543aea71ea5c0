"""Whom the bot has met."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.state import State, StateError


async def test_first_times_are_first_only_once(tmp_path: Path) -> None:
    one, other = await State.open(tmp_path / "state.db"), await State.open(tmp_path / "state.db")
    firsts = await asyncio.gather(*(state.newcomers.answer_to(7) for state in (one, other, one, other)))
    servers = await asyncio.gather(*(state.newcomers.welcome_to(7) for state in (one, other)))
    assert sorted(firsts) == [False, False, False, True]
    assert sorted(servers) == [False, True]
    for state in (one, other):
        await state.close()


async def test_where_nothing_can_be_remembered_nothing_is_called_first(tmp_path: Path) -> None:
    state = State(tmp_path)
    with pytest.raises(StateError):
        await state.newcomers.answer_to(7)
