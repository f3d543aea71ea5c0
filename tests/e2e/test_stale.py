"""What an older release of the bot left in Discord, and what nobody should be able to send."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest

from tests.e2e.conftest import Lab

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture
def changed(lab: Lab) -> Iterator[Lab]:
    """A lab whose commands at Discord a test may change."""
    before = deepcopy(lab.discord.commands)
    yield lab
    lab.discord.commands[:] = before


async def test_a_button_of_an_older_release_says_that_it_is_out_of_date(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    before = reply.text
    reply.forge(reply.button("Next →"), "search:v1:2:diffusion model")
    notice = await member.click(reply, custom_id="search:v1:2:diffusion model")
    assert notice.ephemeral
    assert "out of date" in notice.text
    assert reply.text == before


@pytest.mark.parametrize(
    ("custom_id", "said"),
    [
        ("day:someday:", "not a date I know"),
        ("day:2024-02-30:", "not in the calendar"),
        ("post:2024-02-30", "not in the calendar"),
        ("open:2402.99999:", "is no longer among the papers here"),
        ("points:2402.99999/x:", "is no longer among the papers here"),
        ("top:week someday:", "not a date I know"),
        ("save:2402.99999:", "2402.99999"),
    ],
)
async def test_a_forged_button_is_answered_with_one_private_sentence(lab: Lab, custom_id: str, said: str) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    reply.forge(reply.button("Next →"), custom_id)
    notice = await member.click(reply, custom_id=custom_id)
    assert notice.ephemeral
    assert said in notice.text
    assert len(notice.text.splitlines()) == 1
    assert reply.edits == 0


@pytest.mark.parametrize(
    ("custom_id", "said"),
    [
        ("try:search:en", "Results for “diffusion video”"),
        ("try:ask:ko", "비디오 생성은 어떻게 빨라지나요?"),
        ("try:paper:en", "2024-06-13"),
        ("try:day:ko", "Thu 13 Jun 2024"),
        ("try:help:en", "Find AI papers"),
    ],
)
async def test_a_button_of_an_earlier_welcome_still_runs_its_example(lab: Lab, custom_id: str, said: str) -> None:
    member = lab.member()
    reply = await member.slash("help")
    reply.forge(reply.button("Latest digest"), custom_id)
    answer = await member.click(reply, custom_id=custom_id)
    assert answer.ephemeral
    assert said in answer.text


async def test_a_page_that_is_no_longer_there_shows_the_last_one(lab: Lab) -> None:
    member = lab.member()
    reply = await member.slash("paper search", query="diffusion model")
    reply.forge(reply.button("Next →"), "page:999999:")
    last = await member.click(reply, custom_id="page:999999:")
    assert last.button("Next →").disabled
    assert "Results for “diffusion model”" in last.text


async def test_a_command_that_this_release_does_not_have_is_answered(changed: Lab) -> None:
    [daily] = [command for command in changed.discord.commands if command["name"] == "daily"]
    changed.discord.commands.append(daily | {"id": changed.discord.world.snowflake(), "name": "weekly"})
    reply = await changed.member().slash("weekly", date="2024-02-14")
    assert reply.ephemeral
    assert "This command has changed" in reply.text


async def test_a_subcommand_that_this_release_does_not_have_is_answered(changed: Lab) -> None:
    [paper] = [command for command in changed.discord.commands if command["name"] == "paper"]
    paper["options"].append(paper["options"][0] | {"name": "find"})
    reply = await changed.member().slash("paper find", query="diffusion model")
    assert reply.ephemeral
    assert "This command has changed" in reply.text


async def test_a_missing_option_is_answered(lab: Lab) -> None:
    reply = await lab.member().force_slash("paper search")
    assert reply.ephemeral
    assert "This command has changed" in reply.text
