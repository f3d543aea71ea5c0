"""The bot as its own process, as a person would run it."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from tests.forks import Fork, launch

from .errors import DriverError
from .server import FakeDiscord
from .waiting import PATIENCE

STOP_SECONDS = 5.0
"""SIGTERM must end the bot within this time."""

PROGRAM = ("-m", "bot")
CONFIGURED_BY_ENVIRONMENT = ("PAPERBOT_", "DISCORD_")


class BotProcess:
    """Use `async with BotProcess.start(discord, config) as bot`: ready inside the block, dead after it."""

    forked: ClassVar[bool] = False
    """Whether bots are forks, which are up sooner than what is started: for tests of what a bot does."""

    def __init__(self, process: Process | Fork) -> None:
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
        command: Sequence[str] = (),
        options: Sequence[str] = (),
        ready: bool = True,
    ) -> AsyncIterator[BotProcess]:
        """Runs `python -m bot --config CONFIG run`, with `options`; the configuration says where the fake is. With a
        `command`, `PROGRAM` too, Python is started with that in place of `-m bot`, whatever `forked` says.

        With `ready=False` it does not wait for the gateway: for a bot that must refuse to start.
        """
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(CONFIGURED_BY_ENVIRONMENT)}
        arguments = ["--config", str(config), "run", *options]
        environment = inherited | dict(env or {})
        if cls.forked and not command:
            process: Process | Fork = await launch(arguments, environment)
        else:
            process = await asyncio.create_subprocess_exec(
                sys.executable, *(command or PROGRAM), *arguments, stdin=DEVNULL, stdout=PIPE, stderr=PIPE,
                env=environment,
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
