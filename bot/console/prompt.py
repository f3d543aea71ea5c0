"""The console's input: a prompt with history and completion on a terminal, plain lines from anything else."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.console import phrases
from bot.console.session import Console
from bot.console.terminal import Terminal
from bot.core.answer import Choice
from bot.core.asker import CONSOLE_USER
from bot.features.daily import phrases as daily_phrases
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.service import Answers
from bot.features.saved import phrases as saved_phrases
from bot.rendering.language import Language, Phrase
from bot.state import State, StateError

_LEAVE = {"/exit", "/quit", "/나가기"}


async def converse(answers: Answers, state: State, terminal: Terminal, language: Language, history_file: Path) -> None:
    """Answer lines from standard input until it ends or the user leaves."""
    console = Console(answers, state)
    lines = _typed(console, answers, language, history_file) if sys.stdin and sys.stdin.isatty() else _piped()
    async for line in lines:
        if line.strip().lower() in _LEAVE:
            return
        if line.strip():
            terminal.show(await console.answer(line))


async def _piped() -> AsyncIterator[str]:
    for line in sys.stdin or ():  # none where it was closed; nothing else is waiting for the event loop
        yield line


async def _typed(console: Console, answers: Answers, language: Language, history_file: Path) -> AsyncIterator[str]:
    click.echo(phrases.CONSOLE_WELCOME.say(language))
    session: PromptSession[str] = PromptSession(
        history=_history(history_file), completer=_Suggestions(console, answers, language), complete_while_typing=True
    )
    while True:
        try:
            yield await session.prompt_async("paperbot> ")
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def _history(file: Path) -> History:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(file))


class _Suggestions(Completer):
    """Commands, then what the command's option can be: titles, days."""

    def __init__(self, console: Console, answers: Answers, language: Language) -> None:
        self._console, self._answers, self._language = console, answers, language

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:
        return []

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        line = document.text_before_cursor.lstrip()
        if not line.startswith("/"):
            return
        command, argument = self._console.find(line)
        if command is None or line.lower() in command.names:
            for name in (one.name(self._language) for one in self._console.commands):
                if name.startswith(line.lower()) and name != line.lower():
                    yield Completion(f"{name} ", start_position=-len(line))
        else:
            for choice in await self._choices(command.option, argument):
                yield Completion(choice.value, start_position=-len(argument), display=choice.name)

    async def _choices(self, option: Phrase | None, typed: str) -> tuple[Choice, ...]:
        if option is papers_phrases.OPT_PAPER:
            return await self._answers.suggest_papers(typed)
        if option is daily_phrases.OPT_DATE:
            return tuple(Choice(f"{day}", f"{day}") for day in self._answers.suggest_days(typed))
        if option is saved_phrases.OPT_SAVED:
            try:
                return await self._console.saved.suggest(CONSOLE_USER, typed)
            except StateError:
                return ()  # the command itself will say so
        return ()
