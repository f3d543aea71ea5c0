"""The units behind numbers, in Korean and English."""

from __future__ import annotations

from typing import Final

from retrieval.lazy_regex import lazy_regex

PERCENT, POINT, TIMES = "%", "point", "times"
MULTIPLES: Final = {
    "k": 1_000,
    "thousand": 1_000,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "billion": 10**9,
    "t": 10**12,
    "trillion": 10**12,
    "hundred": 100,
}
"""What stands behind an English number, in lower case, and what it multiplies it by."""

_END = r"(?![A-Za-z])"
_UNITS: Final = {
    POINT: rf"%\s?p(?:oints?)?{_END}|%\s?포인트|퍼센트\s?포인트|percentage[\s-]points?{_END}|pp{_END}|p\.p\."
    rf"|points?{_END}|pts?{_END}|포인트|점(?![진차검유수근])",
    PERCENT: rf"%|퍼센트|percent{_END}|per\s?cent{_END}|pct{_END}",
    TIMES: rf"[x×](?!\s?\d){_END}|[\s-]?folds?{_END}|times{_END}|배(?![치경포열분터정수송선])",
    "ms": rf"ms{_END}|milliseconds?{_END}|밀리초",
    "second": rf"s{_END}|secs?{_END}|seconds?{_END}|초",
    "minute": rf"mins?{_END}|minutes?{_END}|분(?=[ 간만의이에]|$)",
    "hour": rf"h{_END}|hrs?{_END}|hours?{_END}|시간",
    "day": rf"days?{_END}|일(?=[ 간만]|$)",
    "week": rf"weeks?{_END}|주(?=[ 간만]|$)",
    "month": rf"months?{_END}|개월",
    "year": rf"years?{_END}|년(?=[ 간만치]|$)",
    "KB": rf"KB{_END}|킬로바이트",
    "MB": rf"MB{_END}|메가바이트",
    "GB": rf"GB{_END}|기가바이트",
    "TB": rf"TB{_END}|테라바이트",
}
_UNIT = lazy_regex("|".join(rf"(?P<u{number}>[\s-]?(?:{pattern}))" for number, pattern in enumerate(_UNITS.values())))
_NAMES = tuple(_UNITS)


def unit_at(text: str, position: int) -> tuple[str, int]:
    """The unit that stands there, "" where none is known, and where it ends."""
    match = _UNIT.match(text, position)
    if match is None or match.lastgroup is None:
        return "", position
    return _NAMES[int(match.lastgroup[1:])], match.end()


def agrees(claimed: str, stated: str) -> bool:
    """Whether a number of the unit `claimed` may rest on the same number of the unit `stated`: shares and multiples on
    their like only, a count on all but these, other units on their like or an unknown one."""
    if claimed == stated:
        return True
    if PERCENT in {claimed, stated} or TIMES in {claimed, stated}:
        return False
    return not stated or not claimed
