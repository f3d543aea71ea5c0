"""The program `paperbot`, and its commands for those who run it."""

from __future__ import annotations

import asyncio
import gc
import io
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path

import click

from bot.cli import phrases
from bot.cli.config import Config
from bot.cli.help import Command, Modules, Program, say_usage_error
from bot.cli.invocation import (
    EXIT_CONFIG,
    EXIT_FAILED,
    EXIT_USAGE,
    Invocation,
    language_asked_for,
    language_of_environment,
)
from bot.cli.sections import MAX_SHARDS
from bot.cli.shards import ShardsError, with_shards
from bot.core.app import App
from bot.core.faults import explained, said_by_system
from bot.monitoring.log import flush as flush_log
from bot.monitoring.log import set_up as set_up_log
from bot.monitoring.log import take_over as take_over_log
from bot.rendering.language import Language
from retrieval.digests.files import CorpusError
from retrieval.storage.faults import StoreError

log = logging.getLogger(__name__)

_MODULES = {
    "search": "bot.cli.papers",
    "ask": "bot.cli.papers",
    "say": "bot.cli.say",
    "daily": "bot.cli.daily",
    "show": "bot.cli.papers",
    "term": "bot.cli.papers",
    "trends": "bot.cli.trends",
    "chat": "bot.cli.main",
    "run": "bot.cli.main",
    "fetch": "bot.cli.fetch",
    "summarize": "bot.cli.summarize",
    "status": "bot.cli.corpus",
    "reload": "bot.cli.corpus",
    "check": "bot.cli.main",
    "backup": "bot.cli.state",
    "restore": "bot.cli.state",
    "state": "bot.cli.state",
}
"""Where each command is."""


@click.group(cls=Program, commands=Modules(_MODULES), context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--lang", type=click.Choice(["ko", "en"]))
@click.option("-v", "--verbose", is_flag=True)
@click.version_option(package_name="paperbot", message="%(prog)s %(version)s")
@click.pass_context
def paperbot(context: click.Context, config_file: Path | None, lang: Language | None, verbose: bool) -> None:
    """Find AI papers in Korean daily digests, here or in Discord."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    level = logging.DEBUG if verbose else logging.WARNING
    set_up_log(level)
    context.obj = Invocation(config_file, lang or language_of_environment(), bool(lang))


@click.command(cls=Command)
@click.pass_obj
def chat(invocation: Invocation) -> None:
    """Talk to the bot here: the same slash commands as in Discord, and plain sentences."""
    from bot.console.prompt import converse

    config = invocation.config()
    beside = config.state_database if isinstance(config.state_database, Path) else config.corpus_database
    history = beside.parent / "chat-history"

    async def work(app: App) -> int:
        await converse(app, invocation.reply_language(), history)
        return 0

    invocation.run(work)


@click.command(cls=Command)
@click.option("--repair", is_flag=True)
@click.pass_obj
def check(invocation: Invocation, repair: bool) -> None:
    """Say what is wrong with configuration, databases, sources, model and token, and how to mend it."""
    from bot.cli.check import checkup

    raise SystemExit(asyncio.run(checkup(invocation.config(), invocation.language, click.echo, repair=repair)))


@click.command(cls=Command)
@click.option("--shards", metavar="N,N")
@click.option("--shard-count", type=click.IntRange(1, MAX_SHARDS), metavar="N")
@click.pass_obj
def run(invocation: Invocation, shards: str | None, shard_count: int | None) -> None:
    """Run the bot in Discord until it is told to stop (Ctrl-C or SIGTERM)."""
    config = invocation.config()
    if not config.discord.token.get_secret_value():
        raise invocation.fail(phrases.CONFIG_NO_TOKEN.say(invocation.language), EXIT_CONFIG)
    try:
        config = replace(config, discord=with_shards(config.discord, shards, shard_count))
    except ShardsError as error:
        raise invocation.fail(error.phrase.say(invocation.language, **error.values), EXIT_USAGE) from None
    verbose = logging.getLogger().isEnabledFor(logging.DEBUG)
    set_up_log(
        logging.DEBUG if verbose else logging.getLevelNamesMapping()[config.log.level.upper()], config.log.format
    )
    raise SystemExit(asyncio.run(_serve(invocation, config)))


async def _serve(invocation: Invocation, config: Config) -> int:
    gc.disable()
    # Here, because discord.py takes long to import.
    from bot.cli.run import leave, serve
    from bot.discord.connection import TokenRefused, Unreachable

    gc.freeze()
    gc.enable()
    take_over_log()
    code, sentence = 0, ""
    try:
        await serve(config)
    except TokenRefused:
        code, sentence = EXIT_CONFIG, phrases.CONFIG_TOKEN_REFUSED.say(invocation.language)
    except (StoreError, CorpusError) as error:
        code, sentence = EXIT_FAILED, explained(error).say(invocation.language)
    except Unreachable as error:
        code, sentence = EXIT_FAILED, error.notice.say(invocation.language)
    if sentence and config.log.format == "json":
        log.critical("%s", sentence)
    elif sentence:
        flush_log()
        invocation.fail(sentence)
    await leave(code)
    return code


def main() -> None:
    """Run the command line, and end the process with its code."""
    language = language_asked_for(sys.argv[1:])
    try:
        code = paperbot.main(prog_name="paperbot", standalone_mode=False, obj=Invocation(None, language))
    except click.UsageError as error:
        click.echo(say_usage_error(error, language), err=True)
        code = EXIT_USAGE
    except OSError as error:  # of standard output, on a full disk for example: all else says its own faults
        click.echo(f"paperbot: {said_by_system(error.strerror).say(language)}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python still has to write there
        code = EXIT_FAILED
    sys.exit(code)
