"""Answers that go wrong because a test asked for it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from fnmatch import fnmatchcase


@dataclass(slots=True)
class Fault:
    """`status` None cuts the connection. With `after`, the call takes effect and only its answer is lost."""

    route: str
    status: int | None
    times: int
    after: bool
    retry_after: float = 0.0
    via: bool = True
    hold: Hold | None = None


@dataclass(slots=True)
class Hold:
    """A call that is not answered until the test lets it go: time to kill the bot in the middle of it."""

    met: asyncio.Event = field(default_factory=asyncio.Event)
    _free: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        self._free.set()

    async def wait(self) -> None:
        self.met.set()
        await self._free.wait()


class Faults:
    """Routes are `METHOD /path`, with `*` for anything: `POST /interactions/*/callback`, `PATCH /webhooks/*`."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def status(self, route: str, status: int, *, times: int = 1, after: bool = False) -> None:
        """The next `times` calls answer `status` (500, 502, 503, …) without a JSON body, as a proxy would."""
        self._planned.append(Fault(route, status, times, after))

    def rate_limit(self, route: str, *, retry_after: float = 0.01, via: bool = True, times: int = 1) -> None:
        """The next calls answer 429; without the header `Via`, as Cloudflare's bans do."""
        self._planned.append(Fault(route, 429, times, after=False, retry_after=retry_after, via=via))

    def cut(self, route: str, *, times: int = 1, after: bool = False) -> None:
        """The next calls get no answer: the connection is closed."""
        self._planned.append(Fault(route, None, times, after))

    def hold(self, route: str, *, after: bool = False) -> Hold:
        """The next call gets no answer; await `met` of what is returned, and `release` it when the bot is gone."""
        held = Hold()
        self._planned.append(Fault(route, None, 1, after, hold=held))
        return held

    def meet(self, call: str) -> Fault | None:
        """The fault that this call runs into, used up by it."""
        for fault in self._planned:
            if fault.times > 0 and fnmatchcase(call, fault.route):
                fault.times -= 1
                return fault
        return None

    @property
    def unmet(self) -> list[str]:
        """Faults still waiting for a call: the test did not exercise what it says it does."""
        return [f"{fault.route}: {fault.times} planned faults never met" for fault in self._planned if fault.times]
