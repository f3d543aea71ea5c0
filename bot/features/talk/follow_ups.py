"""Going on from a list that was shown: other pages of it, and fewer of its papers."""

from __future__ import annotations

from dataclasses import replace

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.location import Location
from bot.core.sentences.request import taken_apart
from bot.core.sentences.understood import Slots, Understood
from bot.core.shown import Shown
from bot.features.papers.results import Results
from bot.features.papers.service import Papers
from bot.features.papers.spoken import query_of
from bot.features.talk import phrases
from bot.features.talk.facets import with_facet
from bot.features.talk.references import resolved
from bot.rendering.language import Phrase
from retrieval.query.rewriting import narrowed, without, words_of


async def more(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    """The next page. After the last page of what is about a query comes what is near it."""
    answer = await _at(app, asker, shown)
    if there := _turned(answer, 1):
        return await app.open(there, asker)
    found = answer.inner
    if isinstance(found, Results) and found.near_total and not found.loose:
        page = found.page.number + (found.total % found.page.size == 0)
        return await app.open(Location("loose", found.asked.text, page), asker)
    return _notice(phrases.LAST_PAGE if answer.location else phrases.NO_LIST)


async def previous(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    answer = await _at(app, asker, shown)
    if there := _turned(answer, -1):
        return await app.open(there, asker)
    return _notice(phrases.FIRST_PAGE if answer.location else phrases.NO_LIST)


async def back(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    """From a paper to its list, from a list to what was shown before it, or to the page before."""
    if shown.opened and shown.location:
        return await app.open(shown.location, asker)
    if shown.before:
        return await _again(app, asker, shown.before)
    answer = await _at(app, asker, shown)
    there = _turned(answer, -1)
    return await app.open(there, asker) if there else _notice(phrases.NOTHING_BEFORE)


async def again(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    return await _again(app, asker, shown)


async def first_page(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    return await app.open(shown.listed.turned(1), asker) if shown.listed else _notice(phrases.NO_LIST)


async def opened(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    """The paper that is meant, with the way back to its list."""
    found = await resolved(app, asker, understood, shown)
    if isinstance(found, Notice):
        return found
    return await app.service(Papers).open(found.slots.paper, origin=shown.listed)


async def refine(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    """The papers of the list that also meet what is said."""
    return await _search(app, asker, shown, understood.slots, instead=False)


async def unconditioned(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    """The papers of the list without the conditions that were added to it."""
    if not (before := app.query_of(shown.listed)):
        return _notice(phrases.CANNOT_NARROW if shown.listed else phrases.NO_LIST)
    return await app.service(Papers).search(without(app.library.parse(before), None), per_page=asker.per_page)


async def next_topic(app: App, asker: Asker, understood: Understood, shown: Shown) -> Answer:
    """The same for another topic, or of another kind, as `what about video?` after `image tokenizers` asks for."""
    before, more = _plain(app, app.query_of(shown.listed)), understood.slots.query
    words = with_facet(words_of(app.library.parse(before)), more)
    slots = replace(understood.slots, query=words or more)
    return await _search(app, asker, shown, slots, instead=True)


async def _search(app: App, asker: Asker, shown: Shown, slots: Slots, *, instead: bool) -> Answer:
    """The search for the list that is shown, with more conditions and words, or other words in place of its own."""
    library = app.library
    if not (before := app.query_of(shown.listed)):
        return _notice(phrases.CANNOT_NARROW if shown.listed else phrases.NO_LIST)
    query = narrowed(library.parse(_plain(app, before)), library.parse(query_of(slots)), instead=instead)
    return await app.service(Papers).search(query, per_page=asker.per_page)


def _plain(app: App, query: str) -> str:
    """A query without words that only ask for papers, where that is all that there is around its topic."""
    request = taken_apart(query, app.library.today, app.library.days())
    return query if request.conditions or ":" in query or not request.topic else request.topic


async def _at(app: App, asker: Asker, shown: Shown) -> Answer:
    """The list that is shown now; a notice where there is none."""
    return await app.open(shown.listed, asker) if shown.listed else _notice(phrases.NO_LIST)


async def _again(app: App, asker: Asker, shown: Shown) -> Answer:
    if shown.only and (shown.opened or not shown.location):
        return await app.service(Papers).open(shown.only, origin=shown.location)
    return await _at(app, asker, shown)


def _turned(answer: Answer, by: int) -> Location | None:
    """The page so many after the one of an answer; None where its list has no such, whatever comes beside that."""
    here, there = answer.location, answer.turned(by)
    same = here and there and (there.kind, there.text) == (here.kind, here.text)
    return replace(there, said=here.said) if here and there and same else None


def _notice(phrase: Phrase) -> Notice:
    return Notice(phrase, reason=Reason.MISUSE)
