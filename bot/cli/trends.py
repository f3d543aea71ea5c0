"""paperbot trends: the numbers on a terminal or as JSON, the chart into a file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import click

from bot.cli import json_output
from bot.cli.help import Command
from bot.cli.invocation import Invocation, as_json_option, print_json, words_argument
from bot.console.terminal import Terminal
from bot.core.answer import Notice
from bot.core.app import App
from bot.core.faults import said_by_system
from bot.features.trends.answers import Rising, Trend
from bot.features.trends.service import DEFAULT_MONTHS, Trends


@click.command(cls=Command)
@words_argument
@click.option("--months", type=int, default=DEFAULT_MONTHS, metavar="N")
@click.option("--png", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@as_json_option
@click.pass_obj
def trends(invocation: Invocation, text: tuple[str, ...], months: int, png: Path | None, as_json: bool) -> None:
    """Count how many papers a month mention up to four terms, which commas part. Without TEXT: terms on the rise."""

    async def work(app: App) -> int:
        answer = await app.service(Trends).show(" ".join(text), months, invocation.language if png else None)
        if isinstance(answer, Notice):
            raise invocation.refuse(answer)
        if isinstance(answer, Trend) and answer.chart and png:
            try:
                await asyncio.to_thread(png.write_bytes, answer.chart.content)
            except OSError as error:
                raise invocation.fail(f"{png}: {said_by_system(error.strerror).say(invocation.language)}") from None
        match answer:
            case Trend() if as_json:
                print_json(json_output.trend_object(answer))
            case Rising() if as_json:
                print_json(json_output.rising_object(answer))
            case Trend():
                Terminal(invocation.language).show(replace(answer, chart=None))
            case _:
                Terminal(invocation.language).show(answer)
        return 0

    invocation.run(work)
