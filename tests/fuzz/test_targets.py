from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any

import pytest

from tests.fuzz import runner
from tests.fuzz.findings import FINDINGS
from tests.fuzz.runner import Slow, check, fuzz
from tests.fuzz.targets import TARGETS, Target
from tests.fuzz.world import World


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as loop:
        yield loop


@pytest.fixture(scope="module")
def world(loop: asyncio.Runner, tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    stack = AsyncExitStack()
    yield loop.run(World.open(tmp_path_factory.mktemp("fuzz"), stack))
    loop.run(stack.aclose())


@pytest.mark.parametrize(("name", "value"), [(name, one) for name, found in FINDINGS.items() for one in found])
def test_what_was_found_once_is_taken_as_it_should_be(
    name: str, value: Any, world: World, loop: asyncio.Runner
) -> None:
    check(TARGETS[name], world, value, loop.run)


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_inputs_of_each_target_find_nothing(
    name: str, world: World, loop: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "EACH", 15)
    assert fuzz(TARGETS[name], world, loop.run, 0, 0) >= 15


def test_a_target_that_fails_and_one_that_takes_too_long_are_findings(
    world: World, loop: asyncio.Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def short(world: World, text: str) -> None:
        assert len(text) < 30

    with pytest.raises(AssertionError):
        fuzz(Target(TARGETS["parser"].inputs, short), world, loop.run, 0, 0)
    monkeypatch.setattr(runner, "MOST_SECONDS", 0.0)
    with pytest.raises(Slow):
        check(TARGETS["parser"], world, "text", loop.run)
