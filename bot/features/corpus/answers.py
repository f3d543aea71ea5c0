"""Answers about the corpus."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.core.answer import Answer
from bot.core.freshness import newest_digest
from bot.features.corpus import phrases
from bot.features.corpus.digest_warnings import say_warning
from bot.features.corpus.source_faults import say_fault
from bot.model.model import Spent
from bot.model.phrases import FAULT_NAMES, say_model_fault
from bot.rendering.blocks import Block, LineKind, RenderOptions, line
from retrieval.library import CorpusStatus, ReloadReport
from retrieval.sources.fetcher import SourceStatus


@dataclass(frozen=True, slots=True)
class Reloaded(Answer):
    """What a reload changed, and what is wrong in the digests."""

    report: ReloadReport

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        report = self.report
        files = options.say(phrases.RELOAD_FILES, read=report.files_read, unchanged=report.files_unchanged)
        papers = options.say(phrases.RELOAD_PAPERS, added=report.added, updated=report.updated, removed=report.removed)
        head = Block((line(options.say(phrases.RELOAD_TITLE), LineKind.HEADING), line(files), line(papers)))
        return (head, self._warnings(options)) if report.warnings else (head,)

    def _warnings(self, options: RenderOptions) -> Block:
        warnings = self.report.warnings
        shown = warnings[: options.limits.warnings]
        lines = [line(options.say(phrases.WARNINGS_TITLE, count=len(warnings)), LineKind.HEADING)]
        lines += [line(say_warning(warning, options.language), LineKind.BULLET) for warning in shown]
        if more := len(warnings) - len(shown):
            lines.append(line(options.say(phrases.WARNINGS_MORE, count=more), LineKind.SMALL))
        return Block(tuple(lines))


@dataclass(frozen=True, slots=True)
class ModelUse:
    """What the model has cost today, how it failed, and the tokens that it may use in a day."""

    spent: Spent
    daily_tokens: int


@dataclass(frozen=True, slots=True)
class Status(Answer):
    """How many papers there are, from when, when they were loaded, and how it is with what brings new ones and with the
    model, where there is one."""

    status: CorpusStatus
    sources: tuple[SourceStatus, ...] = ()
    today: date | None = None
    model: ModelUse | None = None

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        status = self.status
        lines = [
            line(options.say(phrases.STATUS_TITLE), LineKind.HEADING),
            line(options.say(phrases.STATUS_PAPERS, papers=f"{status.papers:,}", days=f"{status.days:,}")),
        ]
        if status.first:
            lines.append(line(options.say(phrases.STATUS_PERIOD, first=status.first, last=status.last)))
        if status.last and self.today and status.last < self.today:
            lines.append(newest_digest(status.last, self.today).line(options))
        lines.append(line(options.say(phrases.STATUS_FILES, files=status.files, warnings=status.warnings)))
        lines.append(line(options.say(phrases.STATUS_LOADED, time=f"{status.loaded_at:%Y-%m-%d %H:%M:%S %Z}")))
        if vectors := status.vectors:
            counts = {"held": f"{vectors.held:,}", "texts": f"{vectors.texts:,}"}
            lines.append(line(options.say(phrases.STATUS_VECTORS, model=vectors.model, **counts)))
        if status.reloading:
            lines.append(line(options.say(phrases.STATUS_RELOADING)))
        sources = (_source(source, options) for source in self.sources)
        return (Block(tuple(lines)), *sources, *((_model(self.model, options),) if self.model else ()))


def _source(source: SourceStatus, options: RenderOptions) -> Block:
    lines = [line(phrases.SOURCE_NAMES.get(source.name, source.name), LineKind.HEADING)]
    fetched = _moment(source.last_success) or options.say(phrases.SOURCE_NEVER)
    lines.append(line(options.say(phrases.SOURCE_SUCCESS, time=fetched)))
    if source.failing_since:
        lines.append(line(options.say(phrases.SOURCE_FAILING, time=_moment(source.failing_since))))
    if error := source.last_error:
        reason = say_fault(error.fault, error.detail, None, options.language)
        lines.append(line(options.say(phrases.SOURCE_ERROR, time=_moment(error.at), reason=reason)))
    if source.next:
        lines.append(line(options.say(phrases.SOURCE_NEXT, time=_moment(source.next))))
    return Block(tuple(lines))


def _model(use: ModelUse, options: RenderOptions) -> Block:
    spent = use.spent
    tokens = options.say(phrases.MODEL_TOKENS, spent=f"{spent.tokens:,}", limit=f"{use.daily_tokens:,}")
    lines = [line(options.say(phrases.MODEL_TITLE), LineKind.HEADING), line(tokens)]
    if spent.faults:
        counts = ", ".join(f"{options.say(FAULT_NAMES[fault])} {count:,}" for fault, count in spent.faults.items())
        lines.append(line(options.say(phrases.MODEL_FAULTS, counts=counts)))
    if last := spent.last:
        reason = say_model_fault(last.fault, last.detail, options.language)
        lines.append(line(options.say(phrases.SOURCE_ERROR, time=_moment(last.at), reason=reason)))
    return Block(tuple(lines))


def _moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC" if moment else ""
