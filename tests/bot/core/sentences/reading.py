"""A reader of all that features bring, and what it knows in the tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.core.sentences.reader import Reader
from bot.features.registry import FEATURES

READER = Reader([command.sentences for feature in FEATURES for command in feature.spoken])


class Known:
    """It is Friday, 9 May 2025; some papers and people are here."""

    today = date(2025, 5, 9)
    days = (date(2024, 2, 14), date(2025, 5, 5))

    async def titled(self, text: str) -> bool:
        return text == "Attention Is All You Need"

    async def named(self, name: str) -> bool:
        return name.casefold() in ("mobilellm", "gaia", "base tts", "2401.04088", "2402.08609", "2404.02905")

    async def wrote(self, name: str) -> bool:
        return name.casefold() in ("song han", "kaiming he", "yann lecun")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, and what it means; `after`: something was said before."""

    text: str
    intents: tuple[str, ...]
    slots: Mapping[str, Any]
    after: bool


def table(name: str) -> list[Sentence]:
    """The sentences of a file beside this one."""
    rows = map(json.loads, (Path(__file__).parent / name).read_text("utf-8").splitlines())
    return [Sentence(row["text"], (row["intent"], *row.get("also", ())), row["slots"], "after" in row) for row in rows]
