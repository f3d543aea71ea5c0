from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query.conditions import Days, parse_days
from retrieval.query.date_ranges import Unit
from retrieval.query.days import BadDate, find_dates, parse_dates, parse_day

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
        "2024년 2월 14일 (수)",
        "2월 14일 수요일",
        "Wed 14 Feb 2024",
        "14 Feb 2024",
        "Feb 14, 2024",
        "Wednesday, February 14th 2024",
        "the 14th of February".removeprefix("the "),
        "feb 14",
        "14/02/2024",
        "02/14/2024",
        "14/2",
        "14.02.2024",
    ],
)
def test_forms_of_a_date(text: str) -> None:
    assert parse_day(text, TODAY, KNOWN) == date(2024, 2, 14)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Today", TODAY),
        ("오늘", TODAY),
        ("yesterday", date(2024, 2, 29)),
        ("어제", date(2024, 2, 29)),
        ("그저께", date(2024, 2, 28)),
        ("엊그제", date(2024, 2, 28)),
        ("3일 전", date(2024, 2, 27)),
        ("사흘 전", date(2024, 2, 27)),
        ("two days ago", date(2024, 2, 28)),
        ("a week ago", date(2024, 2, 23)),
        ("Friday", TODAY),
        ("last friday", date(2024, 2, 23)),
        ("지난 금요일", date(2024, 2, 23)),
        ("지난주 금요일", date(2024, 2, 23)),
        ("이번 주 월요일", date(2024, 2, 26)),
        ("Monday last week", date(2024, 2, 19)),
        ("29일", date(2024, 2, 29)),
    ],
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


@pytest.mark.parametrize(
    ("text", "unit", "first", "last"),
    [
        ("2024-02", Unit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2024년 2월", Unit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2월", Unit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("Feb 2024", Unit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("february", Unit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("지난달", Unit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("last month", Unit.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("작년 5월", Unit.MONTH, date(2023, 5, 1), date(2023, 5, 31)),
        ("이번 주", Unit.WEEK, date(2024, 2, 26), date(2024, 3, 3)),
        ("last week", Unit.WEEK, date(2024, 2, 19), date(2024, 2, 25)),
        ("작년", Unit.YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        ("2024", Unit.YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        ("작년 하반기", Unit.SPAN, date(2023, 7, 1), date(2023, 12, 31)),
        ("최근 3개월", Unit.SPAN, date(2023, 12, 1), TODAY),
        ("the last 30 days", Unit.SPAN, date(2024, 1, 31), TODAY),
    ],
)
def test_longer_times(text: str, unit: Unit, first: date, last: date) -> None:
    found = parse_dates(text, TODAY, KNOWN)
    assert (found.unit, found.first, found.last) == (unit, first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024년 10월 이후", date(2024, 10, 1), date.max),
        ("since October 2024", date(2024, 10, 1), date.max),
        ("after 2023", date(2024, 1, 1), date.max),
        ("before 2024-02", date.min, date(2024, 1, 31)),
        ("until last month", date.min, date(2024, 2, 29)),
        ("2024년 1월부터 3월까지", date(2024, 1, 1), date(2024, 3, 31)),
        ("from Jan 2024 to Feb 2024", date(2024, 1, 1), date(2024, 2, 29)),
    ],
)
def test_times_that_are_compared_in_words(text: str, first: date, last: date) -> None:
    known = (*KNOWN, date(2024, 3, 1))
    assert parse_days(text, TODAY, known) == Days(first, last)


@pytest.mark.parametrize("text", ["Feb 30x", "ㅁㄴㅇ", "SomeDay"])
def test_what_is_refused_is_said_as_it_was_typed(text: str) -> None:
    for parse in (parse_day, parse_days):
        with pytest.raises(BadDate) as error:
            parse(text, TODAY, KNOWN)
        assert error.value.text == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("papers from Feb 14, 2024 please", ["Feb 14, 2024"]),
        ("2024년 10월 이후에 나온 LLM 에이전트 논문", ["2024년 10월"]),
        ("best papers of 2024", ["2024"]),
        ("강화학습논문 지난주꺼", ["지난주"]),
        ("papers from Jan 2024 to March 2024", ["Jan 2024", "March 2024"]),
        ("Qwen 2.5와 Llama 3.1 비교", []),
        ("AIME 2024 점수, ImageNet 2012", []),
        ("we may march on", []),
    ],
)
def test_days_are_found_in_sentences(text: str, found: list[str]) -> None:
    assert [text[each.start : each.end] for each in find_dates(text, TODAY, KNOWN)] == found


@given(st.text() | st.sampled_from(["1일 전", "3월", "이번 주", "last 999 days"]), st.dates(), st.booleans())
def test_any_sentence_is_looked_through(text: str, today: date, twice: bool) -> None:
    text = f"{text} {text}" if twice else text
    end = 0
    for each in find_dates(text, today):
        assert end <= each.start < each.end <= len(text)
        assert each.dates.first <= each.dates.last
        end = each.end
