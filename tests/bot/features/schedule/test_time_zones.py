"""Time zones by the names that people know them by."""

from __future__ import annotations

import pytest

from bot.features.schedule.time_zones import find_zone, nearest_zones, suggest_zones


@pytest.mark.parametrize("typed", ["KST", "서울", "한국", "한국 시간", "asia/seoul", "Seoul", " kst ", "UTC+9"])
def test_seoul_is_found_by_the_names_people_know_it_by(typed: str) -> None:
    assert find_zone(typed) == "Asia/Seoul"


def test_other_zones_are_found_by_city_and_abbreviation() -> None:
    found = map(find_zone, ("new york", "PST", "뉴욕", "UTC", "도쿄"))
    assert list(found) == ["America/New_York", "America/Los_Angeles", "America/New_York", "UTC", "Asia/Tokyo"]


def test_an_unknown_zone_has_nearest_ones() -> None:
    assert find_zone("Soul") is None
    assert nearest_zones("Soul")[0] == "Asia/Seoul"
    assert len(nearest_zones("wholly unlike anything")) == 3


def test_zones_are_suggested_while_typing() -> None:
    assert suggest_zones("서", 25)[0] == "Asia/Seoul"
    assert suggest_zones("lon", 25)[0] == "Europe/London"
    assert len(suggest_zones("", 25)) == 25
