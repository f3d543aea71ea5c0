"""What can keep a message from being sent, as it is remembered and said."""

from __future__ import annotations

from collections.abc import Iterable

from bot import schedule_words as words
from bot.words import Language

CHANNEL, ROLE, UNREACHABLE, CLOSED = "channel", "role", "unreachable", "closed"
_PERMISSIONS, _REFUSED = "permissions", "refused"
_SENTENCES = {
    CHANNEL: words.TROUBLE_CHANNEL,
    ROLE: words.TROUBLE_ROLE,
    UNREACHABLE: words.TROUBLE_UNREACHABLE,
    CLOSED: words.TROUBLE_CLOSED,
    _PERMISSIONS: words.TROUBLE_PERMISSIONS,
    _REFUSED: words.TROUBLE_REFUSED,
}


def lacking(permissions: Iterable[str]) -> str:
    """The trouble that these permissions (by discord.py's names) are missing."""
    return f"{_PERMISSIONS}:{','.join(permissions)}"


def refused(reason: str) -> str:
    """The trouble that Discord refused a message."""
    return f"{_REFUSED}:{reason}"


def is_lasting(trouble: str) -> bool:
    """Whether it takes somebody to mend it."""
    return trouble != UNREACHABLE


def say_permissions(names: Iterable[str], language: Language) -> str:
    """The permissions as Discord's settings call them."""
    return ", ".join(words.PERMISSIONS[name].say(language) if name in words.PERMISSIONS else name for name in names)


def say_trouble(trouble: str, language: Language) -> str:
    """The sentence for a trouble."""
    kind, _, detail = trouble.partition(":")
    if kind == _PERMISSIONS:
        detail = say_permissions(detail.split(","), language)
    return _SENTENCES[kind].say(language, detail=detail)
