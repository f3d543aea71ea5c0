"""What every answer is, and the answers that belong to no feature."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import ClassVar

from bot.core.location import Location
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, line
from bot.rendering.language import Language, Phrase


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a reply; `description` says what a picture shows to those who cannot see it."""

    name: str
    content: bytes
    description: str = ""

    @property
    def url(self) -> str:
        """How the message that it goes with points to it."""
        return f"attachment://{self.name}"


class Answer(ABC):
    """What answers a request: plain data, without Discord and without a terminal. Each kind is a frozen dataclass."""

    __slots__ = ()

    refuses: ClassVar[bool] = False
    """It says that there is no answer. It has a colour of its own, and only the asker sees it."""
    introduces: ClassVar[bool] = False
    """It is worth telling newcomers below it what else they can do."""

    @abstractmethod
    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        """The blocks of the reply; the first is its head."""

    @property
    def location(self) -> Location | None:
        """What the buttons of the reply carry: the list that it shows, or that it was opened from."""
        return None

    @property
    def opened(self) -> str:
        """The arXiv id of the paper that the reply shows whole: it is meant by "this paper". "" where it shows none."""
        return ""

    @property
    def listed(self) -> tuple[tuple[int, str], ...]:
        """Papers that it lists by their numbers, beside those that its blocks are entries for."""
        return ()

    @property
    def topic(self) -> str:
        """What the reply is about, as a query, "" where it is about nothing that new papers could be about as well.

        It is what leads from one feature to another without either knowing the other's answers: a feature that can do
        something with a topic, such as follow it, puts its button below all answers that have one
        (`topic_controls`). The location of such an answer has the topic as its text, from which a press reads it.
        """
        return ""

    @property
    def inner(self) -> Answer:
        """The answer that the buttons below the reply are for."""
        return self

    def around(self, inner: Answer) -> Answer:
        """The same reply with another answer in it."""
        return inner

    @property
    def attachment(self) -> Attachment | None:
        return None

    @property
    def links(self) -> tuple[str, ...]:
        """Addresses that belong to the reply; a terminal prints them, where Discord has buttons."""
        return ()

    @property
    def part(self) -> int:
        """Which page (from 1) of its flowing blocks is shown where a reply cannot hold them all."""
        return 1

    def in_parts(self, parts: int) -> Answer:
        """The same answer, which knows that its flowing blocks take so many pages."""
        return self

    def turned(self, by: int) -> Location | None:
        """The page, or the day, so many after this one (negative: before); None where there is none."""
        return None


class Reason(Enum):
    """Why a notice stands in place of an answer."""

    UNAVAILABLE = auto()  # what was asked for is not there, or not now
    MISUSE = auto()  # what was typed cannot be understood
    SAYS_LITTLE = auto()  # nothing in particular was asked


@dataclass(frozen=True, slots=True)
class Notice(Answer):
    """One sentence in place of an answer, or above one; `values` fill the places of `phrase`."""

    refuses: ClassVar[bool] = True

    phrase: Phrase
    values: Mapping[str, object] = field(default_factory=dict)
    reason: Reason = Reason.UNAVAILABLE

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        return (Block((self.line(options),)),)

    def line(self, options: RenderOptions, kind: LineKind = LineKind.TEXT) -> Line:
        """The sentence, with what somebody typed cut to a length that can be read."""
        return line(self.say(options.language, options.quote), kind)

    def say(self, language: Language, quote: Callable[[str], str] = str) -> str:
        """The sentence; `quote` cuts what it repeats. A value may be a notice itself."""
        said: dict[str, object] = {}
        for name, value in self.values.items():
            match value:
                case Notice():
                    said[name] = value.say(language, quote)
                case str():
                    said[name] = quote(value)
                case _:
                    said[name] = value
        return self.phrase.say(language, **said)


def small_print(notices: tuple[Notice, ...], options: RenderOptions) -> tuple[Line, ...]:
    """Notices as they stand below the title of an answer."""
    return tuple(notice.line(options, LineKind.SMALL) for notice in notices)


@dataclass(frozen=True, slots=True)
class Document(Answer):
    """A file, and the sentence that says what it is."""

    notice: Notice
    file: Attachment

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        return self.notice.render(options)

    @property
    def attachment(self) -> Attachment:
        return self.file


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion while typing: what is shown, and what is sent when it is chosen."""

    name: str
    value: str


MAX_CHOICES = 25
"""Suggestions that Discord shows: https://discord.com/developers/docs/interactions/application-commands#autocomplete"""
