"""Answers in words that a model wrote, and what they stand on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from bot.core.answer import Answer, Notice, small_print
from bot.core.location import Location
from bot.features.papers import phrases
from bot.features.papers.answers import NoAnswer, Passages, Unanswered
from bot.rendering.blocks import Block, LineKind, RenderOptions, line
from bot.rendering.papers import PaperLines
from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage

Extractive = Passages | NoAnswer | Unanswered
_LEAST_SHOWN = 3  # papers, cited or not, where so many were found


@dataclass(frozen=True, slots=True)
class Cited:
    """A paper that an answer cites: which of its sentences, none where it is the title, and the words to the letter."""

    paper: Paper
    excerpts: tuple[Excerpt, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The sentences of an answer, at least one, each with the numbers (from 1) of the papers that it cites."""

    sentences: tuple[tuple[str, tuple[int, ...]], ...]
    cited: tuple[Cited, ...]

    @property
    def text(self) -> str:
        """The answer with `[1]` behind each claim."""
        return " ".join(text + " " + "".join(f"[{number}]" for number in numbers) for text, numbers in self.sentences)


@dataclass(frozen=True, slots=True)
class Worded(Answer):
    """An answer in words, the papers that it cites, and the best of what was `found` without a model."""

    introduces: ClassVar[bool] = True

    question: str
    words: Words
    found: Extractive

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = options.say(phrases.WORDED_TITLE, query=options.quote(self.question))
        head = (
            line(title, LineKind.HEADING),
            *small_print(_notices(self.found), options),
            line(self.words.text),
            line(options.say(phrases.WRITTEN_BY_MODEL), LineKind.SMALL),
        )
        papers = PaperLines(options)
        cited = tuple(
            papers.cited(one.paper, self._said(one), number) for number, one in enumerate(self.words.cited, 1)
        )
        others = tuple(self._others())
        blocks = [Block(head), *cited]
        if others:
            blocks.append(Block((line(options.say(phrases.ALSO_FOUND), LineKind.SMALL),)))
            first = len(cited) + 1
            blocks += (papers.cited(one.paper, (one.excerpt,), number) for number, one in enumerate(others, first))
        shown = (*(one.paper for one in self.words.cited), *(one.paper for one in others))
        return (*blocks, *papers.korean_note(shown))

    def _said(self, cited: Cited) -> tuple[Excerpt, ...]:
        """The sentences of a paper that are cited, and the best that was found, where that is of this paper too."""
        found = self.found.passages[:1] if isinstance(self.found, Passages) else ()
        others = (one.excerpt for one in found if one.paper.arxiv_id == cited.paper.arxiv_id)
        return (*cited.excerpts, *(one for one in others if not any(_overlap(one, each) for each in cited.excerpts)))

    def _others(self) -> Iterator[Passage]:
        """The best passage that was found, and more where few papers are cited, of papers that are not."""
        cited = {one.paper.arxiv_id for one in self.words.cited}
        found = self.found.passages if isinstance(self.found, Passages) else ()
        for place, passage in enumerate(found):
            if passage.paper.arxiv_id not in cited and (place == 0 or len(cited) < _LEAST_SHOWN):
                cited.add(passage.paper.arxiv_id)
                yield passage

    @property
    def location(self) -> Location | None:
        return self.found.location

    @property
    def opened(self) -> str:
        return self.found.opened


@dataclass(frozen=True, slots=True)
class Doubted(Answer):
    """The sentences that were found for a question, where a model says that papers like these do not answer it."""

    introduces: ClassVar[bool] = True

    found: Passages

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        head, *others = self.found.render(options)
        title = options.say(phrases.DOUBTED_TITLE, query=options.quote(self.found.question))
        told = line(options.say(phrases.DOUBTED), LineKind.SMALL)
        return (replace(head, lines=(line(title, LineKind.HEADING), told, *head.lines[1:])), *others)

    @property
    def location(self) -> Location | None:
        return self.found.location


def _overlap(one: Excerpt, other: Excerpt) -> bool:
    """Whether two excerpts of a paper have anything in common."""
    ends = one.end is None or other.start < one.end, other.end is None or one.start < other.end
    return one.index == other.index and all(ends)


def _notices(found: Extractive) -> tuple[Notice, ...]:
    return found.notices if isinstance(found, Passages) else ()
