"""Conversations without a platform: each sentence goes on from what the one before it was answered with."""

from __future__ import annotations

import pytest

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.shown import Conversation
from bot.features.daily.answers import DayPage
from bot.features.follow.answers import Flood, Followed
from bot.features.papers.answers import PaperCard, Passages, Similar, Unanswered
from bot.features.papers.results import NothingMeets, Results
from bot.features.saved.answers import Bookmark
from bot.features.talk import phrases
from bot.features.talk.service import Talk
from bot.features.trends.answers import Trend
from tests.bot.views import components, text_of


async def conversation(app: App, *lines: str) -> list[Answer]:
    """The answer to each line of one conversation."""
    talk, kept, answers = app.service(Talk), Conversation(app.now), []
    for text in lines:
        answer = await talk.answer(Asker(1, None, "ko"), text, kept.recall)
        kept.keep(answer)
        answers.append(answer.inner)
    return answers


async def last(app: App, *lines: str) -> Answer:
    return (await conversation(app, *lines))[-1]


async def query(app: App, *lines: str) -> str:
    """What the last line of a conversation searches for."""
    answer = await last(app, *lines)
    assert isinstance(answer, Results | NothingMeets), answer
    return answer.asked.text


@pytest.mark.parametrize(
    ("lines", "searched"),
    [
        (("확산 모델 논문", "최신순으로"), "sort:date 확산 모델"),
        (("확산 모델 논문", "그중 코드 있는 것만"), "has:code 확산 모델"),
        (("확산 모델 논문", "코드 있는 것만", "2월 것만"), "date:2024-02-01..2024-02-29 has:code 확산 모델"),
        (("확산 모델 논문", "비디오만"), "확산 모델 비디오"),
        (("diffusion papers", "only from 2024", "by votes"), "date:2024-01-01..2024-12-31 sort:votes diffusion"),
        (("diffusion papers", "without video"), "diffusion -video"),
        (("최신순 확산 모델 논문", "추천순으로"), "sort:votes 확산 모델"),
        (("image diffusion papers", "what about video?"), "video diffusion"),
        (("diffusion papers", "what about video?"), "video diffusion"),
        (("2024년 확산 모델 논문", "강화학습은?"), "date:2024-01-01..2024-12-31 강화학습"),
        (("코드 있는 확산 모델 논문", "조건 빼고 보여줘"), "확산 모델"),
        (("2월 14일 논문", "그중 강화학습만"), "date:2024-02-14..2024-02-14 강화학습"),
        (("2월 인기 논문", "코드 있는 것만"), "date:2024-02-01..2024-02-29 has:code sort:votes"),
        (("확산 모델이 뭐야?", "최신순으로"), "sort:date 확산 모델"),
        (("확산 모델 추이", "최신순으로"), "sort:date 확산 모델"),
    ],
)
async def test_a_list_is_narrowed_with_what_was_asked_before(app: App, lines: tuple[str, ...], searched: str) -> None:
    assert await query(app, *lines) == searched


async def test_days_narrow_those_before_them_and_others_replace_them(app: App) -> None:
    assert await query(app, "2024년 확산 모델 논문", "2월 것만") == "date:2024-02-01..2024-02-29 확산 모델"
    assert await query(app, "1월 확산 모델 논문", "2월 것만") == "date:2024-02-01..2024-02-29 확산 모델"


async def test_pages_are_turned_to_the_end_and_back(app: App) -> None:
    lines = ("newest diffusion papers", "more", "next page", "previous page", "more", "first page", "previous page")
    found = await conversation(app, *lines)
    shown = [each.page.number if isinstance(each, Results) else each for each in found]
    last_page, first_page = (Notice(each, reason=Reason.MISUSE) for each in (phrases.LAST_PAGE, phrases.FIRST_PAGE))
    assert shown == [1, 2, last_page, 1, 2, 1, first_page]


async def test_after_what_is_about_a_query_comes_what_is_near_it(app: App) -> None:
    first, more = await conversation(app, "비디오 생성 논문", "더")
    assert isinstance(first, Results)
    assert first.near_total
    assert isinstance(more, Results)
    assert more.loose


async def test_the_last_page_is_said_to_be_so(app: App) -> None:
    told = await last(app, "2402.08609 2402.08268", "더")
    assert isinstance(told, Notice)
    assert told.phrase is phrases.LAST_PAGE


async def test_a_paper_is_opened_by_its_number_and_left_again(app: App) -> None:
    found, opened, again, listed = await conversation(app, "확산 모델 논문", "3번 자세히", "첫 번째", "뒤로")
    assert isinstance(found, Results)
    assert isinstance(opened, PaperCard)
    assert isinstance(again, PaperCard)
    assert isinstance(listed, Results)
    assert opened.paper == found.hits[2].paper
    assert again.paper == found.hits[0].paper  # the number of the list that the open paper comes from
    assert listed.asked == found.asked


@pytest.mark.parametrize(
    ("lines", "phrase"),
    [
        (("2402.08609 2402.08268", "3번 자세히"), phrases.NO_SUCH_NUMBER),
        (("2402.08609", "2번 저장해줘"), phrases.ONLY_ONE),
        (("2402.08609 2402.08268", "이 논문 저장해줘"), phrases.WHICH_ONE),
        (("2402.08609", "그중 코드 있는 것만"), phrases.NO_LIST),
        (("2402.08609", "더 보여줘"), phrases.NO_LIST),
        (("2402.08609", "이 주제 팔로우"), phrases.NO_TOPIC),
        (("2402.08609와 비슷한 논문", "2024년 것만"), phrases.CANNOT_NARROW),
        (("2402.08609", "뒤로"), phrases.NOTHING_BEFORE),
        (("도움말", "더 보여줘"), phrases.NOTHING_SHOWN),
        (("오늘 날씨 어때?", "3번"), phrases.NOTHING_SHOWN),
        (("더",), phrases.NOTHING_SHOWN),
        (("그중 코드 있는 것만",), phrases.NOTHING_SHOWN),
        (("save this",), phrases.NOTHING_SHOWN),
    ],
)
async def test_what_cannot_be_gone_on_from_is_said_in_one_sentence(
    app: App, lines: tuple[str, ...], phrase: object
) -> None:
    told = await last(app, *lines)
    assert isinstance(told, Notice)
    assert told.phrase is phrase


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("2402.08609", "비슷한 거"), Similar),
        (("2402.08268 2402.08609", "2번이랑 비슷한 거"), Similar),
        (("확산 모델 논문", "2번 저장해줘"), Bookmark),
        (("2402.08609", "저장해줘"), Bookmark),
        (("확산 모델 논문", "1번 자세히", "이 주제 팔로우"), Followed | Flood),
        (("확산 모델 논문", "추이는?"), Trend),
        (("확산 모델 논문", "is it growing?"), Trend),
        (("확산 모델 논문", "2번 저장해줘", "더"), Results),
        (("확산 모델 논문", "어제 논문"), DayPage),
        (("확산 모델 논문", "does MoE help RL?"), Passages),
    ],
)
async def test_what_is_shown_is_meant(app: App, lines: tuple[str, ...], kind: type) -> None:
    assert isinstance(await last(app, *lines), kind)


@pytest.mark.parametrize(
    ("opened", "question", "sentence"),
    [
        ("2402.08093", "이 논문은 몇 시간의 음성으로 훈련했어?", "10만 시간"),
        ("2402.08093", "어떤 데이터로 학습했나요?", "10만 시간"),
        ("2402.08093", "what data was it trained on?", "10만 시간"),
        ("2402.08093", "파라미터는 몇 개야?", "10억"),
        ("2403.05438", "이 논문 코드 공개했어?", "github.com"),
        ("2403.05438", "did they release the code?", "github.com"),
    ],
)
async def test_a_question_is_put_to_the_open_paper_first(app: App, opened: str, question: str, sentence: str) -> None:
    answer = await last(app, opened, question)
    assert isinstance(answer, Passages)
    [passage] = answer.passages
    assert (passage.paper.arxiv_id, sentence in passage.sentence) == (opened, True)


@pytest.mark.parametrize("question", ["이 논문 코드 있어?", "한계는 뭐야?", "how many GPUs did they use?"])
async def test_what_the_open_paper_does_not_say_is_said_to_be_so(app: App, question: str) -> None:
    answer = await last(app, "2402.08093", question)
    assert isinstance(answer, Unanswered)
    assert answer.paper.arxiv_id == "2402.08093"


async def test_a_question_about_something_else_is_put_to_all_papers(app: App) -> None:
    answer = await last(app, "2402.08093", "does MoE help RL?")
    assert isinstance(answer, Passages)
    assert answer.passages[0].paper.arxiv_id == "2402.08609"


@pytest.mark.parametrize(
    "text",
    ["😀" * 4_000, "그중 " * 1_000, "**[x](http://evil.example)** 만", "only " * 700, "最新の論文だけ", "3번 " * 900],
)
async def test_anything_can_be_said_after_a_list(app: App, text: str) -> None:
    assert text_of(components(await last(app, "확산 모델 논문", text)))
