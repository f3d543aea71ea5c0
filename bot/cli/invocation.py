"""One call of the command line: its settings, its language, and how it ends."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.loading import loading
from bot.core.answer import Answer, Notice, Reason
from bot.core.faults import explained
from bot.core.sentences.written import ReplyLanguage
from bot.rendering.language import LANGUAGES, Language, language_of
from retrieval.digests.files import CorpusError
from retrieval.storage.faults import StoreError

if TYPE_CHECKING:
    from bot.cli.config import Config
    from bot.core.app import App

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_CONFIG = 78  # EX_CONFIG of sysexits.h

as_json_option = click.option("--json", "as_json", is_flag=True)
words_argument = click.argument("text", nargs=-1)
free_text = {"ignore_unknown_options": True}  # a query may begin with a minus sign


@dataclass(frozen=True, slots=True)
class Invocation:
    """What every command needs: where the settings are, and the reader's language, which somebody asked for or else is
    that of the locale."""

    config_file: Path | None
    language: Language
    is_asked_for: bool = False

    def reply_language(self) -> ReplyLanguage:
        """That of replies in a conversation."""
        return ReplyLanguage(self.language, self.is_asked_for)

    def config(self) -> Config:
        with loading():  # here, because help and faults of usage need none
            from bot.cli.config import ConfigError, load_config
        try:
            return load_config(self.config_file)
        except ConfigError as error:
            for fault in error.faults:
                click.echo(f"paperbot: {fault.say(self.language)}", err=True)
            raise SystemExit(EXIT_CONFIG) from None

    def fail(self, sentence: str, code: int = EXIT_FAILED) -> SystemExit:
        click.echo(f"paperbot: {sentence}", err=True)
        return SystemExit(code)

    def refuse(self, notice: Notice) -> SystemExit:
        """The end of a command that has a notice for an answer: wrong usage, or failure."""
        code = EXIT_USAGE if notice.reason is Reason.MISUSE else EXIT_FAILED
        return self.fail(notice.say(self.language), code)

    def unless_misused(self, answer: Answer) -> Answer:
        """The answer, if it is one; where it says that nothing sensible was asked, the command ends."""
        if isinstance(answer, Notice) and answer.reason is Reason.MISUSE:
            raise self.refuse(answer)
        return answer

    def run(self, work: Callable[[App], Awaitable[int]], today: date | None = None) -> None:
        """Open the library, do the work with the application over it, and leave with the code that it gives. `today` is
        another day than the present one."""
        config = self.config()
        with loading():
            from bot.cli.opening import with_app
        try:
            code = asyncio.run(with_app(config, work, today))
        except (StoreError, CorpusError) as error:
            raise self.refuse(explained(error)) from None
        raise SystemExit(code)


def print_json(value: Mapping[str, Any]) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def queries(text: tuple[str, ...]) -> Iterator[str]:
    """What was given as arguments, as one query; without any, each line of standard input."""
    if text:
        yield " ".join(text)
    elif sys.stdin is not None:  # as it is where it was closed
        yield from (line.rstrip("\r\n") for line in sys.stdin)


def language_asked_for(arguments: Sequence[str]) -> Language:
    """The language in which to speak of a call before it is understood: that of its --lang, else of the environment."""
    named = [two for one, two in pairwise(arguments) if one == "--lang"]
    named += [one.removeprefix("--lang=") for one in arguments if one.startswith("--lang=")]
    return next((language for language in LANGUAGES if language in named), language_of_environment())


def language_of_environment() -> Language:
    """The language of the POSIX locale."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return language_of(next((value for name in names if (value := os.environ.get(name))), "en"))
