"""/privacy: what is kept on people, shown whole and deleted whole."""

from __future__ import annotations

import json

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.features.privacy.phrases import KINDS
from bot.state import State
from bot.state.privacy import personal_tables
from tests.bot.views import Server, buttons, texts
from tests.conftest import Clock

pytestmark = pytest.mark.simcord(shard_count=1)

MOE = "2402.08609"


async def keep_something(server: Server, state: State) -> None:
    for member in (server.alice, server.bob):
        await state.settings.set_language(member.id, "en")
        await member.slash(server.channel, "saved add", paper=MOE)


async def test_everything_that_is_kept_is_shown_as_a_file(server: Server, state: State, clock: Clock) -> None:
    await keep_something(server, state)
    shown = await server.alice.slash(server.channel, "privacy show")
    assert shown.ephemeral
    assert shown.response
    summary, _ = texts(shown).splitlines()
    assert summary == "Stored about you, 2 in all: 1 saved paper · your settings"
    [file] = shown.response.attachments
    assert file.filename == "paperbot-privacy.json"
    title = "Mixtures of Experts Unlock Parameter Scaling for Deep RL"
    assert json.loads(await file.read()) == {
        "user_id": str(server.alice.id),
        "saved_papers": [{"id": 1, "arxiv_id": MOE, "title": title, "saved_at": clock.now.isoformat()}],
        "user_settings": [{"language": "en", "private": False, "words": True}],
    }


async def test_of_who_asked_for_nothing_nothing_is_kept(server: Server) -> None:
    for command in ("privacy show", "privacy delete"):
        answer = await server.alice.slash(server.channel, command)
        assert answer.ephemeral
        assert texts(answer) == "Nothing is stored about you."


async def test_of_who_only_searched_no_more_is_kept_than_that_they_were_answered(server: Server, state: State) -> None:
    await server.alice.slash(server.channel, "paper search", query="diffusion")
    assert await state.privacy.of(server.alice.id) == {"answered_users": [{"user_id": server.alice.id}]}
    assert await state.privacy.forget(server.alice.id) == 1


async def test_deletion_is_asked_for_and_then_complete(server: Server, state: State, app: App) -> None:
    await keep_something(server, state)
    asked = await server.alice.slash(server.channel, "privacy delete")
    assert asked.ephemeral
    assert len(await state.saved.of(server.alice.id)) == 1
    await server.env.restart_bot(Paperbot(app, EXTENSIONS))
    assert asked.response
    done = await server.alice.click(asked.response.message, label="Delete everything")
    assert texts(done) == "Everything stored about you is deleted (2)."
    assert not buttons(done)
    assert await state.privacy.of(server.alice.id) == {}
    assert len(await state.privacy.of(server.bob.id)) == 2


def test_people_are_told_of_every_table_that_is_about_them() -> None:
    assert {table.name for table in personal_tables()} == set(KINDS)
