"""`paperbot backup`, `restore` and `state copy`: what people asked the bot to remember, elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli import phrases
from bot.cli.help import Command, Program
from bot.cli.invocation import EXIT_USAGE, Invocation
from bot.core.faults import explained
from bot.state import Place, back_up, copy_state, place_of
from bot.state import restore as put_back
from retrieval.storage.faults import StoreError


@click.command(cls=Command)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def backup(invocation: Invocation, file: Path) -> None:
    """Copy what people asked the bot to remember into FILE, while the bot may be running."""
    config = invocation.config()
    try:
        back_up(config.state_database, file)
    except StoreError as error:
        raise invocation.refuse(explained(error)) from None
    click.echo(phrases.BACKED_UP.say(invocation.language, file=file))


@click.command(cls=Command)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def restore(invocation: Invocation, file: Path) -> None:
    """Put back what people asked the bot to remember from FILE, a backup, and keep what is there now beside it."""
    config = invocation.config()
    try:
        kept = put_back(file, config.state_database)
    except StoreError as error:
        raise invocation.refuse(explained(error)) from None
    click.echo(phrases.RESTORED.say(invocation.language, file=file, path=config.state_database))
    if kept:
        click.echo(phrases.RESTORED_KEPT.say(invocation.language, kept=kept))


@click.group(cls=Program)
def state() -> None:
    """Move what people asked the bot to remember."""


@click.command(cls=Command)
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.pass_obj
def copy(invocation: Invocation, source: str, target: str) -> None:
    """Copy all of it from one place to another one that holds nothing yet."""
    places = _place(invocation, "FROM", source), _place(invocation, "TO", target)
    try:
        counts = copy_state(*places)
    except StoreError as error:
        raise invocation.refuse(explained(error)) from None
    for table, count in counts.items():
        click.echo(f"{table}: {count:,}")
    total = f"{sum(counts.values()):,}"
    click.echo(phrases.STATE_COPIED.say(invocation.language, target=places[1], count=total))


def _place(invocation: Invocation, name: str, text: str) -> Place:
    try:
        return place_of(text, Path())
    except ValueError:
        raise invocation.fail(phrases.STATE_BAD_PLACE.say(invocation.language, name=name), EXIT_USAGE) from None


state.add_command(copy)
