"""The bot of these tests stands over a folder of digests that they add to."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS


@pytest.fixture
def simcord_bot(growing: App) -> Paperbot:
    return Paperbot(growing, EXTENSIONS)
