"""What people do with a bot, for `interactions.py`: one after another, or many at once."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeVar

from retrieval.digests.digest import parse_digest
from tests.bench.corpus import read_digests
from tests.bench.quality import read_judged
from tests.fakes import FakeDiscord, Person
from tests.fakes.components import BUTTON, walk
from tests.fakes.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, FIRST_RESPONSE_SECONDS
from tests.fakes.options import command_data, resolve
from tests.fakes.world import Interaction, Message

T = TypeVar("T")

KINDS: Final = ("search", "search anew", "show", "daily", "page", "autocomplete")
LOST_AFTER: Final = FIRST_RESPONSE_SECONDS + 5  # seconds until an interaction that has no answer is given up
_ASKED_BY_MANY: Final = 20  # searches
_MANY_PAGES: Final = (
    "언어 모델",
    "LLM",
    "diffusion",
    "이미지 생성",
    "video",
)  # topics of more papers than a page holds


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed and pressed, drawn from a folder of digests, in an order that is the same at every run."""

    queries: tuple[str, ...]
    new_queries: tuple[str, ...]
    papers: tuple[str, ...]
    days: tuple[str, ...]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, digests: Path) -> Asked:
        """`new_queries` are two words that follow one another in a digest, which nobody else asks for; `beginnings` are
        those of titles, as they are while somebody types one."""
        read, chance = read_digests(digests), random.Random(13)
        entries = [entry for digest in read for entry in parse_digest(digest.text).entries]
        queries = [one.query for kind in read_judged().values() for one in kind if one.relevant]
        beginnings = [entry.title[: chance.randint(2, 12)].strip() for entry in entries]
        lines = [line for entry in entries for line in (entry.title, *(point.text for point in entry.points))]
        pairs = list(dict.fromkeys(" ".join(pair) for line in lines for pair in pairwise(line.split())))
        parts = (
            queries,
            pairs,
            [entry.arxiv_id for entry in entries],
            [str(digest.day) for digest in read],
            beginnings,
        )
        for part in parts:
            chance.shuffle(part)
        return cls(*map(tuple, parts))


class Load:
    """People in one server who use one bot; each of them has had an answer before."""

    def __init__(self, discord: FakeDiscord, people: Sequence[Person], asked: Asked) -> None:
        self._discord = discord
        self._people = people
        self._asked = asked
        self._number = 0
        self._listings: dict[str, Message] = {}
        self._kinds: dict[str, Callable[[Person, int], Interaction]] = {
            "search": lambda person, number: self._search(person, asked.queries[number % _ASKED_BY_MANY]),
            "search anew": lambda person, number: self._search(person, _nth(asked.new_queries, number)),
            "show": lambda person, number: self._command(person, "paper show", paper=_nth(asked.papers, number)),
            "daily": lambda person, number: self._command(person, "daily", date=_nth(asked.days, number)),
            "page": lambda person, _: self._press(person),
            "autocomplete": lambda person, number: self._command(
                person, "paper show", typed=True, paper=_nth(asked.beginnings, number)
            ),
        }

    async def greet(self) -> None:
        """Let everybody have an answer, and a list that they can turn the pages of."""
        await self._answered([self._command(person, "daily") for person in self._people])
        empty = any(command["name"] == "pages" for command in self._discord.commands)
        for number, person in enumerate(self._people):
            query = _nth(_MANY_PAGES, number)
            opened = self._command(person, "pages") if empty else self._command(person, "paper search", query=query)
            await self._answered([opened])
            assert opened.outcome is not None, f"{query} found no answer: {self._discord.problems}"
            self._listings[person.user.id] = opened.outcome

    async def run(self, kind: str, at_once: int, times: int) -> list[float | None]:
        """How many seconds each of `times` waves of interactions waited for its first response; None: it got none that
        Discord takes."""
        waited: list[float | None] = []
        for _ in range(times):
            opened = [self._open(kind) for _ in range(at_once)]
            await self._answered(opened)
            waited += [one.waited if one.answer is not None else None for one in opened]
        return waited

    def _open(self, kind: str) -> Interaction:
        self._number += 1
        return self._kinds[kind](_nth(self._people, self._number), self._number)

    async def _answered(self, opened: Sequence[Interaction]) -> None:
        left = list(opened)

        def complete() -> bool | None:
            left[:] = [one for one in left if one.answer is None or not _shown(one)]
            return not left or None

        try:
            await self._discord.world.bell.until(complete, LOST_AFTER)
        except TimeoutError:
            return  # those that are left are lost

    def _search(self, person: Person, query: str) -> Interaction:
        return self._command(person, "paper search", query=query)

    def _command(self, person: Person, name: str, *, typed: bool = False, **options: str) -> Interaction:
        chain = resolve(self._discord.commands, name, person.user.locale)
        data = command_data(chain, options, person.user.locale, checked=True, focus=typed)
        kind = AUTOCOMPLETE if typed else COMMAND
        return self._discord.interactions.open(
            kind, person.user, person.guild, person.channel, data, permissions=person.permissions
        )

    def _press(self, person: Person) -> Interaction:
        listing = self._listings[person.user.id]
        buttons = [part for part in walk(listing.components) if part["type"] == BUTTON and not part.get("disabled")]
        button = next(part for part in buttons if part.get("custom_id", "").startswith("page"))
        data = {"component_type": BUTTON, "custom_id": button["custom_id"], "id": button["id"]}
        return self._discord.interactions.open(
            COMPONENT, person.user, person.guild, person.channel, data, permissions=person.permissions, source=listing
        )


def _shown(interaction: Interaction) -> bool:
    """Whether the answer stands there, not only the promise of one."""
    return interaction.choices is not None or (interaction.outcome is not None and not interaction.outcome.loading)


def _nth(items: Sequence[T], number: int) -> T:
    return items[number % len(items)]
