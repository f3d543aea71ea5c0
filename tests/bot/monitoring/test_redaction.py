from __future__ import annotations

import sqlite3
from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.monitoring.redaction import in_words, message_of, told
from bot.state import StateError
from retrieval.storage.faults import StoreFault

TYPED = "what somebody typed"


def refused(text: str) -> discord.HTTPException:
    response = SimpleNamespace(status=400, reason="Bad Request")
    return discord.HTTPException(cast(aiohttp.ClientResponse, response), {"code": 50035, "message": text})


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError(TYPED), "ValueError"),
        (KeyError(TYPED), "KeyError"),
        (refused(TYPED), "HTTPException 400 (code 50035)"),
        (app_commands.AppCommandError(TYPED), "AppCommandError"),
        (OSError(28, "No space left on device", TYPED), "OSError: No space left on device"),
        (sqlite3.OperationalError(f"no such column: {TYPED}"), "OperationalError"),
        (TimeoutError(), "TimeoutError"),
        (StateError(StoreFault.CLOSED, path="state.db"), "state.db is closed: Paperbot is stopping."),
    ],
)
def test_an_error_is_told_without_what_it_quotes(error: BaseException, said: str) -> None:
    assert in_words(error) == said


def test_a_traceback_tells_kinds_and_places_of_all_errors_of_a_chain_but_not_their_words() -> None:
    def fail() -> None:
        try:
            raise KeyError(TYPED)
        except KeyError as error:
            raise ExceptionGroup(TYPED, [ValueError(TYPED), OSError(2, "No such file or directory", TYPED)]) from error

    with pytest.raises(ExceptionGroup) as raised:
        fail()
    text = told(raised.value)
    assert TYPED not in text
    assert text.index("KeyError") < text.index("ExceptionGroup") < text.index("of 2: ValueError")
    assert "FileNotFoundError: No such file or directory" in text
    assert "test_redaction.py" in text


def test_a_circle_of_causes_ends() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    assert told(one).count("Traceback") == 2


@pytest.mark.parametrize(
    ("name", "template", "args", "said"),
    [
        ("bot.core.errors", "no answer: %s", (ValueError(TYPED),), "no answer: ValueError"),
        ("bot.cli.run", "%d papers in %s", (3, "seeds"), "3 papers in seeds"),
        ("discord.ui.view", "Ignoring exception in view %r", (TYPED,), "Ignoring exception in view '…'"),
        ("discord.http", "%s responded with %d in %.2fs", (TYPED, 429, 0.5), "… responded with 429 in 0.50s"),
        ("discord.http", "User: %s, guild_id %d", (2**60, 2**60), "User: …, guild_id 0"),
        ("aiosqlite", "executing %(what)s", ({"what": TYPED},), "executing …"),
        ("asyncio", f"Never retrieved\nfuture: <Task {TYPED}>", (), "Never retrieved"),
        ("asyncio", f"Exception in callback work({TYPED})", (), "Exception in callback work"),
        ("py.warnings", "%s", ("x.py:3: UserWarning",), "x.py:3: UserWarning"),
    ],
)  # fmt: skip
def test_what_other_libraries_say_keeps_what_is_constant_and_numbers(
    name: str, template: str, args: tuple[object, ...], said: str
) -> None:
    assert message_of(name, template, args[0] if args and isinstance(args[0], dict) else args) == said
