"""The bot without Discord: the same slash commands, one a line, and plain text as a search."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.console import phrases
from bot.core.answer import Answer, Notice
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.errors import notice_of
from bot.core.location import place_of
from bot.features.corpus import phrases as corpus_phrases
from bot.features.daily import phrases as daily_phrases
from bot.features.daily.answers import DayPage
from bot.features.follow import phrases as follow_phrases
from bot.features.help import phrases as help_phrases
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.answers import Results
from bot.features.papers.service import Answers
from bot.features.privacy import phrases as privacy_phrases
from bot.features.saved import phrases as saved_phrases
from bot.features.saved.answers import SavedList
from bot.features.saved.service import SavedPapers
from bot.features.schedule import phrases as schedule_phrases
from bot.features.settings import phrases as settings_phrases
from bot.features.top import phrases as top_phrases
from bot.features.top.answers import TopPage
from bot.features.top.span import PERIODS, Period
from bot.features.trends import phrases as trends_phrases
from bot.rendering.language import Language, Phrase
from bot.state import State

_IN_DISCORD = (
    follow_phrases.CMD_FOLLOW,
    schedule_phrases.CMD_SCHEDULE,
    settings_phrases.CMD_SETTINGS,
    privacy_phrases.CMD_PRIVACY,
)
MAX_LINE = 20_000  # characters of a line that are looked at


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command: its words, the name of its one option (None: it takes none), and what answers it."""

    path: tuple[Phrase, ...]
    option: Phrase | None
    answer: Callable[[str], Awaitable[Answer]]

    def name(self, language: Language) -> str:
        return "/" + " ".join(word.say(language) for word in self.path)

    @property
    def names(self) -> tuple[str, ...]:
        return self.name("en"), self.name("ko")


class Console:
    """Answers lines, and knows the last reply so that it can be paged."""

    def __init__(self, answers: Answers, state: State) -> None:
        self._answers = answers
        self.saved = SavedPapers(answers.library, state.saved, answers.now)
        self._last: Answer | None = None
        self._asker = Asker(CONSOLE_USER, None, "en")
        self.commands = (
            Command((papers_phrases.CMD_PAPER, papers_phrases.CMD_SEARCH), papers_phrases.OPT_QUERY, answers.search),
            Command((papers_phrases.CMD_PAPER, papers_phrases.CMD_SHOW), papers_phrases.OPT_PAPER, answers.show),
            Command((papers_phrases.CMD_PAPER, papers_phrases.CMD_ASK), papers_phrases.OPT_QUESTION, answers.ask),
            Command((papers_phrases.CMD_PAPER, papers_phrases.CMD_SIMILAR), papers_phrases.OPT_PAPER, answers.similar),
            Command((papers_phrases.CMD_PAPER, papers_phrases.CMD_TERM), papers_phrases.OPT_TERM, answers.term),
            Command((daily_phrases.CMD_DAILY,), daily_phrases.OPT_DATE, answers.daily),
            *(self._top(period) for period in PERIODS.values()),
            Command((trends_phrases.CMD_TRENDS,), trends_phrases.OPT_TERMS, answers.trending.of_line),
            *self._saved(self.saved, self._asker),
            Command((corpus_phrases.CMD_CORPUS, corpus_phrases.CMD_RELOAD), None, lambda _: answers.reload()),
            Command((corpus_phrases.CMD_CORPUS, corpus_phrases.CMD_STATUS), None, lambda _: answers.status()),
            Command((help_phrases.CMD_HELP,), None, lambda _: answers.help()),
            Command((phrases.CMD_NEXT,), None, lambda _: self._turn(1)),
            Command((phrases.CMD_PREVIOUS,), None, lambda _: self._turn(-1)),
        )

    def _top(self, period: Period) -> Command:
        path = (top_phrases.CMD_TOP, top_phrases.CMD_PERIODS[period])
        return Command(path, daily_phrases.OPT_DATE, lambda day: self._answers.top(period, day))

    def _saved(self, saved: SavedPapers, asker: Asker) -> tuple[Command, ...]:
        group, paper, kept = saved_phrases.CMD_SAVED, papers_phrases.OPT_PAPER, saved_phrases.OPT_SAVED
        return (
            Command(
                (group, saved_phrases.CMD_LIST), saved_phrases.OPT_PAGE, lambda page: saved.list(asker, _number(page))
            ),
            Command(
                (group, saved_phrases.CMD_SEARCH), saved_phrases.OPT_QUERY, lambda query: saved.search(asker, query)
            ),
            Command((group, saved_phrases.CMD_ADD), paper, lambda text: saved.add(asker, text)),
            Command((group, saved_phrases.CMD_REMOVE), kept, lambda text: saved.remove(asker, text)),
            Command(
                (group, saved_phrases.CMD_EXPORT), saved_phrases.OPT_FORMAT, lambda kind: saved.export(asker, kind)
            ),
        )

    async def answer(self, line: str) -> Answer:
        """The answer to one line; whatever goes wrong is said in a sentence."""
        line = " ".join(line[:MAX_LINE].split())
        command, argument = self.find(line) if line.startswith("/") else (self.commands[0], line)
        if command is None:
            return self._unknown(line)
        [outcome] = await asyncio.gather(command.answer(argument), return_exceptions=True)
        answer = notice_of(outcome) if isinstance(outcome, BaseException) else outcome
        if not isinstance(answer, Notice):
            self._last = answer
        return answer

    def find(self, line: str) -> tuple[Command | None, str]:
        """The command that a line begins with, in either language, and what stands behind it."""
        for command in self.commands:
            for name in command.names:
                if line.lower() == name or line.lower().startswith(f"{name} "):
                    return command, _without_label(line[len(name) :].strip(), command.option)
        return None, ""

    def _unknown(self, line: str) -> Notice:
        typed = " ".join(line.lower().split(" ")[:2])
        if any(typed.split(" ")[0] in (f"/{name.en}", f"/{name.ko}") for name in _IN_DISCORD):
            return Notice(phrases.COMMAND_IN_DISCORD, {"typed": typed.split(" ")[0]})
        names = [name for command in self.commands for name in command.names]
        begun = [name for name in names if name.startswith(f"{typed} ")]
        close = begun or difflib.get_close_matches(typed, names, n=3, cutoff=0.5)
        if close:
            return Notice(phrases.COMMAND_CLOSEST, {"typed": typed, "names": ", ".join(close)})
        return Notice(phrases.COMMAND_UNKNOWN, {"typed": typed})

    async def _turn(self, by: int) -> Answer:
        """Another page of the last reply; where there are no more, the day next to it."""
        match self._last:
            case Results() | DayPage() | TopPage() as last if 1 <= last.page + by <= last.pages:
                place = place_of(last)
            case DayPage(day=day) if near := (day.next if by > 0 else day.previous):
                return await self._answers.daily(near.isoformat())
            case SavedList() as last if 1 <= last.page + by <= last.pages:
                return await self.saved.list(self._asker, last.page + by)
            case _:
                place = None
        if place is None:
            return Notice(phrases.NOTHING_TO_TURN)
        return await place.turned(place.page + by).answer(self._answers, self._asker)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 1


def _without_label(text: str, option: Phrase | None) -> str:
    """Discord shows options as `query: …`, so people type them so."""
    for name in (option.en, option.ko) if option else ():
        if text.lower().startswith(f"{name}:"):
            return text[len(name) + 1 :].strip()
    return text
