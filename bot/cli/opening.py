"""The application for one command: opened, used and closed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, date, datetime, time

from bot.cli.config import Config
from bot.cli.model import open_model
from bot.core.app import App
from bot.features.registry import FEATURES
from bot.state import State
from retrieval.library import Library
from retrieval.query.days import KOREA


async def with_app(config: Config, work: Callable[[App], Awaitable[int]], today: date | None) -> int:
    """What `work` gives for the application over the library; `today` is another day than the present one. Raises
    StoreError and CorpusError."""

    def now() -> datetime:
        return datetime.combine(today, time(12), KOREA) if today else datetime.now(UTC)

    async with AsyncExitStack() as stack:
        state = State(config.state_database)  # nothing is opened before somebody asks for it
        stack.push_async_callback(state.close)
        model = open_model(config, state, lambda: datetime.now(UTC))
        if model:
            stack.push_async_callback(model.close)
        library = await Library.open(
            config.corpus_database,
            config.digests,
            now=now,
            glossary=config.glossary,
            fetched=config.fetched,
            embedder=model.embedder if model else None,
        )
        stack.push_async_callback(library.close)
        return await work(App(library, state, now, FEATURES, config.fetcher, model=model))
