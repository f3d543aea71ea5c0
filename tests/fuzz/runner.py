"""Tries a target for a while, and says what it could not take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.targets import Target
from tests.fuzz.world import World

MOST_SECONDS = 1.0
"""Of processor time that one input may take, a whole corpus of its own included."""
EACH = 200  # examples between two looks at the clock


@dataclass(frozen=True, slots=True)
class Slow(Exception):
    seconds: float


def check(target: Target, world: World, value: Any, run: Callable[[Any], Any]) -> None:
    """One input. Raises Slow where it took too long twice: once may be another's doing."""
    for attempt in (1, 2):
        began = time.process_time()
        run(target.check(world, value))
        if (seconds := time.process_time() - began) <= MOST_SECONDS:
            return
        if attempt == 2:
            raise Slow(seconds)


def fuzz(target: Target, world: World, run: Callable[[Any], Any], seconds: float, first_seed: int) -> int:
    """Tries inputs for so long, at least a few; how many. Raises what a check raises, with a small input."""
    tried, until, number = 0, time.monotonic() + seconds, first_seed
    while number == first_seed or time.monotonic() < until:

        @seed(number)
        @settings(
            max_examples=EACH,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(target.inputs)
        def some(value: Any) -> None:
            nonlocal tried
            tried += 1
            check(target, world, value, run)

        some()
        number += 1
    return tried
