"""The program `paperbot`. What a command needs is imported when it is called."""

from __future__ import annotations

import io
import logging
import os
import sys
from pathlib import Path

import click

from bot.cli.help import Modules, Program, say_usage_error
from bot.cli.invocation import EXIT_FAILED, EXIT_USAGE, Invocation, language_asked_for, language_of_environment
from bot.core.faults import said_by_system
from bot.monitoring.log import set_up as set_up_log
from bot.rendering.language import Language

_MODULES = {
    "search": "bot.cli.papers",
    "ask": "bot.cli.papers",
    "say": "bot.cli.say",
    "daily": "bot.cli.daily",
    "show": "bot.cli.papers",
    "term": "bot.cli.papers",
    "trends": "bot.cli.trends",
    "chat": "bot.cli.bot",
    "run": "bot.cli.bot",
    "fetch": "bot.cli.fetch",
    "summarize": "bot.cli.summarize",
    "status": "bot.cli.corpus",
    "reload": "bot.cli.corpus",
    "check": "bot.cli.bot",
    "backup": "bot.cli.state",
    "restore": "bot.cli.state",
    "state": "bot.cli.state",
}
"""Where each command is."""


@click.group(cls=Program, commands=Modules(_MODULES), context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--config", "config_file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--lang", type=click.Choice(["ko", "en"]))
@click.option("-v", "--verbose", is_flag=True)
@click.version_option(package_name="paperbot", message="%(prog)s %(version)s")
@click.pass_context
def paperbot(context: click.Context, config_file: Path | None, lang: Language | None, verbose: bool) -> None:
    """Find AI papers in Korean daily digests, here or in Discord."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    level = logging.DEBUG if verbose else logging.WARNING
    set_up_log(level)
    context.obj = Invocation(config_file, lang or language_of_environment(), bool(lang))


def main() -> None:
    """Run the command line, and end the process with its code."""
    language = language_asked_for(sys.argv[1:])
    try:
        code = paperbot.main(prog_name="paperbot", standalone_mode=False, obj=Invocation(None, language))
    except click.UsageError as error:
        click.echo(say_usage_error(error, language), err=True)
        code = EXIT_USAGE
    except OSError as error:  # of standard output, on a full disk for example: all else says its own faults
        click.echo(f"paperbot: {said_by_system(error.strerror).say(language)}", err=True)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what Python still has to write there
        code = EXIT_FAILED
    sys.exit(code)
