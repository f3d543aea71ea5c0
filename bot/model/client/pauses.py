"""When the model may be asked again after a fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.model.model import ModelError, ModelFault

# Seconds in which nothing is asked. The first ones need a person, who may mend it without a restart.
_PAUSES: Final[Mapping[ModelFault, float]] = {
    ModelFault.OUT_OF_QUOTA: 6 * 3600.0,
    ModelFault.NOT_INSTALLED: 6 * 3600.0,
    ModelFault.REFUSED_KEY: 600.0,
    ModelFault.UNKNOWN_MODEL: 600.0,
    ModelFault.MISDIRECTED: 60.0,
    ModelFault.UNREACHABLE: 15.0,
    ModelFault.OVERLOADED: 10.0,
}
_LATE_IN_A_ROW: Final = 3
_PAUSE_WHEN_LATE: Final = 60.0
_RESOLUTION: Final = 0.01


class Paused(ModelError):
    """Nothing was asked, because of an error before."""


class Pauses:
    """Remembers what makes asking vain for a while. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._until = 0.0
        self._why: ModelError | None = None
        self._late = 0

    def check(self) -> None:
        """Raises the error that began the pause, while it lasts."""
        left = self._until - self._clock()
        if self._why and left > _RESOLUTION:
            raise Paused(self._why.fault, self._why.detail, wait=left)

    def failed(self, error: ModelError) -> ModelError:
        """The error, with the seconds for which nothing is asked because of it."""
        self._late = self._late + 1 if error.fault is ModelFault.TIMED_OUT else 0
        pause = max(error.wait, _PAUSES.get(error.fault, 0.0))
        if self._late >= _LATE_IN_A_ROW:
            pause = _PAUSE_WHEN_LATE
        self.hold(error, pause)
        return ModelError(error.fault, error.detail, wait=pause)

    def hold(self, error: ModelError, seconds: float) -> None:
        """Have nothing asked for so long."""
        if seconds and self._clock() + seconds > self._until:
            self._until = self._clock() + seconds
            self._why = error

    def succeeded(self) -> None:
        self._late = 0
