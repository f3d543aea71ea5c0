"""Answers that were found, put into words by a model."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from bot.core.answer import Answer, Notice
from bot.core.app import App
from bot.core.asker import CONSOLE_USER, Asker
from bot.core.rate_limit import RateLimit
from bot.features.papers import phrases
from bot.features.papers.answers import NoAnswer, Passages, Unanswered
from bot.features.papers.parts import asks_for_code
from bot.features.papers.worded import Cited, Doubted, Extractive, Worded, Words
from bot.model.model import ModelError, ModelFault
from bot.rendering.language import Language, Phrase
from retrieval.paper import Paper
from retrieval.storage.faults import StoreError

if TYPE_CHECKING:  # a bot without a model needs none of this, and it takes a tenth of a start to import
    from bot.model.answers import answers as written
    from bot.model.answers.quotes import Quoted

log = logging.getLogger(__name__)

PERSON_A_DAY: Final = 30
"""Answers in words that one person gets in 24 hours. They are counted in memory: how many, never for what."""
SERVER_A_DAY: Final = 150
"""The same of one server."""
_DAY = 86_400.0  # seconds
_MOST_QUOTES = 5  # sentences that are shown below an answer, and one of each paper at least
_CONTEXT = 5  # papers found for a question that the model is shown


class Wording:
    """Has a model put into words what was found for a question."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._people = RateLimit(PERSON_A_DAY, _DAY)
        self._servers = RateLimit(SERVER_A_DAY, _DAY)

    async def better(self, found: Answer, asker: Asker) -> Answer | None:
        """What to show in place of what was found; None where that stays as it is."""
        if not isinstance(found, Extractive) or not (question := _question(found)):
            return None
        if notice := self._excess(asker):
            return replace(found, notices=(*found.notices, notice)) if isinstance(found, Passages) else None
        answer = await self.write(found, question, asker.language)
        if answer is None:
            self._people.take_back(asker.user_id)
            self._servers.take_back(asker.guild_id or 0)
            return None
        if not answer.claims:
            return Doubted(found) if isinstance(found, Passages) else None
        return Worded(question, words_of(answer), found)

    async def write(self, found: Extractive, question: str, language: Language) -> written.Worded | None:
        """What the model answers, checked; None where it gives nothing that holds, or not in time."""
        model = self._app.model
        if model is None or model.writer is None:
            return None
        from bot.model.answers import answers as written

        seconds = min(written.WITHIN, model.timeout)
        try:
            async with asyncio.timeout(seconds):
                papers = await self._papers(found, question)
                support = self._app.library.support
                asked = written.ASKED_OF_NEAREST if isinstance(found, NoAnswer) else written.ASKED
                return await written.write_answer(
                    model.writer, question, papers, language, support, within=seconds, asked=asked
                )
        except (ModelError, TimeoutError, StoreError) as error:
            fault = error.fault if isinstance(error, ModelError) else ModelFault.TIMED_OUT
            log.info("no answer in words: %s", fault.name.lower())
            return None

    async def _papers(self, found: Extractive, question: str) -> Sequence[Paper]:
        """What the model may answer from: the papers that were found, then others that may answer too; of a question
        about one paper only that, and where nothing was found the nearest."""
        match found:
            case Passages(of_one=False):
                near = await self._app.library.candidates(question, _CONTEXT)
                papers = [*(passage.paper for passage in found.passages), *near]
            case Passages():
                papers = [passage.paper for passage in found.passages]
            case NoAnswer():
                papers = [hit.paper for hit in found.nearest]
            case Unanswered():
                papers = [found.paper]
        return list({paper.arxiv_id: paper for paper in reversed(papers)}.values())[::-1]

    def _excess(self, asker: Asker) -> Notice | None:
        """That there have been as many answers today as there may be, where that is so; else counts one more."""
        if asker.user_id == CONSOLE_USER:
            return None
        now = self._app.now().timestamp()
        if self._people.excess(asker.user_id, now):
            return _limit(phrases.PERSON_LIMIT, PERSON_A_DAY, self._people.wait(asker.user_id, now))
        if asker.guild_id and self._servers.excess(asker.guild_id, now):
            self._people.take_back(asker.user_id)
            return _limit(phrases.SERVER_LIMIT, SERVER_A_DAY, self._servers.wait(asker.guild_id, now))
        return None


def _limit(phrase: Phrase, count: int, wait: float) -> Notice:
    return Notice(phrase, {"count": count, "hours": max(1, ceil(wait / 3_600))})


def _question(found: Extractive) -> str:
    """What was asked, "" where a model has nothing to say to it: it may give no links, and from nothing it may not
    speak."""
    if isinstance(found, NoAnswer) and not found.nearest:
        return ""
    return "" if asks_for_code(found.question) else found.question


def words_of(answer: written.Worded) -> Words:
    """The claims of an answer with the numbers of the papers that they cite, in the order in which they do."""
    cited: dict[str, list[Quoted]] = {}
    for one in (one for claim in answer.claims for one in claim.cited):
        cited.setdefault(one.paper.paper.arxiv_id, []).append(one)
    numbers = {arxiv_id: number for number, arxiv_id in enumerate(cited, 1)}
    sentences = tuple(
        (claim.text, tuple(dict.fromkeys(numbers[one.paper.paper.arxiv_id] for one in claim.cited)))
        for claim in answer.claims
    )
    each = 2 if len(cited) * 2 <= _MOST_QUOTES else 1
    return Words(sentences, tuple(_cited(quotes, each) for quotes in cited.values()))


def _cited(quotes: Sequence[Quoted], shown: int) -> Cited:
    excerpts = dict.fromkeys(one.excerpt for one in quotes if one.excerpt)
    texts = dict.fromkeys(one.text for one in quotes)
    return Cited(quotes[0].paper.paper, tuple(excerpts)[:shown], tuple(texts))
