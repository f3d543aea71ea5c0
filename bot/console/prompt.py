"""The console's input: a prompt with history and completion on a terminal, plain lines from anything else."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Sequence
from pathlib import Path
from typing import Any

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from bot.console import phrases
from bot.console.session import Session
from bot.console.terminal import Terminal
from bot.core.answer import Answer, Choice
from bot.core.app import App, ConsoleCommand
from bot.core.sentences.written import ReplyLanguage
from bot.rendering.language import Language
from bot.state import StateError

_NOTE_AFTER = 0.2  # seconds; what comes sooner needs no note
_LEAVE = {"/exit", "/quit", "/나가기"}


async def converse(app: App, replies: ReplyLanguage, history_file: Path) -> None:
    """Answer lines from standard input until it ends or the user leaves."""
    session, language = Session(app), replies.language
    terminal, typed = Terminal(language), bool(sys.stdin and sys.stdin.isatty())
    lines = _typed(session, language, history_file) if typed else _piped()
    async for line in lines:
        if line.strip().lower() in _LEAVE:
            return
        if line.strip():
            answer, spoken = await session.answer(line), replies.to(line)
            if typed:
                terminal.show(answer, spoken)
                if better := await _awaited(session.better(answer, spoken), spoken):
                    terminal.show(better, spoken)
            else:
                terminal.show(await session.better(answer, spoken) or answer, spoken)


async def _awaited(better: Coroutine[Any, Any, Answer | None], language: Language) -> Answer | None:
    """What comes, while a note says that something may; Ctrl-C ends the wait, and nothing else."""
    task, loop = asyncio.create_task(better), asyncio.get_running_loop()
    before = signal.signal(signal.SIGINT, lambda *_: loop.call_soon_threadsafe(task.cancel))
    try:
        finished, _ = await asyncio.wait({task}, timeout=_NOTE_AFTER)
        if not finished:
            click.secho(phrases.WRITING.say(language), dim=True)
            await asyncio.wait({task})
    finally:
        signal.signal(signal.SIGINT, before)
    return None if task.cancelled() else task.result()


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
