"""paperbot run | chat | search | ask | daily | show | term | trends | reload | status | check | backup"""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import operator_words, output, words
from bot.answer import DayPage, NoDay, Notice, PaperCard, Reloaded, Results, Status, Term
from bot.answers import PASSAGES, Answers
from bot.checkup import checkup
from bot.config import Config
from bot.invocation import EXIT_CONFIG, EXIT_FAILED, EXIT_USAGE, Invocation, language_of_environment
from bot.prompt import converse
from bot.state import State, back_up
from bot.terminal import Terminal
from bot.trends_cli import trends
from bot.words import Language
from retrieval.digests.files import CorpusError
from retrieval.library import Library
from retrieval.storage.database import StoreError
from retrieval.storage.store import Day

MAX_LIMIT = 10_000


def _now() -> datetime:
    return datetime.now(UTC)


def _print_json(value: output.Object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False))


def _queries(text: tuple[str, ...]) -> Iterator[str]:
    """What was given as arguments, as one query; without any, each line of standard input."""
    if text:
        yield " ".join(text)
    elif sys.stdin is not None:  # as it is where it was closed
        yield from (line.rstrip("\r\n") for line in sys.stdin)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Settings file (TOML).")
@click.option("--lang", type=click.Choice(["ko", "en"]), help="Language of the replies; else that of the locale.")
@click.option("-v", "--verbose", is_flag=True, help="Log more, to standard error.")
@click.version_option(package_name="paperbot")
@click.pass_context
def paperbot(context: click.Context, config_file: Path | None, lang: Language | None, verbose: bool) -> None:
    """Find AI papers in Korean daily digests, here or in Discord."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    level = logging.DEBUG if verbose else logging.INFO if context.invoked_subcommand == "run" else logging.WARNING
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("discord").setLevel(logging.INFO if verbose else logging.WARNING)
    context.obj = Invocation(config_file, lang or language_of_environment())


_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line, and nothing else.")
_words = click.argument("text", nargs=-1)
_free_text = {"ignore_unknown_options": True}  # a query may begin with a minus sign


@paperbot.command(context_settings=_free_text)
@_words
@click.option("--limit", type=click.IntRange(1, MAX_LIMIT), default=10, show_default=True, help="How many papers.")
@click.option("--loose", is_flag=True, help="After what is about the query, list what is near it.")
@_as_json
@click.pass_obj
def search(invocation: Invocation, text: tuple[str, ...], limit: int, loose: bool, as_json: bool) -> None:
    """Search the papers. Without TEXT: one query a line from standard input."""

    async def work(library: Library) -> int:
        answers, terminal = Answers(library, _now), Terminal(invocation.language)
        for query in _queries(text):
            if as_json:
                _print_json(output.search_object(query, await library.search(query, limit, loose=loose)))
            else:
                terminal.show(await answers.search(query, per_page=limit))
        return 0

    invocation.run(work)


@paperbot.command(context_settings=_free_text)
@_words
@click.option("--limit", type=click.IntRange(1, MAX_LIMIT), default=PASSAGES, show_default=True, help="How many.")
@_as_json
@click.pass_obj
def ask(invocation: Invocation, text: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find the sentences that answer a question. Without TEXT: one question a line from standard input."""

    async def work(library: Library) -> int:
        answers, terminal = Answers(library, _now), Terminal(invocation.language)
        for question in _queries(text):
            if as_json:
                _print_json(output.passages_object(question, await library.ask(question, limit)))
            else:
                terminal.show(await answers.ask(question, limit))
        return 0

    invocation.run(work)


@paperbot.command()
@_words
@_as_json
@click.pass_obj
def daily(invocation: Invocation, text: tuple[str, ...], as_json: bool) -> None:
    """List the papers of a day (2024-02-14, 2.14, today, …), by votes. Without TEXT: the newest day."""

    async def work(library: Library) -> int:
        answers, terminal = Answers(library, _now, papers_per_day_page=MAX_LIMIT), Terminal(invocation.language)
        answer = await answers.daily(" ".join(text))
        match answer:
            case Notice():
                raise invocation.refuse(answer, EXIT_FAILED if answer.phrase is words.EMPTY_CORPUS else EXIT_USAGE)
            case DayPage() if as_json:
                _print_json(output.day_object(answer.day))
            case NoDay() if as_json:
                _print_json(output.day_object(Day(answer.day, (), answer.previous, answer.next)))
            case _:
                terminal.show(answer)
        return 0

    invocation.run(work)


@paperbot.command()
@click.argument("text", nargs=-1, required=True)
@_as_json
@click.pass_obj
def show(invocation: Invocation, text: tuple[str, ...], as_json: bool) -> None:
    """Show one paper whole. TEXT is an arXiv id, a link or a title."""

    async def work(library: Library) -> int:
        answer = await Answers(library, _now).show(" ".join(text))
        match answer:
            case PaperCard() if as_json:
                _print_json(output.paper_object(answer.paper))
            case Results() if as_json:
                raise invocation.refuse(answer.notices[0], EXIT_FAILED)
            case Notice():
                raise invocation.refuse(answer, EXIT_FAILED)
            case _:
                Terminal(invocation.language).show(answer)
        return 0 if isinstance(answer, PaperCard) else EXIT_FAILED

    invocation.run(work)


@paperbot.command(context_settings=_free_text)
@click.argument("text", nargs=-1, required=True)
@_as_json
@click.pass_obj
def term(invocation: Invocation, text: tuple[str, ...], as_json: bool) -> None:
    """Say what a term is called in the other language, and show papers on it."""

    async def work(library: Library) -> int:
        answer = await Answers(library, _now).term(" ".join(text))
        match answer:
            case Term() if as_json:
                _print_json(output.term_object(answer))
            case Notice():
                raise invocation.refuse(answer, EXIT_FAILED)
            case _:
                Terminal(invocation.language).show(answer)
        return 0

    invocation.run(work)


@paperbot.command()
@_as_json
@click.pass_obj
def reload(invocation: Invocation, as_json: bool) -> None:
    """Bring the database up to date with the digests, and report what changed."""

    async def work(library: Library) -> int:
        if as_json:
            _print_json(output.reload_object(library.opening))
        else:
            Terminal(invocation.language).show(Reloaded(library.opening))
        return 0

    invocation.run(work)


@paperbot.command()
@_as_json
@click.pass_obj
def status(invocation: Invocation, as_json: bool) -> None:
    """Say how many papers there are, and from when."""

    async def work(library: Library) -> int:
        if as_json:
            _print_json(output.status_object(library.status()))
        else:
            Terminal(invocation.language).show(Status(library.status()))
        return 0

    invocation.run(work)


@paperbot.command()
@click.pass_obj
def chat(invocation: Invocation) -> None:
    """Talk to the bot here: the same slash commands as in Discord, and plain text as a search."""
    config = invocation.config()

    async def work(library: Library) -> int:
        history = config.state_database.parent / "chat-history"
        state = State(config.state_database)
        try:
            await converse(Answers(library, _now), state, Terminal(invocation.language), invocation.language, history)
        finally:
            await state.close()
        return 0

    invocation.run(work)


@paperbot.command()
@click.pass_obj
def check(invocation: Invocation) -> None:
    """Say what is wrong with configuration, databases and token, and how to mend it."""
    raise SystemExit(asyncio.run(checkup(invocation.config(), invocation.language, click.echo)))


@paperbot.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(invocation: Invocation, file: Path) -> None:
    """Copy what people asked the bot to remember into FILE, while the bot may be running."""
    config = invocation.config()
    try:
        back_up(config.state_database, file)
    except StoreError as error:
        raise invocation.fail(str(error)) from None
    click.echo(operator_words.BACKED_UP.say(invocation.language, file=file))


@paperbot.command()
@click.pass_obj
def run(invocation: Invocation) -> None:
    """Run the bot in Discord until it is told to stop (Ctrl-C or SIGTERM)."""
    config = invocation.config()
    if not config.discord.token.get_secret_value():
        raise invocation.fail(operator_words.CONFIG_NO_TOKEN.say(invocation.language), EXIT_CONFIG)
    raise SystemExit(asyncio.run(_serve(invocation, config)))


async def _serve(invocation: Invocation, config: Config) -> int:
    from bot.service import TokenRefused, Unreachable, leave, serve  # here: discord.py takes long to import

    code = 0
    try:
        await serve(config)
    except TokenRefused:
        code = EXIT_CONFIG
        invocation.fail(operator_words.CONFIG_TOKEN_REFUSED.say(invocation.language), code)
    except (Unreachable, StoreError, CorpusError) as error:
        code = EXIT_FAILED
        invocation.fail(str(error), code)
    await leave(code)
    return code


paperbot.add_command(trends)


def main() -> None:
    try:
        paperbot()
    except OSError as error:  # of standard output, on a full disk for example: all else says its own faults
        click.echo(f"paperbot: {error.strerror}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python still has to write there
        sys.exit(EXIT_FAILED)
