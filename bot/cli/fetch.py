"""paperbot fetch: the daily papers, fetched into a folder of digests."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime

import click

from bot.cli import json_output, phrases
from bot.cli.config import Config
from bot.cli.help import Command
from bot.cli.invocation import EXIT_FAILED, EXIT_USAGE, Invocation, as_json_option, print_json
from bot.cli.model import open_model
from bot.cli.progress import finished
from bot.features.corpus.source_faults import say_fault
from bot.model.summaries.summarizer import summarizer_of
from bot.state import State
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
    span, config = span_of(invocation, since, until), invocation.config()
    fetcher = config.fetcher
    last = last_settled(datetime.now(UTC), fetcher.settings.settled)
    if max(span.since or last, span.until or last) > last:
        click.echo(phrases.FETCH_UNSETTLED.say(invocation.language, day=last), err=True)
    report = FetchReport()
    try:
        is_finished = asyncio.run(_fetch(config, fetcher, span, report, dry_run=dry_run, abstracts=abstracts))
    except SourceError as error:
        raise invocation.fail(say_fault(error.fault, error.detail, error.until, invocation.language)) from None
    if as_json:
        print_json(json_output.fetch_object(report))
    else:
        _show(invocation, report)
    if not is_finished:
        raise invocation.fail(phrases.FETCH_STOPPED.say(invocation.language))
    raise SystemExit(EXIT_FAILED if report.failures else 0)


def span_of(invocation: Invocation, since: str | None, until: str | None) -> Span:
    """The days that two options name. Ends the command where they make no sense."""
    span = Span(_day(invocation, since), _day(invocation, until))
    if span.since and span.until and span.since > span.until:
        raise invocation.fail(phrases.FETCH_BACKWARDS.say(invocation.language), EXIT_USAGE)
    return span


def _day(invocation: Invocation, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError:
        raise invocation.fail(phrases.FETCH_BAD_DAY.say(invocation.language, text=text), EXIT_USAGE) from None


async def _fetch(
    config: Config, fetcher: Fetcher, span: Span, report: FetchReport, *, dry_run: bool, abstracts: bool
) -> bool:
    """Fetch into `report`; False where Ctrl-C or SIGTERM stopped it."""
    if dry_run:
        report.days += (await fetcher.plan(span, abstracts=abstracts)).days
        return True
    async with AsyncExitStack() as stack:
        state = State(config.state_database)  # nothing is opened before a model asks what it has cost
        stack.push_async_callback(state.close)
        if model := open_model(config, state, lambda: datetime.now(UTC)):
            stack.push_async_callback(model.close)
            fetcher.summarizer = summarizer_of(model, config.model.name, config.fetched)
        return await finished(lambda told: fetcher.fetch(span, report, told, abstracts=abstracts))


def _show(invocation: Invocation, report: FetchReport) -> None:
    for day in sorted(report.days, key=lambda day: day.day):
        values = {"day": day.day, "papers": day.papers, "added": day.added, "updated": day.updated}
        click.echo(phrases.FETCH_DAY[day.state].say(invocation.language, **values))
    for failure in report.failures:
        reason = say_fault(failure.fault, failure.detail, failure.until, invocation.language)
        click.echo(phrases.FETCH_FAILED_DAY.say(invocation.language, day=failure.day, reason=reason), err=True)
    if not report.days and not report.failures:
        click.echo(phrases.FETCH_NOTHING.say(invocation.language))
