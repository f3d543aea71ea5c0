"""Sentences, and what they are understood as."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.sentences.sentences import Intent
from bot.core.sentences.understood import Understood
from tests.bot.core.sentences.reading import READER, Known, Sentence, table

SENTENCES = table("sentences.jsonl")
AFTERWARDS = table("written_afterwards.jsonl")  # when the patterns were done: what they had not been made for


async def understood(text: str, *, continues: bool = False) -> Understood:
    return await READER.read(text, Known(), continues=continues)


def words(value: Any) -> str:
    """A slot apart from case, spaces and Korean particles at the end of its words."""
    found = re.findall(r"[0-9a-z가-힣.+-]+", str(value).casefold())
    return "".join(sorted(re.sub("(?:은|는|이|가|을|를|의|에|로|으로)$", "", word) for word in found))


@pytest.mark.parametrize("sentence", [*SENTENCES, *AFTERWARDS], ids=lambda sentence: sentence.text)
async def test_a_sentence_means_what_people_mean_by_it(sentence: Sentence) -> None:
    found = await understood(sentence.text, continues=sentence.after)
    assert found.intent in sentence.intents
    if found.intent == sentence.intents[0]:
        slots = found.slots.said()
        assert {name: words(value) for name, value in slots.items()} == {
            name: words(value) for name, value in sentence.slots.items()
        }


@pytest.mark.parametrize(
    "text",
    [
        "new view synthesis",
        "instruction following",
        "track anything",
        "follow-your-pose",
        "save energy in training",
        "recommender system",
        "추천 시스템",
        "코드 생성",
        "최근접 이웃 검색",
        "인기도 예측",
        "오픈 소스 언어 모델",
        "graph neural networks",
        "chart understanding",
        "plot generation",
        "explainable AI",
        "Qwen 2.5",
        "top-k sampling",
        "show-o",
        "more is different",
        "트렌드 예측",
        "저장 장치 최적화",
    ],
)
async def test_topics_that_sound_like_commands_are_searched_for(text: str) -> None:
    found = await understood(text)
    assert (found.intent, found.slots.said()) == (Intent.SEARCH, {"query": text})


@pytest.mark.parametrize(
    "text", ["author:LeCun world model", '"diffusion model" video', "로봇 -시뮬레이션", "since:2024 RAG"]
)
async def test_a_query_with_operators_is_left_as_it_is(text: str) -> None:
    found = await understood(text)
    assert (found.intent, found.slots.query, found.sure) == (Intent.SEARCH, text, False)


async def test_only_who_was_shown_something_can_go_on_from_it() -> None:
    for text in ("what about video?", "비디오는?"):
        assert (await understood(text)).intent is not Intent.REFINE
        assert (await understood(text, continues=True)).intent is Intent.REFINE


async def test_what_points_at_something_shown_says_so() -> None:
    for text in ("이 논문 데이터는 얼마나 썼어?", "3번 자세히", "이거 저장해줘", "비슷한 거 더 있어?", "더 보여줘"):
        assert (await understood(text)).about
    for text in ("MobileLLM 논문 저장해줘", "2404.02905와 비슷한 논문", "강화학습 논문"):
        assert not (await understood(text)).about


async def test_ids_and_titles_are_papers() -> None:
    several = await understood("2402.08609 and https://arxiv.org/abs/2404.02905v2")
    assert (several.intent, several.slots.paper) == (Intent.SHOW, "2402.08609 2404.02905")
    assert (await understood("Attention Is All You Need")).intent is Intent.SHOW
    asked = await understood("2402.08609는 어떤 데이터로 학습했어?")
    assert (asked.intent, asked.slots.paper) == (Intent.ASK, "2402.08609")


async def test_a_name_that_nobody_has_is_no_author() -> None:
    assert (await understood("image generation by flow matching")).slots.author == ""
    assert (await understood("kaiming he")).slots.author == "kaiming he"
    assert (await understood("papers by Nobody Atall")).slots.author == "Nobody Atall"


async def test_a_day_in_no_calendar_is_kept_in_words() -> None:
    found = await understood("2월 30일 논문")
    assert (found.intent, found.slots.said()) == (Intent.DAY, {"query": "2월 30일"})


async def test_words_that_say_nothing_are_a_greeting() -> None:
    for text in ("", "😀😀😀", "?!", "ㅋㅋㅋ", "…", "\0\n"):
        assert (await understood(text)).intent is Intent.GREETING


def test_no_pattern_fits_nothing() -> None:
    assert [each.sentences for each in READER.listed for pattern in each.patterns if pattern.fullmatch("")] == []


PIECES = [
    "논문",
    "더",
    "보여줘",
    "the",
    "papers",
    "이번 주",
    "2024년",
    "최신",
    "뭐야",
    "은",
    "말고",
    "by",
    "Kim",
    "is",
    "(",
    "*",
]
ANYTHING = st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(ANYTHING, st.booleans())
async def test_any_text_is_understood_as_something(text: str, continues: bool) -> None:
    found = await understood(text, continues=continues)
    assert isinstance(found.intent, Intent)
    assert found.slots.said() == {name: value for name, value in found.slots.said().items() if value}


@pytest.mark.parametrize(
    "text",
    [
        "논문 " * 1_333,
        "더 " * 80,
        "a " * 80,
        "by A " * 32,
        "이번 주 " * 40,
        "show me the papers on " * 180,
        "x" * 4_000,
        "😀" * 4_000,
        "확산 모델을 쓰면 왜 느린가요? " * 200,
    ],
)
async def test_reading_takes_a_few_milliseconds(text: str) -> None:
    took = []
    for _ in range(5):
        started = time.process_time()
        await understood(text)
        took.append(time.process_time() - started)
    assert min(took) < 0.05  # 20 ms, and room for a slow machine


@pytest.mark.parametrize(
    "text",
    [
        "안녕하세요 hello bonjour hola hallo ciao olá привет こんにちは 你好",
        "最新の論文を見せてください",
        "последние статьи",
        "**[click](http://evil.example)** <script>alert(1)</script> @everyone",
        "'; DROP TABLE papers; --",
        "%s %n {0} {query} \\d+ (?P<x>",
    ],
)
async def test_foreign_and_hostile_text_is_searched_or_asked(text: str) -> None:
    assert (await understood(text)).intent in (Intent.SEARCH, Intent.ASK)
