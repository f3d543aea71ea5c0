"""python -m tests.preview [--config FILE] [--port N] [--alone ko|en]

The bot in a browser: the real one, over the configured digests, in a simulated Discord. Needs no token.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from pathlib import Path

import click

from bot.cli.config import Config
from bot.cli.invocation import EXIT_FAILED, Invocation, language_of_environment
from bot.rendering.language import Language, Phrase
from retrieval.digests.files import CorpusError
from retrieval.storage.database import StoreError
from tests.preview import words
from tests.preview.needs import require


@click.command()
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Settings file (TOML).")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port of 127.0.0.1; else any free one.")
@click.option("--alone", type=click.Choice(["ko", "en"]), help="Direct messages with the bot, not a server.")
def preview(config_file: Path | None, port: int, alone: Language | None) -> None:
    """Try the bot in a browser. Nothing leaves this computer, and nothing is kept."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("discord").setLevel(logging.ERROR)
    invocation = Invocation(config_file, language_of_environment())
    require("preview", invocation)
    config = invocation.config()
    try:
        code = asyncio.run(_serve(invocation, config, port, alone))
    except (StoreError, CorpusError) as error:
        raise invocation.fail(str(error)) from None
    raise SystemExit(code)


async def _serve(invocation: Invocation, config: Config, port: int, alone: Language | None) -> int:
    from tests.preview.world import PortTaken, open_world  # here: simcord may not be installed

    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    say_both(words.STARTING)
    try:
        async with open_world(config) as world, world.page(alone=alone, port=port) as page:
            say_both(words.OPEN, papers=world.library.status().papers)
            click.echo(f"\n    {page.url}\n")
            say_both(words.NOTES_ALONE if alone else words.NOTES, mention=world.mention)
            waits = [asyncio.create_task(stop.wait()), asyncio.create_task(page.wait_closed())]
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for wait in waits:
                wait.cancel()
    except PortTaken as error:
        invocation.fail(words.PORT_TAKEN.say(invocation.language, port=port, reason=error))
        return EXIT_FAILED
    say_both(words.STOPPED)
    return 0


def say_both(phrase: Phrase, **values: object) -> None:
    """In both languages: who opens the preview may well show it to others."""
    click.echo(f"{phrase.say('ko', **values)}\n{phrase.say('en', **values)}")


if __name__ == "__main__":
    preview()
