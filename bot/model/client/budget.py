"""What the model has cost today, and how it failed, kept in the state database."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from bot.model.model import LastFault, ModelError, ModelFault, Spent
from bot.state import State, StateError

log = logging.getLogger(__name__)

_NOTE: Final = "model"


class Budget:
    """At most `daily_tokens` a day, whatever is asked at once, by several processes too, and across restarts.

    Where the state fails, it goes on by what it knows itself.
    """

    def __init__(self, state: State, daily_tokens: int, now: Callable[[], datetime]) -> None:
        self.daily_tokens = daily_tokens
        self._state = state
        self._now = now
        self._known = Spent(now().date())
        self._is_ahead = False  # of the state, which could not be written to
        self._untold_tokens: Counter[date] = Counter()
        self._untold_faults: list[LastFault] = []

    async def reserve(self, tokens: int) -> date:
        """Take tokens before they are used: the day that pays for them. Raises ModelError."""
        day = self._now().date()
        allowed = False

        def take(spent: Spent) -> Spent:
            nonlocal allowed
            allowed = spent.tokens + tokens <= self.daily_tokens
            return replace(spent, tokens=spent.tokens + tokens) if allowed else spent

        await self._change(day, take)
        if not allowed:
            raise ModelError(ModelFault.BUDGET_SPENT, f"{self.daily_tokens:,} tokens a day", wait=self._rest_of_day)
        return day

    def settle(self, day: date, reserved: int, used: int) -> None:
        """Say what a call has used in the end. It is kept with the next call, or by `close`."""
        self._untold_tokens[day] += used - reserved

    def note(self, error: ModelError) -> None:
        """Count a failure. It is kept with the next call, or by `close`."""
        self._untold_faults = [*self._untold_faults[-99:], LastFault(error.fault, error.detail, self._now())]

    async def spent(self) -> Spent:
        """Of today, so far, by all processes."""
        await self.keep()
        day = self._now().date()
        if not self._is_ahead:
            with suppress(StateError):
                return _read(await self._state.recall(_NOTE), day).on(day)
        return self._known.on(day)

    async def keep(self) -> None:
        """Write down what is not yet."""
        if self._untold_tokens or self._untold_faults:
            await self._change(self._now().date(), lambda spent: spent)

    @property
    def _rest_of_day(self) -> float:
        now = self._now()
        midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), now.tzinfo)
        return (midnight - now).total_seconds()

    async def _change(self, day: date, change: Callable[[Spent], Spent]) -> None:
        tokens, self._untold_tokens = self._untold_tokens, Counter()
        faults, self._untold_faults = self._untold_faults, []

        def changed(spent: Spent) -> Spent:
            return change(_with(spent.on(day), tokens[day], faults))

        def rewritten(note: str | None) -> str:
            kept = _read(note, day)
            if self._is_ahead and kept.day <= self._known.day:
                kept = self._known
            return _written(changed(kept))

        try:
            self._known = _read(await self._state.revise(_NOTE, rewritten), day)
            self._is_ahead = False
        except StateError as error:
            log.warning("what the model costs cannot be written down: %s", error)
            self._known = changed(self._known)
            self._is_ahead = True
        except asyncio.CancelledError:
            self._untold_tokens.update(tokens)
            self._untold_faults[:0] = faults
            raise


def _with(spent: Spent, tokens: int, faults: list[LastFault]) -> Spent:
    today = Counter(one.fault for one in faults if one.at.date() == spent.day)
    return replace(
        spent,
        tokens=max(0, spent.tokens + tokens),
        faults=dict(Counter(spent.faults) + today),
        last=faults[-1] if faults else spent.last,
    )


def _read(note: str | None, day: date) -> Spent:
    """What a note says, or nothing, where it is not readable."""
    try:
        kept: dict[str, Any] = json.loads(note or "")
        last = kept["last"]
        return Spent(
            date.fromisoformat(kept["day"]),
            int(kept["tokens"]),
            {ModelFault[name]: int(count) for name, count in kept["faults"].items()},
            LastFault(ModelFault[last["fault"]], last["detail"], datetime.fromisoformat(last["at"])) if last else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Spent(day)


def _written(spent: Spent) -> str:
    last = spent.last
    return json.dumps(
        {
            "day": spent.day.isoformat(),
            "tokens": spent.tokens,
            "faults": {fault.name: count for fault, count in spent.faults.items()},
            "last": {"fault": last.fault.name, "detail": last.detail, "at": last.at.isoformat()} if last else None,
        },
        ensure_ascii=False,
    )
