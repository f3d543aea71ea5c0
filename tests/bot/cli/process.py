"""The program as its users call it, in a process of its own."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from tests import forks


async def start(home: Path, *arguments: str, **environment: str) -> forks.Fork:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PAPERBOT_", "HF_", "LC_"))}
    return await forks.launch(arguments, kept | {"LANG": "en_US.UTF-8"} | environment, home)


async def run(home: Path, *arguments: str, **environment: str) -> tuple[int | None, str, str]:
    process = await start(home, *arguments, **environment)
    async with asyncio.timeout(60):
        out, errors = await process.communicate()
    return process.returncode, out.decode(), errors.decode()
