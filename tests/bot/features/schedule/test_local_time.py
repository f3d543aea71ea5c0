"""Times of day as people write them, and the moments that they stand for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.features.schedule.local_time import last_moment, moment, next_moment, parse_time, say_time

NEW_YORK, SEOUL, APIA = ZoneInfo("America/New_York"), ZoneInfo("Asia/Seoul"), ZoneInfo("Pacific/Apia")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:00", "09:00"), ("09:00", "09:00"), ("9시", "09:00"), ("오전 9시", "09:00"), ("21:30", "21:30"),
        ("9am", "09:00"), ("9 A.M.", "09:00"), ("9:30pm", "21:30"), ("오후 3시 반", "15:30"), ("9시 30분", "09:30"),
        ("12am", "00:00"), ("12pm", "12:00"), ("정오", "12:00"), ("자정", "00:00"), ("24:00", "00:00"),
        ("밤 11시", "23:00"), ("밤 1시", "01:00"), ("저녁 7시", "19:00"), ("낮 2시", "14:00"), ("９：００", "09:00"),
        ("0930", "09:30"), (" 9 ", "09:00"),
    ],
)  # fmt: skip
def test_a_time_is_understood_in_the_ways_people_write_it(typed: str, meant: str) -> None:
    minute = parse_time(typed)
    assert minute is not None
    assert say_time(minute) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "9:60", "24:30", "-1", "아침", "내일", "1e3", "오전 9am", "9" * 50])
def test_what_is_no_time_is_none(typed: str) -> None:
    assert parse_time(typed) is None


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2024, 3, 9), 2.5, "2024-03-09T07:30"),
        (date(2024, 3, 10), 2.5, "2024-03-10T07:00"),  # left out: the clock goes from 2:00 to 3:00
        (date(2024, 3, 10), 3, "2024-03-10T07:00"),
        (date(2024, 3, 11), 2.5, "2024-03-11T06:30"),
        (date(2024, 11, 3), 1.5, "2024-11-03T05:30"),  # comes twice: the first of them
        (date(2024, 11, 4), 1.5, "2024-11-04T06:30"),
    ],
)
def test_the_moment_of_a_local_time_heeds_daylight_saving(day: date, hour: float, utc: str) -> None:
    assert moment(day, int(hour * 60), NEW_YORK) == datetime.fromisoformat(f"{utc}+00:00")


def test_a_day_that_a_zone_leaves_out_has_its_moment_where_time_goes_on() -> None:
    assert moment(date(2011, 12, 30), 9 * 60, APIA) == moment(date(2011, 12, 31), 0, APIA)


@pytest.mark.parametrize("day", [date(2024, 3, 10), date(2024, 11, 3)])
def test_each_local_day_has_one_moment_even_where_the_clock_changes(day: date) -> None:
    """Seen from every quarter of an hour of three days, the moments that come next are three."""
    start = moment(day, 0, NEW_YORK).timestamp() - 86_400
    quarters = (datetime.fromtimestamp(start + 900 * number, UTC) for number in range(4 * 72))
    seen = {next_moment(90, NEW_YORK, now) for now in quarters}
    assert len({found.astimezone(NEW_YORK).date() for found in seen}) == len(seen) == 4


def test_the_last_moment_is_the_latest_that_has_come() -> None:
    now = datetime(2024, 6, 13, 23, 59, tzinfo=UTC)  # 08:59 on the 14th in Seoul
    assert last_moment(9 * 60, SEOUL, now) == datetime(2024, 6, 13, 0, 0, tzinfo=UTC)
    assert next_moment(9 * 60, SEOUL, now) == datetime(2024, 6, 14, 0, 0, tzinfo=UTC)
