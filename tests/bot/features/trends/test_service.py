"""Requests for trends without a platform: terms that mean the same, unknown ones, and any text at all."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import retrieval.trends.trends as retrieval_trends
from bot.core.answer import Notice, Reason
from bot.core.app import App
from bot.features.registry import FEATURES
from bot.features.trends import phrases
from bot.features.trends.answers import MAX_ALT, Rising, Trend
from bot.features.trends.service import MAX_TERM_CHARS, Trends, charted
from bot.rendering import phrases as common
from bot.rendering.language import Language
from bot.state import State
from retrieval.library import Library
from retrieval.trends.trends import Series
from tests.bot.views import assert_within_budget, components, text_of
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


@pytest.mark.parametrize(
    ("topic", "term"),
    [
        ("확산 모델", "확산 모델"),
        ("강화학습 저자:Wang 정렬:최신", "강화학습"),
        ("sort:date has:code 3D Gaussian Splatting -video", "3D Gaussian Splatting"),
        ("논문 GPT-4 알려줘", "GPT-4"),
        ("RAG, agents", "RAG agents"),
        ("author:LeCun", ""),
        ("2402.08609", ""),
        ("😀", ""),
        ("", ""),
        ("word " * 40, ""),
    ],
)
def test_what_a_query_is_about_is_what_is_charted(topic: str, term: str) -> None:
    assert charted(topic) == term


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_direction_of_a_term_is_said_in_words_where_it_is_sure(app: App, language: Language) -> None:
    def said(counts: tuple[int, ...]) -> str:
        months = tuple(date(2024, number, 1) for number in range(1, 7))
        series = Series("RL", (), counts, sum(counts), scattered=False)
        trends = retrieval_trends.Trends(months, (100,) * 6, (series,), date(2024, 6, 28))
        return text_of(components(Trend(trends, 12), language))

    rises, falls = {
        "ko": ("최근 3개월 늘고 있음 (10% → 20%)", "최근 3개월 줄고 있음 (20% → 10%)"),
        "en": ("rising in the last 3 months (10% → 20%)", "falling in the last 3 months (20% → 10%)"),
    }[language]
    assert rises in said((10, 10, 10, 20, 20, 20))
    assert falls in said((20, 20, 20, 10, 10, 10))
    unsure = said((10, 10, 10, 11, 10, 12))
    assert "3개월" not in unsure
    assert "3 months" not in unsure


def test_no_chart_and_so_no_pillow_is_loaded_before_one_is_drawn() -> None:
    loaded = "import sys, bot.features.extensions; print('PIL' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


async def test_a_misspelt_term_counts_as_what_is_meant_and_says_so(app: App) -> None:
    service = app.service(Trends)
    meant, answer = await service.show("diffusion"), await service.show("difusion, LLM, diffusion")
    assert isinstance(meant, Trend)
    assert isinstance(answer, Trend)
    assert answer.trends.series[0].counts == meant.trends.series[0].counts
    assert [notice.say("ko") for notice in answer.notices] == ["‘difusion’을(를) ‘Diffusion’(으)로 고쳐 셌습니다."]
    assert [series.term for series in answer.trends.series] == ["Diffusion", "LLM"]
