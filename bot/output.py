"""What the commands print with --json."""

from __future__ import annotations

from typing import Any

from bot.answer import Rising, Term, Trend
from retrieval.digests.files import FileWarning
from retrieval.library import CorpusStatus, Correction, Hit, ReloadReport, SearchResult
from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage
from retrieval.storage.store import Day

Object = dict[str, Any]


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
        "point": _point(hit.paper, hit.excerpt) if hit.excerpt else None,
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


def passages_object(question: str, passages: tuple[Passage, ...]) -> Object:
    return {
        "question": question,
        "passages": [
            {
                "arxiv_id": passage.paper.arxiv_id,
                "title": passage.paper.title,
                "date": passage.paper.latest.date.isoformat(),
                "score": passage.score,
                "point": _point(passage.paper, passage.excerpt),
            }
            for passage in passages
        ],
    }


def _point(paper: Paper, excerpt: Excerpt) -> Object:
    point = paper.points[excerpt.index]
    return {"index": excerpt.index, "label": point.label, "text": point.text}


def paper_object(paper: Paper) -> Object:
    return {
        "arxiv_id": paper.arxiv_id,
        "title": paper.title,
        "url": paper.url,
        "authors": list(paper.authors),
        "media": {"kind": paper.media.kind, "url": paper.media.url} if paper.media else None,
        "appearances": [
            {"date": one.date.isoformat(), "votes": one.votes, "rank": one.rank} for one in paper.appearances
        ],
        "points": [{"label": point.label, "text": point.text} for point in paper.points],
    }


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


def warning_object(warning: FileWarning) -> Object:
    return {"file": warning.file, "line": warning.line, "message": warning.message}


def status_object(status: CorpusStatus) -> Object:
    return {
        "papers": status.papers,
        "days": status.days,
        "first_day": status.first.isoformat() if status.first else None,
        "last_day": status.last.isoformat() if status.last else None,
        "files": status.files,
        "warnings": status.warnings,
        "loaded_at": status.loaded_at.isoformat(),
    }
