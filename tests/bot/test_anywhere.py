"""Where the commands can be used, what the help names, and the hint below the first reply."""

from __future__ import annotations

import pytest

from bot.core.answer import Answer
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.location import Location
from bot.discord.app_commands import Translator
from bot.discord.client import Paperbot
from bot.features.daily.service import Daily
from bot.features.extensions import EXTENSIONS
from bot.features.help.answers import Welcome
from bot.features.papers.answers import Listed
from bot.features.papers.service import Papers
from bot.rendering.language import Language
from tests.bot.views import assert_within_budget, components, text_of

IN_SERVERS_ONLY = {"corpus", "schedule"}
"""Commands for those who run a server."""


async def manual_of(app: App) -> Answer:
    return await app.open(Location("manual", ""), Asker(1, None, "en"))


async def test_every_command_says_where_and_for_whom_it_is(app: App) -> None:
    bot = Paperbot(app, EXTENSIONS)
    translator = Translator()
    payloads = [await command.get_translated_payload(bot.tree, translator) for command in bot.tree.get_commands()]
    assert {"paper", "daily", "help", "Find papers"} <= {payload["name"] for payload in payloads}
    for payload in payloads:
        servers_only = payload["name"] in IN_SERVERS_ONLY
        assert set(payload["contexts"]) == ({0} if servers_only else {0, 1, 2}), payload["name"]
        assert set(payload["integration_types"]) == ({0} if servers_only else {0, 1}), payload["name"]
        assert "ko" in payload["name_localizations"], payload["name"]


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_the_help_names_every_command(app: App, language: Language) -> None:
    bot, shown = Paperbot(app, EXTENSIONS), text_of(components(await manual_of(app), language))
    for command in bot.tree.get_commands():
        payload = await command.get_translated_payload(bot.tree, Translator())
        name = payload["name"] if language == "en" else payload["name_localizations"]["ko"]
        assert payload["name"] == "help" or (f"/{name}" if payload["type"] == 1 else name) in shown


async def test_no_privileged_intent_is_asked_for(app: App) -> None:
    intents = Paperbot(app, EXTENSIONS).intents
    assert intents.guild_messages
    assert intents.dm_messages
    assert not intents.message_content
    assert not intents.members
    assert not intents.presences


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("newcomer", [False, True])
async def test_replies_with_the_hint_stay_within_discords_budget(app: App, language: Language, newcomer: bool) -> None:
    papers = app.service(Papers)
    ids = [paper.arxiv_id for paper in (await app.library.day(app.library.days()[-1])).papers]
    several = await papers.listed(ids)
    assert isinstance(several, Listed)
    replies: list[Answer] = [
        several,
        Welcome(await app.examples.current()),
        await manual_of(app),
        await papers.search("diffusion model", per_page=10),
        await app.service(Daily).show(),
        await papers.show("2402.08609"),
    ]
    for answer in replies:
        shown = components(answer, language, newcomer=newcomer)
        assert_within_budget(shown)
        assert ("처음 오셨군요." in text_of(shown) or "New here?" in text_of(shown)) is newcomer


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_full_reply_leaves_the_hint_out_rather_than_break(app: App, language: Language) -> None:
    for day in app.library.days():
        for page in (1, 2, 3):
            answer = await app.service(Daily).show(day.isoformat(), page)
            assert_within_budget(components(answer, language, newcomer=True))
