"""paperbot fetch: the daily papers, fetched into a folder of digests."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from datetime import UTC, date, datetime

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli import json_output, phrases
from bot.cli.help import Command
from bot.cli.invocation import EXIT_FAILED, EXIT_USAGE, Invocation, as_json_option, print_json
from bot.features.corpus.source_faults import say_fault
from retrieval.sources.faults import SourceError
from retrieval.sources.fetcher import Fetcher
from retrieval.sources.planning import Span, last_settled
from retrieval.sources.reporting import FetchReport


@click.command(cls=Command)
@click.option("--since", metavar="DAY")
@click.option("--until", metavar="DAY")
@click.option("--dry-run", is_flag=True)
@click.option("--abstracts", is_flag=True)
@as_json_option
@click.pass_obj
def fetch(
    invocation: Invocation, since: str | None, until: str | None, dry_run: bool, abstracts: bool, as_json: bool
) -> None:
    """Fetch the daily papers of Hugging Face: missing days first, then the votes of the days before."""
    span = Span(_day(invocation, since), _day(invocation, until))
    if span.since and span.until and span.since > span.until:
        raise invocation.fail(phrases.FETCH_BACKWARDS.say(invocation.language), EXIT_USAGE)
    fetcher = invocation.config().fetcher
    last = last_settled(datetime.now(UTC), fetcher.settings.settled)
    if max(span.since or last, span.until or last) > last:
        click.echo(phrases.FETCH_UNSETTLED.say(invocation.language, day=last), err=True)
    report = FetchReport()
    try:
        finished = asyncio.run(_fetch(fetcher, span, report, dry_run=dry_run, abstracts=abstracts))
    except SourceError as error:
        raise invocation.fail(say_fault(error.fault, error.detail, error.until, invocation.language)) from None
    if as_json:
        print_json(json_output.fetch_object(report))
    else:
        _show(invocation, report)
    if not finished:
        raise invocation.fail(phrases.FETCH_STOPPED.say(invocation.language))
    raise SystemExit(EXIT_FAILED if report.failures else 0)


def _day(invocation: Invocation, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise invocation.fail(phrases.FETCH_BAD_DAY.say(invocation.language, text=text), EXIT_USAGE) from None


async def _fetch(fetcher: Fetcher, span: Span, report: FetchReport, *, dry_run: bool, abstracts: bool) -> bool:
    """Fetch into `report`; False where Ctrl-C or SIGTERM stopped it."""
    if dry_run:
        report.days += (await fetcher.plan(span, abstracts=abstracts)).days
        return True
    task = asyncio.current_task()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, task.cancel if task else loop.stop)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        line = bar.add_task("", total=None)

        def progress(done: int, total: int, day: date) -> None:
            bar.update(line, completed=done, total=total, description=day.isoformat())

        with suppress(asyncio.CancelledError):
            await fetcher.fetch(span, report, progress, abstracts=abstracts)
            return True
    return False


def _show(invocation: Invocation, report: FetchReport) -> None:
    for day in sorted(report.days, key=lambda day: day.day):
        values = {"day": day.day, "papers": day.papers, "added": day.added, "updated": day.updated}
        click.echo(phrases.FETCH_DAY[day.state].say(invocation.language, **values))
    for failure in report.failures:
        reason = say_fault(failure.fault, failure.detail, failure.until, invocation.language)
        click.echo(phrases.FETCH_FAILED_DAY.say(invocation.language, day=failure.day, reason=reason), err=True)
    if not report.days and not report.failures:
        click.echo(phrases.FETCH_NOTHING.say(invocation.language))
