"""How people ask for the best papers of a time."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import Bare, Intent, Sentences
from bot.rendering.language import Phrase

TOP: Final = Sentences(
    Intent.TOP,
    bare=(
        Bare(("votes",), ("", "week", "month", "year", "span", "ever")),
        Bare(("", "newest"), ("week", "month", "year", "ever")),
    ),
    label=Phrase("인기 논문", "top papers"),
)
