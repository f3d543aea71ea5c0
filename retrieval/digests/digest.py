"""Daily digests in Markdown → papers, and warnings about what cannot be understood. Pure: no I/O, no clock.

A digest is headings `## Daily Papers (2024-02-14)`, below each of them papers: `### [title](arXiv link)`, a picture or
a video, `Vote: N`, `Authors: …` and a summary of bullets. Headings of any other kind end the paper above them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Final

from retrieval.digests import line_parser
from retrieval.digests.summary import SummaryBuilder
from retrieval.paper import Media, SummaryPoint

MAX_WARNINGS: Final = 200
"""Warnings kept of one digest; one more then says how many there were beyond these."""
MAX_DETAIL: Final = 100
"""Characters of the digest that a warning quotes."""


class Fault(StrEnum):
    """What a warning is about."""

    NO_PAPER_ID = "no-paper-id"
    NO_TITLE = "no-title"
    NO_POINTS = "no-points"
    NO_DATE = "no-date"
    BAD_DATE = "bad-date"
    BAD_VOTES = "bad-votes"
    REPEATED = "repeated"
    NO_PAPERS = "no-papers"
    BAD_ABSTRACT = "bad-abstract"
    MORE = "more"


_MESSAGES: Final = {
    Fault.NO_PAPER_ID: "The heading “{}” has no arXiv link, so this paper is left out. "
    "Write it as “### [title](https://arxiv.org/abs/2402.08609)”.",
    Fault.NO_TITLE: "{} has no title, so its arXiv id stands in for one. "
    "Write the title between the brackets: “### [title](link)”.",
    Fault.NO_POINTS: "{} has no summary, so only its title can be searched. "
    "Write its points below it, each on a line that begins with “- ”.",
    Fault.NO_DATE: "“{}” gives no day of the calendar and neither does the file's name, so the papers from here on are "
    "left out. Write “## Daily Papers (2024-02-14)” above them, or name the file 2024-02-14.md.",
    Fault.BAD_DATE: "“{}” is no day of the calendar, so the papers below it get the day in the file's name. "
    "Correct the date in the heading.",
    Fault.BAD_VOTES: "“{}” is no number of votes, so the votes count as unknown. "
    f"Write a whole number from 0 to {line_parser.MAX_VOTES:,}, or “-”.",
    Fault.REPEATED: "{} is on this day already, with other text; the last text that has a summary is kept. "
    "Take one of the two out, or correct its link if it is another paper.",
    Fault.NO_PAPERS: "There is no paper in this digest. "
    "Write each as “### [title](https://arxiv.org/abs/2402.08609)” with its points below it.",
    Fault.BAD_ABSTRACT: "“{}” is no abstract, so the line is left out. "
    'Write one object a line: {{"id": "2402.08609", "abstract": "…"}}.',
    Fault.MORE: "{} more places in this file could not be understood; they show once those above are mended.",
}


@dataclass(frozen=True, slots=True)
class DigestWarning:
    """Something in a digest that could not be taken as it stands. `line` counts from 1; `detail` quotes the digest (a
    number for Fault.MORE) in at most MAX_DETAIL characters."""

    line: int
    fault: Fault
    detail: str

    @property
    def message(self) -> str:
        """What is wrong and what to do about it, in English."""
        return _MESSAGES[self.fault].format(self.detail)


@dataclass(frozen=True, slots=True)
class Entry:
    """One paper on one day. `rank` is its place in that day, from 1; `votes` None means not known; `line` is that of
    its heading, from 1. `title` is never empty; no text has control characters, apart from the \\n inside points."""

    date: date
    arxiv_id: str
    title: str
    authors: tuple[str, ...]
    media: Media | None
    votes: int | None
    rank: int
    points: tuple[SummaryPoint, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Digest:
    """What a digest holds: its entries in file order, an arXiv id at most once a day, and its warnings by line."""

    entries: tuple[Entry, ...]
    warnings: tuple[DigestWarning, ...]


def parse_digest(text: str, day: date | None = None) -> Digest:
    """Read a digest in one pass; it never raises, and its time is linear in the text.

    `day` is used for papers that no dated heading stands above. An arXiv id that comes again on the same day is one
    entry: the place of the first, the most votes, the last text that has a summary.
    """
    reader = _Reader(day)
    for number, line in enumerate(text.split("\n"), start=1):
        reader.read(number, line)
    return reader.close()


@dataclass(slots=True)
class _Draft:
    """The paper whose lines are being read. `given` holds the fields that have had their line."""

    line: int
    level: int
    date: date
    arxiv_id: str
    title: str
    authors: tuple[str, ...] = ()
    media: Media | None = None
    votes: int | None = None
    summary: SummaryBuilder = field(default_factory=SummaryBuilder)
    given: set[str] = field(default_factory=set)


class _Reader:
    """The state between two lines: the day in force, and the paper being read."""

    def __init__(self, day: date | None) -> None:
        self._file_day = day
        self._day = day
        self._day_heading: tuple[int, str] | None = None
        self._expects_papers = day is not None  # else this may be some other text, until it says that it is a digest
        self._draft: _Draft | None = None
        self._entries: dict[tuple[date, str], Entry] = {}
        self._papers_of_day: Counter[date] = Counter()
        self._warnings: list[DigestWarning] = []
        self._unsaid = 0
        self._undated_said = False

    def read(self, number: int, line: str) -> None:
        text = line_parser.plain(line)
        if not text or line_parser.is_rule(text):
            if self._draft is not None:
                self._draft.summary.blank()
            return
        indent = _indent(line)
        if text[0] == "#" and indent < 4 and (heading := line_parser.heading(text)) is not None:
            self._read_heading(number, *heading)
        elif self._draft is not None and not self._read_field(number, self._draft, text):
            self._draft.summary.add(indent, text)

    def close(self) -> Digest:
        self._finish_paper()
        entries = tuple(self._entries.values())
        for entry in entries:
            if not entry.points:
                self._warn(entry.line, Fault.NO_POINTS, f"{entry.arxiv_id} ({entry.title})")
        is_digest = self._file_day is not None or self._day_heading is not None
        if is_digest and not entries and not self._warnings:
            line, words = self._day_heading or (1, "")
            self._warn(line, Fault.NO_PAPERS, words)
        warnings = sorted(self._warnings, key=lambda warning: warning.line)
        if self._unsaid:
            warnings.append(DigestWarning(warnings[-1].line, Fault.MORE, str(self._unsaid)))
        return Digest(entries, tuple(warnings))

    def _warn(self, line: int, fault: Fault, detail: str) -> None:
        if len(self._warnings) < MAX_WARNINGS:
            self._warnings.append(DigestWarning(line, fault, line_parser.clip(detail, MAX_DETAIL)))
        else:
            self._unsaid += 1

    def _read_heading(self, number: int, level: int, words: str) -> None:
        paper = line_parser.linked_paper(words)
        if paper is None and _is_day_heading(level, words):
            self._finish_paper()
            self._start_day(number, words)
        elif (paper := paper or line_parser.named_paper(words)) is not None:
            self._finish_paper()
            self._start_paper(number, level, *paper)
        elif self._draft is not None and level > self._draft.level:
            self._draft.summary.by = line_parser.model_named(words)
            self._draft.summary.section = "" if self._draft.summary.by else line_parser.as_label(words)
            self._draft.summary.blank()
        else:
            self._finish_paper()
            if self._expects_papers and (level == 3 or words.startswith("[")):
                self._warn(number, Fault.NO_PAPER_ID, words)
            elif level < 3:
                self._expects_papers = False

    def _start_day(self, number: int, words: str) -> None:
        written, day = line_parser.find_date(words)
        self._day = day or self._file_day
        self._day_heading = (number, words)
        self._expects_papers = True
        self._undated_said = False
        if written and day is None and self._file_day is not None:
            self._warn(number, Fault.BAD_DATE, written)

    def _start_paper(self, number: int, level: int, arxiv_id: str, title: str) -> None:
        if self._day is None:
            if not self._undated_said:
                self._undated_said = True
                line, detail = self._day_heading or (number, title or arxiv_id)
                self._warn(line, Fault.NO_DATE, detail)
            return
        if not title:
            self._warn(number, Fault.NO_TITLE, arxiv_id)
        self._draft = _Draft(number, level, self._day, arxiv_id, title or arxiv_id)

    def _read_field(self, number: int, draft: _Draft, text: str) -> bool:
        """Take the line if it gives authors, votes or media that the paper does not have yet."""
        if line_parser.is_media(text):
            draft.media = draft.media or line_parser.media(text)
            return True
        found = line_parser.field(text)
        if found is None or found[0] in draft.given:
            return False
        name, value = found
        draft.given.add(name)
        if name == "authors":
            draft.authors = line_parser.authors(value)
            return True
        try:
            draft.votes = line_parser.votes(value)
        except ValueError:
            self._warn(number, Fault.BAD_VOTES, value)
        return True

    def _finish_paper(self) -> None:
        draft, self._draft = self._draft, None
        if draft is None:
            return
        entry = Entry(
            date=draft.date,
            arxiv_id=draft.arxiv_id,
            title=draft.title,
            authors=draft.authors,
            media=draft.media,
            votes=draft.votes,
            rank=self._papers_of_day[draft.date] + 1,
            points=draft.summary.points(),
            line=draft.line,
        )
        earlier = self._entries.get((entry.date, entry.arxiv_id))
        if earlier is None:
            self._papers_of_day[entry.date] += 1
        else:
            if entry.title != earlier.title or (entry.points and earlier.points and entry.points != earlier.points):
                self._warn(entry.line, Fault.REPEATED, entry.arxiv_id)
            entry = _merged(earlier, entry)
        self._entries[entry.date, entry.arxiv_id] = entry


def _merged(earlier: Entry, later: Entry) -> Entry:
    kept, other = (later, earlier) if later.points or not earlier.points else (earlier, later)
    known_votes = [entry.votes for entry in (earlier, later) if entry.votes is not None]
    return replace(
        kept,
        authors=kept.authors or other.authors,
        media=kept.media or other.media,
        votes=max(known_votes, default=None),
        rank=earlier.rank,
        line=earlier.line,
    )


def _is_day_heading(level: int, words: str) -> bool:
    written, _ = line_parser.find_date(words)
    return "daily papers" in words.casefold() or (written != "" and (level < 3 or words.strip("()[] ") == written))


def _indent(line: str) -> int:
    margin = line[: len(line) - len(line.lstrip())]
    return len(margin.expandtabs(4)) if margin else 0
