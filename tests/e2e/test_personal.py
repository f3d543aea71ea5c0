"""What people keep and choose, over real sockets: saved papers, settings, privacy, and the state they are in."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.conftest import Home, Lab
from tests.fakes import BotProcess, FakeDiscord

MOE = "2402.08609"


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("kind", ["bib", "md", "json", "csv"])
async def test_saved_papers_arrive_as_a_file_in_a_reply_that_only_who_asked_sees(lab: Lab, kind: str) -> None:
    member = lab.member(locale="ko")
    card = await member.slash("논문 보기", 논문=MOE)
    saved = await member.click(card, custom_id=f"save:{MOE}:")
    assert "저장했습니다" in saved.text
    again = await member.click(card, custom_id=f"save:{MOE}:")
    assert "이미 저장되어 있습니다" in again.text
    await member.click(again, label="빼기")
    await member.click(again, label="다시 저장")
    assert "저장했습니다" in again.text
    reply = await member.slash("저장 내보내기", 형식=kind)
    assert reply.ephemeral
    assert "저장한 논문 1편입니다." in reply.text
    [(name, content)] = reply.files.items()
    assert name == f"saved-papers.{kind}"
    assert MOE in content.decode("utf-8-sig")


@pytest.mark.asyncio(loop_scope="module")
async def test_saved_papers_are_listed_opened_and_removed(lab: Lab) -> None:
    member = lab.member()
    await member.slash("saved add", paper=MOE)
    listed = await member.slash("saved list")
    assert listed.ephemeral
    card = await member.click(listed, label="Open")
    assert card.ephemeral
    assert "Timon Willi" in card.text
    [choice] = await member.autocomplete("saved remove", paper="experts")
    assert "Removed “" in (await member.slash("saved remove", paper=choice.value)).text
    assert "You have saved no papers yet" in (await member.slash("saved list")).text


@pytest.mark.asyncio(loop_scope="module")
async def test_settings_are_chosen_in_place_and_hold_at_once(lab: Lab) -> None:
    member = lab.member()
    panel = await member.slash("settings")
    assert panel.ephemeral
    await member.choose(panel, "ko", custom_id="set:language")
    await member.click(panel, custom_id="set:private:on")
    assert "나에게만 보임" in panel.text
    day = await member.slash("daily", date="2.14")
    assert day.ephemeral
    assert "논문 12편" in day.text


@pytest.mark.asyncio(loop_scope="module")
async def test_server_settings_are_for_managers_at_every_press(lab: Lab) -> None:
    admin, member = lab.admin(), lab.member()
    assert not any(select["custom_id"] == "set:per-page" for select in (await member.slash("settings")).selects)
    panel = await admin.slash("settings")
    await admin.choose(panel, "3", custom_id="set:per-page")
    found = await member.slash("paper search", query="diffusion")
    assert found.text.count("](https://arxiv.org/abs/") == 3
    admin.permissions &= ~(1 << 5)
    refused = await admin.choose(panel, "10", custom_id="set:per-page")
    assert "Manage Server" in refused.text
    again = await member.slash("paper search", query="diffusion")
    assert again.text.count("](https://arxiv.org/abs/") == 3


@pytest.mark.asyncio(loop_scope="module")
async def test_a_role_that_may_reload_is_chosen_and_taken_back(lab: Lab) -> None:
    admin, role = lab.admin(), lab.guild.role("readers")
    panel = await admin.slash("settings")
    assert "members with Manage Server only" in panel.text
    await admin.choose(panel, role, custom_id="set:reload-role")
    assert "and the role below" in panel.text
    refused = await lab.member().force_slash("corpus reload")
    assert refused.ephemeral
    assert "Manage Server" in refused.text
    await admin.choose(panel, custom_id="set:reload-role")
    assert "members with Manage Server only" in panel.text


@pytest.mark.asyncio(loop_scope="module")
async def test_what_is_kept_is_shown_and_deleted(lab: Lab) -> None:
    member = lab.member()
    await member.slash("saved add", paper=MOE)
    [content] = (await member.slash("privacy show")).files.values()
    assert json.loads(content)["saved_papers"][0]["arxiv_id"] == MOE
    asked = await member.slash("privacy delete")
    done = await member.click(asked, label="Delete everything")
    assert "deleted (1)" in done.text
    assert (await member.slash("privacy show")).text == "Nothing is stored about you."


@pytest.mark.asyncio(loop_scope="module")
async def test_saved_papers_work_in_a_direct_message(lab: Lab) -> None:
    user = lab.discord.user()
    await user.slash("saved add", paper=MOE)
    assert MOE in (await user.slash("saved list")).text
    assert not any("server" in select["custom_id"] for select in (await user.slash("settings")).selects)


async def test_what_was_chosen_and_saved_outlasts_the_process(discord: FakeDiscord, home: Home) -> None:
    member = discord.guild().member()
    async with BotProcess.start(discord, home.config) as bot:
        await member.slash("saved add", paper=MOE)
        panel = await member.slash("settings")
        assert await bot.stop() == 0
    async with BotProcess.start(discord, home.config) as bot:
        await member.choose(panel, "ko", custom_id="set:language")
        listed = await member.slash("saved list")
        assert "저장한 논문" in listed.text
        assert MOE in listed.text
        assert await bot.stop() == 0


async def test_a_locked_state_database_slows_nothing_down_and_loses_nothing(
    discord: FakeDiscord, home: Home, tmp_path: Path
) -> None:
    member = discord.guild().member()
    async with BotProcess.start(discord, home.config) as bot:
        await member.slash("saved add", paper=MOE)
        with closing(sqlite3.connect(tmp_path / "state.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert not (await member.slash("daily")).ephemeral
            assert MOE in (await member.slash("saved list")).text
            assert "cannot be reached right now" in (await member.slash("saved add", paper="2402.08093")).text
        assert "Saved “" in (await member.slash("saved add", paper="2402.08093")).text
        assert discord.take_problems() == []
        assert await bot.stop() == 0
        assert "Traceback" not in bot.stderr
