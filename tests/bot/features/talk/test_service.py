"""Plain words, without Discord: what is asked for, and what is answered."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.rate_limit import RateLimit
from bot.features.daily.answers import DayPage, NoDay
from bot.features.daily.phrases import IMPOSSIBLE_DATE
from bot.features.help.answers import Help
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.answers import Listed, PaperCard, Passages, Similar
from bot.features.papers.results import Nearest, Results
from bot.features.talk import phrases as talk_phrases
from bot.features.talk.service import Talk
from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.language import Language
from retrieval.query.query import MAX_QUERY_CHARS
from tests.bot.views import components, text_of


async def said(app: App, text: str) -> Answer:
    """The answer of the command that a message is understood as."""
    return (await app.service(Talk).answer(Asker(1, None, "en"), text)).inner


async def found(app: App, text: str) -> Answer:
    return await app.service(Talk).find(text, per_page=5)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("확산 모델로 비디오 만드는 논문 있어?", Results),
        ("diffusion video papers?", Results),
        ("LLM 에이전트 논문 추천해줘", Results),
        ("강화 학습을 이용한 논문은?", Results),
        ("강화학습", Results),
        ("robot -simulation", Results),
        ("GPT-4", Results),
        ("MoE가 강화학습에 도움이 되나요?", Passages),
        ("does MoE help RL", Passages),
        ("BASE TTS는 몇 시간의 음성으로 훈련했나요", Passages),
        ("오늘 점심 뭐 먹지?", Notice),
        ("2402.08609", PaperCard),
        ("이거 봐 https://huggingface.co/papers/2402.08609", PaperCard),
        ("Mixtures of Experts Unlock Parameter Scaling for Deep RL", PaperCard),
        ("2402.08609와 비슷한 논문 있어?", Similar),
        ("papers like https://arxiv.org/abs/2402.08609", Similar),
        ("2402.08609 2402.08268", Listed),
        ("오늘 논문", NoDay),
    ],
)
async def test_a_message_gets_the_kind_of_answer_that_it_asks_for(app: App, text: str, kind: type) -> None:
    assert type(await said(app, text)) is kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-14", date(2024, 2, 14)),
        ("2월 14일 논문", date(2024, 2, 14)),
        ("2024년 2월 14일에 나온 논문 보여줘", date(2024, 2, 14)),
        ("papers from 2024-02-14?", date(2024, 2, 14)),
        ("어제 논문 뭐 있어?", date(2024, 6, 13)),
        ("yesterday's papers", date(2024, 6, 13)),
        ("최신 논문 알려줘", date(2024, 6, 13)),
        ("latest papers", date(2024, 6, 13)),
    ],
)
async def test_a_day_gets_its_papers(app: App, text: str, day: date) -> None:
    answer = await said(app, text)
    assert isinstance(answer, DayPage)
    assert answer.day.day == day


async def test_a_day_that_is_in_no_calendar_is_said_to_be_so(app: App) -> None:
    answer = await said(app, "2월 30일 논문")
    assert isinstance(answer, Notice)
    assert answer.phrase is IMPOSSIBLE_DATE


async def test_a_day_within_a_longer_request_is_a_condition_of_the_search(app: App) -> None:
    answer = await said(app, "2월 14일에 나온 강화학습 논문")
    assert isinstance(answer, Results)
    assert answer.asked.text == "since:2024-02-14 until:2024-02-14 강화학습"


@pytest.mark.parametrize("text", ["", "  ", "?!", "안녕하세요~", "hi"])
async def test_where_nothing_is_asked_a_hint_is_given(app: App, text: str) -> None:
    notice = await said(app, text)
    assert isinstance(notice, Notice)
    assert (notice.phrase, notice.reason) == (talk_phrases.HINT, Reason.SAYS_LITTLE)


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_what_the_hint_suggests_is_answered(app: App, language: Language) -> None:
    notice = await said(app, "hi")
    assert isinstance(notice, Notice)
    shown = notice.line(RenderOptions(language, Limits())).runs[0].text
    papers_on, question, newest = re.findall(r"“([^”]+)”", shown)
    assert isinstance(await said(app, papers_on), Results)
    assert isinstance(await said(app, question), Passages)
    assert isinstance((await said(app, newest)).inner, DayPage)


@pytest.mark.parametrize("text", ["Help!", "뭐 할 수 있어?", "how do I use this?"])
async def test_who_asks_for_help_gets_it(app: App, text: str) -> None:
    assert isinstance(await said(app, text), Help)


@pytest.mark.parametrize("text", ["고마워!", "감사합니다", "Thanks a lot!"])
async def test_thanks_are_not_searched_for(app: App, text: str) -> None:
    assert await said(app, text) == Notice(talk_phrases.YOU_ARE_WELCOME)


async def test_several_papers_are_listed_with_those_that_are_not_here(app: App) -> None:
    answer = await said(app, "2402.08609, 2402.99999 and 2402.08268")
    assert isinstance(answer, Listed)
    assert [paper.arxiv_id for paper in answer.papers] == ["2402.08609", "2402.08268"]
    assert answer.missing == ("2402.99999",)
    nothing = await said(app, "2402.99998 2402.99999")
    assert nothing == Notice(papers_phrases.NONE_HERE, {"arxiv_ids": "2402.99998, 2402.99999"})


async def test_of_very_many_papers_some_are_listed(app: App) -> None:
    papers = (await app.library.day(date(2024, 6, 13))).papers
    answer = await said(app, " ".join(paper.arxiv_id for paper in papers))
    assert isinstance(answer, Listed)
    assert len(answer.papers) == 10


@pytest.mark.parametrize("text", ["😀" * 4_000, "x" * 100_000, '"' * 500, "가 " * 5_000, "저자: -", "\0\n\t", "arxiv:"])
async def test_any_text_has_an_answer(app: App, text: str) -> None:
    for answer in (await said(app, text), await found(app, text)):
        assert text_of(components(answer))


async def test_another_persons_message_is_searched_without_its_links_and_signs(app: App) -> None:
    text = '- 회의: "확산 모델"로 비디오 생성 -느림 https://example.com/a?b=c'
    answer = await found(app, text)
    assert isinstance(answer, Results | Nearest)
    assert answer.asked.text == "- 회의: 확산 모델 로 비디오 생성 느림"


async def test_a_long_message_is_searched_by_its_first_sentences(app: App) -> None:
    first = "We try diffusion models for video. " * 5
    answer = await found(app, first + "Then words without an end " * 50)
    assert isinstance(answer, Results | Nearest)
    assert answer.asked.text == first.strip()
    endless = await found(app, "diffusion video " * 50)
    assert isinstance(endless, Results)
    assert MAX_QUERY_CHARS - 20 < len(endless.asked.text) <= MAX_QUERY_CHARS
    assert endless.asked.text.endswith(("diffusion", "video"))


@pytest.mark.parametrize("text", ["", "https://example.com/picture.png", "🎉🎉", "---"])
async def test_a_message_without_words_has_nothing_to_find(app: App, text: str) -> None:
    assert await found(app, text) == Notice(talk_phrases.NOTHING_TO_FIND)


def test_a_limit_counts_within_its_time_for_each_key() -> None:
    limit = RateLimit(2, 30.0)
    assert [limit.excess(1, 0.0) for _ in range(4)] == [0, 0, 1, 2]
    assert limit.excess(2, 0.0) == 0
    assert limit.wait(1, 10.0) == 20.0
    assert limit.excess(1, 30.0) == 0


def test_a_limit_forgets_the_oldest_of_too_many_and_survives_a_clock_set_back() -> None:
    limit = RateLimit(1, 30.0, most_keys=2)
    assert [limit.excess(key, 0.0) for key in (1, 2, 3, 1)] == [0, 0, 0, 0]
    assert limit.excess(3, 1.0) == 1
    assert limit.excess(3, -100.0) == 0
