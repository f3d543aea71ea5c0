"""A small, strict Discord for tests: REST and gateway over loopback sockets, and people who use the bot."""

from __future__ import annotations

from .errors import DriverError
from .guilds import GuildDriver
from .people import Person
from .process import BotProcess
from .reply import Button, Choice, Reply
from .server import FakeDiscord

__all__ = ["BotProcess", "Button", "Choice", "DriverError", "FakeDiscord", "GuildDriver", "Person", "Reply"]
