"""Who asks, and how they want to be answered."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rendering.language import Language

CONSOLE_USER = 0
"""The user id of whoever sits at the console; Discord gives none below 2^22."""


@dataclass(frozen=True, slots=True)
class Asker:
    """A person who asks, where (None: outside servers), and how they and their server want to be answered.

    `per_page` is how many results a page has; `private`: only they are to see the answer; `words`: a
    model may write it.
    """

    user_id: int
    guild_id: int | None
    language: Language
    per_page: int = 10
    private: bool = False
    words: bool = True
