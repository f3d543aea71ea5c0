"""Whose request is worked on next, when many ask at once.

Answers take milliseconds, so that anybody waits at all is rare. People take turns, each with what they asked first: who
asks for a lot keeps nobody else waiting. The queue is bounded, and where it is full, whoever has most in it is refused.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, TypeVar

AT_ONCE: Final = 4
"""Requests that are worked on at a time: more would only wait for one another's share of the processor."""
HELD: Final = 0.25
"""Seconds that a request keeps the next from its turn: one that takes longer waits for something else."""
LONG: Final = 40
"""Requests that wait, from which on each is acknowledged before it is answered: a fifth of a second's work where the
machine has nothing else to do."""
MOST: Final = 300
"""Requests that wait at most: some seconds' work."""
SUGGESTING: Final = 4
"""Suggestions that are looked for at a time."""
LATE: Final = 1.5
"""Seconds after which suggestions are of no more use: something else has been typed."""

T = TypeVar("T")


class Crowded(Exception):
    """So much is asked at once that this is not answered."""


class Turns:
    """Gives each request its turn."""

    def __init__(self) -> None:
        self._free = AT_ONCE
        self._queues: OrderedDict[int, deque[asyncio.Future[None]]] = OrderedDict()
        self._suggesting = asyncio.Semaphore(SUGGESTING)
        self.waiting = 0
        """How many requests wait."""

    async def answer(self, user_id: int, work: Callable[[], Awaitable[T]]) -> T:
        """What `work` gives, in that person's turn. Raises Crowded."""
        async with self._turn(user_id):
            return await work()

    async def suggest(self, work: Callable[[], Awaitable[T]], otherwise: T) -> T:
        """What `work` gives, where no request waits and it comes soon enough; else what is given `otherwise`."""
        try:
            async with asyncio.timeout(LATE), self._suggesting:
                return otherwise if self.waiting else await work()
        except TimeoutError:
            return otherwise

    @asynccontextmanager
    async def _turn(self, user_id: int) -> AsyncIterator[None]:
        if self._free:
            self._free -= 1
        else:
            await self._wait(user_id)
        held = True

        def end() -> None:
            nonlocal held
            if held:
                held = False
                self._next()

        late = asyncio.get_running_loop().call_later(HELD, end)
        try:
            yield
        finally:
            late.cancel()
            end()

    async def _wait(self, user_id: int) -> None:
        if self.waiting >= MOST:
            self._make_room(user_id)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._queues.setdefault(user_id, deque()).append(turn)
        self.waiting += 1
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # it had come
                self._next()
            raise

    def _next(self) -> None:
        """Let the next person who waits have their turn."""
        while self._queues:
            user_id, queue = next(iter(self._queues.items()))
            turn = queue.popleft()
            self.waiting -= 1
            self._queues.move_to_end(user_id)
            if not queue:
                del self._queues[user_id]
            if not turn.done():
                turn.set_result(None)
                return
        self._free += 1

    def _make_room(self, user_id: int) -> None:
        """Refuse the last request of whoever has most that wait; this one, where that would be no fairer."""
        longest = max(self._queues, key=lambda each: len(self._queues[each]), default=user_id)
        if len(self._queues.get(longest, ())) <= len(self._queues.get(user_id, ())) + 1:
            raise Crowded
        self.waiting -= 1
        last = self._queues[longest].pop()
        if not last.done():
            last.set_exception(Crowded())
