"""What many people do with a bot at the same time, and what goes wrong meanwhile."""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.conftest import SEEDS
from tests.fakes import FakeDiscord, Person
from tests.fakes.errors import DriverError
from tests.fakes.reply import Reply
from tests.fakes.waiting import PATIENCE

_QUERIES: Final = ("diffusion model", "확산 모델", "강화학습", "LLM", "video", "robot -simulation", "author:Li")
_SAID: Final = ("지난주 인기 논문", "newest diffusion papers", "LoRA가 뭐야?", "2402.08609", "강화학습 논문 찾아 줘")
_PAPERS: Final = ("2402.08609", "2402.08093", "2401.12244", "distildir", "Lumiere")
_DAYS: Final = ("2024-02-14", "2024-01-24", "2024-03-11", "2.14", "someday")
_CALLBACK = "POST /interactions/*/callback"
_PAUSE = 0.2  # seconds between two things that one person does, on the average
_AROUND = 5.0  # seconds
_BACK_WITHIN = 600.0
_DROP_EVERY = 300.0  # discord.py waits longer after each cut within half an hour
_KEPT = 120.0  # seconds for which Discord's stand-in remembers


@dataclass(slots=True)
class Tally:
    """What came of it, since it was last emptied: seconds until each first response, and how many had none in time."""

    done: int = 0
    waited: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


class Crowd:
    """So many people of one server, each of whom does one thing after another."""

    def __init__(self, discord: FakeDiscord, people: int, seed: int) -> None:
        self.discord = discord
        self.tally = Tally()
        self._unwell = deque[float](maxlen=1000)
        self._chance = random.Random(seed)
        guild = discord.guild()
        self._people = [guild.member(f"reader{number}", locale=("ko", "en-US")[number % 2]) for number in range(people)]
        self._admin = guild.member("admin", manage_guild=True)
        self._actions: list[tuple[Callable[[Person], Awaitable[Reply | None]], int]] = [
            (self._search, 30), (self._show, 10), (self._day, 10), (self._ask, 8), (self._suggest, 15),
            (self._talk, 6), (self._save, 4), (self._follow, 3), (self._trends, 1), (self._term, 2), (self._help, 1),
        ]  # fmt: skip

    async def act(self) -> None:
        """All of them, until cancelled."""
        async with asyncio.TaskGroup() as group:
            for person in self._people:
                group.create_task(self._go_on(person))

    async def _go_on(self, person: Person) -> None:
        actions, weights = zip(*self._actions, strict=True)
        while True:
            await asyncio.sleep(self._chance.expovariate(1 / _PAUSE))
            [action] = self._chance.choices(actions, weights)
            await self.discord.until(lambda: self.discord.gateway.complete or None, "the bot to be back", _BACK_WITHIN)
            try:
                reply = await action(person)
                if reply and self._chance.random() < 0.4:
                    await self._press(person, reply)
            except DriverError as error:
                self._miss(error)
            self.tally.done += 1

    def _miss(self, error: DriverError) -> None:
        """Count what got no answer, but for what Discord sent into a connection that was being cut: it comes too late,
        or never."""
        asked_at = time.monotonic() - PATIENCE
        if all(abs(moment - asked_at) > _AROUND for moment in self._unwell):
            self.tally.lost.append(str(error))

    async def _press(self, person: Person, reply: Reply) -> None:
        wanted = re.compile("→|←|Save|저장|More like|비슷")
        if labels := [one.label for one in reply.buttons if not one.disabled and wanted.search(one.label)]:
            self.tally.done += 1
            await person.click(reply, label=self._chance.choice(labels))

    async def _search(self, person: Person) -> Reply:
        return await person.slash("paper search", query=self._chance.choice(_QUERIES))

    async def _show(self, person: Person) -> Reply:
        return await person.slash("paper show", paper=self._chance.choice(_PAPERS))

    async def _day(self, person: Person) -> Reply:
        return await person.slash("daily", date=self._chance.choice(_DAYS))

    async def _ask(self, person: Person) -> Reply:
        return await person.slash("paper ask", question="BASE TTS는 몇 시간의 음성으로 훈련했나요?")

    async def _term(self, person: Person) -> Reply:
        return await person.slash("paper term", term="확산 모델")

    async def _trends(self, person: Person) -> Reply:
        return await person.slash("trends", term=self._chance.choice(_QUERIES[:3]))

    async def _help(self, person: Person) -> Reply:
        return await person.slash("help")

    async def _suggest(self, person: Person) -> None:
        with suppress(DriverError):  # suggestions whose connection is cut are not sent again: more is typed by then
            await person.autocomplete("paper show", paper=self._chance.choice(_PAPERS)[: self._chance.randrange(8)])

    async def _save(self, person: Person) -> Reply:
        await person.slash("saved add", paper="2402.08609")
        return await person.slash("saved list")

    async def _follow(self, person: Person) -> Reply:
        await person.slash("follow add", query=self._chance.choice(_QUERIES[:5]))
        return await person.slash("follow list")

    async def _talk(self, person: Person) -> None:
        person = person.direct()  # in a channel no more than sixty a minute are answered
        await person.answer(person.say(self._chance.choice(_SAID)))

    async def fail(self) -> None:
        """Let something go wrong between the bot and Discord now and then, until cancelled."""
        faults, gateway = self.discord.faults, self.discord.gateway
        mishaps: list[Callable[[], object]] = [
            lambda: faults.status(_CALLBACK, 502),
            lambda: faults.cut(_CALLBACK),
            lambda: faults.cut(_CALLBACK, after=True),
            lambda: faults.rate_limit(_CALLBACK),
            lambda: faults.status("POST /channels/*/messages", 503),
            lambda: self._cut(gateway.ask_to_reconnect),
            lambda: self._cut(gateway.invalidate),
        ]
        drop_at = time.monotonic() + _DROP_EVERY
        while True:
            await asyncio.sleep(self._chance.uniform(2, 8))
            self._chance.choice(mishaps)()
            if time.monotonic() > drop_at:
                drop_at += _DROP_EVERY
                self._cut(gateway.drop)

    def _cut(self, connections: Callable[[], None]) -> None:
        self._unwell.append(time.monotonic())
        connections()

    async def publish(self, digests: Path) -> None:
        """Add a day, or take it away again, and have it read, until cancelled."""
        text = (SEEDS / "2024-02-14.md").read_text("utf-8")
        new = digests / "2024-07-01.md"
        while True:
            await asyncio.sleep(61)  # what /corpus reload asks for
            if new.exists():
                new.unlink()
            else:
                new.write_text(text.replace("2024-02-14", "2024-07-01").replace("/2402.", "/2407."), "utf-8")
            try:
                await self._admin.slash("corpus reload")
            except DriverError as error:
                self._miss(error)

    async def forget(self) -> None:
        """Note how long each interaction waited, and let the stand-in forget what is long over, until cancelled."""
        world, seen = self.discord.world, set[str]()
        while True:
            await asyncio.sleep(1)
            if not self.discord.gateway.complete:
                self._unwell.append(time.monotonic())
            for one in world.interactions.values():
                if one.waited is not None and one.id not in seen:
                    seen.add(one.id)
                    self.tally.waited.append(one.waited)
            before = world.clock.now() - _KEPT
            for one in [one for one in world.interactions.values() if one.born < before]:
                seen.discard(one.id)
                del world.interactions[one.id]
                self.discord.interactions._tokens.pop(one.token, None)
            for message in [one for one in world.messages.values() if one.sent < before]:
                del world.messages[message.id]
