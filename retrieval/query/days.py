"""What people type for a day → a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone

from retrieval.query.date_forms import FORMS
from retrieval.query.date_ranges import DateRange, NeedsToday, NotInCalendar, Present, Unit

# "today" is the day in Korea, where the digests and their readers are.
KOREA = timezone(timedelta(hours=9), "KST")


class BadDate(ValueError):
    """The text, as it was typed, names no day: it is in no form that is understood, or (`impossible`) not in the
    calendar; `near` is then the day of the calendar that comes closest, where the text says the year."""

    def __init__(self, text: str, *, impossible: bool = False, near: date | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.impossible = impossible
        self.near = near


@dataclass(frozen=True, slots=True)
class FoundDates:
    """The days that [start, end) of a text names."""

    start: int
    end: int
    dates: DateRange


_MAX_CHARS = 40


def parse_day(text: str, today: date | None, known: Sequence[date] = ()) -> date:
    """The day that `text` names: `2024-02-14`, `14 Feb 2024`, `2024년 2월 14일 (수)`, `2.14`, `어제`, `last friday`, …

    A day without a year is the newest such day in `known`, else the newest that is not after `today`. Of two numbers
    before a year the first is the month, unless it is above 12. Raises `BadDate`, also for a month, a week or a year.
    """
    dates = parse_dates(text, today, known)
    if dates.unit is not Unit.DAY:
        raise BadDate(shown(text))
    return dates.first


def parse_dates(text: str, today: date | None, known: Sequence[date] = ()) -> DateRange:
    """The day, week, month, year or other stretch of days that the whole of `text` names. Raises `BadDate`."""
    cleaned = " ".join(text.split()).casefold().replace("’", "'")
    if len(cleaned) <= _MAX_CHARS:
        for form in FORMS:
            if match := form.pattern.fullmatch(cleaned):
                try:
                    return form.read(match, Present(today, known))
                except NotInCalendar as error:
                    raise BadDate(shown(text), impossible=True, near=error.near) from None
                except OverflowError:
                    raise BadDate(shown(text), impossible=True) from None
                except NeedsToday:
                    break
    raise BadDate(shown(text))


def find_dates(text: str, today: date, known: Sequence[date] = ()) -> Iterator[FoundDates]:
    """The days that are named in a sentence, in order and apart: of readings that overlap the first, and longest.

    Days that no calendar has are left out, and so is what names a day only where it stands alone (`2.14`).
    """
    # Lower case letter by letter: a letter that turns into two must not move what is found.
    lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text.replace("’", "'"))
    matches = [(form, match) for form in FORMS if not form.bare for match in form.pattern.finditer(lowered)]
    end = 0
    for form, match in sorted(matches, key=lambda found: (found[1].start(), -found[1].end())):
        if match.start() < end or match.end() == match.start():
            continue
        try:
            dates = form.read(match, Present(today, known))
        except (NotInCalendar, OverflowError):
            continue
        end = match.end()
        yield FoundDates(match.start(), end, dates)


def shown(text: str) -> str:
    """A text as it is said back: what was typed, on one line and not too long."""
    typed = " ".join(text.split())
    return typed if len(typed) <= _MAX_CHARS else typed[:_MAX_CHARS] + "…"
