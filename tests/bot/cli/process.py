"""The program as its users call it, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

ROOT = Path(__file__).parents[3]


async def start(home: Path, *arguments: str, **environment: str) -> Process:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PAPERBOT_", "HF_", "LC_"))}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *arguments, cwd=home, stdout=PIPE, stderr=PIPE,
        env=kept | {"PYTHONPATH": str(ROOT), "LANG": "en_US.UTF-8"} | environment,
    )  # fmt: skip


async def run(home: Path, *arguments: str, **environment: str) -> tuple[int | None, str, str]:
    process = await start(home, *arguments, **environment)
    async with asyncio.timeout(60):
        out, errors = await process.communicate()
    return process.returncode, out.decode(), errors.decode()
