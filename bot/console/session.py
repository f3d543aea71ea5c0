"""The bot without Discord: the same slash commands, one a line, and plain sentences."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Awaitable
from dataclasses import replace

from bot.console import phrases
from bot.console.navigation import Navigation
from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App, ConsoleCommand
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.errors import notice_of
from bot.core.shown import Conversation
from bot.rendering.language import Language, Phrase

MAX_LINE = 20_000  # characters of a line that are looked at


class Session:
    """Answers lines, and knows what it answered so that one can go on from there."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.asker = Asker(CONSOLE_USER, None, "en")
        self.navigation = Navigation(app.now)
        self._conversation = Conversation(app.now)
        [self._plain_text] = (feature.plain_text for feature in app.features if feature.plain_text)
        self.commands = (
            *(command for feature in app.features for command in feature.console),
            *self.navigation.commands,
        )

    async def answer(self, line: str) -> Answer:
        """The answer to one line; whatever goes wrong is said in a sentence."""
        line = " ".join(line[:MAX_LINE].split())
        command, argument = self.navigation.bare(line) or self.find(line)
        if command:
            return await self._kept(command.answer(self.app, self.asker, argument))
        if line.startswith("/"):
            return self._unknown(line)
        return await self._kept(self._plain_text(self.app, self.asker, line, self._conversation.recall))

    async def _kept(self, answering: Awaitable[Answer]) -> Answer:
        """The answer, kept so that one can go on from it; what goes wrong as a sentence."""
        [outcome] = await asyncio.gather(answering, return_exceptions=True)
        answer = notice_of(outcome) if isinstance(outcome, BaseException) else outcome
        self.navigation.keep(answer)
        self._conversation.keep(answer)
        return answer

    async def better(self, answer: Answer, language: Language) -> Answer | None:
        """What a model writes in the place of an answer that was given, kept in its place; None where it does not."""
        better = await self.app.better(answer, replace(self.asker, language=language))
        if better:
            self.navigation.keep(better, instead=True)
            self._conversation.keep(better)
        return better

    def find(self, line: str) -> tuple[ConsoleCommand | None, str]:
        """The command that a line begins with, in either language, and what stands behind it."""
        for command in self.commands:
            for name in command.names:
                if line.lower() == name or line.lower().startswith(f"{name} "):
                    return command, _without_label(line[len(name) :].strip(), command.option)
        return None, ""

    def _unknown(self, line: str) -> Notice:
        typed = " ".join(line.lower().split(" ")[:2])
        first = typed.split(" ")[0]
        elsewhere = [feature.discord_only for feature in self.app.features if feature.discord_only]
        if any(first in (f"/{name.en}", f"/{name.ko}") for name in elsewhere):
            return Notice(phrases.COMMAND_IN_DISCORD, {"typed": first}, Reason.MISUSE)
        names = [name for command in self.commands for name in command.names]
        begun = [name for name in names if name.startswith(f"{typed} ")]
        close = begun or difflib.get_close_matches(typed, names, n=3, cutoff=0.5)
        if close:
            return Notice(phrases.COMMAND_CLOSEST, {"typed": typed, "names": ", ".join(close)}, Reason.MISUSE)
        return Notice(phrases.COMMAND_UNKNOWN, {"typed": typed}, Reason.MISUSE)


def _without_label(text: str, option: Phrase | None) -> str:
    """Discord shows options as `query: …`, so people type them so."""
    for name in (option.en, option.ko) if option else ():
        if text.lower().startswith(f"{name}:"):
            return text[len(name) + 1 :].strip()
    return text
