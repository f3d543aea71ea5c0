"""The application: what it stands on, its services, and what each feature brings to it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from bot.core.answer import Answer, Choice, Notice, Reason
from bot.core.asker import Asker
from bot.core.examples.examples import ExampleChooser
from bot.core.location import Location
from bot.core.scheduler import PACE, Pace
from bot.core.sentences.sentences import Sentences
from bot.core.sentences.understood import Understood
from bot.core.shown import Recall, Shown
from bot.model.model import Model
from bot.rendering.language import Language, Phrase
from bot.rendering.phrases import STALE_BUTTON
from bot.state import State
from retrieval.library import Library
from retrieval.sources.fetcher import Fetcher

S = TypeVar("S")


class App:
    """The library, the state and the features over them. `now` gives the present time, aware of its zone; `fetcher`
    brings new papers; `model` writes, where one is configured; `pace` says how often the digests are read again."""

    def __init__(
        self,
        library: Library,
        state: State,
        now: Callable[[], datetime],
        features: Sequence[Feature],
        fetcher: Fetcher | None = None,
        model: Model | None = None,
        pace: Pace = PACE,
    ) -> None:
        self.library = library
        self.state = state
        self.now = now
        self.examples = ExampleChooser(library)
        self.fetcher = fetcher
        self.model = model
        self.pace = pace
        self.features = tuple(features)
        self._services: dict[object, object] = {}
        self._retold = next((feature.retold for feature in features if feature.retold), None)
        self._better = next((feature.better for feature in features if feature.better), None)
        self._routes = {route.kind: route for feature in features for route in feature.routes}

    def service(self, kind: Callable[[App], S]) -> S:
        """The one service of its kind, made when it is first asked for."""
        if kind not in self._services:
            self._services[kind] = kind(self)
        return cast(S, self._services[kind])

    async def open(self, location: Location | None, asker: Asker) -> Answer:
        """What is at a location now."""
        route = self._routes.get(location.kind) if location else None
        if location is None or route is None:
            return Notice(STALE_BUTTON, reason=Reason.MISUSE)
        answer = await route.open(self, location, asker)
        return await self._retold(self, answer, location.said) if location.said and self._retold else answer

    @property
    def writes_answers(self) -> bool:
        """Whether people who want them get answers in words."""
        return self.model is not None and self.model.writer is not None and self.model.answers

    def improves(self, asker: Asker) -> bool:
        """Whether something better may come for those who ask."""
        return self._better is not None and self.writes_answers and asker.words

    async def better(self, answer: Answer, asker: Asker) -> Answer | None:
        """What to show in place of an answer once a model has written it, which takes some seconds; None where nothing
        better comes."""
        if self._better is None or not self.improves(asker):
            return None
        found = await self._better(self, answer.inner, asker)
        return answer.around(found) if found else None

    def same(self, location: Location | None) -> str | None:
        """Names what is at a location, where everybody sees the same there; else None."""
        route = self._routes.get(location.kind) if location else None
        return location.code if location and route and route.same else None

    def query_of(self, location: Location | None) -> str:
        """The search that finds the papers of the list at a location, "" where none does."""
        route = self._routes.get(location.kind) if location else None
        return route.query(self, location) if location and route and route.query else ""

    def way_back(self, location: Location | None) -> Phrase | None:
        """The label of a button that leads to a location; None where none leads there."""
        route = self._routes.get(location.kind) if location else None
        return route.back if route else None


@dataclass(frozen=True, slots=True)
class Route:
    """How a location of a kind is opened, and what a button back to it says (`{text}` is the location's); None: nothing
    leads back. `query` gives the search that finds the papers of its list; None: there is none, and nothing narrows it.
    """

    kind: str
    open: Callable[[App, Location, Asker], Awaitable[Answer]]
    back: Phrase | None = None
    query: Callable[[App, Location], str] | None = None
    same: bool = False
    """Everybody sees the same there, in the same language and on pages of the same size."""


@dataclass(frozen=True, slots=True)
class ConsoleCommand:
    """A slash command on the console: its words, the name of its one option (None: it takes none), what answers it, and
    what suggests values of the option."""

    path: tuple[Phrase, ...]
    option: Phrase | None
    answer: Callable[[App, Asker, str], Awaitable[Answer]]
    suggest: Callable[[App, Asker, str], Awaitable[Sequence[Choice]]] | None = None

    def name(self, language: Language) -> str:
        return "/" + " ".join(word.say(language) for word in self.path)

    @property
    def names(self) -> tuple[str, ...]:
        return self.name("en"), self.name("ko")


@dataclass(frozen=True, slots=True)
class SpokenCommand:
    """What can be asked for in plain sentences, and what answers it: by itself, or with what was shown before it."""

    sentences: Sentences
    answer: Callable[[App, Asker, Understood], Awaitable[Answer]] | None = None
    go_on: Callable[[App, Asker, Understood, Shown], Awaitable[Answer]] | None = None


@dataclass(frozen=True, slots=True)
class Feature:
    """What a feature brings to every platform. `help` pairs an example of a command with what it does; `discord_only`
    is the name of a command that the console does not have. `plain_text` answers text that is no command, and `retold`
    says with an answer what the sentence was understood as that asked for it; `better` gives what takes its place once
    a model has written it, None where nothing does. One feature has them."""

    name: str
    help: tuple[tuple[Phrase, Phrase], ...] = ()
    routes: tuple[Route, ...] = ()
    console: tuple[ConsoleCommand, ...] = ()
    spoken: tuple[SpokenCommand, ...] = ()
    plain_text: Callable[[App, Asker, str, Recall], Awaitable[Answer]] | None = None
    retold: Callable[[App, Answer, str], Awaitable[Answer]] | None = None
    discord_only: Phrase | None = None
    better: Callable[[App, Answer, Asker], Awaitable[Answer | None]] | None = None
