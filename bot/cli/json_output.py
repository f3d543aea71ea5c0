"""What the commands print with --json."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from bot.core.answer import Answer
from bot.features.corpus.answers import ModelUse, Status
from bot.features.papers.answers import Term
from bot.features.papers.phrases import CANNOT_BE_ANSWERED
from bot.features.papers.worded import Doubted, Worded
from bot.features.trends.answers import Rising, Trend
from bot.model.model import ModelFault
from bot.model.phrases import say_model_fault
from bot.model.summaries.phrases import say_stopped
from bot.rendering.language import Language
from bot.rendering.paper_json import Object, paper_object, point_object
from retrieval.digests.files import FileWarning
from retrieval.library import Answered, Correction, Hit, ReloadReport, SearchResult
from retrieval.sources.filling.summaries import SummaryReport
from retrieval.sources.reporting import FetchReport
from retrieval.storage.store import Day


def search_object(query: str, result: SearchResult) -> Object:
    return {
        "query": query,
        "took_ms": round(result.took_ms, 3),
        "total": result.total,
        "near_total": result.near_total,
        "corrections": [_correction(one) for one in result.corrections],
        "suggestions": [_correction(one) for one in result.suggestions],
        "hits": [_hit(hit) | {"loose": hit.loose} for hit in result.hits],
        "near": [_hit(hit) | {"loose": True} for hit in result.near],
    }


def _correction(one: Correction) -> Object:
    return {"typed": one.typed, "searched": one.searched}


def _hit(hit: Hit) -> Object:
    return {
        "arxiv_id": hit.paper.arxiv_id,
        "title": hit.paper.title,
        "url": hit.paper.url,
        "date": hit.paper.latest.date.isoformat(),
        "votes": hit.paper.latest.votes,
        "score": hit.score,
        "point": point_object(hit.paper, hit.excerpt) if hit.excerpt else None,
    }


def term_object(answer: Term) -> Object:
    return {
        "term": answer.term,
        "translations": [
            {"term": one.term, "mentions": one.mentions, "confidence": round(one.confidence, 3)}
            for one in answer.translations
        ],
        "hits": [_hit(hit) for hit in answer.hits],
    }


def trend_object(answer: Trend) -> Object:
    """`papers` of a month without digests is 0, and the counts are null."""
    trends = answer.trends
    return {
        "months": [f"{month:%Y-%m}" for month in trends.months],
        "papers": list(trends.papers),
        "terms": [
            {
                "term": series.term,
                "also": list(series.also),
                "counts": [
                    count if papers else None for count, papers in zip(series.counts, trends.papers, strict=True)
                ],
            }
            for series in trends.series
        ],
    }


def rising_object(answer: Rising) -> Object:
    rises = answer.rises
    return {
        "before": {"first": f"{rises.first:%Y-%m}", "last": f"{rises.until:%Y-%m}", "papers": rises.papers_before},
        "lately": {"first": f"{rises.since:%Y-%m}", "last": f"{rises.last:%Y-%m}", "papers": rises.papers_lately},
        "terms": [
            {"term": rise.term, "translation": rise.translation, "before": rise.before, "lately": rise.lately}
            for rise in rises.rises
        ],
    }


def passages_object(question: str, answered: Answered, answer: Object | None) -> Object:
    """`answer` is one in words: see `words_object`."""
    return {
        "question": question,
        "passages": [
            {
                "arxiv_id": passage.paper.arxiv_id,
                "title": passage.paper.title,
                "date": passage.paper.latest.date.isoformat(),
                "score": passage.score,
                "sentence": passage.sentence,
                "point": point_object(passage.paper, passage.excerpt),
            }
            for passage in answered.passages
        ],
        "nearest": [_hit(hit) for hit in answered.nearest],
        "answer": answer,
    }


def words_object(answer: Answer | None, language: Language) -> Object | None:
    """An answer in words, `[1]` in its text behind what the citations of that number say; None where there is none.
    Without citations it says that the papers do not answer."""
    match answer:
        case Worded(words=words):
            return {
                "text": words.text,
                "citations": [
                    {"number": number, "arxiv_id": cited.paper.arxiv_id, "quote": quote}
                    for number, cited in enumerate(words.cited, 1)
                    for quote in cited.quotes
                ],
            }
        case Doubted():
            return {"text": CANNOT_BE_ANSWERED.say(language), "citations": []}
    return None


def day_object(day: Day) -> Object:
    return {
        "date": day.day.isoformat(),
        "previous": day.previous.isoformat() if day.previous else None,
        "next": day.next.isoformat() if day.next else None,
        "papers": [paper_object(paper) for paper in day.papers],
    }


def reload_object(report: ReloadReport) -> Object:
    return {
        "files_read": report.files_read,
        "files_unchanged": report.files_unchanged,
        "added": report.added,
        "updated": report.updated,
        "removed": report.removed,
        "warnings": [warning_object(warning) for warning in report.warnings],
    }


def fetch_object(report: FetchReport) -> Object:
    return {
        "days": [
            {
                "date": day.day.isoformat(),
                "papers": day.papers,
                "added": day.added,
                "updated": day.updated,
                "file": day.file.as_posix() if day.file else None,
                "state": day.state.value,
            }
            for day in sorted(report.days, key=lambda day: day.day)
        ],
        "requests": report.requests,
        "failures": [{"date": one.day.isoformat(), "reason": one.message} for one in report.failures],
    }


def warning_object(warning: FileWarning) -> Object:
    return {"file": warning.file, "line": warning.line, "message": warning.message}


def status_object(answer: Status) -> Object:
    status = answer.status
    return {
        "papers": status.papers,
        "days": status.days,
        "first_day": status.first.isoformat() if status.first else None,
        "last_day": status.last.isoformat() if status.last else None,
        "newest_day": status.last.isoformat() if status.last else None,
        "files": status.files,
        "warnings": status.warnings,
        "loaded_at": status.loaded_at.isoformat(),
        "vectors": asdict(status.vectors) if status.vectors else None,
        "sources": [
            {
                "name": one.name,
                "last_success": _iso(one.last_success),
                "last_error": {"at": _iso(one.last_error.at), "reason": one.last_error.message}
                if one.last_error
                else None,
                "next": _iso(one.next),
            }
            for one in answer.sources
        ],
        "model": _model(answer.model) if answer.model else None,
    }


def _model(use: ModelUse) -> Object:
    spent, last = use.spent, use.spent.last
    return {
        "tokens_today": spent.tokens,
        "daily_tokens": use.daily_tokens,
        "failures_today": {_name(fault): count for fault, count in spent.faults.items()},
        "last_error": {
            "at": _iso(last.at),
            "kind": _name(last.fault),
            "reason": say_model_fault(last.fault, last.detail, "en"),
        }
        if last
        else None,
    }


def _name(fault: ModelFault) -> str:
    return fault.name.lower().replace("_", "-")


def summaries_object(report: SummaryReport) -> Object:
    return {
        "days": [{"date": day.day.isoformat(), "papers": day.papers, "written": day.written} for day in report.days],
        "written": report.written,
        "left_out": dict(report.left_out),
        "stopped": {"kind": report.stopped, "reason": say_stopped(report.stopped, "en")} if report.stopped else None,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
