"""One call of the command line: its settings, its language, and how it ends."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import click

from bot.answer import Notice
from bot.config import Config, ConfigError, load_config
from bot.words import Language, language_of
from retrieval.digests.files import CorpusError
from retrieval.library import Library
from retrieval.storage.database import StoreError

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_CONFIG = 78  # EX_CONFIG of sysexits.h


@dataclass(frozen=True, slots=True)
class Invocation:
    """What every command needs: where the settings are, and the reader's language."""

    config_file: Path | None
    language: Language

    def config(self) -> Config:
        try:
            return load_config(self.config_file)
        except ConfigError as error:
            for fault in error.faults:
                click.echo(f"paperbot: {fault.say(self.language)}", err=True)
            raise SystemExit(EXIT_CONFIG) from None

    def fail(self, sentence: str, code: int = EXIT_FAILED) -> SystemExit:
        click.echo(f"paperbot: {sentence}", err=True)
        return SystemExit(code)

    def refuse(self, notice: Notice, code: int) -> SystemExit:
        return self.fail(notice.phrase.say(self.language, **notice.values), code)

    def run(self, work: Callable[[Library], Awaitable[int]]) -> None:
        """Open the library, do the work, and leave with the code that it gives."""
        config = self.config()
        try:
            code = asyncio.run(_with_library(config, work))
        except (StoreError, CorpusError) as error:
            raise self.fail(str(error)) from None
        raise SystemExit(code)


async def _with_library(config: Config, work: Callable[[Library], Awaitable[int]]) -> int:
    library = await Library.open(config.corpus_database, config.digests, glossary=config.glossary)
    try:
        return await work(library)
    finally:
        await library.close()


def language_of_environment() -> Language:
    """The language of the POSIX locale."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return language_of(next((value for name in names if (value := os.environ.get(name))), "en"))
