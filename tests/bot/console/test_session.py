from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest

from bot.console.session import Session
from bot.console.terminal import Terminal
from bot.core.answer import Answer, Document, Notice
from bot.core.app import App
from bot.features.corpus.answers import Reloaded, Status
from bot.features.daily.answers import DayPage
from bot.features.daily.service import Daily
from bot.features.help.answers import Help
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.answers import NoAnswer, PaperCard, Passages
from bot.features.papers.results import Results
from bot.features.papers.service import Papers
from bot.features.registry import FEATURES
from bot.features.saved.answers import Bookmark, SavedList
from bot.rendering import phrases as common
from bot.rendering.language import Language
from bot.state import State
from retrieval.library import Library
from retrieval.storage.faults import StoreError, StoreFault
from tests.conftest import Clock


@pytest.fixture
def console(app: App) -> Session:
    return Session(app)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("확산 모델", Results),
        ("어제 논문 보여줘", DayPage),
        ("help", Help),
        ("does MoE help RL?", Passages),
        ("follow robots", Notice),
        ("/paper search diffusion", Results),
        ("/paper search query: diffusion", Results),
        ("/논문 검색 검색어:확산 모델", Results),
        ("/PAPER Search diffusion", Results),
        ("/paper show 2402.08609", PaperCard),
        ("/paper show paper: Mixtures of Experts Unlock Parameter Scaling for Deep RL", PaperCard),
        ("/논문 질문 MoE가 강화학습에 도움이 되나요?", Passages),
        ("/daily", DayPage),
        ("/daily date:2.14", DayPage),
        ("/데일리 2024년 2월 14일", DayPage),
        ("/corpus reload", Reloaded),
        ("/corpus status", Status),
        ("/help", Help),
        ("/도움말", Help),
        ("/daily 2.30", Notice),
        ("/paper search", Notice),
    ],
)
async def test_lines_are_answered(console: Session, line: str, kind: type) -> None:
    assert isinstance((await console.answer(line)).inner, kind)


async def test_the_last_reply_can_be_turned(console: Session) -> None:
    await console.answer("diffusion")
    second = await console.answer("/next")
    assert isinstance(second, Results)
    assert second.page.number == 2
    first = await console.answer("/이전")
    assert isinstance(first, Results)
    assert first.page.number == 1
    assert isinstance(await console.answer("/prev"), Notice)


@pytest.mark.parametrize(
    "line", ["/follow add robots", "/팔로우 추가 로봇", "/schedule list", "/설정", "/privacy show"]
)
async def test_what_needs_discord_is_not_taken_for_a_typo(console: Session, line: str) -> None:
    answer = await console.answer(line)
    assert isinstance(answer, Notice)
    assert answer.phrase.say("en", **answer.values) == f"{line.split()[0]} works only in Discord."


async def test_the_answer_to_a_sentence_can_be_turned_too(console: Session) -> None:
    first = await console.answer("newest diffusion papers")
    assert "Results for “diffusion”\n17 papers · newest first" in printed(first, "en")
    second = (await console.answer("/next")).inner
    assert isinstance(second, Results)
    assert (second.asked.text, second.page.number) == ("sort:date diffusion", 2)


async def test_a_line_goes_on_from_the_last_reply_for_half_an_hour(console: Session, clock: Clock) -> None:
    assert isinstance((await console.answer("/paper search diffusion")).inner, Results)
    second = (await console.answer("다음")).inner
    assert isinstance(second, Results)
    assert second.page.number == 2
    opened = (await console.answer("11")).inner
    assert isinstance(opened, PaperCard)
    assert opened.paper == second.hits[0].paper
    clock.now += timedelta(minutes=31)
    assert isinstance(await console.answer("뒤로"), Notice)


async def test_the_time_in_what_is_searched_for_is_a_condition(console: Session) -> None:
    found = await console.answer("/paper search 2024년 2월 강화학습 논문")
    assert isinstance(found, Results)
    assert found.asked.text == "since:2024-02-01 until:2024-02-29 강화학습 논문"


async def test_days_are_turned_page_by_page_and_then_day_by_day(console: Session) -> None:
    await console.answer("/daily 2.14")
    turned = [await console.answer("/next"), await console.answer("/next")]
    assert [(page.day.day.isoformat(), page.page.number) for page in turned if isinstance(page, DayPage)] == [
        ("2024-02-14", 2),
        ("2024-03-11", 1),
    ]


@pytest.mark.parametrize(
    ("line", "named"),
    [("/paper", "/paper search"), ("/serach", "/paper search"), ("/dayly 2.14", "/daily"), ("/논문", "/논문 검색")],
)
async def test_an_unknown_command_names_the_closest(console: Session, line: str, named: str) -> None:
    answer = await console.answer(line)
    assert isinstance(answer, Notice)
    assert named in answer.phrase.say("en", **answer.values)


async def test_a_failing_database_is_a_sentence(
    library: Library, console: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(day: object) -> None:
        raise StoreError(StoreFault.NOT_READ, path="secret path", detail="")

    monkeypatch.setattr(library, "day", fail)
    answer = await console.answer("/daily")
    assert answer == Notice(common.DATABASE_BUSY)


async def test_only_the_beginning_of_an_endless_line_is_read(console: Session) -> None:
    answer = await console.answer("diffusion " * 100_000)
    assert isinstance(answer, Results)
    assert answer.notices


def printed(answer: Answer, language: Language = "ko") -> str:
    file = io.StringIO()
    Terminal(language, file).show(answer)
    return file.getvalue()


async def test_a_paper_is_printed_whole_with_its_links(app: App) -> None:
    shown = printed(await app.service(Papers).show("2402.08609"))
    assert shown.startswith("Mixtures of Experts Unlock Parameter Scaling for Deep RL\n2024-02-14 · 추천 19")
    assert shown.count("\n• ") == 4
    assert "https://arxiv.org/pdf/2402.08609" in shown


async def test_each_line_of_a_page_stays_a_line_in_a_pipe(app: App) -> None:
    shown = printed(await app.service(Daily).show("2024-02-14"))
    assert shown.startswith("2024년 2월 14일 (수) 논문 12편\n")
    assert (
        "\n🥇 BASE TTS: Lessons from building a billion-parameter Text-to-Speech model on 100K hours of data\n" in shown
    )


def test_what_is_printed_cannot_drive_the_terminal() -> None:
    shown = printed(Notice(papers_phrases.NO_MATCH, {"query": "\x1b[2J\x07[bold]x[/bold]\u202e"}))
    assert "‘[2J[bold]x[/bold]’" in shown


async def test_an_answer_keeps_to_the_conditions_of_the_question(console: Session) -> None:
    answer = await console.answer("/paper ask BASE TTS는 몇 시간의 음성으로 훈련했나요?")
    assert isinstance(answer, Passages)
    assert answer.passages[0].paper.arxiv_id == "2402.08093"
    later = await console.answer("/paper ask BASE TTS는 몇 시간의 음성으로 훈련했나요? since:2024-03")
    assert not isinstance(later, Passages) or all(one.paper.arxiv_id != "2402.08093" for one in later.passages)


async def test_a_question_that_nothing_answers_gets_the_nearest_papers(console: Session) -> None:
    answer = await console.answer("/paper ask Lumiere의 저작권은?")
    assert isinstance(answer, NoAnswer)
    assert answer.nearest
    assert "I found no sentence that answers" in printed(answer, "en")


async def test_saved_papers_are_kept_turned_exported_and_let_go(console: Session, app: App) -> None:
    hits = [choice.value for choice in await app.service(Papers).suggest("")][:11]
    for arxiv_id in hits:
        assert isinstance(await console.answer(f"/saved add {arxiv_id}"), Bookmark)
    first = await console.answer("/저장 목록")
    second = await console.answer("/next")
    assert isinstance(first, SavedList)
    assert isinstance(second, SavedList)
    assert [len(first.papers), len(second.papers)] == [10, 1]
    assert isinstance(await console.answer(f"/saved search {hits[3]}"), SavedList)
    exported = await console.answer("/saved export BibTeX")
    assert isinstance(exported, Document)
    assert printed(exported).count("@misc{") == 11
    await console.answer(f"/saved remove paper: {hits[0]}")
    assert "10편" in printed(await console.answer("/saved list"))
    assert "bibtex, markdown, json" in printed(await console.answer("/saved export pdf"), "en")


async def test_the_console_goes_on_without_its_state(app: App, tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"no database at all" * 100)
    console = Session(App(app.library, State(tmp_path / "state.db"), app.now, FEATURES))
    assert "cannot be reached right now" in printed(await console.answer("/saved list"), "en")
    assert isinstance(await console.answer("diffusion"), Results)
