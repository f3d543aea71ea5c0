"""A folder that is fetched into from a fake Hugging Face, with a clock that only tests move."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from retrieval.digests.digest import Digest, parse_digest
from retrieval.paper import SummaryPoint
from retrieval.sources.fetcher import Fetcher, SourceSettings
from retrieval.sources.planning import DayState, Span
from retrieval.sources.reporting import FetchReport
from retrieval.sources.summarizing import Summaries, Unsummarized
from retrieval.sources.web.timing import Timing
from tests.fakes.huggingface import FakeHub

FRIDAY = "2026-11-20"
BODY = 64 * 1024


@dataclass(slots=True)
class Clock:
    """Noon in Seoul of Saturday 2026-11-21. Sleeping moves it, and is noted."""

    now: datetime = datetime(2026, 11, 21, 3, tzinfo=UTC)
    seconds: float = 0.0
    slept: list[float] = field(default_factory=list)

    def timing(self) -> Timing:
        return Timing(now=lambda: self.now, monotonic=lambda: self.seconds, sleep=self.sleep, random=lambda: 0.5)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds
        self.now += timedelta(seconds=seconds)


@dataclass(slots=True)
class Fetching:
    """What a test of the fetcher has: the hub, the folder of fetched days, that of other digests, and the clock."""

    hub: FakeHub
    folder: Path
    others: Path
    clock: Clock = field(default_factory=Clock)

    def fetcher(self, **settings: Any) -> Fetcher:
        plain = SourceSettings(self.folder, (self.others,), huggingface_base=self.hub.url)
        return Fetcher(replace(plain, **settings), self.clock.timing())

    async def fetch(self, since: str = "", until: str = "", **settings: Any) -> FetchReport:
        return await self.fetcher(**settings).fetch(span(since, until))

    def path(self, day: str = FRIDAY) -> Path:
        return self.folder / f"{day}.md"

    def text(self, day: str = FRIDAY) -> str:
        return self.path(day).read_text("utf-8")

    def digest(self, day: str = FRIDAY) -> Digest:
        return parse_digest(self.text(day), date.fromisoformat(day))

    def votes(self, day: str = FRIDAY) -> dict[str, int | None]:
        return {entry.arxiv_id: entry.votes for entry in self.digest(day).entries}

    def days(self) -> list[str]:
        """The days that are written."""
        return sorted(path.stem for path in self.folder.glob("*.md"))


@dataclass
class Saying:
    """Summarises in one sentence, but for papers to be `left`, and stops where it is told to."""

    left: set[str] = field(default_factory=set)
    stops: str = ""
    language: str = "ko"
    asked: list[tuple[str, ...]] = field(default_factory=list)
    within: list[float] = field(default_factory=list)

    async def summaries(
        self, papers: Sequence[Unsummarized], *, within: float, done: Callable[[int], None] = lambda _: None
    ) -> Summaries:
        self.asked.append(tuple(paper.arxiv_id for paper in papers))
        self.within.append(within)
        written = {one.arxiv_id: self.points(one.title) for one in papers if one.arxiv_id not in self.left}
        done(len(papers))
        return Summaries(written, {"numbers": len(papers) - len(written)} if self.left else {}, self.stops)

    def points(self, title: str) -> tuple[SummaryPoint, ...]:
        text = f"{title}를 제안하는 논문입니다." if self.language == "ko" else f"The paper presents {title}."
        return (SummaryPoint("What's New", text, "gpt-4o-mini"),)


def span(since: str = "", until: str = "") -> Span:
    return Span(date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None)


def states(report: FetchReport) -> dict[str, DayState]:
    return {day.day.isoformat(): day.state for day in report.days}
