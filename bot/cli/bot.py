"""The commands of those who run the bot: `run`, `chat` and `check`."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

import click

from bot.cli import phrases
from bot.cli.config import Config
from bot.cli.help import Command
from bot.cli.invocation import EXIT_CONFIG, EXIT_FAILED, EXIT_USAGE, Invocation
from bot.cli.loading import loading
from bot.cli.sections import MAX_SHARDS
from bot.cli.shards import ShardsError, with_shards
from bot.core.app import App
from bot.core.faults import explained
from bot.monitoring.log import flush as flush_log
from bot.monitoring.log import set_up as set_up_log
from bot.monitoring.log import take_over as take_over_log
from retrieval.digests.files import CorpusError
from retrieval.storage.faults import StoreError

log = logging.getLogger(__name__)


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
    with loading():  # here, because discord.py takes long to import
        from bot.cli.run import leave, serve
        from bot.discord.connection import TokenRefused, Unreachable
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
