"""The languages of replies, and texts in both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ko", "en"]
LANGUAGES: tuple[Language, ...] = ("ko", "en")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in both languages, with `{named}` places for values; those that are phrases are said in its language."""

    ko: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        said = {name: value.say(language) if isinstance(value, Phrase) else value for name, value in values.items()}
        return (self.ko if language == "ko" else self.en).format_map(said)


def language_of(locale: str) -> Language:
    """The language for a Discord locale ("ko", "en-US") or a POSIX one ("ko_KR.UTF-8"): Korean, else English."""
    return "ko" if locale.lower().startswith("ko") else "en"
