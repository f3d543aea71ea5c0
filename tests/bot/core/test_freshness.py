"""From when the newest digest is: told once in replies to which that matters, where it is older than usual."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.answer import Answer
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.location import Location
from bot.features.daily.service import Daily
from bot.features.papers.service import Papers
from bot.features.top.service import Top
from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.language import Language
from tests.conftest import Clock

NEWEST = "가장 최근 다이제스트:"


def said(answer: Answer, language: Language = "ko") -> list[str]:
    lines = [line for block in answer.render(RenderOptions(language, Limits())) for line in block.lines]
    texts = ("".join(run.text for run in line.runs) for line in lines)
    return [text for text in texts if "다이제스트:" in text or "Newest digest" in text]


async def replies(app: App) -> list[Answer]:
    """Those to which it matters: on the newest day, on the last week, and of searches for what is new."""
    return [
        await app.service(Daily).show(),
        await app.service(Top).show("week"),
        await app.service(Papers).search("diffusion sort:date"),
        await app.service(Papers).search("요즘 diffusion"),
        await app.service(Papers).search("latest diffusion"),
    ]


@pytest.mark.parametrize(
    ("days", "korean", "english"),
    [
        (4, f"{NEWEST} 4일 전 (2024-06-13)", "Newest digest: 4 days ago (2024-06-13)"),
        (30, f"{NEWEST} 30일 전 (2024-06-13)", "Newest digest: 30 days ago (2024-06-13)"),
        (31, f"{NEWEST} 2024-06-13", "Newest digest: 2024-06-13"),
    ],
)
async def test_an_old_corpus_is_told_once(app: App, clock: Clock, days: int, korean: str, english: str) -> None:
    clock.now += timedelta(days=days - 1)
    for answer in await replies(app):
        assert said(answer) == [korean]
        assert said(answer, "en") == [english]


async def test_a_weekend_is_told_nobody(app: App, clock: Clock) -> None:
    clock.now += timedelta(days=2)
    assert [said(answer) for answer in await replies(app)] == [[]] * 5


async def test_where_the_time_does_not_matter_nothing_is_told(app: App, clock: Clock) -> None:
    clock.now += timedelta(days=300)
    for answer in (
        await app.service(Daily).show("2024-02-14"),
        await app.service(Daily).show(page=2),
        await app.open(Location("results", "latest diffusion", 2), Asker(1, None, "ko")),
        await app.service(Top).show("month", "2024-02"),
        await app.service(Top).show("all"),
        await app.service(Papers).search("diffusion"),
        await app.service(Papers).search('"latest" diffusion sort:votes'),
    ):
        assert said(answer) == []
