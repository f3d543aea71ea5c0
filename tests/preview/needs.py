"""What the preview and its pictures need installed."""

from __future__ import annotations

from importlib.util import find_spec

from bot.cli.invocation import Invocation
from tests.preview import words

_NEEDS = {
    "preview": ("simcord", "PIL", "linkify_it", "markdown_it", "regex"),
    "pictures": ("simcord", "PIL", "linkify_it", "markdown_it", "regex", "playwright"),
}


def require(target: str, invocation: Invocation) -> None:
    """Leave with a sentence that names what is missing, and the make target that installs it."""
    if missing := [name for name in _NEEDS[target] if find_spec(name) is None]:
        raise invocation.fail(words.MISSING.say(invocation.language, names=", ".join(missing), target=target))
