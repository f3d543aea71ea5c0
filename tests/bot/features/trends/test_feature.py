"""Trends on the console."""

from __future__ import annotations

import io

from bot.console.session import Session
from bot.console.terminal import Terminal
from bot.core.answer import Answer
from bot.core.app import App
from bot.features.trends.answers import Rising, Trend
from bot.rendering.language import Language


def printed(answer: Answer, language: Language) -> str:
    assert isinstance(answer, Trend | Rising)
    file = io.StringIO()
    Terminal(language, file).show(answer)
    return file.getvalue()


async def test_the_console_prints_numbers_and_bars(app: App) -> None:
    console = Session(app)
    shown = printed(await console.answer("/추이 확산 모델"), "ko")
    assert "• 확산 모델: 16편, 전체의 28% (diffusion model, 디퓨전 모델, diffusion 포함)\n  - ▄▃█  ▆\n" in shown
    assert "2024-04 ~ 2024-05: 다이제스트 없음\n2024-06 (6월 13일까지): 7 (33%) / 21\n" in shown
    assert printed(await console.answer("/trends"), "ko").startswith("요즘 뜨는 용어\n2024-06 논문 21편을")
    for line in ("/trends LLM 2 months", "/trends term: LLM months: 2", "/추이 LLM 2개월", "/추이 LLM 개월: 2"):
        answer = await console.answer(line)
        assert isinstance(answer, Trend), line
        assert len(answer.trends.months) == 2
        assert [series.term for series in answer.trends.series] == ["LLM"]
