"""The ways through what was shown on the console: open a paper of the list, turn its pages, go back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from bot.console import phrases
from bot.core.answer import Answer, Choice, Notice, Reason
from bot.core.app import App, ConsoleCommand
from bot.core.asker import Asker
from bot.core.location import PAPER, Location
from bot.core.shown import REMEMBERED_FOR, Shown
from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.titles import plain_title
from retrieval.lazy_regex import lazy_regex

MAX_SHOWN: Final = 50  # answers that one can go back to
_NUMBER: Final = lazy_regex(r"#?([0-9]{1,3})(?:번|번째|\.)?")


class _Shown(NamedTuple):
    answer: Answer
    papers: Mapping[int, Choice]


class Navigation:
    """What was shown, the latest last; the papers listed there keep their numbers until another list is shown."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        """`now` gives the present time."""
        self._now = now
        self._kept_at = now()
        self._shown: deque[_Shown] = deque(maxlen=MAX_SHOWN)
        self.commands: Final = (
            ConsoleCommand((phrases.CMD_OPEN,), phrases.OPT_NUMBER, self._open, self._suggest),
            ConsoleCommand((phrases.CMD_NEXT,), None, lambda app, asker, _: self._turn(app, asker, 1)),
            ConsoleCommand((phrases.CMD_PREVIOUS,), None, lambda app, asker, _: self._turn(app, asker, -1)),
            ConsoleCommand((phrases.CMD_BACK,), None, self._back),
        )

    @property
    def last(self) -> Answer | None:
        """What was shown last; None where nothing was."""
        return self._shown[-1].answer if self._shown else None

    def keep(self, answer: Answer, *, instead: bool = False) -> None:
        """Remember what is shown, or is shown `instead` of the last. A notice is not: one goes on from what stands
        above it."""
        self._kept_at = self._now()
        if instead and self._shown:
            self._shown.pop()
        if answer is not self.last and not isinstance(answer, Notice):
            self._shown.append(_Shown(answer, numbered(answer)))

    def numbered(self) -> Mapping[int, Choice]:
        """The papers of the last list by their numbers in it, those of its other pages that were shown too."""
        found: dict[int, Choice] = {}
        listing: Location | None = None
        for answer, papers in reversed(self._shown):
            if not papers:
                continue  # a card, say, which was opened from the list
            here = answer.location.turned(1) if answer.location else None
            if found and (here is None or here != listing):
                break
            found, listing = {**papers, **found}, here
        return found

    def bare(self, line: str) -> tuple[ConsoleCommand, str] | None:
        """The command that a line without a slash stands for, and its argument: a number below a list opens a paper of
        it, and the name of a way through it goes there. None where the line stands for neither, and where what was
        shown is so long ago that it may be about something else."""
        if not self._shown or self._now() > self._kept_at + REMEMBERED_FOR:
            return None
        if _NUMBER.fullmatch(line):
            return (self.commands[0], line) if self.numbered() else None
        return next(((command, "") for command in self.commands[1:] if f"/{line.lower()}" in command.names), None)

    async def _open(self, app: App, asker: Asker, text: str) -> Answer:
        papers = self.numbered()
        if not papers:
            return Notice(phrases.NOTHING_LISTED)
        values = {"first": min(papers), "last": max(papers)}
        typed = _NUMBER.fullmatch(text)
        if typed is None:
            return Notice(phrases.WHICH_NUMBER, values, Reason.MISUSE)
        if (number := int(typed[1])) not in papers:
            phrase = phrases.NOT_LISTED if len(papers) > 1 else phrases.ONLY_ONE_LISTED
            return Notice(phrase, {"number": number, **values})
        return await app.open(Location(PAPER, papers[number].value), asker)

    async def _suggest(self, app: App, asker: Asker, typed: str) -> Sequence[Choice]:
        papers = sorted(self.numbered().items())
        return [Choice(f"{n}. {one.name}", str(n)) for n, one in papers if str(n).startswith(typed)]

    async def _turn(self, app: App, asker: Asker, by: int) -> Answer:
        """Another page of the last list; where there are no more, the day next to it."""
        lists = (one for one, papers in reversed(self._shown) if papers or one.turned(1) or one.turned(-1))
        there = listing.turned(by) if (listing := next(lists, None)) else None
        return await app.open(there, asker) if there else Notice(phrases.NOTHING_TO_TURN)

    async def _back(self, app: App, asker: Asker, text: str) -> Answer:
        if len(self._shown) < 2:
            return Notice(phrases.NOTHING_BEFORE)
        self._shown.pop()
        return self._shown[-1].answer


def numbered(answer: Answer) -> Mapping[int, Choice]:
    """The title and the arXiv id of each paper that an answer lists, by its number there; papers that are listed
    without numbers are counted from 1."""
    papers = [block.paper for block in answer.render(RenderOptions("en", Limits())) if block.paper]
    named = {paper.arxiv_id: plain_title(paper.title) for paper in papers}
    return {number: Choice(named.get(each, each), each) for number, each in Shown.of(answer).papers}
