"""paperbot reload | status: the corpus on a terminal or as JSON."""

from __future__ import annotations

import click

from bot.cli import json_output
from bot.cli.help import Command
from bot.cli.invocation import Invocation, as_json_option, print_json
from bot.console.terminal import Terminal
from bot.core.app import App
from bot.features.corpus.answers import Reloaded
from bot.features.corpus.service import Corpus


@click.command(cls=Command)
@as_json_option
@click.pass_obj
def reload(invocation: Invocation, as_json: bool) -> None:
    """Bring the database up to date with the digests, and report what changed."""

    async def work(app: App) -> int:
        report = app.library.opening
        if as_json:
            print_json(json_output.reload_object(report))
        else:
            Terminal(invocation.language).show(Reloaded(report))
        await app.library.embedded()  # which otherwise goes on only as long as a bot runs
        return 0

    invocation.run(work)


@click.command(cls=Command)
@as_json_option
@click.pass_obj
def status(invocation: Invocation, as_json: bool) -> None:
    """Say how many papers there are, and from when."""

    async def work(app: App) -> int:
        answer = await app.service(Corpus).status()
        if as_json:
            print_json(json_output.status_object(answer))
        else:
            Terminal(invocation.language).show(answer)
        return 0

    invocation.run(work)
