"""The languages of replies, and texts in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.rendering.particles import with_particles

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in both languages, with `{named}` places for values. A value that is a phrase is said in the same
    language."""

    ko: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        said = {name: one.say(language) if isinstance(one, Phrase) else one for name, one in values.items()}
        return with_particles(self.ko.format_map(said)) if language == "ko" else self.en.format_map(said)


def language_of(locale: str) -> Language:
    """The language for a Discord locale ("ko", "en-US") or a POSIX one ("ko_KR.UTF-8"): Korean, else English."""
    return "ko" if locale.lower().startswith("ko") else "en"
