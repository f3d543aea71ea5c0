"""The words of dates in both languages, as patterns and what they stand for. All text is in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SHORT_WEEKDAYS = ["mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"]

MONTHS: Final[Mapping[str, int]] = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
"""The number of each month, by the first three letters of its name."""
WEEKDAYS: Final[Mapping[str, int]] = {
    **{name[:3]: number for number, name in enumerate(_WEEKDAYS)},
    **{name: number for number, name in enumerate("월화수목금토일")},
}
"""The number of each weekday from Monday, 0, by its first three letters or its syllable."""

MONTH: Final = r"(?P<name>(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _MONTHS) + r"|sept)\b\.?)"
CERTAIN_MONTH: Final = r"(?P<name>" + "|".join(name for name in _MONTHS if name not in ("march", "may")) + r")"
"""Names of months that mean nothing else."""
WEEKDAY: Final = r"(?P<weekday>" + "|".join(_WEEKDAYS) + r")"
KO_WEEKDAY: Final = "(?P<weekday>[월화수목금토일])요일"
WEEKDAY_BEFORE: Final = r"(?:(?:" + "|".join([*_WEEKDAYS, *_SHORT_WEEKDAYS]) + r")\b\.?,?\s*)?"
WEEKDAY_AFTER: Final = r"(?:\s*\([월화수목금토일]\)|\s*[월화수목금토일]요일)?"

NUMBERS: Final[Mapping[str, int]] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "couple of": 2, "a couple of": 2, "few": 3, "a few": 3,
    "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "몇": 3,
}  # fmt: skip
NUMBER: Final = r"(?P<number>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
DAY_COUNTS: Final[Mapping[str, int]] = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15, "일주일": 7, "한주": 7, "며칠": 3, "몇일": 3, "aweek": 7, "oneweek": 7,
}  # fmt: skip
"""Days that are counted in one word; spaces are left out."""
DAY_COUNT: Final = (
    r"(?P<days>하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|일주일|한 주|며칠|몇 일|(?:a|one) week)"
)

DAYS_AGO: Final[Mapping[str, int]] = {
    "today": 0, "오늘": 0, "금일": 0,
    "yesterday": 1, "어제": 1, "어저께": 1,
    "그제": 2, "그저께": 2, "엊그제": 2, "엊그저께": 2, "the day before yesterday": 2,
}  # fmt: skip
DAY_WORD: Final = "(?P<word>" + "|".join(sorted(DAYS_AGO, key=len, reverse=True)) + ")"
BARE_DAYS_AGO: Final[Mapping[str, int]] = {"now": 0, "지금": 0, "전날": 1, "전일": 1}
"""Words that name a day only where they stand alone."""
BARE_DAY_WORD: Final = "(?P<word>" + "|".join(BARE_DAYS_AGO) + ")"


def number_of(text: str) -> int:
    """What a number in digits or words stands for, 1 for none."""
    return int(text) if text.isdigit() else NUMBERS.get(" ".join(text.split()), 1)
