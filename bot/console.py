"""The bot without Discord: the same slash commands, one a line, and plain text as a search."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot import (
    command_words,
    follow_words,
    operator_words,
    privacy_words,
    saved_words,
    schedule_words,
    settings_words,
    trend_words,
)
from bot.answer import Answer, DayPage, Notice, Results, SavedList, TopPage
from bot.answers import Answers
from bot.asker import CONSOLE_USER, Asker
from bot.errors import notice_of
from bot.place import place_of
from bot.saved import SavedPapers
from bot.span import PERIODS, Period
from bot.state import State
from bot.words import Language, Phrase

_IN_DISCORD = (
    follow_words.CMD_FOLLOW,
    schedule_words.CMD_SCHEDULE,
    settings_words.CMD_SETTINGS,
    privacy_words.CMD_PRIVACY,
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
            Command((command_words.CMD_PAPER, command_words.CMD_SEARCH), command_words.OPT_QUERY, answers.search),
            Command((command_words.CMD_PAPER, command_words.CMD_SHOW), command_words.OPT_PAPER, answers.show),
            Command((command_words.CMD_PAPER, command_words.CMD_ASK), command_words.OPT_QUESTION, answers.ask),
            Command((command_words.CMD_PAPER, command_words.CMD_SIMILAR), command_words.OPT_PAPER, answers.similar),
            Command((command_words.CMD_PAPER, command_words.CMD_TERM), command_words.OPT_TERM, answers.term),
            Command((command_words.CMD_DAILY,), command_words.OPT_DATE, answers.daily),
            *(self._top(period) for period in PERIODS.values()),
            Command((trend_words.CMD_TRENDS,), trend_words.OPT_TERMS, answers.trending.of_line),
            *self._saved(self.saved, self._asker),
            Command((command_words.CMD_CORPUS, command_words.CMD_RELOAD), None, lambda _: answers.reload()),
            Command((command_words.CMD_CORPUS, command_words.CMD_STATUS), None, lambda _: answers.status()),
            Command((command_words.CMD_HELP,), None, lambda _: answers.help()),
            Command((operator_words.CMD_NEXT,), None, lambda _: self._turn(1)),
            Command((operator_words.CMD_PREVIOUS,), None, lambda _: self._turn(-1)),
        )

    def _top(self, period: Period) -> Command:
        path = (command_words.CMD_TOP, command_words.CMD_PERIODS[period])
        return Command(path, command_words.OPT_DATE, lambda day: self._answers.top(period, day))

    def _saved(self, saved: SavedPapers, asker: Asker) -> tuple[Command, ...]:
        group, paper, kept = saved_words.CMD_SAVED, command_words.OPT_PAPER, saved_words.OPT_SAVED
        return (
            Command((group, saved_words.CMD_LIST), saved_words.OPT_PAGE, lambda page: saved.list(asker, _number(page))),
            Command((group, saved_words.CMD_SEARCH), saved_words.OPT_QUERY, lambda query: saved.search(asker, query)),
            Command((group, saved_words.CMD_ADD), paper, lambda text: saved.add(asker, text)),
            Command((group, saved_words.CMD_REMOVE), kept, lambda text: saved.remove(asker, text)),
            Command((group, saved_words.CMD_EXPORT), saved_words.OPT_FORMAT, lambda kind: saved.export(asker, kind)),
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
            return Notice(operator_words.COMMAND_IN_DISCORD, {"typed": typed.split(" ")[0]})
        names = [name for command in self.commands for name in command.names]
        begun = [name for name in names if name.startswith(f"{typed} ")]
        close = begun or difflib.get_close_matches(typed, names, n=3, cutoff=0.5)
        if close:
            return Notice(operator_words.COMMAND_CLOSEST, {"typed": typed, "names": ", ".join(close)})
        return Notice(operator_words.COMMAND_UNKNOWN, {"typed": typed})

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
            return Notice(operator_words.NOTHING_TO_TURN)
        return await place.turned(place.page + by).answer(self._answers, self._asker)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 1


def _without_label(text: str, option: Phrase | None) -> str:
    """Discord shows options as `query: …`, so people type them so."""
    for name in (option.en, option.ko) if option else ():
        if text.lower().startswith(f"{name}:"):
            return text[len(name) + 1 :].strip()
    return text
