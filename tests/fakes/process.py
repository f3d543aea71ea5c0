"""The bot as its own process, as a person would run it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from .errors import DriverError
from .server import FakeDiscord
from .waiting import PATIENCE

STOP_SECONDS = 5.0
"""SIGTERM must end the bot within this time."""

CONFIGURED_BY_ENVIRONMENT = ("PAPERBOT_", "DISCORD_")


class BotProcess:
    """Use `async with BotProcess.start(discord, config) as bot`: ready inside the block, dead after it."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._output = bytearray()
        self._errors = bytearray()
        self._readers = [
            asyncio.create_task(_collect(process.stdout, self._output)),
            asyncio.create_task(_collect(process.stderr, self._errors)),
        ]

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        discord: FakeDiscord,
        config: Path,
        *,
        env: Mapping[str, str] | None = None,
        command: Sequence[str] = ("-m", "bot"),
        options: Sequence[str] = (),
        ready: bool = True,
    ) -> AsyncIterator[BotProcess]:
        """Runs `python -m bot --config CONFIG run`, with `options`; the configuration says where the fake is.

        With `ready=False` it does not wait for the gateway: for a bot that must refuse to start.
        """
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(CONFIGURED_BY_ENVIRONMENT)}
        arguments = [*command, "--config", str(config), "run", *options]
        process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, stdin=asyncio.subprocess.DEVNULL, stdout=PIPE, stderr=PIPE,
            env=inherited | dict(env or {}),
        )  # fmt: skip
        bot = cls(process)
        try:
            if ready:
                await bot._ready(discord)
            yield bot
        finally:
            await bot._kill()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def stdout(self) -> str:
        return self._output.decode(errors="replace")

    @property
    def stderr(self) -> str:
        return self._errors.decode(errors="replace")

    async def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Sends SIGTERM, or another signal; the exit code."""
        self._process.send_signal(number)
        return await self.exit(STOP_SECONDS)

    async def exit(self, timeout: float = PATIENCE) -> int:
        """Waits for the process to end by itself; the exit code."""
        try:
            code = await asyncio.wait_for(self._process.wait(), timeout)
        except TimeoutError:
            raise DriverError(f"the bot did not end within {timeout:g} s; it said:\n{self.stderr}") from None
        await asyncio.gather(*self._readers)
        return code

    async def _ready(self, discord: FakeDiscord) -> None:
        ready = asyncio.create_task(discord.ready())
        ended = asyncio.create_task(self._process.wait())
        try:
            await asyncio.wait({ready, ended}, return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                await asyncio.gather(*self._readers)
                raise DriverError(f"the bot ended with {ended.result()} before it was ready; it said:\n{self.stderr}")
            await ready
        except DriverError as error:
            raise DriverError(f"{error}\nIt said:\n{self.stderr}") from None
        finally:
            for task in (ready, ended):
                task.cancel()
            await asyncio.gather(ready, ended, return_exceptions=True)

    async def _kill(self) -> None:
        if self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        await asyncio.gather(*self._readers)


async def _collect(stream: asyncio.StreamReader | None, into: bytearray) -> None:
    assert stream is not None
    while chunk := await stream.read(65536):
        into.extend(chunk)
