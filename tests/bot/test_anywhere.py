"""Where the commands can be used, and that what is new is said once."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.core.answer import Answer
from bot.discord.app_commands import Translator
from bot.discord.client import Paperbot
from bot.features.help.answers import Help, Welcome
from bot.features.papers.answers import Listed
from bot.features.papers.service import Answers
from bot.features.talk.service import listed
from bot.rendering.language import Language
from bot.state import State, StateError
from tests.bot.views import assert_within_budget, components, text_of

IN_SERVERS_ONLY = {"corpus", "schedule"}
"""Commands for those who run a server."""


async def test_every_command_says_where_and_for_whom_it_is(answers: Answers, state: State) -> None:
    bot = Paperbot(answers, state)
    translator = Translator()
    payloads = [await command.get_translated_payload(bot.tree, translator) for command in bot.tree.get_commands()]
    assert {"paper", "daily", "help", "Find papers"} <= {payload["name"] for payload in payloads}
    for payload in payloads:
        servers_only = payload["name"] in IN_SERVERS_ONLY
        assert set(payload["contexts"]) == ({0} if servers_only else {0, 1, 2}), payload["name"]
        assert set(payload["integration_types"]) == ({0} if servers_only else {0, 1}), payload["name"]
        assert "ko" in payload["name_localizations"], payload["name"]


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_help_names_every_command(answers: Answers, state: State, language: Language) -> None:
    bot, shown = Paperbot(answers, state), text_of(components(Help(), language))
    for command in bot.tree.get_commands():
        payload = await command.get_translated_payload(bot.tree, Translator())
        name = payload["name"] if language == "en" else payload["name_localizations"]["ko"]
        assert payload["name"] == "help" or (f"/{name}" if payload["type"] == 1 else name) in shown


async def test_no_privileged_intent_is_asked_for(answers: Answers, state: State) -> None:
    intents = Paperbot(answers, state).intents
    assert intents.guild_messages
    assert intents.dm_messages
    assert not intents.message_content
    assert not intents.members
    assert not intents.presences


async def test_first_times_are_first_only_once(tmp_path: Path) -> None:
    one, other = await State.open(tmp_path / "state.db"), await State.open(tmp_path / "state.db")
    firsts = await asyncio.gather(*(state.newcomers.answer_to(7) for state in (one, other, one, other)))
    servers = await asyncio.gather(*(state.newcomers.welcome_to(7) for state in (one, other)))
    assert sorted(firsts) == [False, False, False, True]
    assert sorted(servers) == [False, True]
    for state in (one, other):
        await state.close()


async def test_where_nothing_can_be_remembered_nothing_is_called_first(tmp_path: Path) -> None:
    state = State(tmp_path)
    with pytest.raises(StateError):
        await state.newcomers.answer_to(7)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("newcomer", [False, True])
async def test_replies_with_the_hint_stay_within_discords_budget(
    answers: Answers, language: Language, newcomer: bool
) -> None:
    papers = answers.library.days()[-1]
    ids = [paper.arxiv_id for paper in (await answers.library.day(papers)).papers]
    several = await listed(answers, ids)
    assert isinstance(several, Listed)
    replies: list[Answer] = [
        several,
        Welcome(),
        Help(),
        await answers.search("diffusion model", per_page=10),
        await answers.daily(),
        await answers.show("2402.08609"),
    ]
    for answer in replies:
        shown = components(answer, language, newcomer=newcomer)
        assert_within_budget(shown)
        assert ("처음 오셨군요." in text_of(shown) or "New here?" in text_of(shown)) is newcomer


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_full_reply_leaves_the_hint_out_rather_than_break(answers: Answers, language: Language) -> None:
    for day in answers.library.days():
        for page in (1, 2, 3):
            answer = await answers.daily(day.isoformat(), page)
            assert_within_budget(components(answer, language, newcomer=True))
