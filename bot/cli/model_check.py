"""What `paperbot check` says of the model."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from enum import StrEnum
from ipaddress import ip_address
from typing import Final

from yarl import URL

from bot.cli import phrases
from bot.cli.config import Config
from bot.cli.model import place_of
from bot.model.client.budget import Budget
from bot.model.client.server import Place, Server, Timing
from bot.model.client.trial import Trial
from bot.model.model import ModelError, ModelFault
from bot.model.phrases import say_model_fault
from bot.rendering.language import Language
from bot.rendering.plain import one_line
from bot.state import State

_NAMES_SHOWN: Final = 10
_NAME_CHARACTERS: Final = 60


class Mark(StrEnum):
    """How a line of `check` begins."""

    GOOD = "✓"
    BAD = "✗"
    NOTE = "-"


Finding = tuple[Mark, str]


async def try_model(config: Config, language: Language) -> AsyncIterator[Finding]:
    """Ask the model little things, as `Trial` does, and say how it went; nothing where none is configured."""
    settings = config.model
    if not settings.base_url:
        if settings.name or settings.embeddings:
            yield Mark.NOTE, phrases.CHECK_MODEL_NO_ADDRESS.say(language)
        return
    place = place_of(config)
    if host := _told_in_plain(place):
        yield Mark.NOTE, phrases.CHECK_MODEL_PLAIN.say(language, host=host)
    state = State(config.state_database)
    budget = Budget(state, settings.daily_tokens, lambda: datetime.now(UTC))
    trial = Trial(Server(place, budget, Timing()))
    written_too = logging.getLogger("bot.model")
    level = written_too.level
    written_too.setLevel(logging.ERROR)  # what it would log is said here
    try:
        async for finding in _findings(trial, place, language):
            yield finding
    finally:
        written_too.setLevel(level)
        await trial.close()
        await state.close()


async def _findings(trial: Trial, place: Place, language: Language) -> AsyncIterator[Finding]:
    names: tuple[str, ...] = ()
    try:
        names = await trial.names()
        if place.name:
            began = time.monotonic()
            await trial.write()
            seconds = f"{time.monotonic() - began:.1f}"
            told = phrases.CHECK_MODEL.say(language, name=place.name, base=place.base_url, seconds=seconds)
            yield Mark.GOOD, told
            async for finding in _window(trial, place, language):
                yield finding
        if place.embeddings:
            dimension = await trial.embed()
            yield Mark.GOOD, phrases.CHECK_EMBEDDINGS.say(language, name=place.embeddings, dimension=dimension)
    except ModelError as error:
        yield Mark.BAD, f"{place.base_url}: {say_model_fault(error.fault, error.detail, language)}"
        if error.fault is ModelFault.UNKNOWN_MODEL and names:
            yield Mark.NOTE, phrases.CHECK_MODEL_NAMES.say(language, names=_listed(names))


async def _window(trial: Trial, place: Place, language: Language) -> AsyncIterator[Finding]:
    """Only servers of one's own cut silently, and only those cost nothing to ask: they want no key."""
    if place.key:
        return
    try:
        window = await trial.window()
    except ModelError as error:
        if error.fault is ModelFault.TOO_LONG:
            yield Mark.NOTE, say_model_fault(error.fault, error.detail, language)
        return
    if window is not None:
        yield Mark.NOTE, phrases.CHECK_MODEL_WINDOW.say(language, tokens=f"{window:,}")


def _told_in_plain(place: Place) -> str:
    """The host to which the key goes unencrypted, "" where it does not."""
    url = URL(place.base_url)
    if not place.key or url.scheme != "http" or url.host is None or url.host == "localhost":
        return ""
    try:
        return "" if ip_address(url.host).is_loopback else url.host
    except ValueError:
        return url.host


def _listed(names: tuple[str, ...]) -> str:
    shown = [one_line(name)[:_NAME_CHARACTERS] for name in names[:_NAMES_SHOWN]]
    return ", ".join(shown) + (" …" if len(names) > _NAMES_SHOWN else "")
