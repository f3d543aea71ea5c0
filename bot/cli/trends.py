"""paperbot trends: the numbers on a terminal or as JSON, the chart into a file."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.cli import json_output
from bot.cli.invocation import EXIT_FAILED, EXIT_USAGE, Invocation
from bot.console.terminal import Terminal
from bot.core.answer import Notice
from bot.features.papers.service import Answers
from bot.features.trends import phrases as trends_phrases
from bot.features.trends.answers import Rising, Trend
from bot.features.trends.service import DEFAULT_MONTHS
from retrieval.library import Library

_MISUSES = (trends_phrases.BAD_MONTHS, trends_phrases.NO_WORD, trends_phrases.TOO_MANY, trends_phrases.TOO_LONG)


@click.command()
@click.argument("text", nargs=-1)
@click.option("--months", type=int, default=DEFAULT_MONTHS, show_default=True, help="How many of the last months.")
@click.option("--png", type=click.Path(dir_okay=False, path_type=Path), help="Draw the chart into this file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line, and nothing else.")
@click.pass_obj
def trends(invocation: Invocation, text: tuple[str, ...], months: int, png: Path | None, as_json: bool) -> None:
    """Count how many papers a month speak of up to four terms, which commas part. Without TEXT: terms on the rise."""

    async def work(library: Library) -> int:
        answers = Answers(library, lambda: datetime.now(UTC))
        answer = await answers.trends(" ".join(text), months, invocation.language if png else None)
        if isinstance(answer, Notice):
            raise invocation.refuse(answer, EXIT_USAGE if answer.phrase in _MISUSES else EXIT_FAILED)
        if isinstance(answer, Trend) and answer.chart and png:
            try:
                await asyncio.to_thread(png.write_bytes, answer.chart.content)
            except OSError as error:
                raise invocation.fail(f"{png}: {error.strerror}") from None
        if not as_json:
            Terminal(invocation.language).show(answer)
        elif isinstance(answer, Trend):
            click.echo(json.dumps(json_output.trend_object(answer), ensure_ascii=False))
        elif isinstance(answer, Rising):
            click.echo(json.dumps(json_output.rising_object(answer), ensure_ascii=False))
        return 0

    invocation.run(work)
