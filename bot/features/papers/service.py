"""Requests for papers → answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.answer import MAX_CHOICES, Answer, Choice, Notice, Reason
from bot.core.app import App
from bot.core.freshness import asks_for_news, if_old
from bot.core.location import Location
from bot.core.paging import Page
from bot.core.sentences.pointing import without_pointing
from bot.features.papers import phrases
from bot.features.papers.answers import Listed, NoAnswer, PaperCard, Passages, Similar, Term, Unanswered
from bot.features.papers.parts import LIMITATIONS, asks_for_code, asks_for_section, link_of, section_of
from bot.features.papers.results import Closest, Nearest, NothingMeets, Results
from bot.rendering.phrases import EMPTY_CORPUS
from retrieval.library import SearchResult
from retrieval.paper import Paper, arxiv_url, parse_arxiv_id
from retrieval.passages.passages import OfPaper
from retrieval.query.query import MAX_QUERY_CHARS, Query
from retrieval.query.rewriting import with_word, without

RESULTS_PER_PAGE = 10
PASSAGES = 3
NEAREST = 3
TRANSLATIONS = 5
LEAST_CONFIDENCE = 0.1
SIMILAR = 5
MOST_SUGGESTED = 3
_SUGGESTED = 10
_LEAST_NAME = 2  # characters, with the colon
MOST_LISTED = 10
"""Papers that one reply lists."""


class Papers:
    """Searches, asks, and shows papers."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._library = app.library

    async def search(
        self, text: str, page: int = 1, per_page: int = RESULTS_PER_PAGE, *, loose: bool = False
    ) -> Answer:
        """The papers that are about `text`, on the nearest page that there is; with `loose`, those near it follow."""
        query, page = self._library.parse(text), max(page, 1)
        if not query.text:
            return Notice(phrases.EMPTY_QUERY, reason=Reason.MISUSE)
        result = await self._library.search(query, per_page, (page - 1) * per_page, loose=loose)
        found = result.total + result.near_total * loose
        if not found:
            return await self._nothing(query, result)
        shown = Page.of(found, per_page, page)
        if shown.number != page:
            result = await self._library.search(query, per_page, shown.offset, loose=loose)
        return Results(
            query,
            result.hits,
            result.total,
            shown,
            (*_notices(query, result), *(if_old(self._library) if shown.number == 1 and asks_for_news(query) else ())),
            _literal(query.text, result),
            _suggestions(result),
            result.near_total,
            loose,
        )

    async def _nothing(self, query: Query, result: SearchResult) -> Answer:
        """Why a query finds nothing, and what comes nearest."""
        if not self._library.status().papers:
            return Notice(EMPTY_CORPUS)
        if query.arxiv_id:
            return await self._unknown_id(query.arxiv_id)
        if not (query.terms or query.required or query.excluded or query.sort):
            phrase = phrases.ONLY_QUESTION_WORDS if any(map(str.isalnum, query.text)) else phrases.NOTHING_TO_SEARCH
            return Notice(phrase, {"query": query.text}, Reason.SAYS_LITTLE)
        if result.without:
            return NothingMeets(query, result.without)
        if notices := _malformed(query):
            return notices[0]
        if result.near:
            return Nearest(query, result.near, _notices(query, result), _suggestions(result))
        return Notice(phrases.NO_MATCH, {"query": query.text})

    async def literal(self, location: Location, per_page: int) -> Answer:
        """The results at a location, of just what was typed."""
        query = self._library.parse(location.text)
        literal = _literal(query.text, await self._library.search(query, 1))
        return await self.search(literal or location.text, per_page=per_page)

    async def suggested(self, location: Location, number: int, per_page: int) -> Answer:
        """The search at a location, with the word in it that the suggestion of that number is for replaced."""
        query = self._library.parse(location.text)
        suggestions = (await self._library.search(query, 1)).suggestions
        if number >= len(suggestions):
            return await self.search(location.text, per_page=per_page)
        one = suggestions[number]
        return await self.search(with_word(query.text, one.typed, one.searched), per_page=per_page)

    async def without(self, location: Location, number: int, per_page: int) -> Answer:
        """The search at a location, without the condition of that number among those that leave nothing."""
        query = self._library.parse(location.text)
        conditions = (await self._library.search(query, 1)).without
        if number >= len(conditions):
            return await self.search(location.text, per_page=per_page)
        return await self.search(without(query, conditions[number][0]), per_page=per_page)

    async def open(self, arxiv_id: str, page: int = 1, origin: Location | None = None) -> Answer:
        """The paper of that id, which stood in a list; `origin` is the list to go back to."""
        answer = await self.show(arxiv_id, page)
        if isinstance(answer, PaperCard):
            back = self._app.way_back(origin)
            return replace(answer, origin=origin if back else None, back=back)
        return Notice(phrases.PAPER_GONE, {"arxiv_id": arxiv_id, "url": arxiv_url(arxiv_id)})

    async def show(self, text: str, page: int = 1) -> Answer:
        """The paper that `text` names by id, link or title; where it names none, the papers it comes closest to."""
        if not text.strip():
            return Notice(phrases.EMPTY_PAPER, reason=Reason.MISUSE)
        if paper := await self._library.paper(text):
            return PaperCard(paper, max(page, 1), self._library.is_suspicious(paper.arxiv_id))
        if arxiv_id := parse_arxiv_id(text):
            return await self._unknown_id(arxiv_id)
        if near := await self._library.nearest_paper(text):
            values = {"text": text.strip(), "nearest": near.arxiv_id, "title": near.title}
            return Notice(phrases.NO_ID_NEAREST, values)
        answer = await self.search(text)
        if isinstance(answer, Results | Nearest):
            notice = Notice(phrases.CLOSEST_TITLES, {"query": answer.asked.text})
            return Closest(answer.asked, answer.hits, notice)
        return answer

    async def named(self, name: str) -> Paper | None:
        """The paper of that id, link or title, or whose title begins with that name (`GAIA: a benchmark …`)."""
        if paper := await self._library.paper(name):
            return paper
        begun = f"{name.casefold().strip()}:"
        for arxiv_id, title in await self._library.suggest(name, _SUGGESTED) if len(begun) > _LEAST_NAME else ():
            if title.casefold().replace(" :", ":").startswith(begun):
                return await self._library.paper(arxiv_id)
        return None

    async def newest(self) -> Answer:
        """The paper with the most votes of the newest day."""
        days = self._library.days()
        if not days:
            return Notice(EMPTY_CORPUS)
        return await self.show((await self._library.day(days[-1])).papers[0].arxiv_id)

    async def listed(self, arxiv_ids: Sequence[str]) -> Answer:
        """The papers of these ids (at least one): the only one as a card, several as a list of at most MOST_LISTED."""
        if len(arxiv_ids) == 1:
            return await self.show(arxiv_ids[0])
        wanted = arxiv_ids[:MOST_LISTED]
        found = {arxiv_id: await self._library.paper(arxiv_id) for arxiv_id in wanted}
        papers = tuple(paper for paper in found.values() if paper)
        missing = tuple(arxiv_id for arxiv_id, paper in found.items() if paper is None)
        return Listed(papers, missing) if papers else Notice(phrases.NONE_HERE, {"arxiv_ids": ", ".join(missing)})

    async def _unknown_id(self, arxiv_id: str) -> Notice:
        """That there is no paper of that id, and which comes closest."""
        values = {"arxiv_id": arxiv_id, "url": arxiv_url(arxiv_id)}
        if near := await self._library.nearest_paper(arxiv_id):
            return Notice(phrases.UNKNOWN_ID_NEAREST, {**values, "nearest": near.arxiv_id, "title": near.title})
        return Notice(phrases.UNKNOWN_ID, values)

    async def ask(self, question: str, limit: int = PASSAGES) -> Answer:
        query = self._library.parse(question)
        if not query.text:
            return Notice(phrases.EMPTY_QUESTION, reason=Reason.MISUSE)
        answered = await self._library.ask(query, limit)
        if answered.passages:
            return Passages(query.text, answered.passages, (*_shortened(query), *_malformed(query)))
        if query.terms and not query.arxiv_id and self._library.status().papers:
            return NoAnswer(query.text, answered.nearest)
        return await self._nothing(query, await self._library.search(query, NEAREST))

    async def ask_of(self, arxiv_id: str, question: str, *, only: bool = True) -> Answer:
        """What the paper of that id says to a question; where it says nothing, what others do. `only`: the question is
        about this paper, else it may also be about what it names."""
        paper, asked = await self._library.paper(arxiv_id), without_pointing(question)
        if paper is None:
            return await self.show(arxiv_id)
        found = await self._of_paper(paper, asked)
        if found.passage:
            return Passages(question, (found.passage,), of_one=True)
        if (section := asks_for_section(asked)) and section != LIMITATIONS:
            return await self.show(paper.arxiv_id)  # the summary says it, if under no heading
        if found.general and not only:
            return await self.ask(question)
        return Unanswered(paper, (await self._library.ask(asked, PASSAGES)).passages if found.general else (), question)

    async def _of_paper(self, paper: Paper, question: str) -> OfPaper:
        if asks_for_code(question):
            has_code = await self._library.matching("has:code", [paper.arxiv_id])
            return OfPaper(link_of(paper) if has_code else None, general=False)
        if section := asks_for_section(question):
            return OfPaper(section_of(paper, section), general=False)
        return await self._library.ask_of(paper, question)

    async def similar(self, text: str) -> Answer:
        """Papers about the same things as the one that `text` names by id, link or title."""
        shown = await self.show(text)
        if not isinstance(shown, PaperCard):
            return shown
        hits = await self._library.similar(shown.paper.arxiv_id, SIMILAR)
        return Similar(shown.paper, hits) if hits else Notice(phrases.NOTHING_SIMILAR)

    async def term(self, text: str, *, everything: bool = False) -> Answer:
        """What a term is called in the other language, and papers on it; with `everything`, what may be chance too."""
        query = self._library.parse(text)
        if not query.text:
            return Notice(phrases.EMPTY_TERM, reason=Reason.MISUSE)
        known = self._library.translations(query.text)[:TRANSLATIONS]
        translations = tuple(one for one in known if one.confidence >= LEAST_CONFIDENCE)
        found = await self._library.search(query, NEAREST)
        nearest = "" if translations else await self._library.nearest_term(query.text) or ""
        if translations or found.hits:
            return Term(query.text, translations, found.hits, nearest, everything)
        values = {"term": query.text, "nearest": nearest}
        return Notice(phrases.NO_TERM_NEAREST, values) if nearest else await self._nothing(query, found)

    async def suggest(self, text: str) -> tuple[Choice, ...]:
        """The papers that what is typed so far could name."""
        found = await self._library.suggest(text, limit=MAX_CHOICES)
        return tuple(Choice(title, arxiv_id) for arxiv_id, title in found)


def _shortened(query: Query) -> tuple[Notice, ...]:
    return (Notice(phrases.QUERY_SHORTENED, {"limit": MAX_QUERY_CHARS}),) if query.shortened else ()


def _malformed(query: Query) -> tuple[Notice, ...]:
    return (Notice(phrases.MALFORMED, {"text": ", ".join(query.malformed)}),) if query.malformed else ()


def _notices(query: Query, result: SearchResult) -> tuple[Notice, ...]:
    searched = ", ".join(dict.fromkeys(correction.searched for correction in result.corrections))
    corrected = (Notice(phrases.CORRECTED, {"searched": searched}),) if searched else ()
    return (*_shortened(query), *_malformed(query), *corrected)


def _suggestions(result: SearchResult) -> tuple[str, ...]:
    return tuple(each.searched for each in result.suggestions[:MOST_SUGGESTED])


def _literal(text: str, result: SearchResult) -> str:
    """The query with what was corrected in quotation marks, which are taken by the letter; "" where nothing was."""
    literal = text
    for correction in result.corrections:  # they are in lower case, whatever was typed
        literal = re.sub(re.escape(correction.typed), r'"\g<0>"', literal, count=1, flags=re.IGNORECASE)
    return literal if literal != text and len(literal) <= MAX_QUERY_CHARS else ""
