"""Going on from what was shown on the console."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.console import phrases
from bot.console.navigation import numbered
from bot.console.session import Session
from bot.core.answer import Answer, Notice
from bot.core.app import App
from bot.features.daily.answers import DayPage
from bot.features.papers.answers import PaperCard
from bot.features.papers.results import Results
from bot.features.papers.service import Papers
from bot.features.saved.answers import SavedList
from bot.rendering.blocks import Limits, RenderOptions
from tests.conftest import Clock

OPTIONS = RenderOptions("en", Limits())


@pytest.fixture
def console(app: App) -> Session:
    return Session(app)


def opened(answer: Answer) -> str:
    assert isinstance(answer, PaperCard)
    return answer.paper.arxiv_id


def said(answer: Answer) -> str:
    assert isinstance(answer, Notice)
    return answer.phrase.say("en", **answer.values)


@pytest.mark.parametrize("line", ["3", "#3", "3.", "3번", "/open 3", "/열기 3번", "/open number: 3"])
async def test_a_number_below_a_list_opens_that_paper(console: Session, line: str) -> None:
    results = await console.answer("diffusion")
    assert isinstance(results, Results)
    assert opened(await console.answer(line)) == results.hits[2].paper.arxiv_id


@pytest.mark.parametrize("listing", ["/daily 2.14", "/top week 2024-02-14", "어제 논문 보여줘", "does MoE help RL?"])
async def test_every_list_of_papers_can_be_opened_by_number(console: Session, listing: str) -> None:
    shown = await console.answer(listing)
    assert opened(await console.answer("1")) == numbered(shown)[1].value


async def test_saved_papers_open_by_number_too(console: Session, app: App) -> None:
    first, second = [choice.value for choice in await app.service(Papers).suggest("")][:2]
    await console.answer(f"/saved add {first}")
    await console.answer(f"/saved add {second}")
    assert isinstance(await console.answer("/saved list"), SavedList)
    assert opened(await console.answer("2")) == first


async def test_numbers_of_pages_already_shown_stay_good(console: Session) -> None:
    first = await console.answer("diffusion")
    second = await console.answer("next")
    assert isinstance(first, Results)
    assert isinstance(second, Results)
    assert opened(await console.answer("12")) == second.hits[1].paper.arxiv_id
    assert opened(await console.answer("2")) == first.hits[1].paper.arxiv_id
    assert said(await console.answer("/open 99")) == "There is no number 99 in the list. Those shown go from 1 to 17."


async def test_another_list_takes_the_numbers_over(console: Session) -> None:
    await console.answer("diffusion")
    day = await console.answer("/daily 2.14")
    assert isinstance(day, DayPage)
    assert opened(await console.answer("1")) == day.papers[0].arxiv_id


async def test_without_a_list_a_number_is_what_it_always_was(console: Session) -> None:
    assert not isinstance(await console.answer("3"), PaperCard)
    assert await console.answer("/open 3") == Notice(phrases.NOTHING_LISTED)


@pytest.mark.parametrize("argument", ["", "three", "3.5", "-1", "1 2"])
async def test_what_is_no_number_is_asked_for_again(console: Session, argument: str) -> None:
    await console.answer("diffusion")
    assert said(await console.answer(f"/open {argument}")) == "Say which paper to open by its number, from 1 to 10."


async def test_an_open_paper_leaves_its_list_where_it_was(console: Session) -> None:
    await console.answer("diffusion")
    await console.answer("3")
    second = await console.answer("/next")
    assert isinstance(second, Results)
    assert second.page.number == 2


@pytest.mark.parametrize("back", ["/back", "back", "뒤로", "/뒤로"])
async def test_one_goes_back_step_by_step(console: Session, back: str) -> None:
    results = await console.answer("diffusion")
    assert isinstance(await console.answer("3"), PaperCard)
    await console.answer("/paper search")
    assert await console.answer(back) == results
    assert await console.answer(back) == Notice(phrases.NOTHING_BEFORE)
    assert opened(await console.answer("1"))


async def test_going_back_through_pages_turns_from_where_one_is(console: Session) -> None:
    await console.answer("diffusion")
    await console.answer("다음")
    first = await console.answer("뒤로")
    assert isinstance(first, Results)
    assert first.page.number == 1
    second = await console.answer("다음")
    assert isinstance(second, Results)
    assert second.page.number == 2
    assert await console.answer("다음") == Notice(phrases.NOTHING_TO_TURN)


async def test_a_list_without_pages_does_not_turn_the_one_before_it(console: Session) -> None:
    await console.answer("diffusion")
    await console.answer("/paper similar 2402.08609")
    assert await console.answer("/next") == Notice(phrases.NOTHING_TO_TURN)


async def test_after_half_an_hour_only_the_commands_go_on(console: Session, clock: Clock) -> None:
    results = await console.answer("diffusion")
    clock.now += timedelta(minutes=29)
    await console.answer("3")
    clock.now += timedelta(minutes=31)
    assert not isinstance(await console.answer("3"), PaperCard)
    assert await console.answer("/back") == results


async def test_the_numbers_are_suggested_with_titles(console: Session, app: App) -> None:
    await console.answer("diffusion")
    command, _ = console.find("/open 1")
    assert command
    assert command.suggest
    suggested = await command.suggest(app, console.asker, "1")
    assert [choice.value for choice in suggested] == ["1", "10"]
    assert suggested[0].name.startswith("1. ")


@pytest.mark.parametrize(("line", "way"), [("/help all", "/open 3"), ("/도움말 전체", "3 · /open 3")])
async def test_the_help_names_the_ways(console: Session, line: str, way: str) -> None:
    shown = await console.answer(line)
    assert way in "".join(run.text for block in shown.render(OPTIONS) for one in block.lines for run in one.runs)


async def test_a_list_of_one_says_so(console: Session) -> None:
    await console.answer("/paper search 2402.08609")
    assert said(await console.answer("2")) == "There is only number 1 in the list."
