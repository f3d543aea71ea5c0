"""What systemd is told reaches it, however busy it is."""

from __future__ import annotations

import asyncio
import socket
from functools import partial
from pathlib import Path

import pytest

from bot.monitoring.systemd import ALIVE, READY, notify


async def test_it_hears_that_the_bot_is_ready_though_it_had_not_read_what_came_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = str(tmp_path / "notify")
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)
        systemd.settimeout(20)
        for _ in range(1_000):
            notify(ALIVE)
        telling = asyncio.get_running_loop().run_in_executor(None, partial(notify, READY, within=20))
        heard = ""
        while heard != READY:
            heard = (await asyncio.to_thread(systemd.recv, 4096)).decode()
        await telling
