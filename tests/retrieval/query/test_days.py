from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.days import BadDate, parse_day

TODAY = date(2024, 3, 1)
KNOWN = (date(2023, 2, 14), date(2024, 1, 10), date(2024, 2, 14), date(2024, 2, 29))


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-14",
        "20240214",
        "2024/2/14",
        "2024.2.14",
        "2024. 2. 14.",
        "24.2.14",
        "2.14",
        "02-14",
        "2/14",
        "2월 14일",
        "2024년 2월 14일",
        "  2024-02-14 ",
        "2024-2-14",
    ],
)
def test_forms_of_a_date(text: str) -> None:
    assert parse_day(text, TODAY, KNOWN) == date(2024, 2, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Today", TODAY), ("오늘", TODAY), ("yesterday", date(2024, 2, 29)), ("어제", date(2024, 2, 29))],
)
def test_days_counted_from_today(text: str, expected: date) -> None:
    assert parse_day(text, TODAY, KNOWN) == expected


def test_a_day_without_a_year_is_the_newest_there_is() -> None:
    assert parse_day("2.14", date(2025, 12, 31), KNOWN) == date(2024, 2, 14)


def test_a_day_without_a_year_that_no_digest_has_lies_in_the_past() -> None:
    assert parse_day("3.2", TODAY, KNOWN) == date(2023, 3, 2)
    assert parse_day("2.28", TODAY, KNOWN) == date(2024, 2, 28)
    assert parse_day("2.29", date(2023, 5, 1)) == date(2020, 2, 29)


@pytest.mark.parametrize("text", ["2024-02-30", "2024-13-01", "20230229", "2.30", "13.1", "0000-01-01", "2024-00-10"])
def test_a_day_that_no_calendar_has_is_refused_as_impossible(text: str) -> None:
    with pytest.raises(BadDate) as error:
        parse_day(text, TODAY, KNOWN)
    assert error.value.impossible


@pytest.mark.parametrize("text", ["", "soon", "내일모레", "2024", "2024-02", "14", "１２", "2024-02-14-15", "9" * 5000])
def test_what_is_no_date_is_refused_with_what_was_typed(text: str) -> None:
    with pytest.raises(BadDate) as error:
        parse_day(text, TODAY, KNOWN)
    assert not error.value.impossible
    assert len(error.value.text) <= 41


@given(st.text(), st.dates(), st.lists(st.dates(), max_size=3))
def test_any_text_is_a_day_or_refused(text: str, today: date, known: list[date]) -> None:
    try:
        found: date | BadDate = parse_day(text, today, known)
    except BadDate as error:
        found = error
    assert isinstance(found, date) or len(found.text) <= 41


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_back(day: date) -> None:
    assert parse_day(day.isoformat(), TODAY) == day
    assert parse_day(f"{day:%Y%m%d}", TODAY) == day
