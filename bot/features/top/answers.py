"""Answers about the best papers of a period."""

from __future__ import annotations

from dataclasses import dataclass

from bot.features.top.span import Span
from retrieval.paper import Paper


@dataclass(frozen=True, slots=True)
class TopPage:
    """One page (from 1) of the papers with the most votes in a span of days, the `first`th (from 1) and those that
    follow; there is at least one. `total` counts the papers of the span, of which only the best are listed."""

    span: Span
    papers: tuple[Paper, ...]
    total: int
    page: int
    pages: int
    first: int
