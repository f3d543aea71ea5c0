"""`make preview`, as a browser and a terminal see it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

WITHIN = 60.0  # seconds, for a start on a busy machine


@dataclass(slots=True)
class Browser:
    """What the page does over HTTP, as one of the people there."""

    session: aiohttp.ClientSession
    page: dict[str, Any]
    actions: int = 0

    @classmethod
    async def open(cls, session: aiohttp.ClientSession, name: str) -> Browser:
        async with session.post("/api/pages", json={}) as first:
            viewers = (await first.json())["viewers"]
        viewer = next(one["id"] for one in viewers if one["name"] == name)
        async with session.post("/api/pages", json={"viewer_id": viewer}) as page:
            return cls(session, await page.json())

    @property
    def _context(self) -> dict[str, str]:
        return {"X-Simcord-Context": self.page["context"]["id"]}

    async def commands(self) -> dict[str, dict[str, Any]]:
        """What is offered after a slash."""
        async with self.session.get("/api/commands", headers=self._context) as catalog:
            return {entry["invocation"]: entry for entry in (await catalog.json())["entries"]}

    async def run(self, invocation: str, **options: str) -> str:
        """The text of the reply to a slash command."""
        command = (await self.commands())[invocation]
        self.actions += 1
        action = {
            "protocol_version": 3,
            "sequence": self.actions,
            "request_id": f"request-{self.actions}",
            "generation": self.page["context"]["generation"],
            "bot_generation": self.page["botGeneration"],
            "published_revision": self.page["publishedRevision"],
            "kind": "run_command",
            "command_id": command["commandId"],
            "path": command["path"],
            "schema_fingerprint": command["schemaFingerprint"],
            "options": options,
        }
        async with self.session.post("/api/action", json=action, headers=self._context) as result:
            assert (await result.json())["settlement"] == "settled", await result.text()
        async with self.session.get("/api/state", headers=self._context) as state:
            self.page = await state.json()
        return json.dumps(self.page["messages"][self.page["timeline"][-1]], ensure_ascii=False)


async def start(tmp_path: Path, *arguments: str, module: str = "tests.preview") -> asyncio.subprocess.Process:
    environment = {**os.environ, "PAPERBOT_CORPUS__DATABASE": str(tmp_path / "corpus.db"), "LANG": "C.UTF-8"}
    environment["PAPERBOT_STATE__DATABASE"] = str(tmp_path / "state.db")
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, *arguments, env=environment, stdout=-1, stderr=-1
    )


@asynccontextmanager
async def _preview(tmp_path: Path, *arguments: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, str]]:
    """The process and the address that it printed, once it has said how to end it."""
    process = await start(tmp_path, *arguments)
    assert process.stdout
    try:
        async with asyncio.timeout(WITHIN):
            said = (await process.stdout.readuntil(b"Ctrl-C ends it.")).decode()
        [url] = re.findall(r"http://\S+", said)
        yield process, url
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def session_at(url: str) -> aiohttp.ClientSession:
    origin, capability = url.split("/#")
    return aiohttp.ClientSession(origin, headers={"X-Simcord-Capability": capability})


async def test_the_preview_answers_everyone_in_their_language_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    async with _preview(tmp_path) as (process, url):
        assert url.startswith("http://127.0.0.1:")
        async with session_at(url) as session:
            korean = await Browser.open(session, "지민")
            assert "2024년 2월 14일" in await korean.run("daily", date="2024-02-14")
            english = await Browser.open(session, "Alex")
            assert "14 Feb 2024" in await english.run("daily", date="2024-02-14")
        process.send_signal(signal.SIGINT)
        async with asyncio.timeout(WITHIN):
            said, complaints = await process.communicate()
        assert (process.returncode, complaints) == (0, b"")
        assert "The preview has ended." in said.decode()
        assert not (tmp_path / "state.db").exists()


async def test_only_who_manages_the_server_is_offered_its_commands(tmp_path: Path) -> None:
    async with _preview(tmp_path) as (_, url), session_at(url) as session:
        manager = await Browser.open(session, "Robin (Manage Server)")
        assert "58 papers" in await manager.run("corpus status")
        member = await Browser.open(session, "Alex")
        assert "corpus status" not in await member.commands()


async def test_alone_with_the_bot_there_are_only_direct_messages(tmp_path: Path) -> None:
    async with _preview(tmp_path, "--alone", "ko") as (_, url), session_at(url) as session:
        assert "2024년 2월 14일" in await (await Browser.open(session, "지민")).run("daily", date="2024-02-14")


async def test_a_port_that_is_taken_is_one_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        process = await start(tmp_path, "--port", str(port))
        async with asyncio.timeout(WITHIN):
            _, complaints = await process.communicate()
    assert process.returncode == 1
    assert complaints.decode().splitlines() == [
        f"paperbot: port {port} cannot be used (Address already in use). Choose another, or none to get a free one."
    ]
