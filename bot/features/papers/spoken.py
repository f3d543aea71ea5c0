"""What answers plain sentences about papers."""

from __future__ import annotations

from typing import Final

from bot.core.answer import Answer
from bot.core.app import App, SpokenCommand
from bot.core.asker import Asker
from bot.core.sentences.request import has_operators
from bot.core.sentences.times import find_time
from bot.core.sentences.understood import Order, Slots, Understood
from bot.features.papers import sentences
from bot.features.papers.definitions import Definitions
from bot.features.papers.service import Papers
from retrieval.query.conditions import Sort
from retrieval.query.query import with_options

_SORTS = {Order.NEWEST: Sort.DATE, Order.VOTES: Sort.VOTES}


def query_of(slots: Slots) -> str:
    """What a sentence asks for, as a query."""
    topic = f'{slots.query} -"{slots.exclude}"'.strip() if slots.exclude else slots.query
    return with_options(
        topic,
        author=slots.author,
        since=slots.since.isoformat() if slots.since else None,
        until=slots.until.isoformat() if slots.until else None,
        code=slots.code,
        sort=_SORTS[slots.sort] if slots.sort else None,
    )


def timed(app: App, query: str) -> str:
    """A query as it was typed, with the time that it names, if any, as a condition: `이번 주 강화학습 논문`."""
    time = None if has_operators(query) else find_time(query, app.library.today, app.library.days())
    if time is None:
        return query
    since, until = (day.isoformat() if day else None for day in (time.since, time.until))
    return with_options(f"{query[: time.start]} {query[time.end :]}".strip(), since=since, until=until)


async def _search(app: App, asker: Asker, understood: Understood) -> Answer:
    """Without conditions the words are searched as they were typed: what of them asks, the search knows best."""
    conditions = understood.slots.said().keys() - {"query"}
    query = query_of(understood.slots) if conditions else understood.text
    return await app.service(Papers).search(query, per_page=asker.per_page)


async def _ask(app: App, asker: Asker, understood: Understood) -> Answer:
    papers, slots = app.service(Papers), understood.slots
    return await (papers.ask_of(slots.paper, slots.query) if slots.paper else papers.ask(slots.query))


async def _define(app: App, asker: Asker, understood: Understood) -> Answer:
    return await app.service(Definitions).of(understood.slots.query)


async def _show(app: App, asker: Asker, understood: Understood) -> Answer:
    papers, name = app.service(Papers), understood.slots.paper
    if named := await papers.named(name):
        return await papers.show(named.arxiv_id)
    return await papers.listed(name.split())


async def _similar(app: App, asker: Asker, understood: Understood) -> Answer:
    papers, name = app.service(Papers), understood.slots.paper
    named = await papers.named(name)
    return await papers.similar(named.arxiv_id if named else name)


SPOKEN: Final = (
    SpokenCommand(sentences.SIMILAR_TO_SHOWN, _similar),
    SpokenCommand(sentences.SIMILAR, _similar),
    SpokenCommand(sentences.SIMILAR_TO_KNOWN, _similar),
    SpokenCommand(sentences.DEFINE, _define),
    SpokenCommand(sentences.SHOW, _show),
    SpokenCommand(sentences.ASK, _ask),
    SpokenCommand(sentences.SEARCH, _search),
)
