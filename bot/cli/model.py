"""The model that is configured, ready to be asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from bot.cli.config import Config
from bot.model.model import Model
from bot.state import State

if TYPE_CHECKING:
    from bot.model.client.server import Place


def open_model(config: Config, state: State, now: Callable[[], datetime]) -> Model | None:
    """None where none is configured. Nothing is imported or sent before it is first asked."""
    settings = config.model
    if not settings.base_url:
        return None
    from bot.model.client.budget import Budget
    from bot.model.client.client import ModelClient

    client = ModelClient(place_of(config), Budget(state, settings.daily_tokens, now))
    return Model(
        client if settings.name else None,
        client if settings.embeddings else None,
        settings.language,
        settings.summaries,
        settings.answers,
        settings.timeout,
        settings.daily_tokens,
        client.spent,
        client.close,
    )


def place_of(config: Config) -> Place:
    """Where the model is, and with which key."""
    from bot.model.client.server import Place

    settings = config.model
    key = config.model_key.get_secret_value()
    return Place(settings.base_url, key, settings.name, settings.embeddings, settings.timeout)
