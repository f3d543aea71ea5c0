"""How people say what they want: patterns in both languages, which features list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from bot.rendering.language import Phrase


class Intent(StrEnum):
    """What somebody wants. Patterns of an intent are tried before those of the intents below it."""

    GREETING = "greeting"
    HELP = "help"
    OFFTOPIC = "offtopic"
    MORE = "more"
    SAVE = "save"
    OPEN = "open"
    FOLLOW = "follow"
    RISING = "rising"
    TREND = "trend"
    SIMILAR = "similar"
    DEFINE = "define"
    REFINE = "refine"
    SHOW = "show"
    NEWEST = "newest"
    DAY = "day"
    TOP = "top"
    ASK = "ask"
    SEARCH = "search"


class About(Enum):
    """What a sentence goes on from, of what was shown before it."""

    PAPER = auto()  # the one that is open, or that is named by its number
    LIST = auto()
    TOPIC = auto()  # what a list is about


@dataclass(frozen=True, slots=True)
class Bare:
    """A request for papers that names no topic: what order it asks for ("newest", "votes", "": none), and of what time
    ("": none, "today", "day", "week", "month", "year", "span", "ever")."""

    orders: tuple[str, ...]
    times: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """How people say one thing.

    `ko` and `en` are patterns of whole sentences: a space is any white space or none, `[…]` may be missing, `(a|b)` are
    alternatives, `{show}` is a group of words of the lexicon, `{query}` and `{paper}` are slots, `{any}` is anything.
    Else they are regular expressions. What is around a sentence out of politeness is left out. `bare` are the requests
    without a topic that mean it as well. What is taken for `{query}` must fit none of the `never` patterns.

    `label` says in a few words what was understood, with the slots in their places; None: there is nothing to say.
    `about`: it goes on from that of what was shown, and without that says nothing. `only_after`: it is such a sentence
    only where something was shown, and may else be anything. `must_be_here`: what is taken for `{paper}` must be the
    name of a paper that is here.
    """

    intent: Intent
    ko: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    bare: tuple[Bare, ...] = ()
    label: Phrase | None = None
    about: About | None = None
    only_after: bool = False
    must_be_here: bool = False
    never_ko: tuple[str, ...] = ()
    never_en: tuple[str, ...] = ()
