"""Days without Discord: what is typed for one, and what is answered."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.answer import Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.features.daily import phrases
from bot.features.daily.answers import DayPage
from bot.features.daily.service import Daily
from bot.features.top.answers import TopPage

ASKER = Asker(1, None, "en")


@pytest.mark.parametrize("text", ["2024-02-14", "Wed 14 Feb 2024", "14/02/2024", "2024년 2월 14일 (수)", "feb 14"])
async def test_a_day_is_shown_however_it_is_written(app: App, text: str) -> None:
    answer = await app.service(Daily).answer(ASKER, text)
    assert isinstance(answer, DayPage)
    assert answer.day.day == date(2024, 2, 14)


@pytest.mark.parametrize(
    ("text", "period", "since"),
    [
        ("2024-02", "month", date(2024, 2, 1)),
        ("이번 주", "week", date(2024, 6, 10)),
        ("2024", "year", date(2024, 1, 1)),
    ],
)
async def test_a_longer_time_gets_its_best_papers(app: App, text: str, period: str, since: date) -> None:
    answer = await app.service(Daily).answer(ASKER, text)
    assert isinstance(answer, TopPage)
    assert (answer.span.period, answer.span.since) == (period, since)


async def test_where_only_a_day_will_do_a_longer_time_says_where_it_is_shown(app: App) -> None:
    assert await app.service(Daily).show("2024-02") == Notice(phrases.NOT_ONE_DAY, {"text": "2024-02"}, Reason.MISUSE)


async def test_what_is_no_day_is_said_back_as_it_was_typed(app: App) -> None:
    for text in ("Someday", "ㅁㄴㅇ"):
        answer = await app.service(Daily).answer(ASKER, text)
        assert isinstance(answer, Notice)
        assert answer.values["text"] == text
