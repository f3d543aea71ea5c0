"""What the rest of the program asks of a language model, and how it fails."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from typing import Final, Protocol, TypeVar

from pydantic import BaseModel

from bot.rendering.language import Language
from retrieval.vectors.embedder import Embedder

T = TypeVar("T", bound=BaseModel)


class ModelFault(Enum):
    """Why there is no answer."""

    UNREACHABLE = auto()
    TIMED_OUT = auto()
    MISDIRECTED = auto()  # what answers at the address is no such server, or sends elsewhere
    SERVER_ERROR = auto()  # it failed, or broke off
    OVERLOADED = auto()  # it asks to wait
    OUT_OF_QUOTA = auto()  # nothing comes until a person acts
    REFUSED_KEY = auto()
    UNKNOWN_MODEL = auto()
    BAD_REQUEST = auto()
    TOO_LONG = auto()  # for the model's context window
    REFUSED = auto()  # by the model itself, or by a filter
    CUT = auto()  # at the limit of tokens
    UNREADABLE = auto()  # not the shape that was asked for, after a second try
    REJECTED = auto()  # the right shape, but `check` complained twice
    BUDGET_SPENT = auto()  # `daily_tokens`
    NOT_INSTALLED = auto()  # the extra that the client needs


OF_THE_REQUEST: Final = frozenset(
    {ModelFault.TOO_LONG, ModelFault.REFUSED, ModelFault.CUT, ModelFault.UNREADABLE, ModelFault.REJECTED}
)
"""Asked again, the same would come; all else is a fault of the server, and passes."""


class ModelError(Exception):
    """The model gave nothing that can be used. `detail` is for the log and those who run the bot, never for members; it
    repeats nothing that was asked or answered. For `wait` seconds asking again is in vain, and fails at once."""

    def __init__(self, fault: ModelFault, detail: str = "", *, wait: float = 0.0) -> None:
        super().__init__(f"{fault.name.lower().replace('_', ' ')}{': ' if detail else ''}{detail}")
        self.fault = fault
        self.detail = detail
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is asked: the `task` in our words, and the `material` of strangers, which is fenced with a random
    marker before it is sent. Where somebody waits it is `urgent`, and never queues behind what nobody waits for."""

    task: str
    material: str
    max_tokens: int
    urgent: bool = False


class Writer(Protocol):
    """A model that fills in a shape."""

    async def write(
        self, prompt: Prompt, shape: type[T], *, within: float, check: Callable[[T], str] = lambda _: ""
    ) -> T:
        """What the model makes of the prompt, in that shape.

        `check` returns a complaint, in English and for the model, or "". Output that is no such shape, or is complained
        of, is asked for once more with the complaint; all of it takes at most `within` seconds. Raises ModelError.
        """
        ...


@dataclass(frozen=True, slots=True)
class LastFault:
    """What went wrong last, and when."""

    fault: ModelFault
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Spent:
    """The tokens of a day (UTC), with those that calls which are going on may still use, and its failures by kind. The
    last failure may be of an earlier day."""

    day: date
    tokens: int = 0
    faults: Mapping[ModelFault, int] = field(default_factory=dict)
    last: LastFault | None = None

    def on(self, day: date) -> Spent:
        return self if self.day == day else Spent(day, last=self.last)


@dataclass(frozen=True, slots=True)
class Model:
    """The model that is configured, and what for. `writer` and `embedder` are None where their model has no name.

    `language` is that of summaries. `timeout` are the seconds to wait for it; answers have 12 at most.
    """

    writer: Writer | None
    embedder: Embedder | None
    language: Language
    summaries: bool
    answers: bool
    timeout: float
    daily_tokens: int
    spent: Callable[[], Awaitable[Spent]]
    close: Callable[[], Awaitable[None]]
