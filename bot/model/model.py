"""What the rest of the program asks of a language model, and how it fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol, TypeVar

from pydantic import BaseModel

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
