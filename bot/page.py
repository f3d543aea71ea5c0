"""`Answer` → what is said, line by line, in one language. Discord's layout and the terminal draw the lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from bot import words
from bot.answers import (
    Answer,
    DayPage,
    Help,
    NoDay,
    Notice,
    PaperCard,
    Passages,
    Reloaded,
    Results,
    Status,
)
from bot.snippet import Snippet, clip, snippet
from bot.warnings import say_warning
from bot.words import Language
from retrieval.excerpt import Excerpt
from retrieval.library import Passage
from retrieval.paper import Appearance, Paper, SummaryPoint


class Kind(Enum):
    """What a line is on the page."""

    HEADING = auto()
    TEXT = auto()
    SMALL = auto()
    BULLET = auto()
    NESTED = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line, unescaped."""

    text: str
    bold: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    runs: tuple[Run, ...]
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and a picture's URL to show beside them, or ""."""

    lines: tuple[Line, ...]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How many characters of each kind of text are shown."""

    title: int = 300
    authors: int = 2_000
    excerpt: int = 400
    day_excerpt: int = 200
    point: int = 100_000
    query: int = 300
    warnings: int = 50

    def scaled(self, by: float) -> Limits:
        """The same in proportion, for what is long by nature; counts stay."""
        names = ("title", "authors", "excerpt", "day_excerpt", "point", "query")
        return Limits(**{name: max(20, int(getattr(self, name) * by)) for name in names}, warnings=self.warnings)


def compose(answer: Answer, language: Language, limits: Limits) -> tuple[Block, ...]:
    """The blocks of the reply; the first is its head."""
    return _Composer(language, limits).blocks(answer)


@dataclass(frozen=True, slots=True)
class _Composer:
    language: Language
    limits: Limits

    def blocks(self, answer: Answer) -> tuple[Block, ...]:
        match answer:
            case Notice():
                return (Block((self._notice(answer),)),)
            case Results():
                return self._results(answer)
            case PaperCard():
                return self._paper(answer.paper)
            case DayPage():
                return self._day(answer)
            case NoDay():
                return self._no_day(answer)
            case Passages():
                return self._passages(answer)
            case Reloaded():
                return self._reloaded(answer)
            case Status():
                return self._status(answer)
            case Help():
                return self._help()

    def _say(self, phrase: words.Phrase, **values: object) -> str:
        return phrase.say(self.language, **values)

    def _notice(self, notice: Notice, kind: Kind = Kind.TEXT) -> Line:
        shown = {
            name: clip(value, self.limits.query) if isinstance(value, str) else value
            for name, value in notice.values.items()
        }
        return _line(self._say(notice.phrase, **shown), kind)

    def _results(self, answer: Results) -> tuple[Block, ...]:
        title = self._say(words.RESULTS_TITLE, query=clip(answer.query, self.limits.query))
        line = self._say(
            words.RESULTS_LINE if answer.pages > 1 else words.RESULTS_LINE_ONE_PAGE,
            total=words.papers(answer.total, self.language),
            page=words.PAGE_OF.say(self.language, page=answer.page, pages=answer.pages),
            took=f"{max(1, answer.took_ms):.0f} ms",
        )
        notices = (self._notice(notice, Kind.SMALL) for notice in answer.notices)
        head = Block((_line(title, Kind.HEADING), _line(line, Kind.SMALL), *notices))
        hits = (
            Block((self._title(hit.paper, number), self._facts(hit.paper), *self._excerpt(hit.paper, hit.excerpt)))
            for number, hit in enumerate(answer.hits, answer.first)
        )
        return (head, *hits)

    def _title(self, paper: Paper, number: int | None = None) -> Line:
        lead = (Run(f"{number}. ", bold=True),) if number is not None else ()
        return Line((*lead, Run(clip(paper.title, self.limits.title), bold=True, url=paper.url)))

    def _facts(self, paper: Paper) -> Line:
        latest = paper.latest
        return _line(f"{latest.date} · {self._votes(latest)} · {paper.arxiv_id}", Kind.SMALL)

    def _votes(self, appearance: Appearance) -> str:
        if appearance.votes is None:
            return self._say(words.VOTES_UNKNOWN)
        phrase = words.ONE_VOTE if appearance.votes == 1 else words.VOTES
        return self._say(phrase, votes=f"{appearance.votes:,}")

    def _excerpt(self, paper: Paper, excerpt: Excerpt | None) -> tuple[Line, ...]:
        if excerpt is None:
            return ()
        found = snippet(paper.points[excerpt.index].text, excerpt.spans, self.limits.excerpt)
        return (Line(_marked(found)),)

    def _paper(self, paper: Paper) -> tuple[Block, ...]:
        title = Line((Run(clip(paper.title, self.limits.title), url=paper.url),), Kind.HEADING)
        head = [title, self._facts(paper), _line(self._authors(paper), Kind.SMALL)]
        if earlier := paper.appearances[:-1]:
            days = ", ".join(f"{one.date} ({self._votes(one)})" for one in reversed(earlier[-5:]))
            head.append(_line(self._say(words.ALSO_ON, days=days), Kind.SMALL))
        picture = paper.media.url if paper.media and paper.media.kind == "image" else ""
        points = [Block(self._point(point)) for point in paper.points]
        return (Block(tuple(head), picture), *(points or [Block((_line(self._say(words.NO_POINTS)),))]))

    def _authors(self, paper: Paper) -> str:
        if not paper.authors:
            return self._say(words.NO_AUTHORS)
        shown, length = 0, 0
        for author in paper.authors:
            length += len(author) + 2
            if shown and length > self.limits.authors:
                break
            shown += 1
        more = len(paper.authors) - shown
        names = clip(", ".join(paper.authors[:shown]), self.limits.authors)
        return f"{names} {self._say(words.MORE_AUTHORS, count=more)}" if more else names

    def _point(self, point: SummaryPoint) -> tuple[Line, ...]:
        first, *nested = clip(point.text, self.limits.point).split("\n")
        label = (Run(f"{words.section_name(point.label, self.language)}: ", bold=True),) if point.label else ()
        lines = [Line((*label, Run(first)), Kind.BULLET)]
        return (*lines, *(_line(line.removeprefix("- "), Kind.NESTED) for line in nested))

    def _day(self, answer: DayPage) -> tuple[Block, ...]:
        title = self._say(
            words.DAY_TITLE,
            day=words.long_day(answer.day.day, self.language),
            papers=words.papers(len(answer.day.papers), self.language),
        )
        head = [_line(title, Kind.HEADING)]
        if answer.pages > 1:
            head.append(_line(self._say(words.PAGE_OF, page=answer.page, pages=answer.pages), Kind.SMALL))
        papers = (self._day_paper(paper, number, answer) for number, paper in enumerate(answer.papers, answer.first))
        return (Block(tuple(head)), *papers)

    def _day_paper(self, paper: Paper, number: int, answer: DayPage) -> Block:
        here = next(one for one in paper.appearances if one.date == answer.day.day)
        summary = snippet(paper.points[0].text, (), self.limits.day_excerpt).text if paper.points else ""
        line = " · ".join(filter(None, (self._votes(here), summary)))
        return Block((self._title(paper, number), _line(line, Kind.SMALL)))

    def _no_day(self, answer: NoDay) -> tuple[Block, ...]:
        text = self._say(words.NO_DIGEST, day=words.long_day(answer.day, self.language))
        near = [words.long_day(day, self.language) for day in (answer.previous, answer.next) if day]
        if len(near) == 2:
            text += " " + self._say(words.NEAREST_BOTH, previous=near[0], next=near[1])
        elif near:
            text += " " + self._say(words.NEAREST_ONE, day=near[0])
        return (Block((_line(text),)),)

    def _passages(self, answer: Passages) -> tuple[Block, ...]:
        title = self._say(words.ANSWER_TITLE, query=clip(answer.question, self.limits.query))
        notices = (self._notice(notice, Kind.SMALL) for notice in answer.notices)
        head = Block((_line(title, Kind.HEADING), *notices))
        return (head, *map(self._passage, answer.passages))

    def _passage(self, passage: Passage) -> Block:
        paper, label = passage.paper, passage.paper.points[passage.excerpt.index].label
        where = [paper.latest.date.isoformat(), paper.arxiv_id, words.section_name(label, self.language)]
        found = snippet(paper.points[passage.excerpt.index].text, passage.excerpt.spans, self.limits.point)
        return Block((Line(_marked(found)), self._title(paper), _line(" · ".join(filter(None, where)), Kind.SMALL)))

    def _reloaded(self, answer: Reloaded) -> tuple[Block, ...]:
        report = answer.report
        lines = [
            _line(self._say(words.RELOAD_TITLE), Kind.HEADING),
            _line(self._say(words.RELOAD_FILES, read=report.files_read, unchanged=report.files_unchanged)),
            _line(self._say(words.RELOAD_PAPERS, added=report.added, updated=report.updated, removed=report.removed)),
        ]
        if not report.warnings:
            return (Block(tuple(lines)),)
        shown = report.warnings[: self.limits.warnings]
        warnings = [_line(self._say(words.WARNINGS_TITLE, count=len(report.warnings)), Kind.HEADING)]
        warnings += [_line(say_warning(warning, self.language), Kind.BULLET) for warning in shown]
        if more := len(report.warnings) - len(shown):
            warnings.append(_line(self._say(words.WARNINGS_MORE, count=more), Kind.SMALL))
        return Block(tuple(lines)), Block(tuple(warnings))

    def _status(self, answer: Status) -> tuple[Block, ...]:
        status = answer.status
        lines = [
            _line(self._say(words.STATUS_TITLE), Kind.HEADING),
            _line(self._say(words.STATUS_PAPERS, papers=f"{status.papers:,}", days=f"{status.days:,}")),
        ]
        if status.first:
            lines.append(_line(self._say(words.STATUS_PERIOD, first=status.first, last=status.last)))
        lines.append(_line(self._say(words.STATUS_FILES, files=status.files, warnings=status.warnings)))
        lines.append(_line(self._say(words.STATUS_LOADED, time=f"{status.loaded_at:%Y-%m-%d %H:%M:%S %Z}")))
        if status.reloading:
            lines.append(_line(self._say(words.STATUS_RELOADING)))
        return (Block(tuple(lines)),)

    def _help(self) -> tuple[Block, ...]:
        head = Block((_line(self._say(words.HELP_TITLE), Kind.HEADING), _line(self._say(words.HELP_INTRO))))
        lines = [
            Line((Run(usage, bold=True), Run(f" — {about}")), Kind.BULLET)
            for usage, about in words.help_commands(self.language)
        ]
        return (head, Block(tuple(lines)), Block((_line(self._say(words.HELP_FOOT), Kind.SMALL),)))


def _line(text: str, kind: Kind = Kind.TEXT) -> Line:
    return Line((Run(text),), kind)


_LINK = re.compile(r"https?://\S+")


def _marked(found: Snippet) -> tuple[Run, ...]:
    links = [match.span() for match in _LINK.finditer(found.text)]
    runs, end = [], 0
    for start, stop in found.spans:
        if any(start < link_end and link_start < stop for link_start, link_end in links):
            continue  # bold in the middle of a link would break it
        runs += [Run(found.text[end:start]), Run(found.text[start:stop], bold=True)]
        end = stop
    return tuple(run for run in (*runs, Run(found.text[end:])) if run.text)
