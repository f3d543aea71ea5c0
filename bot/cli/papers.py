"""paperbot search | ask | show | term: papers on a terminal or as JSON."""

from __future__ import annotations

import click

from bot.cli import json_output
from bot.cli.help import Command
from bot.cli.invocation import EXIT_FAILED, Invocation, as_json_option, free_text, print_json, queries, words_argument
from bot.console.terminal import Terminal
from bot.core.answer import Notice
from bot.core.app import App
from bot.core.asker import CONSOLE_USER, Asker
from bot.features.papers.answers import PaperCard, Term
from bot.features.papers.results import Closest
from bot.features.papers.service import PASSAGES, Papers
from bot.rendering.paper_json import Object, paper_object

MAX_LIMIT = 10_000


@click.command(cls=Command, context_settings=free_text)
@words_argument
@click.option("--limit", type=click.IntRange(1, MAX_LIMIT), default=10, metavar="N")
@click.option("--loose", is_flag=True)
@as_json_option
@click.pass_obj
def search(invocation: Invocation, text: tuple[str, ...], limit: int, loose: bool, as_json: bool) -> None:
    """Search the papers. Without TEXT: one query a line from standard input."""

    async def work(app: App) -> int:
        terminal = Terminal(invocation.language)
        for query in queries(text):
            if as_json:
                print_json(json_output.search_object(query, await app.library.search(query, limit, loose=loose)))
            else:
                answer = await app.service(Papers).search(query, per_page=limit, loose=loose)
                terminal.show(invocation.unless_misused(answer) if text else answer)
        return 0

    invocation.run(work)


@click.command(cls=Command, context_settings=free_text)
@words_argument
@click.option("--limit", type=click.IntRange(1, MAX_LIMIT), default=PASSAGES, metavar="N")
@as_json_option
@click.pass_obj
def ask(invocation: Invocation, text: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find the sentences that answer a question. Without TEXT: one question a line from standard input."""

    async def work(app: App) -> int:
        terminal, replies = Terminal(invocation.language), invocation.reply_language()
        for question in queries(text):
            asker = Asker(CONSOLE_USER, None, replies.to(question))
            if as_json:
                words = await _worded(app, question, limit, asker)
                print_json(json_output.passages_object(question, await app.library.ask(question, limit), words))
            else:
                answer = await app.service(Papers).ask(question, limit)
                better = await app.better(invocation.unless_misused(answer) if text else answer, asker)
                terminal.show(better or answer, asker.language if better else None)
        return 0

    invocation.run(work)


async def _worded(app: App, question: str, limit: int, asker: Asker) -> Object | None:
    """The answer in words, where there is a model that gives one."""
    if not app.writes_answers:
        return None
    better = await app.better(await app.service(Papers).ask(question, limit), asker)
    return json_output.words_object(better, asker.language)


@click.command(cls=Command)
@words_argument
@as_json_option
@click.pass_obj
def show(invocation: Invocation, text: tuple[str, ...], as_json: bool) -> None:
    """Show one paper whole. TEXT is an arXiv id, a link or a title."""

    async def work(app: App) -> int:
        answer = await app.service(Papers).show(" ".join(text))
        match answer:
            case PaperCard() if as_json:
                print_json(paper_object(answer.paper))
            case Closest() if as_json:
                raise invocation.refuse(answer.notice)
            case Notice():
                raise invocation.refuse(answer)
            case _:
                Terminal(invocation.language).show(answer)
        return 0 if isinstance(answer, PaperCard) else EXIT_FAILED

    invocation.run(work)


@click.command(cls=Command, context_settings=free_text)
@words_argument
@as_json_option
@click.pass_obj
def term(invocation: Invocation, text: tuple[str, ...], as_json: bool) -> None:
    """Say what a term is called in the other language, and show papers on it."""

    async def work(app: App) -> int:
        answer = await app.service(Papers).term(" ".join(text), everything=True)
        match answer:
            case Term() if as_json:
                print_json(json_output.term_object(answer))
            case Notice():
                raise invocation.refuse(answer)
            case _:
                Terminal(invocation.language).show(answer)
        return 0

    invocation.run(work)
