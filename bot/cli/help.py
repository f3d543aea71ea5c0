"""The command line in the reader's language: its help, whole at any width, and what is wrong with a call of it."""

from __future__ import annotations

import io
import shutil
from collections import UserDict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from bot.cli import help_phrases as phrases
from bot.cli.invocation import Invocation
from bot.cli.loading import loading
from bot.rendering.language import Language, Phrase

if TYPE_CHECKING:  # Rich is imported where a page is drawn: the bot draws none
    from rich.console import RenderableType

_MAX_WIDTH: Final = 100  # columns: longer lines are hard to follow
_INDENT: Final = 2
_NO_COMMAND: Final = (click.exceptions.NoArgsIsHelpError, click.UsageError)  # of the program as a whole


class Command(click.Command):
    """A command whose help is said in the reader's language."""

    def get_help(self, ctx: click.Context) -> str:
        return _page(self, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # Click forgets it where an option has no value, or one too many
            raise


class Program(Command, click.Group):
    """The commands, in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class Modules(UserDict[str, click.Command]):
    """Commands by the names of their modules, each imported when it is called: to import all of them takes longer than
    most do their work in."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        super().__init__()
        self.data: dict[str, Any] = dict(modules)

    def __getitem__(self, name: str) -> click.Command:
        with loading():
            command: click.Command = getattr(import_module(self.data[name]), name)
        return command


def say_usage_error(error: click.UsageError, language: Language) -> str:
    """What is wrong with a call, and where to read on."""
    if error.ctx and isinstance(error.ctx.command, Program) and type(error) in _NO_COMMAND:
        return error.ctx.get_help()
    command = error.ctx.command_path if error.ctx else "paperbot"
    return f"paperbot: {_fault(error, language)}\n{phrases.SEE_HELP.say(language, command=command)}"


def _fault(error: click.UsageError, language: Language) -> str:
    match error:
        case click.NoSuchCommand():
            return _unknown(phrases.NO_SUCH_COMMAND, error.command_name, error.possibilities, language)
        case click.NoSuchOption():
            return _unknown(phrases.NO_SUCH_OPTION, error.option_name, error.possibilities, language)
        case click.MissingParameter(param=click.Parameter() as param):
            return phrases.MISSING.say(language, name=_name(param))
        case click.BadParameter(param=click.Parameter() as param):
            return _expected(param, language)
        case click.BadOptionUsage():
            options = error.ctx.command.params if error.ctx else ()
            flags = {name for one in options if isinstance(one, click.Option) and one.is_flag for name in one.opts}
            phrase = phrases.TAKES_NO_VALUE if error.option_name in flags else phrases.NEEDS_VALUE
            return phrase.say(language, name=error.option_name)
    # Click tells what is left over only in its sentence: "Got unexpected extra arguments (a b)".
    words = error.message.partition("(")[2].removesuffix(")")
    return (phrases.TOO_MUCH if words else phrases.WRONG_USAGE).say(language, words=words)


def _unknown(phrase: Phrase, name: str, close: Sequence[str] | None, language: Language) -> str:
    said = phrase.say(language, name=name)
    return f"{said} {phrases.DID_YOU_MEAN.say(language, names=', '.join(close))}" if close else said


def _expected(param: click.Parameter, language: Language) -> str:
    name = _name(param)
    match param.type:
        case click.Choice(choices=choices):
            return phrases.EXPECTS_ONE_OF.say(language, name=name, choices=", ".join(map(str, choices)))
        case click.IntRange(min=least, max=most):
            return phrases.EXPECTS_BETWEEN.say(language, name=name, least=f"{least:,}", most=f"{most:,}")
        case click.DateTime():
            return phrases.EXPECTS_DAY.say(language, name=name)
        case click.Path():
            return phrases.EXPECTS_FILE.say(language, name=name)
    return (phrases.EXPECTS_NUMBER if param.type is click.INT else phrases.WRONG_USAGE).say(language, name=name)


def _name(param: click.Parameter) -> str:
    """`--limit` · `FILE`"""
    return max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name


def _page(command: click.Command, context: click.Context) -> str:
    """All that is to be known of a command, in lines of the terminal's width."""
    from rich.console import Console
    from rich.padding import Padding

    invocation = context.find_object(Invocation)
    language: Language = invocation.language if invocation else "en"
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    parts: list[RenderableType] = [f"{phrases.USAGE.say(language)}: {usage}", ""]
    name = command.name or ""
    about = [phrases.PROGRAM] if context.parent is None else [phrases.ABOUT_COMMANDS[name]]
    if name in phrases.MORE_ON_COMMANDS:
        about.append(phrases.MORE_ON_COMMANDS[name])
    parts += [Padding(each.say(language), (0, 0, 0, _INDENT)) for each in about]
    if isinstance(command, click.Group):
        listed = ((name, phrases.ABOUT_COMMANDS[name].say(language)) for name in command.list_commands(context))
        parts += ["", f"{phrases.COMMANDS.say(language)}:", _table(listed)]
    options = (one for one in command.get_params(context) if isinstance(one, click.Option))
    parts += ["", f"{phrases.OPTIONS.say(language)}:", _table(_option(one, context, language) for one in options)]
    width = min(shutil.get_terminal_size().columns, _MAX_WIDTH)
    console = Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)
    with console.capture() as page:
        for part in parts:
            console.print(part)
    return "\n".join(line.rstrip() for line in page.get().rstrip().split("\n"))


def _table(rows: Iterable[tuple[str, str]]) -> RenderableType:
    from rich.padding import Padding
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for term, about in rows:
        table.add_row(term, about)
    return Padding(table, (0, 0, 0, _INDENT), expand=False)


def _option(option: click.Option, context: click.Context, language: Language) -> tuple[str, str]:
    """How an option is written, and what it does: `--limit N`, `How many at most (1–10,000, default 10)`."""
    value = "" if option.is_flag or option.count else f" {option.make_metavar(context)}"
    facts = []
    if isinstance(option.type, click.IntRange):
        facts.append(f"{option.type.min:,}–{option.type.max:,}")
    if isinstance(option.default, int) and not option.is_flag:
        facts.append(phrases.DEFAULT.say(language, default=option.default))
    about = phrases.ABOUT_OPTIONS[_name(option)].say(language)
    names = ", ".join(sorted(option.opts, key=len))
    return names + value, f"{about} ({', '.join(facts)})" if facts else about
