"""The id that is meant where a digit slipped."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from retrieval.lazy_regex import lazy_regex

_AMBIGUOUS = 3  # more ids than these, a slip of one kind away, leave it open which is meant

_DIGITS = 8, 9  # of an id since 2007, whose first four are its month
_LIKE_NEW = lazy_regex(r"[0-9]{3,6}[.,:_\s-]?[0-9]{3,6}", re.ASCII)
_LIKE_OLD = lazy_regex(r"[a-z][a-z.-]{1,18}/[0-9]{6,8}", re.ASCII | re.IGNORECASE)


def nearest_id(typed: str, known: Container[str]) -> str | None:
    """The id of `known` that `typed` is but for one slip: a dot left out or misplaced, two digits swapped, one wrong,
    missing or doubled. None where there is none, or where it could as well be any of several.

    Of a few that are a slip of the same kind away, it is the nearest in number.
    """
    typed = typed.strip()
    if not (_LIKE_NEW.fullmatch(typed) or _LIKE_OLD.fullmatch(typed)):
        return None
    for slips in (_misplaced_dot, _swapped, _zero_lost_or_doubled, _wrong_or_missing):
        found = {each for each in slips(typed) if each in known}
        if found:
            return min(found, key=lambda each: (_distance(each, typed), each)) if len(found) <= _AMBIGUOUS else None
    return None


def _misplaced_dot(typed: str) -> Iterator[str]:
    digits = re.sub("[^0-9]", "", typed)
    if len(digits) in _DIGITS and "/" not in typed:
        yield f"{digits[:4]}.{digits[4:]}"


def _swapped(typed: str) -> Iterator[str]:
    for place in range(len(typed) - 1):
        one, other = typed[place], typed[place + 1]
        if one.isdigit() and other.isdigit():
            yield f"{typed[:place]}{other}{one}{typed[place + 2 :]}"


def _zero_lost_or_doubled(typed: str) -> Iterator[str]:
    """What is left out first are zeros at a beginning: 2402.8609."""
    month, dot, number = typed.partition(".")
    if dot:
        yield f"{month}.0{number}"
    for place, one in _digits(typed):
        if typed[place + 1 : place + 2] == one:
            yield typed[:place] + typed[place + 1 :]


def _wrong_or_missing(typed: str) -> Iterator[str]:
    for place, _ in _digits(typed):
        for other in "0123456789":
            yield f"{typed[:place]}{other}{typed[place + 1 :]}"
            yield f"{typed[:place]}{other}{typed[place:]}"
            yield f"{typed[: place + 1]}{other}{typed[place + 1 :]}"


def _digits(typed: str) -> Iterable[tuple[int, str]]:
    return ((place, each) for place, each in enumerate(typed) if each.isdigit())


def _distance(one: str, other: str) -> int:
    first, second = (int(re.sub("[^0-9]", "", each)) for each in (one, other))
    return abs(first - second)
