"""What the targets are tried against: the seeds, and all the features over them."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from bot.cli.config import SEEDS
from bot.core.answer import Answer
from bot.core.app import App
from bot.core.asker import Asker
from bot.features.registry import FEATURES
from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.language import LANGUAGES
from bot.state import State
from retrieval.library import Library
from tests.bot.views import assert_within_budget, components

NOON = datetime(2024, 6, 14, 3, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class World:
    app: App
    folder: Path
    """An empty one, for files."""

    @classmethod
    async def open(cls, folder: Path, stack: AsyncExitStack) -> Self:
        library = await Library.open(folder / "corpus.db", [SEEDS], now=lambda: NOON)
        stack.push_async_callback(library.close)
        state = await State.open(":memory:")
        stack.push_async_callback(state.close)
        (folder / "files").mkdir()
        return cls(App(library, state, lambda: NOON, FEATURES), folder / "files")


def asker(number: int = 1) -> Asker:
    return Asker(number, None, LANGUAGES[number % len(LANGUAGES)], 1 + number % 10)


def check_drawn(answer: Answer) -> None:
    """An answer can be drawn in Discord, and said on a terminal, in each language."""
    for language in LANGUAGES:
        assert_within_budget(components(answer, language))
        assert answer.render(RenderOptions(language, Limits()))
