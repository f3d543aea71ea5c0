"""What a server answered → what the model said, in the shape that was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.model.model import ModelError, ModelFault

T = TypeVar("T", bound=BaseModel)

_MOST_TOKENS: Final = 10_000_000
_MOST_COMPLAINTS: Final = 3
_MOST_SAID: Final = 64_000  # characters
_FENCE: Final = "```"
_END_OF_THOUGHT: Final = "</think>"
_THOUGHT: Final = "<think>"


class Unshaped(Exception):
    """The model said something, but nothing of the shape. `complaint` tells the model why, `said` is what it said, and
    `kind` says why without a word of it."""

    def __init__(self, complaint: str, said: str, kind: str) -> None:
        super().__init__(kind)
        self.complaint = complaint
        self.said = said
        self.kind = kind


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True, hide_input_in_errors=True)


class _Message(_Lenient):
    content: str | None = None
    refusal: str | None = None


class _Choice(_Lenient):
    message: _Message
    finish_reason: str | None = None


class _Usage(_Lenient):
    total_tokens: int | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Counted(_Lenient):
    usage: _Usage | None = None


class _Completion(_Lenient):
    choices: list[_Choice] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model said, "" where it said nothing, and whether the limit of tokens cut it."""

    said: str
    cut: bool


def read_reply(body: bytes) -> Reply:
    """Raises ModelError where the model refused, or what answers is no such server."""
    try:
        choice = _Completion.model_validate_json(body).choices[0]
    except ValidationError as error:
        raise _not_a_reply(error) from None
    if choice.finish_reason == "content_filter":
        raise ModelError(ModelFault.REFUSED, "content_filter")
    if choice.message.refusal:
        raise ModelError(ModelFault.REFUSED, "refusal")
    said = choice.message.content or ""
    cut = choice.finish_reason == "length"
    if not said.strip() and not cut:
        raise ModelError(ModelFault.REFUSED, "an empty answer")
    return Reply(said, cut)


def _not_a_reply(error: ValidationError) -> ModelError:
    if any(one["type"] == "json_invalid" for one in error.errors(include_input=False, include_context=False)):
        return ModelError(ModelFault.MISDIRECTED, "a web page, perhaps")
    return ModelError(ModelFault.MISDIRECTED, "no chat completion")


def tokens_used(body: bytes) -> int | None:
    """What the server counted; None where it did not, or what it says cannot be."""
    usage = _usage(body)
    if usage is None:
        return None
    parts = (usage.prompt_tokens or 0) + (usage.completion_tokens or 0)
    total = usage.total_tokens if usage.total_tokens is not None else parts
    return total if 0 < total <= _MOST_TOKENS else None


def prompt_tokens(body: bytes) -> int | None:
    """How many tokens of the prompt the server says that it read."""
    usage = _usage(body)
    return usage.prompt_tokens if usage else None


def _usage(body: bytes) -> _Usage | None:
    try:
        return _Counted.model_validate_json(body).usage
    except ValidationError:
        return None


def shaped(said: str, shape: type[T]) -> T:
    """What was said in its shape. Thoughts, code fences and a sentence before or after are left out; nothing is mended.

    Raises Unshaped.
    """
    if len(said) > _MOST_SAID:
        raise Unshaped("It is far too long.", "", "too_long")
    try:
        return shape.model_validate_json(_json_in(said), extra="forbid")
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False, include_context=False)
        complaint = "; ".join(map(_complaint, wrong[:_MOST_COMPLAINTS]))
        raise Unshaped(complaint, said, ", ".join(dict.fromkeys(one["type"] for one in wrong))) from None


def _complaint(one: Any) -> str:
    place = ".".join(map(str, one["loc"]))
    return f"{place}: {one['msg']}" if place else str(one["msg"])


def _json_in(said: str) -> str:
    text = said.rpartition(_END_OF_THOUGHT)[2].partition(_THOUGHT)[0]  # a template may hold the beginning of a thought
    if text.count(_FENCE) > 1:
        text = text.partition(_FENCE)[2].rpartition(_FENCE)[0]
    begin, end = text.find("{"), text.rfind("}")
    return text[begin : end + 1] if 0 <= begin < end else text.strip()
