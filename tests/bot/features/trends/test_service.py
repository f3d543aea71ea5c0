"""Requests for trends without a platform: terms that mean the same, unknown ones, and any text at all."""

from __future__ import annotations

from bot.core.answer import Notice, Reason
from bot.core.app import App
from bot.features.registry import FEATURES
from bot.features.trends import phrases
from bot.features.trends.answers import MAX_ALT, Rising, Trend
from bot.features.trends.service import MAX_TERM_CHARS, Trends
from bot.rendering import phrases as common
from bot.state import State
from retrieval.library import Library
from tests.bot.views import assert_within_budget, components
from tests.conftest import Clock
from tests.retrieval.papers import HOSTILE


async def test_terms_that_mean_the_same_are_one_line_and_unknown_ones_are_named(app: App) -> None:
    answer = await app.service(Trends).show("LLM, 대규모 언어 모델, llms, qqqzz")
    assert isinstance(answer, Trend)
    assert [series.term for series in answer.trends.series] == ["LLM"]
    assert [notice.phrase for notice in answer.notices] == [phrases.SAME, phrases.UNKNOWN]


async def test_what_was_typed_wrong_is_told_from_what_is_not_there(app: App) -> None:
    service = app.service(Trends)
    for text, months in (("a,b,c,d,e", 12), ("LLM", 99), ("x" * 61, 12), ("😀", 12)):
        answer = await service.show(text, months)
        assert isinstance(answer, Notice)
        assert answer.reason is Reason.MISUSE, text
    answer = await service.show("김치찌개")
    assert isinstance(answer, Notice)
    assert answer.reason is Reason.UNAVAILABLE


async def test_an_empty_corpus_says_so(clock: Clock, state: State) -> None:
    library = await Library.open(":memory:", [], now=clock)
    service = App(library, state, clock, FEATURES).service(Trends)
    assert await service.show("LLM") == await service.show() == Notice(common.EMPTY_CORPUS)
    await library.close()


async def test_any_term_gets_an_answer_that_discord_takes(app: App) -> None:
    for text in HOSTILE:
        answer = await app.service(Trends).show(f"{text[:MAX_TERM_CHARS]}, diffusion", 24, "ko")
        assert isinstance(answer, Trend | Rising | Notice)
        assert_within_budget(components(answer, "ko"))
        if isinstance(answer, Trend) and answer.chart:
            assert len(answer.chart.description) <= MAX_ALT
