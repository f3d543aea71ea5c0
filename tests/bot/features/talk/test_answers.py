"""What is said of what was understood."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.app import App
from bot.core.asker import CONSOLE_USER, Asker
from bot.features.talk.answers import Said
from bot.features.talk.components import TypedButton, typed_rows
from bot.features.talk.service import Talk
from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.language import Language
from bot.rendering.phrases import date_range
from tests.bot.views import BUTTON, components, text_of, walk


async def told(app: App, text: str, language: Language) -> str:
    answer = await app.service(Talk).answer(Asker(CONSOLE_USER, None, language), text)
    assert isinstance(answer, Said)
    return answer.told(RenderOptions(language, Limits()))


@pytest.mark.parametrize(
    ("text", "language", "line"),
    [
        ("2024년 2월 강화학습 논문 최신순으로", "ko", "강화학습 · 2024년 2월 · 최신순"),
        (
            "newest papers on reinforcement learning from Feb 2024",
            "en",
            "reinforcement learning · February 2024 · newest first",
        ),
        ("코드 있는 확산 모델 논문", "ko", "확산 모델 · 코드 있음"),
        ("diffusion papers but not video", "en", "diffusion · without “video”"),
        ("어제 논문", "ko", "그날 올라온 논문 · 2024년 6월 13일 (목)"),
        ("best papers of 2024", "en", "top papers · 2024"),
        ("확산 모델 추이 보여줘", "ko", "‘확산 모델’ 추이"),
        ("papers like 2402.08609", "en", "papers like “2402.08609”"),
        ("올해 나온 강화학습 논문", "ko", "강화학습 · 2024년 1월 1일부터"),
    ],
)
async def test_one_line_says_what_was_understood(app: App, text: str, language: Language, line: str) -> None:
    assert await told(app, text, language) == line


@pytest.mark.parametrize("text", ["강화학습 로봇", "2402.08609", "도움말", "고마워", "😀", "오늘 날씨 어때?"])
async def test_where_there_is_nothing_to_say_the_answer_stands_alone(app: App, text: str) -> None:
    assert not isinstance(await app.service(Talk).answer(Asker(1, None, "ko"), text), Said)


async def test_the_reply_says_what_was_understood_once_and_has_a_button_to_search_the_words(app: App) -> None:
    answer = await app.service(Talk).answer(Asker(1, None, "en"), "newest diffusion papers")
    nested = components(answer)
    assert "Results for “diffusion”\n-# 17 papers · newest first" in text_of(nested)
    assert text_of(nested).count("newest first") == 1
    labels = {item["label"]: item["custom_id"] for item in walk(nested) if item["type"] == BUTTON}
    assert labels["Search just what I typed"] == "typed/newest␣diffusion␣papers"
    assert "Next →" in labels


async def test_a_long_sentence_is_cut_at_a_word_to_fit_the_button(app: App) -> None:
    text = "please show me the newest papers with code on " + "diffusion video " * 4
    answer = await app.service(Talk).answer(Asker(1, None, "en"), text)
    assert isinstance(answer, Said)
    [[button]] = typed_rows(answer, "en")
    assert isinstance(button, TypedButton)
    assert len(button.custom_id) <= 100
    assert text.replace(" ", "␣").startswith(button.fields["text"])
    assert button.fields["text"].endswith(("diffusion", "video"))


@pytest.mark.parametrize(
    ("since", "until", "ko", "en"),
    [
        (date(2024, 2, 1), date(2024, 2, 29), "2024년 2월", "February 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024년", "2024"),
        (date(2024, 2, 14), date(2024, 2, 14), "2024년 2월 14일 (수)", "Wed 14 Feb 2024"),
        (date(2024, 2, 14), None, "2024년 2월 14일부터", "since 14 Feb 2024"),
        (None, date(2024, 2, 14), "2024년 2월 14일까지", "until 14 Feb 2024"),
        (date(2024, 2, 1), date(2024, 3, 31), "2024년 2월 1일 ~ 2024년 3월 31일", "1 Feb 2024 to 31 Mar 2024"),
        (None, None, "", ""),
    ],
)
def test_a_time_is_named_as_people_name_it(since: date | None, until: date | None, ko: str, en: str) -> None:
    assert (date_range(since, until, "ko"), date_range(since, until, "en")) == (ko, en)
