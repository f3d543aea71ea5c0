"""paperbot say: what a plain sentence is understood as, and the answer to it."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import datetime

import click

from bot.cli.help import Command
from bot.cli.invocation import Invocation, as_json_option, free_text, print_json, words_argument
from bot.console.terminal import Terminal
from bot.core.answer import Answer
from bot.core.app import App
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.shown import Conversation
from bot.features.talk.service import Talk
from bot.rendering.language import Language
from bot.rendering.paper_json import Object


@click.command(cls=Command, context_settings=free_text)
@words_argument
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY")
@as_json_option
@click.pass_obj
def say(invocation: Invocation, text: tuple[str, ...], today: datetime | None, as_json: bool) -> None:
    """Say something in plain words. Without TEXT: one message a line from standard input, where an empty line begins a
    new conversation."""

    async def work(app: App) -> int:
        terminal, conversation, replies = (
            Terminal(invocation.language),
            Conversation(app.now),
            invocation.reply_language(),
        )
        for continues, message in _messages(text):
            if not continues:
                conversation, replies = Conversation(app.now), invocation.reply_language()
            asker = Asker(CONSOLE_USER, None, replies.to(message))
            understood, answer = await app.service(Talk).converse(asker, message, conversation.recall)
            conversation.keep(answer)
            if as_json:
                said: Object = {"text": message, "intent": understood.intent, "slots": understood.slots.said()}
                print_json({**said, "answer": _answer_object(answer, asker.language)})
            else:
                terminal.show(answer, asker.language)
        return 0

    invocation.run(work, today.date() if today else None)


def _messages(text: tuple[str, ...]) -> Iterator[tuple[bool, str]]:
    """Each message, and whether it goes on from one before it."""
    if text:
        yield False, " ".join(text)
        return
    continues = False
    for line in sys.stdin or ():  # none where it was closed
        if message := line.strip():
            yield continues, message
        continues = bool(message)


def _answer_object(answer: Answer, language: Language) -> Object:
    """The kind of an answer, and what it says as plain text."""
    file = io.StringIO()
    Terminal(language, file).show(answer)
    return {"kind": type(answer.inner).__name__, "text": file.getvalue().strip()}
