"""Opening papers from lists, going back, jumping, saving: what the buttons and menus of a reply do."""

from __future__ import annotations

import re

import discord
import pytest
from discord import ui
from simcord.results import InteractionResult

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from tests.bot.views import MENU, Server, buttons, press, texts, titles, walk

pytestmark = pytest.mark.simcord(shard_count=1)

LONG_QUERY = ("diffusion 모델 " * 30)[:240].strip()


async def choose(server: Server, result: InteractionResult, place: int) -> InteractionResult:
    """Open the paper at a place (from 0) of the menu."""
    assert result.response
    return await server.alice.select(result.response.message, [menu(result)[place]["value"]])


def old_button(custom_id: str) -> ui.LayoutView:
    """A reply of an earlier release, with a button below an entry."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.ActionRow(ui.Button(label="Open 1", custom_id=custom_id)))
    return view


def menu(result: InteractionResult) -> list[dict[str, str]]:
    assert result.response
    [found] = [item for item in walk(result.response.components) if item["type"] == MENU]
    options: list[dict[str, str]] = found["options"]
    return options


@pytest.mark.parametrize("query", ["diffusion", LONG_QUERY])
async def test_a_paper_of_a_list_that_others_read_opens_for_the_presser_alone(server: Server, query: str) -> None:
    first = await server.alice.slash(server.channel, "paper search", query=query)
    second = await press(server, first, "page:2:")
    before = texts(second)
    card = await choose(server, second, 0)
    assert card.ephemeral
    assert "PDF" in buttons(card)
    assert texts(second) == before
    assert card.response
    back = await server.alice.click(card.response.message, label="← Results")
    assert back.response
    assert back.response.ephemeral
    assert titles(back) == titles(second)


async def test_in_a_private_list_a_paper_opens_in_place(server: Server) -> None:
    panel = await server.alice.slash(server.channel, "settings")
    assert panel.response
    await server.alice.click(panel.response.message, custom_id="set:private:on")
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    card = await choose(server, found, 0)
    assert found.response
    assert card.response
    assert card.response.id == found.response.id


async def test_the_menu_names_every_result_and_opens_the_one_that_is_chosen(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    options = menu(found)
    assert [option["label"].split(". ")[0] for option in options] == [str(number) for number in range(1, 11)]
    card = await choose(server, found, 3)
    assert options[3]["value"] in texts(card)
    assert "← Results" in buttons(card)


async def test_more_like_one_lists_others_that_can_be_opened(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper show", paper="2402.08609")
    similar = await press(server, found, "similar:2402.08609:")
    assert "### Similar papers" in texts(similar)
    card = await press(server, similar, "open:")  # the only one that is alike
    assert card.response
    back = await server.alice.click(card.response.message, label="← Similar papers")
    assert "### Similar papers" in texts(back)


async def test_buttons_of_lists_sent_before_still_open_papers_and_others_like_them(server: Server) -> None:
    for custom_id, said in (("open:2402.08609:", "Timon Willi"), ("similar:2402.08609:", "### Similar papers")):
        channel = server.env.bot.get_channel(server.channel.id)
        assert isinstance(channel, discord.TextChannel)
        message = await channel.send(view=old_button(custom_id))
        assert said in texts(await server.alice.click(message, custom_id=custom_id))


async def test_a_day_opens_papers_and_leads_back_to_its_page(server: Server) -> None:
    day = await server.alice.slash(server.channel, "daily", date="2024-06-13")
    assert "**🥇 [" in texts(day)
    second = await press(server, day, "page:2:")
    assert second.response
    card = await choose(server, second, 0)
    assert card.response
    back = await server.alice.click(card.response.message, label="← 2024-06-13")
    assert "**11. [" in texts(back)


async def test_an_answer_opens_its_papers(server: Server) -> None:
    answer = await server.alice.slash(server.channel, "paper ask", question="BASE TTS는 몇 시간의 음성으로 훈련했나요?")
    before = titles(answer)
    card = await press(server, answer, "open:2402.08093:")
    assert "BASE TTS" in texts(card)
    assert card.response
    back = await server.alice.click(card.response.message, label="← Answers")
    assert titles(back) == before


async def test_someone_elses_card_opens_as_a_copy_of_ones_own(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    before = texts(found)
    assert found.response
    copy = await server.bob.select(found.response.message, [menu(found)[0]["value"]])
    assert copy.ephemeral
    assert texts(found) == before
    assert copy.response
    back = await server.bob.click(copy.response.message, label="← Results")
    assert "Results for" in texts(back)


async def test_a_way_back_outlives_a_restart(server: Server, app: App) -> None:
    found = await server.alice.slash(server.channel, "paper search", query=LONG_QUERY)
    card = await choose(server, found, 0)
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert card.response
    back = await server.alice.click(card.response.message, label="← Results")
    assert titles(back) == titles(found)


async def test_a_paper_that_is_gone_after_a_reload_is_said_kindly(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion")
    before = texts(found)

    async def nothing(text: str) -> None:
        return None

    monkeypatch.setattr(app.library, "paper", nothing)
    notice = await choose(server, found, 0)
    assert notice.ephemeral
    assert "is no longer among the papers here" in texts(notice)
    assert texts(found) == before


async def test_search_shows_ten_papers_with_title_link_day_votes_and_a_sentence(server: Server) -> None:
    result = await server.alice.slash(server.channel, "paper search", query="diffusion model")
    shown = texts(result)
    assert not result.ephemeral
    assert re.search(
        r"\*\*1\. \[.+\]\(https://arxiv\.org/abs/(\S+)\)\*\*\n-# 2024-\d\d-\d\d · \d+ votes · \1\n\S.+\n", shown
    )
    assert shown.count("](https://arxiv.org/abs/") == 10
    assert buttons(result)["← Previous"]["disabled"]
    assert not buttons(result)["Next →"]["disabled"]


async def test_show_gives_the_whole_paper_with_picture_and_links(server: Server) -> None:
    result = await server.alice.slash(server.channel, "paper show", paper="https://arxiv.org/pdf/2402.08609v3")
    shown = texts(result)
    assert "Timon Willi, Gintare Karolina Dziugaite" in shown
    assert shown.count("\n- ") == 4
    links = {label: button["url"] for label, button in buttons(result).items() if "url" in button}
    assert links == {
        "arXiv": "https://arxiv.org/abs/2402.08609",
        "PDF": "https://arxiv.org/pdf/2402.08609",
        "Hugging Face": "https://huggingface.co/papers/2402.08609",
    }
    assert result.response
    gallery = next(item for item in result.response.components[0]["components"] if item["type"] == 12)
    assert gallery["items"][0]["media"]["url"].endswith("Cl2FukVC-wvmeieHi8fcU.png")


async def test_show_suggests_titles_and_ids(server: Server) -> None:
    for typed in ("mixtures of exp", "2402.0860"):
        choices = await server.alice.autocomplete(server.channel, "paper show", "paper", typed)
        assert {"name": "Mixtures of Experts Unlock Parameter Scaling for Deep RL", "value": "2402.08609"} in choices


async def test_ask_quotes_the_point_that_answers(server: Server) -> None:
    result = await server.alice.slash(server.channel, "paper ask", question="BASE TTS는 몇 시간의 음성으로 훈련했나요?")
    assert "10만 시간 분량의 공개 도메인 음성 데이터로" in texts(result).replace("**", "")
    assert not result.ephemeral


async def test_a_repaired_query_says_so_and_offers_the_literal_search(server: Server) -> None:
    result = await server.alice.slash(server.channel, "paper search", query="루모스")
    assert "Searched for “Lumos” instead." in texts(result)
    assert "[Lumos : Empowering" in texts(result)
    assert result.response
    literal = await server.alice.click(result.response.message, label="Search just what I typed")
    assert "No paper says exactly “루모스”." in texts(literal)


async def test_similar_papers_leave_out_the_paper_itself(server: Server) -> None:
    result = await server.alice.slash(server.channel, "paper similar", paper="2402.08609")
    heading, *others = texts(result).split("\n**1. ")
    assert "2402.08609" in heading
    assert "2402.08609" not in others[0]


async def test_a_term_is_given_in_the_other_language_with_papers(server: Server) -> None:
    shown = texts(await server.alice.slash(server.channel, "paper term", term="확산 모델"))
    assert "iffusion" in shown
    assert "](https://arxiv.org/abs/" in shown


async def test_what_a_term_may_be_by_chance_is_told_when_wanted(server: Server) -> None:
    firm = await server.alice.slash(server.channel, "paper term", term="확산 모델")
    assert "diffusion model — used together once" in texts(firm)
    assert "T2I" not in texts(firm)
    assert "Show unsure ones too" in buttons(firm)
    everything = await press(server, firm, "names:")
    assert "T2I — used together once · not sure" in texts(everything)
    assert "Show unsure ones too" not in buttons(everything)


async def test_what_is_near_follows_what_is_about_the_query_when_wanted(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion 모델")
    assert "### Results for “diffusion 모델”\n-# 15 papers" in texts(found)
    loose = await press(server, found, "loose:")
    assert "-# 15 papers" in texts(loose)
    second = await press(server, loose, "page:2:")
    assert "-# From here on, papers are only loosely related." in texts(second)
    assert "**16. [" in texts(second)


async def test_conditions_are_said_as_people_say_them(server: Server) -> None:
    found = await server.alice.slash(server.channel, "paper search", query="diffusion", votes=5, sort="votes")
    assert texts(found).startswith("### Results for “diffusion”\n-# ")
    assert " papers · 5 votes or more · most votes first" in texts(found)
    assert "votes:>=" not in texts(found)


async def test_conditions_that_leave_nothing_are_named_and_can_be_left_out(server: Server) -> None:
    nothing = await server.alice.slash(server.channel, "paper search", query="diffusion", votes=5_000)
    assert nothing.ephemeral
    assert "No paper about “diffusion” meets the conditions: 5,000 votes or more." in texts(nothing)
    without = await press(server, nothing, "without:0:")
    assert texts(without).startswith("### Results for “diffusion”\n-# 17 papers")


async def test_where_no_paper_is_about_the_query_the_nearest_are_called_so(server: Server) -> None:
    nearest = await server.alice.slash(server.channel, "paper search", query="강화학습 로봇")
    assert "No paper is about “강화학습 로봇”. These come closest." in texts(nearest)
    assert 0 < len(titles(nearest)) <= 10
