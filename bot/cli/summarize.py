"""paperbot summarize: summaries by the configured model, for fetched papers that have none."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import click

from bot.cli import json_output, phrases
from bot.cli.config import Config
from bot.cli.fetch import span_of
from bot.cli.help import Command
from bot.cli.invocation import EXIT_CONFIG, EXIT_FAILED, Invocation, as_json_option, print_json
from bot.cli.model import open_model
from bot.cli.progress import finished
from bot.features.corpus.source_faults import say_fault
from bot.model.summaries.phrases import say_left_out, say_stopped
from bot.model.summaries.summarizer import ModelSummarizer, summarizer_of
from bot.state import State
from retrieval.sources.faults import SourceError
from retrieval.sources.filling.summaries import DaysSummarizer, SummaryReport
from retrieval.sources.planning import Span


@click.command(cls=Command)
@click.option("--since", metavar="DAY")
@click.option("--until", metavar="DAY")
@click.option("--dry-run", is_flag=True)
@as_json_option
@click.pass_obj
def summarize(invocation: Invocation, since: str | None, until: str | None, dry_run: bool, as_json: bool) -> None:
    """Have the configured model summarise fetched papers that have no summary, the newest first."""
    span, config, report = span_of(invocation, since, until), invocation.config(), SummaryReport()
    if not dry_run and not (config.model.base_url and config.model.name and config.model.summaries):
        raise invocation.fail(phrases.SUMMARIZE_NO_MODEL.say(invocation.language), EXIT_CONFIG)
    try:
        is_finished = asyncio.run(_summarize(config, span, report, dry_run=dry_run))
    except SourceError as error:
        raise invocation.fail(say_fault(error.fault, error.detail, error.until, invocation.language)) from None
    if as_json:
        print_json(json_output.summaries_object(report))
    else:
        _show(invocation, report, dry_run=dry_run)
    if not is_finished:
        raise invocation.fail(phrases.SUMMARIZE_STOPPED.say(invocation.language))
    raise SystemExit(EXIT_FAILED if report.stopped else 0)


async def _summarize(config: Config, span: Span, report: SummaryReport, *, dry_run: bool) -> bool:
    """Summarise into `report`; False where Ctrl-C or SIGTERM stopped it."""
    days = DaysSummarizer(config.fetched, config.digests)
    if dry_run:
        report.days += (await days.plan(span)).days
        return True
    async with AsyncExitStack() as stack:
        summarizer = await _opened(config, stack)
        return summarizer is None or await finished(lambda told: days.summarize(span, summarizer, report, told))


async def _opened(config: Config, stack: AsyncExitStack) -> ModelSummarizer | None:
    """The summarizer over the configured model, for as long as the stack is open."""
    state = State(config.state_database)
    stack.push_async_callback(state.close)
    model = open_model(config, state, lambda: datetime.now(UTC))
    if model is None:
        return None
    stack.push_async_callback(model.close)
    return summarizer_of(model, config.model.name, config.fetched)


def _show(invocation: Invocation, report: SummaryReport, *, dry_run: bool) -> None:
    phrase = phrases.SUMMARIZE_DAY_PLANNED if dry_run else phrases.SUMMARIZE_DAY
    for day in report.days:
        click.echo(phrase.say(invocation.language, day=day.day, papers=day.papers, written=day.written))
    if not report.days:
        click.echo(phrases.SUMMARIZE_NOTHING.say(invocation.language))
    for why, count in report.left_out.most_common():
        reason = say_left_out(why, invocation.language)
        click.echo(phrases.SUMMARIZE_LEFT_OUT.say(invocation.language, count=count, reason=reason), err=True)
    if report.stopped:
        click.echo(f"paperbot: {say_stopped(report.stopped, invocation.language)}", err=True)
