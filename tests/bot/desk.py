"""A bot over a folder of digests that grows, in a simulated Discord, and what its messages say."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import discord
from simcord.builders import ChannelHandle
from simcord.env import Env

from bot.discord.client import Paperbot
from tests.bot.views import Server, text_of, walk
from tests.conftest import SEEDS, Clock


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder, the bot over it, the clock that both go by, and a server."""

    digests: Path
    bot: Paperbot
    clock: Clock
    server: Server

    @property
    def env(self) -> Env:
        return self.server.env

    async def publish(self, day: str, titles: Sequence[str] = ("A new paper",)) -> None:
        """A digest for the day, taken up as by /corpus reload."""
        (self.digests / f"{day}.md").write_text(digest(date.fromisoformat(day), titles))
        await self.bot.app.library.reload()

    async def look(self) -> None:
        """What the scheduler does whenever it wakes."""
        await self.bot.scheduler.look()
        await self.env.settle()

    def posts(self, channel: ChannelHandle | None = None) -> list[discord.Message]:
        """The bot's own messages in the channel that no command asked for."""
        messages = (channel or self.server.channel).history()
        return [one for one in messages if one.author.bot and not one.is_system() and one.interaction_metadata is None]

    def reports(self) -> list[str]:
        """What the admin has been told in direct messages."""
        handle = self.env.backend.get_dm_channel(self.server.admin.id)
        return [said(one) for one in ChannelHandle(self.env, None, handle).history() if one.author.bot]


def copy_seeds(folder: Path) -> Path:
    folder.mkdir()
    for seed in SEEDS.glob("*.md"):
        shutil.copy(seed, folder)
    return folder


def digest(day: date, titles: Sequence[str]) -> str:
    papers = (
        f"### [{title}](https://arxiv.org/abs/{day:%y%m}.{day.day:02}{number:03})\n\nVote: {50 - number}\n\n"
        f"Authors: Ada Lovelace, Grace Hopper\n\n- {title}에 관한 요약입니다.\n"
        for number, title in enumerate(titles, 1)
    )
    return f"## Daily Papers ({day})\n\n" + "\n".join(papers)


def raw(message: discord.Message) -> list[dict[str, Any]]:
    components: Sequence[Any] = message.components
    return [component.to_dict() for component in components]


def said(message: discord.Message) -> str:
    return text_of(raw(message))


def ids(message: discord.Message) -> list[str]:
    return [item["custom_id"] for item in walk(raw(message)) if item.get("custom_id")]
