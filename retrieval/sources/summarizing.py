"""What the digests ask of whoever summarises papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from retrieval.paper import SummaryPoint


@dataclass(frozen=True, slots=True)
class Unsummarized:
    """A paper that has no summary: its title and its English abstract, each on one line and not empty."""

    arxiv_id: str
    title: str
    abstract: str


@dataclass(frozen=True, slots=True)
class Summaries:
    """The points of each paper that was summarised; how many were left out, by the reason; and why no more were asked
    for, "" where all were."""

    written: Mapping[str, tuple[SummaryPoint, ...]] = field(default_factory=dict)
    left_out: Mapping[str, int] = field(default_factory=dict)
    stopped: str = ""


class Summarizer(Protocol):
    """Summarises papers, as far as it can."""

    async def summaries(
        self, papers: Sequence[Unsummarized], *, within: float, done: Callable[[int], None] = lambda _: None
    ) -> Summaries:
        """The summaries that come within so many seconds; `done` is told how many papers have been dealt with.

        What has come is remembered at once, so that nothing is asked for twice. Nothing is raised: without a summary a
        paper keeps its abstract.
        """
        ...
