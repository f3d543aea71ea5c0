"""The console's input: a prompt with history and completion on a terminal, plain lines from anything else."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from pathlib import Path

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.console import phrases
from bot.console.session import Session
from bot.console.terminal import Terminal
from bot.core.answer import Choice
from bot.core.app import App, ConsoleCommand
from bot.core.sentences.written import ReplyLanguage
from bot.rendering.language import Language
from bot.state import StateError

_LEAVE = {"/exit", "/quit", "/나가기"}


async def converse(app: App, replies: ReplyLanguage, history_file: Path) -> None:
    """Answer lines from standard input until it ends or the user leaves."""
    session, language = Session(app), replies.language
    terminal = Terminal(language)
    lines = _typed(session, language, history_file) if sys.stdin and sys.stdin.isatty() else _piped()
    async for line in lines:
        if line.strip().lower() in _LEAVE:
            return
        if line.strip():
            terminal.show(await session.answer(line), replies.to(line))


async def _piped() -> AsyncIterator[str]:
    for line in sys.stdin or ():  # none where it was closed; nothing else is waiting for the event loop
        yield line


async def _typed(session: Session, language: Language, history_file: Path) -> AsyncIterator[str]:
    click.echo(phrases.CONSOLE_WELCOME.say(language))
    prompt: PromptSession[str] = PromptSession(
        history=_history(history_file), completer=_Suggestions(session, language), complete_while_typing=True
    )
    while True:
        try:
            yield await prompt.prompt_async("paperbot> ")
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

    def __init__(self, session: Session, language: Language) -> None:
        self._session, self._language = session, language

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> list[Completion]:
        return []

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        line = document.text_before_cursor.lstrip()
        if not line.startswith("/"):
            return
        command, argument = self._session.find(line)
        if command is None or line.lower() in command.names:
            for name in (one.name(self._language) for one in self._session.commands):
                if name.startswith(line.lower()) and name != line.lower():
                    yield Completion(f"{name} ", start_position=-len(line))
        else:
            for choice in await self._choices(command, argument):
                yield Completion(choice.value, start_position=-len(argument), display=choice.name)

    async def _choices(self, command: ConsoleCommand, typed: str) -> Sequence[Choice]:
        if command.suggest is None:
            return ()
        try:
            return await command.suggest(self._session.app, self._session.asker, typed)
        except StateError:
            return ()  # the command itself will say so
