"""The client in a simulated Discord, in this process."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.papers.service import Papers
from tests.bot.views import Server, buttons, texts
from tests.conftest import Clock

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_search_shows_ten_papers_with_title_link_day_votes_and_a_sentence(server: Server) -> None:
    result = await server.alice.slash(
        server.channel, "paper search", query="mixture of experts deep RL video diffusion"
    )
    shown = texts(result)
    assert not result.ephemeral
    title = "[Mixtures of Experts Unlock Parameter Scaling for Deep RL](https://arxiv.org/abs/2402.08609)"
    assert f"**1. {title}**\n-# 2024-02-14 · 19 votes · 2402.08609\n" in shown
    assert shown.count("](https://arxiv.org/abs/") == 10
    assert buttons(result)["← Previous"]["disabled"]
    assert not buttons(result)["Next →"]["disabled"]


async def test_the_next_page_replaces_the_first_and_leads_back(server: Server) -> None:
    first = await server.alice.slash(server.channel, "paper search", query="확산 모델 비디오")
    assert first.response
    second = await server.alice.click(first.response.message, label="Next →")
    assert "**11. [" in texts(second)
    assert second.response
    assert second.response.id == first.response.id
    back = await server.alice.click(second.response.message, label="← Previous")
    assert texts(back).split("\n")[2:] == texts(first).split("\n")[2:]


async def test_a_long_query_survives_in_the_buttons(server: Server) -> None:
    query = "diffusion 모델 " * 25
    first = await server.alice.slash(server.channel, "paper search", query=query)
    assert first.response
    second = await server.alice.click(first.response.message, label="Next →")
    assert second.response
    third = await server.alice.click(second.response.message, label="Next →")
    assert "**21. [" in texts(third)


async def test_someone_elses_press_gets_a_private_copy(server: Server) -> None:
    first = await server.alice.slash(server.channel, "paper search", query="diffusion")
    before = texts(first)
    assert first.response
    copy = await server.bob.click(first.response.message, label="Next →")
    assert copy.ephemeral
    assert "**11. [" in texts(copy)
    assert texts(first) == before


async def test_buttons_work_after_a_restart(server: Server, app: App) -> None:
    first = await server.alice.slash(server.channel, "paper search", query="diffusion")
    assert first.response
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    second = await server.alice.click(first.response.message, label="Next →")
    assert "**11. [" in texts(second)


async def test_daily_lists_the_day_by_votes_and_leads_to_its_neighbours(server: Server) -> None:
    result = await server.alice.slash(server.channel, "daily", date="2.14")
    assert "### Wed 14 Feb 2024 · 12 papers" in texts(result)
    assert texts(result).index("BASE TTS") < texts(result).index("Mixtures of Experts")
    assert result.response
    earlier = await server.alice.click(result.response.message, label="← 2024-01-24")
    assert "### Wed 24 Jan 2024 · 10 papers" in texts(earlier)


async def test_daily_without_a_date_is_the_newest_day(server: Server) -> None:
    assert "Thu 13 Jun 2024 · 21 papers" in texts(await server.alice.slash(server.channel, "daily"))


async def test_daily_suggests_days_there_are(server: Server) -> None:
    choices = await server.alice.autocomplete(server.channel, "daily", "date", "2024-02")
    assert [choice["value"] for choice in choices] == ["2024-02-14"]


async def test_a_day_without_a_digest_names_its_neighbours_to_the_asker_only(server: Server) -> None:
    result = await server.alice.slash(server.channel, "daily", date="2024-02-15")
    assert result.ephemeral
    assert "Wed 14 Feb 2024 and Mon 11 Mar 2024" in texts(result)
    assert {"← 2024-02-14", "2024-03-11 →"} == set(buttons(result))


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


async def test_what_cannot_be_answered_is_one_private_sentence(server: Server) -> None:
    for command, options in (
        ("paper search", {"query": " "}),
        ("paper search", {"query": "😀😀"}),
        ("paper show", {"paper": "2402.99999"}),
        ("daily", {"date": "someday"}),
        ("daily", {"date": "2024-02-30"}),
    ):
        result = await server.alice.slash(server.channel, command, **options)
        assert result.ephemeral, command
        assert len(texts(result).splitlines()) == 1
        assert result.response


async def test_an_unexpected_failure_is_a_friendly_sentence(
    server: Server, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(text: str, *, per_page: int) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(app.service(Papers), "search", fail)
    result = await server.alice.slash(server.channel, "paper search", query="x")
    assert result.ephemeral
    assert "Something went wrong" in texts(result)
    assert "secret detail" not in texts(result)


async def test_reload_reports_and_is_possible_once_a_minute(server: Server, clock: Clock) -> None:
    first = await server.admin.slash(server.channel, "corpus reload")
    assert first.ephemeral
    assert "0 read, 5 unchanged" in texts(first)
    second = await server.admin.slash(server.channel, "corpus reload")
    assert "Try again in 60 s" in texts(second)
    clock.now = clock.now.replace(minute=clock.now.minute + 1)
    third = await server.admin.slash(server.channel, "corpus reload")
    assert "0 read, 5 unchanged" in texts(third)


async def test_status_tells_how_much_there_is(server: Server) -> None:
    result = await server.admin.slash(server.channel, "corpus status")
    assert "58 papers on 5 days\nFrom 2024-01-10 to 2024-06-13" in texts(result)


async def test_help_names_every_command(server: Server) -> None:
    shown = texts(await server.alice.slash(server.channel, "help"))
    for command in ("/paper search", "/paper show", "/paper ask", "/daily", "/corpus reload"):
        assert command in shown


async def test_commands_are_registered_again_only_when_they_changed(server: Server, app: App) -> None:
    def syncs() -> int:
        return sum(entry.method == "PUT" and entry.path.endswith("/commands") for entry in server.env.http_requests)

    before = syncs()
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert syncs() == before
    other = Paperbot(app, EXTENSIONS)
    other.tree.remove_command("help")
    await server.env.restart_bot(other)
    assert syncs() == before + 1


async def test_a_repaired_query_says_so_and_offers_the_literal_search(server: Server) -> None:
    result = await server.alice.slash(server.channel, "paper search", query="루모스")
    assert "Searched for “Lumos”." in texts(result)
    assert "[Lumos : Empowering" in texts(result)
    assert result.response
    literal = await server.alice.click(result.response.message, label="Search just what I typed")
    assert literal.ephemeral
    assert "Nothing matches" in texts(literal)


async def test_similar_papers_leave_out_the_paper_itself(server: Server) -> None:
    result = await server.alice.slash(server.channel, "paper similar", paper="2402.08609")
    heading, *others = texts(result).split("\n**1. ")
    assert "2402.08609" in heading
    assert "2402.08609" not in others[0]


async def test_a_term_is_given_in_the_other_language_with_papers(server: Server) -> None:
    shown = texts(await server.alice.slash(server.channel, "paper term", term="확산 모델"))
    assert "iffusion" in shown
    assert "](https://arxiv.org/abs/" in shown
