"""Opening papers from lists, going back, jumping, saving: what the buttons and menus of a reply do."""

from __future__ import annotations

import pytest
from simcord.results import InteractionResult

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from tests.bot.views import MENU, Server, buttons, texts, walk

pytestmark = pytest.mark.simcord(shard_count=1)

LONG_QUERY = ("diffusion 모델 비디오 " * 20)[:240].strip()


def custom_id(result: InteractionResult, beginning: str) -> str:
    """The custom id of the first item that does what `beginning` says."""
    assert result.response
    ids = [item.get("custom_id", "") for item in walk(result.response.components)]
    return next(str(one) for one in ids if one.startswith(beginning))


def menu(result: InteractionResult) -> list[dict[str, str]]:
    assert result.response
    [found] = [item for item in walk(result.response.components) if item["type"] == MENU]
    options: list[dict[str, str]] = found["options"]
    return options


async def press(server: Server, result: InteractionResult, beginning: str) -> InteractionResult:
    assert result.response
    return await server.alice.click(result.response.message, custom_id=custom_id(result, beginning))


@pytest.mark.parametrize("query", ["diffusion", LONG_QUERY])
async def test_a_paper_opens_in_place_and_leads_back_to_the_page_of_results(server: Server, query: str) -> None:
    first = await server.alice.slash(server.channel, "paper search", query=query)
    second = await press(server, first, "page:2:")
    card = await press(server, second, "open:")
    assert second.response
    assert card.response
    assert card.response.id == second.response.id
    assert "PDF" in buttons(card)
    back = await server.alice.click(card.response.message, label="← Results")
    assert texts(back).split("\n")[2:] == texts(second).split("\n")[2:]


async def test_the_menu_names_every_result_and_opens_the_one_that_is_chosen(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    options = menu(found)
    assert [option["label"].split(". ")[0] for option in options] == ["1", "2", "3", "4", "5"]
    assert found.response
    card = await server.alice.select(found.response.message, [options[3]["value"]])
    assert options[3]["value"] in texts(card)
    assert "← Results" in buttons(card)


async def test_more_like_one_lists_others_that_can_be_opened(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="mixtures of experts deep RL")
    similar = await press(server, found, "similar:2402.08609:")
    assert "### Similar papers" in texts(similar)
    card = await press(server, similar, "open:")
    assert card.response
    back = await server.alice.click(card.response.message, label="← Similar papers")
    assert "### Similar papers" in texts(back)


async def test_a_day_opens_papers_and_leads_back_to_its_page(server: Server) -> None:
    day = await server.alice.slash(server.channel, "daily", date="2024-06-13")
    assert "**🥇 [" in texts(day)
    second = await press(server, day, "page:2:")
    assert second.response
    card = await server.alice.select(second.response.message, [menu(second)[0]["value"]])
    assert card.response
    back = await server.alice.click(card.response.message, label="← 2024-06-13")
    assert "**11. [" in texts(back)


async def test_an_answer_opens_its_papers(server: Server) -> None:
    answer = await server.alice.slash(server.channel, "paper ask", question="BASE TTS는 몇 시간의 음성으로 훈련했나요?")
    card = await press(server, answer, "open:2402.08093:")
    assert "BASE TTS" in texts(card)
    assert card.response
    back = await server.alice.click(card.response.message, label="← Answers")
    assert texts(back) == texts(answer)


async def test_someone_elses_card_opens_as_a_copy_of_ones_own(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    before = texts(found)
    assert found.response
    copy = await server.bob.click(found.response.message, custom_id=custom_id(found, "open:"))
    assert copy.ephemeral
    assert texts(found) == before
    assert copy.response
    back = await server.bob.click(copy.response.message, label="← Results")
    assert "Results for" in texts(back)


async def test_a_way_back_outlives_a_restart(server: Server, app: App) -> None:
    found = await server.alice.slash(server.channel, "paper search", query=LONG_QUERY)
    card = await press(server, found, "open:")
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert card.response
    back = await server.alice.click(card.response.message, label="← Results")
    assert texts(back).split("\n")[2:] == texts(found).split("\n")[2:]


async def test_a_paper_that_is_gone_after_a_reload_is_said_kindly(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    before = texts(found)

    async def nothing(text: str) -> None:
        return None

    monkeypatch.setattr(app.library, "paper", nothing)
    notice = await press(server, found, "open:")
    assert notice.ephemeral
    assert "is no longer among the papers here" in texts(notice)
    assert texts(found) == before


@pytest.mark.parametrize(
    ("period", "date", "title"),
    [
        ("week", "2024-02-14", "### Top papers of the week · 2024-02-12 to 2024-02-18"),
        ("month", "2024-02", "### Top papers of 2024-02"),
        ("year", "2024", "### Top papers of 2024"),
        ("all", "", "### Top papers of all time · 2024-01-10 to 2024-06-13"),
    ],
)
async def test_top_lists_the_papers_of_a_period_by_votes(server: Server, period: str, date: str, title: str) -> None:
    result = await server.alice.slash(server.channel, f"top {period}", date=date)
    shown = texts(result)
    assert shown.startswith(title)
    votes = [int(line.split(" votes")[0].split("· ")[-1]) for line in shown.splitlines() if " votes · 2" in line]
    assert len(votes) == 5
    assert votes == sorted(votes, reverse=True)
    assert [medal in shown for medal in "🥇🥈🥉"] == [True] * 3
    second = await press(server, result, "page:2:")
    assert "**6. [" in texts(second)


async def test_top_of_a_month_leads_to_the_months_around_it(server: Server) -> None:
    result = await server.alice.slash(server.channel, "top month", date="2024-02-20")
    assert result.response
    earlier = await server.alice.click(result.response.message, label="← 2024-01")
    assert "### Top papers of 2024-01" in texts(earlier)
    assert "58" not in texts(earlier)


async def test_a_period_without_papers_names_the_nearest_days(server: Server) -> None:
    result = await server.alice.slash(server.channel, "top week", date="2024-02-25")
    assert result.ephemeral
    assert "2024-02-14, 2024-03-11" in texts(result)
