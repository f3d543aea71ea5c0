"""Papers as JSON: in what the commands print, and in exports."""

from __future__ import annotations

from typing import Any

from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt

Object = dict[str, Any]


def paper_object(paper: Paper) -> Object:
    return {
        "arxiv_id": paper.arxiv_id,
        "title": paper.title,
        "url": paper.url,
        "authors": list(paper.authors),
        "media": {"kind": paper.media.kind, "url": paper.media.url} if paper.media else None,
        "abstract": paper.abstract,
        "appearances": [
            {"date": one.date.isoformat(), "votes": one.votes, "rank": one.rank} for one in paper.appearances
        ],
        "points": [{"label": point.label, "text": point.text, "by": point.by} for point in paper.points],
    }


def point_object(paper: Paper, excerpt: Excerpt) -> Object:
    """The summary point that an excerpt is of."""
    point = paper.points[excerpt.index]
    return {"index": excerpt.index, "label": point.label, "text": point.text}
