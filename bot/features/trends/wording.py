"""How months, days and shares are written, in a reply as on its chart."""

from __future__ import annotations

from datetime import date

from bot.features.trends import phrases
from bot.rendering.language import Language
from retrieval.trends.trends import Trends


def share(part: float, whole: float) -> str:
    """`part` as a percentage of `whole`, without the sign: two digits of it."""
    percentage = 100 * part / (whole or 1)
    return f"{percentage:.0f}" if percentage >= 9.95 or not part else f"{percentage:.1f}"


def month_text(month: date) -> str:
    return f"{month:%Y-%m}"


def months_text(first: date, last: date, language: Language) -> str:
    if first == last:
        return month_text(first)
    return phrases.PERIOD_OF.say(language, first=month_text(first), last=month_text(last))


def period(trends: Trends, language: Language) -> str:
    """The months of `trends`, of which there is one, and how far the newest goes where it still runs."""
    months = months_text(trends.months[0], trends.months[-1], language)
    return f"{months} ({up_to(trends.running, language)})" if trends.running else months


def up_to(day: date, language: Language) -> str:
    """`5월 9일까지` · `up to 9 May`"""
    return phrases.UP_TO.say(language, day=day.day, month=_month_name(day, language))


def up_to_year(day: date, language: Language) -> str:
    """`2025년 5월 9일까지` · `up to 9 May 2025`"""
    return phrases.UP_TO_YEAR.say(language, day=day.day, month=_month_name(day, language), year=day.year)


def _month_name(day: date, language: Language) -> str:
    if language == "ko":
        return f"{day.month}월"
    return "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * (day.month - 1) :][:3]
