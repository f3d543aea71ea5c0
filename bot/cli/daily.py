"""paperbot daily: the papers of a day on a terminal or as JSON."""

from __future__ import annotations

import click

from bot.cli import json_output
from bot.cli.help import Command
from bot.cli.invocation import Invocation, as_json_option, print_json, words_argument
from bot.console.terminal import Terminal
from bot.core.answer import Notice
from bot.core.app import App
from bot.features.daily.answers import DayPage, NoDay
from bot.features.daily.service import Daily
from retrieval.storage.store import Day

_ALL = 1_000
"""Papers of a day that are listed at once."""


@click.command(cls=Command)
@words_argument
@as_json_option
@click.pass_obj
def daily(invocation: Invocation, text: tuple[str, ...], as_json: bool) -> None:
    """List the papers of a day (2024-02-14, 2.14, today, …), by votes. Without TEXT: the newest day."""

    async def work(app: App) -> int:
        answer = await app.service(Daily).show(" ".join(text), per_page=_ALL)
        match answer:
            case Notice():
                raise invocation.refuse(answer)
            case DayPage() if as_json:
                print_json(json_output.day_object(answer.day))
            case NoDay() if as_json:
                print_json(json_output.day_object(Day(answer.day, (), answer.previous, answer.next)))
            case _:
                Terminal(invocation.language).show(answer)
        return 0

    invocation.run(work)
