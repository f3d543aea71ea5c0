"""Trends as people ask for them: charts and their numbers, terms on the rise, and what cannot be answered."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from simcord.results import InteractionResult

from bot import trend_words, words
from bot.answer import Notice, Rising, Trend
from bot.answers import Answers
from bot.client import Paperbot
from bot.console import Console
from bot.state import State
from bot.terminal import Terminal
from bot.trend_lines import MAX_ALT
from bot.trending import MAX_TERM_CHARS
from bot.words import Language, Phrase
from retrieval.library import Library
from tests.bot.test_discord import Server, buttons, server, simcord_bot, state, texts
from tests.bot.views import MENU, assert_within_budget, components, walk
from tests.conftest import Clock
from tests.retrieval.papers import HOSTILE

__all__ = ["server", "simcord_bot", "state"]

pytestmark = pytest.mark.simcord(shard_count=1)

GALLERY = 12


def gallery(result: InteractionResult) -> dict[str, str]:
    """What the message's picture is and says."""
    assert result.response
    [found] = [item for item in walk(result.response.components) if item["type"] == GALLERY]
    [item] = found["items"]
    return {"url": item["media"]["url"], "description": item["description"]}


async def picture(result: InteractionResult) -> Image.Image:
    assert result.response
    [attachment] = result.response.attachments
    assert attachment.filename == "trends.png"
    assert attachment.url == gallery(result)["url"]
    return Image.open(io.BytesIO(await attachment.read()))


async def test_a_chart_comes_with_its_numbers_as_text(server: Server) -> None:
    result = await server.alice.slash(server.channel, "trends", term="확산 모델, LLM")
    assert not result.ephemeral
    assert (await picture(result)).format == "PNG"
    shown = texts(result)
    assert "### Papers a month: 확산 모델, LLM" in shown
    assert "**확산 모델**: 15 papers, 26% of all (also counts diffusion model, 디퓨전 모델)" in shown
    assert "-# 2024-01: 4 (22%) · 9 (50%) / 18" in shown
    assert "-# 2024-04 to 2024-05: no digests" in shown
    assert gallery(result)["description"] == (
        "Line chart of papers a month, 2024-01 to 2024-06. 확산 모델: 4, 1, 3, –, –, 7. LLM: 9, 3, 3, –, –, 11. "
        "All papers: 18, 12, 7, –, –, 21."
    )


async def test_months_can_be_changed_in_place_with_a_new_picture(server: Server) -> None:
    first = await server.alice.slash(server.channel, "trends", term="diffusion model, video", months=2)
    assert first.response
    assert "2024-05 to 2024-06" in texts(first)
    small = (await picture(first)).tobytes()
    second = await server.alice.click(first.response.message, label="12 months")
    assert second.response
    assert second.response.id == first.response.id
    assert "2024-01 to 2024-06" in texts(second)
    assert (await picture(second)).tobytes() != small
    assert buttons(second)["12 months"]["disabled"]


async def test_four_long_terms_survive_in_the_buttons_over_a_restart(
    server: Server, answers: Answers, state: State
) -> None:
    terms = [f"{first} " + "model " * 8 for first in ("large", "video", "language", "image")]
    first = await server.alice.slash(server.channel, "trends", term=",".join(terms))
    assert texts(first).count("papers with all these words") == 4
    assert first.response
    await server.env.restart_bot(Paperbot(answers, state))
    second = await server.alice.click(first.response.message, label="24 months")
    assert texts(second) == texts(first)


async def test_someone_elses_press_leaves_the_chart_and_gives_them_their_own(server: Server) -> None:
    first = await server.alice.slash(server.channel, "trends", term="LLM")
    before = texts(first)
    assert first.response
    copy = await server.bob.click(first.response.message, label="24 months")
    assert copy.ephemeral
    assert texts(first) == before
    await picture(copy)


async def test_without_a_term_the_terms_on_the_rise_can_be_charted_and_come_back(server: Server) -> None:
    risen = await server.alice.slash(server.channel, "trends")
    assert "### Terms on the rise\n-# 21 papers of 2024-06, beside 37 papers of 2024-01 to 2024-03" in texts(risen)
    assert "**LLaVA**  0% → 14% · 3 papers lately" in texts(risen)
    assert risen.response
    [menu] = [item for item in walk(risen.response.components) if item["type"] == MENU]
    assert menu["max_values"] == 3
    assert {"LLaVA", "Mistral"} <= {option["value"] for option in menu["options"]}
    chart = await server.alice.select(risen.response.message, ["LLaVA", "Mistral"])
    assert chart.response
    assert chart.response.id == risen.response.id
    assert "### Papers a month: LLaVA, Mistral" in texts(chart)
    await picture(chart)
    back = await server.alice.click(chart.response.message, label="Terms on the rise")
    assert texts(back) == texts(risen)
    assert back.response
    assert not back.response.attachments


async def test_what_cannot_be_charted_is_one_private_sentence_with_the_nearest_choice(server: Server) -> None:
    for options, sentence in (
        ({"term": "difusion"}, "No paper speaks of “difusion”. Did you mean “Diffusion”?"),
        ({"term": "김치찌개"}, "No paper speaks of “김치찌개”."),
        ({"term": "RAG"}, "No paper speaks of “RAG”."),
        ({"term": "a,b,c,d,e"}, "Up to four terms can be compared; you gave 5."),
        ({"term": "LLM", "months": 99}, "Months go from 1 to 24; try 24."),
        ({"term": "LLM", "months": -3}, "Months go from 1 to 24; try 1."),
        ({"term": "x" * 61}, "A term can have up to 60 characters."),
        ({"term": "😀"}, "There is no word to count in “😀”. Give a term in Korean or English"),
    ):
        result = await server.alice.slash(server.channel, "trends", **options)
        assert result.ephemeral, options
        assert sentence in texts(result)
        assert len(texts(result).splitlines()) == 1
        assert ("Did you mean" in texts(result)) is ("Did you mean" in sentence)


def phrases(answer: object) -> list[Phrase]:
    assert isinstance(answer, Trend)
    return [notice.phrase for notice in answer.notices]


async def test_terms_that_mean_the_same_are_one_line_and_unknown_ones_are_named(answers: Answers) -> None:
    answer = await answers.trends("LLM, 대규모 언어 모델, llms, qqqzz")
    assert isinstance(answer, Trend)
    assert [series.term for series in answer.trends.series] == ["LLM"]
    assert phrases(answer) == [trend_words.SAME, trend_words.UNKNOWN]


async def test_an_empty_corpus_says_so(clock: Clock) -> None:
    library = await Library.open(":memory:", [], now=clock)
    answers = Answers(library, clock)
    assert await answers.trends("LLM") == await answers.trends() == Notice(words.EMPTY_CORPUS)
    await library.close()


async def test_any_term_gets_an_answer_that_discord_takes(answers: Answers) -> None:
    for text in HOSTILE:
        answer = await answers.trends(f"{text[:MAX_TERM_CHARS]}, diffusion", 24, "ko")
        assert isinstance(answer, Trend | Rising | Notice)
        assert_within_budget(components(answer, "ko"))
        if isinstance(answer, Trend) and answer.chart:
            assert len(answer.chart.description) <= MAX_ALT


async def test_the_console_prints_numbers_and_bars(answers: Answers, state: State) -> None:
    def printed(answer: object, language: Language) -> str:
        file = io.StringIO()
        assert isinstance(answer, Trend | Rising)
        Terminal(language, file).show(answer)
        return file.getvalue()

    console = Console(answers, state)
    shown = printed(await console.answer("/추이 확산 모델"), "ko")
    assert "• 확산 모델: 15편, 전체의 26% (diffusion model, 디퓨전 모델 포함)\n  - ▅▂▄  █\n" in shown
    assert "2024-04 ~ 2024-05: 다이제스트 없음\n2024-06: 7 (33%) / 21\n" in shown
    assert printed(await console.answer("/trends"), "ko").startswith("최근 늘어난 용어\n2024-06 논문 21편을")
    for line in ("/trends LLM 2 months", "/trends term: LLM months: 2", "/추이 LLM 2개월", "/추이 LLM 개월: 2"):
        answer = await console.answer(line)
        assert isinstance(answer, Trend), line
        assert len(answer.trends.months) == 2
        assert [series.term for series in answer.trends.series] == ["LLM"]
