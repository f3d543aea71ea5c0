"""Time zones by the names that people know them by."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from rapidfuzz import fuzz, process

# Those that most people look for come first.
_ALIASES: Final = {
    "Asia/Seoul": "kst 서울 한국 대한민국 korea southkorea 부산 utc+9 gmt+9 +9 +09:00",
    "UTC": "gmt z 협정세계시 utc+0",
    "Asia/Tokyo": "jst 도쿄 동경 일본 japan 오사카",
    "Asia/Shanghai": "중국 베이징 북경 상하이 상해 china beijing",
    "Asia/Hong_Kong": "hkt 홍콩",
    "Asia/Taipei": "대만 타이베이 taiwan",
    "Asia/Singapore": "sgt 싱가포르 싱가폴",
    "Asia/Ho_Chi_Minh": "베트남 vietnam 호치민 하노이 hanoi",
    "Asia/Bangkok": "태국 방콕 thailand",
    "Asia/Kolkata": "인도 india 뭄바이 델리 mumbai delhi",
    "Asia/Dubai": "두바이 uae",
    "Europe/London": "영국 런던 uk bst england",
    "Europe/Paris": "프랑스 파리 cet cest france",
    "Europe/Berlin": "독일 베를린 germany",
    "Europe/Zurich": "스위스 취리히 switzerland",
    "Europe/Amsterdam": "네덜란드 암스테르담",
    "Europe/Moscow": "러시아 모스크바 msk",
    "America/New_York": "미국동부 동부 뉴욕 et est edt eastern 보스턴 boston 피츠버그 pittsburgh",
    "America/Chicago": "미국중부 시카고 ct cst cdt central",
    "America/Denver": "미국산지 덴버 mt mst mdt mountain",
    "America/Los_Angeles": "미국서부 서부 로스앤젤레스 la pt pst pdt pacific 샌프란시스코 sanfrancisco 시애틀 seattle",
    "America/Toronto": "토론토 캐나다동부",
    "America/Vancouver": "밴쿠버 캐나다서부",
    "Australia/Sydney": "시드니 호주 aest aedt",
    "Pacific/Auckland": "뉴질랜드 오클랜드",
    "Pacific/Honolulu": "하와이 hawaii hst",
    "Asia/Pyongyang": "평양 북한",
}
_REGIONS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
_MAX_CHARS = 60
_LEAST_LIKENESS = 60  # of 100


@cache
def _names() -> dict[str, str]:
    """Zones by each name that they go by: whole, as a city, and as an alias, in the form of `_folded`."""
    zones = files("tzdata").joinpath("zones").read_text("ascii").split()
    whole = {_folded(zone): zone for zone in zones}
    cities = {_folded(zone.rpartition("/")[2]): zone for zone in zones if zone.startswith(_REGIONS)}
    aliases = {_folded(alias): zone for zone, row in _ALIASES.items() for alias in row.split()}
    return cities | whole | aliases


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text[:_MAX_CHARS]).casefold().replace("_", "")
    return "".join(text.split()).removesuffix("시간").removesuffix("time")


def find_zone(text: str) -> str | None:
    """The IANA name of the zone that `text` names: `Asia/Seoul`, `seoul`, `KST`, `서울`, …"""
    return _names().get(_folded(text)) if text.strip() else None


def suggest_zones(text: str, limit: int) -> tuple[str, ...]:
    """The zones whose names begin with or contain what is typed so far, those people use most first."""
    typed, names = _folded(text), _names()
    begun = [zone for name, zone in names.items() if name.startswith(typed)]
    inside = [zone for name, zone in names.items() if typed in name]
    named = names.get(typed)
    found = dict.fromkeys([*([named] if named else []), *filter(begun.__contains__, _ALIASES), *begun, *inside])
    return tuple(found)[:limit] or nearest_zones(text, limit)


def nearest_zones(text: str, limit: int = 3) -> tuple[str, ...]:
    """The zones with the names most like `text`; some well-known ones where it is like none."""
    names = _names()
    close = process.extract(_folded(text), list(names), scorer=fuzz.ratio, limit=10, score_cutoff=_LEAST_LIKENESS)
    return tuple(dict.fromkeys(names[name] for name, _, _ in close) or _ALIASES)[:limit]
