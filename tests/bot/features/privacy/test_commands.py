"""What is kept on people: shown whole, deleted whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.discord.client import Paperbot
from bot.features.papers.service import Answers
from bot.state import State
from bot.state.database import SCHEMA
from bot.state.saved import SavedPaper
from retrieval.storage.database import Database
from tests.bot.test_discord import Server, buttons, server, simcord_bot, texts
from tests.conftest import Clock

__all__ = ["server", "simcord_bot"]

pytestmark = pytest.mark.simcord(shard_count=1)

MOE = "2402.08609"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state.db"


@pytest.fixture
async def state(path: Path) -> AsyncIterator[State]:
    state = await State.open(path)
    yield state
    await state.close()


async def keep_something(server: Server, state: State) -> None:
    for member in (server.alice, server.bob):
        await state.settings.set_language(member.id, "en")
        await member.slash(server.channel, "saved add", paper=MOE)


async def test_everything_that_is_kept_is_shown_as_a_file(server: Server, state: State, clock: Clock) -> None:
    await keep_something(server, state)
    shown = await server.alice.slash(server.channel, "privacy show")
    assert shown.ephemeral
    assert shown.response
    [file] = shown.response.attachments
    assert file.filename == "paperbot-privacy.json"
    title = "Mixtures of Experts Unlock Parameter Scaling for Deep RL"
    assert json.loads(await file.read()) == {
        "user_id": str(server.alice.id),
        "saved_papers": [{"id": 1, "arxiv_id": MOE, "title": title, "saved_at": clock.now.isoformat()}],
        "user_settings": [{"language": "en", "private": 0}],
    }


async def test_of_who_asked_for_nothing_nothing_is_kept(server: Server) -> None:
    for command in ("privacy show", "privacy delete"):
        answer = await server.alice.slash(server.channel, command)
        assert answer.ephemeral
        assert texts(answer) == "Nothing is kept on you."


async def test_of_who_only_searched_no_more_is_kept_than_that_they_were_answered(server: Server, state: State) -> None:
    await server.alice.slash(server.channel, "paper search", query="diffusion")
    assert await state.privacy.of(server.alice.id) == {"answered_users": [{"user_id": server.alice.id}]}
    assert await state.privacy.forget(server.alice.id) == 1


async def test_deletion_is_asked_for_and_then_complete(server: Server, state: State, answers: Answers) -> None:
    await keep_something(server, state)
    asked = await server.alice.slash(server.channel, "privacy delete")
    assert asked.ephemeral
    assert len(await state.saved.of(server.alice.id)) == 1
    await server.env.restart_bot(Paperbot(answers, state))
    assert asked.response
    done = await server.alice.click(asked.response.message, label="Delete everything")
    assert texts(done) == "Everything that was kept on you is deleted (2)."
    assert not buttons(done)
    assert await state.privacy.of(server.alice.id) == {}
    assert len(await state.privacy.of(server.bob.id)) == 2


async def test_what_was_deleted_is_in_no_file_of_the_state(state: State, path: Path, clock: Clock) -> None:
    def held() -> bool:
        return any(b"2312.98765" in file.read_bytes() for file in path.parent.iterdir())

    await state.saved.add(7, SavedPaper("2312.98765", "A Title", clock.now))
    assert held()
    await state.privacy.forget(7)
    assert not held()


async def test_every_table_with_a_user_is_shown_and_emptied_be_it_as_new_as_may_be(tmp_path: Path) -> None:
    newest = (
        "CREATE TABLE clubs (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL)",
        """CREATE TABLE "a club's members" (club INTEGER NOT NULL REFERENCES clubs (id), user_id INTEGER NOT NULL)""",
        "CREATE TABLE weather (day TEXT)",
    )
    schema = replace(SCHEMA, steps=(*SCHEMA.steps, newest))
    await (await Database.open(tmp_path / "state.db", schema)).close()
    with closing(sqlite3.connect(tmp_path / "state.db", isolation_level=None)) as connection:
        connection.execute("INSERT INTO clubs VALUES (1, 7), (2, 8)")
        connection.execute("""INSERT INTO "a club's members" VALUES (1, 7), (2, 8)""")
        connection.execute("PRAGMA user_version = 2")
    state = await State.open(tmp_path / "state.db")
    assert set(await state.privacy.of(7)) == {"clubs", "a club's members"}
    assert await state.privacy.forget(7) == 2
    assert await state.privacy.of(7) == {}
    assert set(await state.privacy.of(8)) == {"clubs", "a club's members"}
    await state.close()


async def test_every_personal_table_of_this_release_is_found(path: Path, state: State) -> None:
    """A row that tells of a person without naming them `user_id` would be forgotten by what shows and deletes it."""
    with closing(sqlite3.connect(path)) as connection:
        columns = connection.execute(
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'"
        ).fetchall()
    tables = {table for table, column in columns if column == "user_id"}
    suspects = {(table, column) for table, column in columns if "user" in column or "member" in column}
    assert {"saved_papers", "user_settings"} <= tables
    assert {table for table, _ in suspects} == tables
