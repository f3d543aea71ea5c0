"""What of an error may be logged. Its own words can quote what somebody typed, or an address with a token in it."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from typing import Any, Final

from retrieval.lazy_regex import lazy_regex

_OWN: Final = ("bot.", "retrieval.")
_MOST_CAUSES = 8
_LEAST_ID = 1e12  # ids of Discord are larger, and no count or time is
_WITHHELD = "…"
_CONSTANT = lazy_regex(r"[^\n<('\"]*")
_TRUSTED: Final = ("py.warnings",)  # places and texts in programs


class _Hidden(int):
    """An id of somebody; it can stand where a number is asked for."""

    def __repr__(self) -> str:
        return _WITHHELD

    __str__ = __repr__


def is_own(name: str) -> bool:
    """Whether a logger, or a module, is part of Paperbot."""
    return name.startswith(_OWN)


def in_words(error: BaseException) -> str:
    """An error as it may be logged: Paperbot's own in their sentences, which quote nobody; of all others their kind,
    and numbers or the words of the system where they have them."""
    kind = type(error)
    if is_own(kind.__module__):
        return str(error)
    status, code = getattr(error, "status", None), getattr(error, "code", None)
    if isinstance(status, int):  # of discord.py and aiohttp
        return f"{kind.__name__} {status}" + (f" (code {code})" if isinstance(code, int) else "")
    if isinstance(code, int):  # a closed connection to the gateway
        return f"{kind.__name__} (code {code})"
    if name := getattr(error, "sqlite_errorname", None):
        return f"{kind.__name__} {name}"
    if isinstance(error, OSError) and error.strerror:
        return f"{kind.__name__}: {error.strerror}"
    return kind.__name__


def told(error: BaseException) -> str:
    """The kinds and places of an error and of those behind it, as a traceback without what they say."""
    return "".join(_told(error))


def _told(error: BaseException) -> Iterator[str]:
    chain = [error]
    while len(chain) < _MOST_CAUSES and (behind := _behind(chain[-1])) and behind not in chain:
        chain.append(behind)
    for each in reversed(chain):
        yield "Traceback (most recent call last):\n"
        yield from traceback.format_tb(each.__traceback__)
        kind, words = type(each).__name__, in_words(each)
        yield f"{words}\n" if words.startswith(kind) else f"{kind}: {words}\n"
        if isinstance(each, BaseExceptionGroup):
            yield "".join(f"  of {len(each.exceptions)}: {in_words(one)}\n" for one in each.exceptions[:_MOST_CAUSES])


def _behind(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def message_of(name: str, template: object, args: object) -> str:
    """What a logger says. Others' messages keep only what is constant in them, and numbers."""
    own = is_own(name) or name in _TRUSTED
    text = str(template)
    if not args:
        return text if own else (_CONSTANT.match(text) or [text])[0].strip() or _WITHHELD
    values: Any = args
    if isinstance(args, Mapping):
        values = {key: _shown(value, own=own) for key, value in args.items()}
    elif isinstance(args, tuple):
        values = tuple(_shown(value, own=own) for value in args)
    return str(text % values)


def _shown(value: object, *, own: bool) -> object:
    if isinstance(value, BaseException):
        return in_words(value)
    if own or (isinstance(value, int | float) and abs(value) < _LEAST_ID):
        return value
    return _Hidden() if isinstance(value, int) else _WITHHELD
