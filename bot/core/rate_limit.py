"""How much one person, or one channel, may ask for."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass


@dataclass(slots=True)
class _Window:
    began: float
    taken: int = 0


class RateLimit:
    """At most `times` in `seconds` for each key. Knows `most_keys` at a time, and forgets the oldest first."""

    def __init__(self, times: int, seconds: float, most_keys: int = 10_000) -> None:
        self._times = times
        self._seconds = seconds
        self._most_keys = most_keys
        self._windows: OrderedDict[int, _Window] = OrderedDict()

    def excess(self, key: int, now: float) -> int:
        """Counts one more, at `now` in seconds: 0 where it is allowed, else how many there have been too many."""
        window = self._windows.get(key)
        if window is None or not 0 <= now - window.began < self._seconds:
            self._windows.pop(key, None)
            window = self._windows[key] = _Window(now)
            if len(self._windows) > self._most_keys:
                self._windows.popitem(last=False)
        window.taken += 1
        return max(0, window.taken - self._times)

    def take_back(self, key: int) -> None:
        """Uncounts one: it came to nothing."""
        if window := self._windows.get(key):
            window.taken = max(0, window.taken - 1)

    def wait(self, key: int, now: float) -> float:
        """Seconds until the key may ask again, where it may not now."""
        window = self._windows.get(key)
        return max(0.0, window.began + self._seconds - now) if window else 0.0
