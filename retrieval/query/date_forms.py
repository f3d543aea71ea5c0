"""The forms in which people write days, weeks, months and years, and what each of them stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from retrieval.lazy_regex import lazy_regex
from retrieval.query import date_words as words
from retrieval.query.date_ranges import (
    DateRange,
    Present,
    Unit,
    day_of,
    one_day,
    one_month,
    one_week,
    one_year,
)

Match = re.Match[str]
Read = Callable[[Match, Present], DateRange]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write days. `bare`: only where nothing else is written; within a sentence it may mean other things."""

    pattern: re.Pattern[str]
    read: Read
    bare: bool = False


def _form(pattern: str, read: Read, *, bare: bool = False) -> Form:
    """A form of lower case text; where `pattern` has a space there may be any, or none."""
    spaced = pattern.replace(" ", r"\s*")
    return Form(lazy_regex(rf"(?<![0-9a-z.])(?:{spaced})(?![0-9a-z])(?!\.\d)", re.ASCII), read, bare)


def _bare(pattern: str, read: Read) -> Form:
    return _form(pattern, read, bare=True)


def _full_year(digits: str) -> int:
    return int(digits if len(digits) > 2 else f"20{digits}")


def _number(match: Match) -> int:
    return words.number_of(match.groupdict().get("number") or "")


def _month_number(match: Match) -> int:
    return words.MONTHS[match["name"][:3]]


# Days


def _whole_day(match: Match, present: Present) -> DateRange:
    """A day with its year. Of two numbers before the year the first is the month, unless it is above 12."""
    year, month, day = _full_year(match["y"]), int(match["m"]), int(match["d"])
    if month > 12 >= day and match.start("m") < match.start("y"):
        month, day = day, month
    return one_day(day_of(year, month, day))


def _day_without_year(match: Match, present: Present) -> DateRange:
    month, day = int(match["m"]), int(match["d"])
    if month > 12 >= day and "/" in match[0]:
        month, day = day, month
    return one_day(present.newest(month, day))


def _day_of_named_month(match: Match, present: Present) -> DateRange:
    month, day = _month_number(match), int(match["d"])
    return one_day(day_of(int(match["y"]), month, day) if match["y"] else present.newest(month, day))


def _day_of_month(match: Match, present: Present) -> DateRange:
    """That day of the present month, or of the one before where it lies ahead."""
    earlier = int(match["d"]) > present.day.day
    month = present.months_ago(1) if earlier else present.day
    return one_day(day_of(month.year, month.month, int(match["d"])))


def _word(match: Match, present: Present) -> DateRange:
    word = " ".join(match["word"].split())
    return one_day(present.ago({**words.DAYS_AGO, **words.BARE_DAYS_AGO}[word]))


def _counted_days(match: Match) -> int:
    return words.DAY_COUNTS["".join(match["days"].split())]


def _weekday(match: Match, present: Present) -> DateRange:
    """The newest such weekday that is not after today."""
    return one_day(present.ago((present.day.weekday() - words.WEEKDAYS[match["weekday"][:3]]) % 7))


def _weekday_before(match: Match, present: Present) -> DateRange:
    """The newest such weekday before today."""
    return one_day(present.ago((present.day.weekday() - words.WEEKDAYS[match["weekday"][:3]] - 1) % 7 + 1))


def _weekday_of(weeks_ago: int) -> Read:
    def read(match: Match, present: Present) -> DateRange:
        return one_day(present.monday(weeks_ago) + timedelta(days=words.WEEKDAYS[match["weekday"][:3]]))

    return read


# Weeks, months, years


def _week(weeks_ago: int) -> Read:
    return lambda match, present: one_week(present.monday(weeks_ago), running=not weeks_ago)


def _month(months_ago: int) -> Read:
    def read(match: Match, present: Present) -> DateRange:
        first = present.months_ago(months_ago)
        return one_month(first.year, first.month, running=not months_ago)

    return read


def _year(years_ago: int) -> Read:
    return lambda match, present: one_year(present.day.year - years_ago, running=not years_ago)


def _weeks_ago(match: Match, present: Present) -> DateRange:
    return _week(_number(match))(match, present)


def _months_ago(match: Match, present: Present) -> DateRange:
    return _month(_number(match))(match, present)


def _years_ago(match: Match, present: Present) -> DateRange:
    return _year(_number(match))(match, present)


def _named_month(match: Match, present: Present) -> DateRange:
    if year := match.groupdict().get("y"):
        return one_month(int(year), _month_number(match))
    return present.newest_month(_month_number(match))


def _month_of(years_ago: int) -> Read:
    return lambda match, present: one_month(present.day.year - years_ago, int(match["m"]))


def _part_of_year(match: Match, present: Present) -> DateRange:
    """A half or a quarter of a year."""
    months = 6 if match["half"] else 3
    number = "상하".index(match["half"]) if match["half"] else int(match["quarter"]) - 1
    years_ago = {"작년": 1, "지난해": 1, "재작년": 2}.get(match["of"] or "", 0)
    year = _full_year(match["y"]) if match["y"] else present.day.year - years_ago
    first, last = one_month(year, number * months + 1), one_month(year, (number + 1) * months)
    return DateRange(Unit.SPAN, first.first, last.last)


def _since(first: date, present: Present) -> DateRange:
    return DateRange(Unit.SPAN, first, present.day, running=True)


_Y4, _Y = r"(?P<y>(?:19|20)\d\d)", r"(?P<y>\d{4}|\d\d)"
_M, _D, _NTH = r"(?P<m>\d{1,2})", r"(?P<d>\d{1,2})", r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_SEP = "[-./년월]"
_THIS, _LAST, _TWO_AGO = "(?:이번|this)", "(?:지난|저번|last)", "(?:지지난|저저번)"
_EARLIER = r"(?:최근|지난|(?:the )?(?:last|past|previous))"
_OF_YEAR = r"(?:(?P<y>\d{4}|\d\d) 년 |(?P<of>작년|지난해|재작년|올해) )?"
_PREPOSITIONS = ["in", "of", "from", "since", "during", "until", "till", "before", "after", "for", "by"]
_AFTER_PREPOSITION = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _PREPOSITIONS) + ")"

_DAYS = (
    _form(rf"{_Y4} {_SEP} {_M} {_SEP} {_D} [일.]?{words.WEEKDAY_AFTER}", _whole_day),
    _form(rf"{_Y} 년 {_M} 월 {_D} 일?{words.WEEKDAY_AFTER}", _whole_day),
    _bare(rf"{_Y} {_SEP} {_M} {_SEP} {_D} [일.]?{words.WEEKDAY_AFTER}", _whole_day),
    _form(r"(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)", _whole_day),
    _bare(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)", _whole_day),
    _form(rf"{_M}[-./]{_D}[-./]{_Y4}", _whole_day),
    _form(rf"{_M} 월 {_D} 일{words.WEEKDAY_AFTER}", _day_without_year),
    _bare(rf"{_M} [-./월] {_D} [일.]?{words.WEEKDAY_AFTER}", _day_without_year),
    _bare(rf"{_D} 일", _day_of_month),
    _form(rf"{words.WEEKDAY_BEFORE}{_NTH} (?:of )?{words.MONTH}(?:,? {_Y4})?", _day_of_named_month),
    _form(rf"{words.WEEKDAY_BEFORE}{words.MONTH} (?:the )?{_NTH}(?:,? {_Y4})?", _day_of_named_month),
    _form(words.DAY_WORD, _word),
    _bare(words.BARE_DAY_WORD, _word),
    _form(rf"{words.NUMBER} (?:일 전|days? ago)", lambda match, present: one_day(present.ago(_number(match)))),
    _form(rf"{words.DAY_COUNT} (?:전|ago)", lambda match, present: one_day(present.ago(_counted_days(match)))),
    _form(rf"(?:{_THIS} 주|금주) {words.KO_WEEKDAY}", _weekday_of(0)),
    _form(rf"{_LAST} 주 {words.KO_WEEKDAY}", _weekday_of(1)),
    _form(rf"{_TWO_AGO} 주 {words.KO_WEEKDAY}", _weekday_of(2)),
    _form(rf"this (?:week(?:'s)? )?{words.WEEKDAY}", _weekday_of(0)),
    _form(rf"{words.WEEKDAY} (?:of )?this week", _weekday_of(0)),
    _form(rf"last week(?:'s)? (?:on )?{words.WEEKDAY}", _weekday_of(1)),
    _form(rf"{words.WEEKDAY} (?:of )?last week", _weekday_of(1)),
    _form(rf"(?:last|past|previous) {words.WEEKDAY}", _weekday_before),
    _form(rf"{_LAST} {words.KO_WEEKDAY}", _weekday_before),
    _form(words.WEEKDAY, _weekday),
    _form(words.KO_WEEKDAY, _weekday),
)
_WEEKS = (
    _form(rf"{_THIS} (?:주|week)|금주", _week(0)),
    _form(rf"{_LAST} (?:주|week)", _week(1)),
    _form(rf"{_TWO_AGO} 주|the week before last", _week(2)),
    _form(rf"{words.NUMBER} (?:주 전|weeks? ago)", _weeks_ago),
)
_MONTHS = (
    _form(rf"{_Y} 년 {_M} 월", lambda match, _: one_month(_full_year(match["y"]), int(match["m"]))),
    _form(
        r"(?P<y>(?:19|20)\d\d)[-./](?P<m>0?[1-9]|1[0-2])(?![-./]?\d)",
        lambda match, _: one_month(int(match["y"]), int(match["m"])),
    ),
    _bare(rf"(?P<y>\d{{4}}) {_SEP} {_M} [월.]?", lambda match, _: one_month(int(match["y"]), int(match["m"]))),
    _bare(r"(?P<y>\d{4})(?P<m>\d\d)", lambda match, _: one_month(int(match["y"]), int(match["m"]))),
    _form(rf"{words.MONTH},? (?:of )?{_Y4}", _named_month),
    _form(rf"{_Y4} {words.MONTH}", _named_month),
    _form(rf"{_AFTER_PREPOSITION}{words.MONTH}", _named_month),
    _form(words.CERTAIN_MONTH, _named_month),
    _bare(words.MONTH, _named_month),
    _form(rf"재작년 {_M} 월", _month_of(2)),
    _form(rf"(?:작년|지난해) {_M} 월", _month_of(1)),
    _form(rf"올해 {_M} 월", _month_of(0)),
    _form(rf"{_M} 월 ?(?:달)?", lambda match, present: present.newest_month(int(match["m"]))),
    _form(rf"{_THIS} (?:달|month)|이달|금월", _month(0)),
    _form(rf"{_LAST} (?:달|month)|전달|전월", _month(1)),
    _form(rf"{_TWO_AGO} 달|the month before last", _month(2)),
    _form(rf"{words.NUMBER} (?:(?:개월|달) 전|months? ago)", _months_ago),
)
_YEARS = (
    _form(rf"{_Y} 년(?! ?\d)(?! ?[간전동])", lambda match, _: one_year(_full_year(match["y"]))),
    _form(rf"{_AFTER_PREPOSITION}{_Y4}", lambda match, _: one_year(int(match["y"]))),
    _form(rf"(?:^|(?<=best\s)|(?<=top\s)){_Y4}(?= (?:논문|papers?\b))", lambda match, _: one_year(int(match["y"]))),
    _bare(r"(?P<y>\d{4})", lambda match, _: one_year(int(match["y"]))),
    _form("올 해|금년|this year", _year(0)),
    _form("작년|지난 해|전년도?|last year", _year(1)),
    _form("재작년|the year before last", _year(2)),
    _form(rf"{words.NUMBER} (?:년 전|years? ago)", _years_ago),
    _form(rf"{_OF_YEAR}(?:(?P<half>[상하]) 반기|(?P<quarter>[1-4]) 분기)", _part_of_year),
)
_SPANS = (
    _form(
        rf"{_EARLIER} (?:{words.NUMBER} )?(?:일|days?)(?: ?간)?",
        lambda match, present: _since(present.ago(_number(match)), present),
    ),
    _form(
        rf"{_EARLIER} {words.DAY_COUNT}(?: ?간)?",
        lambda match, present: _since(present.ago(_counted_days(match)), present),
    ),
    _form(
        rf"{_EARLIER} (?:{words.NUMBER} (?:주 일?|weeks)(?: ?간)?)",
        lambda match, present: _since(present.ago(7 * _number(match)), present),
    ),
    _form("(?:the )?past week", lambda match, present: _since(present.ago(7), present)),
    _form(
        rf"{_EARLIER} {words.NUMBER} (?:개월|달|months?)(?: ?간)?|(?:the )?past month",
        lambda match, present: _since(present.months_ago(_number(match)), present),
    ),
    _form(
        rf"{_EARLIER} {words.NUMBER} (?:년|years?)(?: ?간)?|(?:the )?past year|최근 (?P<half>반 년)",
        lambda match, present: _since(present.months_ago(6 if match["half"] else 12 * _number(match)), present),
    ),
)

FORMS: Final[tuple[Form, ...]] = (*_DAYS, *_WEEKS, *_MONTHS, *_YEARS, *_SPANS)
"""Every form; of those that fit the whole of a text, the first counts."""
