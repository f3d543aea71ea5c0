"""What a sentence speaks of of that which was shown before it: the paper, by its number or the one that is open."""

from __future__ import annotations

from dataclasses import replace

from bot.core.answer import Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.sentences.sentences import About
from bot.core.sentences.understood import Understood
from bot.core.shown import Shown
from bot.features.talk import phrases


async def resolved(app: App, asker: Asker, understood: Understood, shown: Shown) -> Understood | Notice:
    """The sentence with the paper or the topic in its slots that it speaks of; a notice where there is no such."""
    if understood.about is About.TOPIC:
        topic = await _topic(app, asker, shown)
        return _with(understood, query=topic) if topic else Notice(phrases.NO_TOPIC, reason=Reason.MISUSE)
    number = understood.slots.number
    paper = await _numbered(app, asker, number, shown) if number else _only_one(shown)
    return paper if isinstance(paper, Notice) else _with(understood, paper=paper)


def _with(understood: Understood, *, query: str = "", paper: str = "") -> Understood:
    slots = understood.slots
    return replace(understood, slots=replace(slots, query=query or slots.query, paper=paper or slots.paper))


async def _topic(app: App, asker: Asker, shown: Shown) -> str:
    """What the list is about that is shown or was last, "" where none is about anything."""
    for each in shown.and_before():
        if each.location and (topic := (await app.open(each.location, asker)).topic):
            return topic
    return ""


def _only_one(shown: Shown) -> str | Notice:
    return shown.only or Notice(phrases.WHICH_ONE if shown.papers else phrases.NOTHING_SHOWN, reason=Reason.MISUSE)


async def _numbered(app: App, asker: Asker, number: int, shown: Shown) -> str | Notice:
    """The arXiv id of the paper of that number: in the list that is shown, in the one that the paper was opened from,
    or in the one that was shown before."""
    lists = []
    for each in shown.and_before():
        if not each.opened:
            lists.append(dict(each.papers))
        elif each.location:
            lists.append(dict(Shown.of(await app.open(each.location, asker)).papers))
        if lists and lists[-1]:
            break
    papers = lists[-1] if lists else {}
    if number in papers:
        return papers[number]
    if len(papers) <= 1 and number == 1 and shown.only:
        return shown.only
    if len(papers) <= 1:
        phrase = phrases.ONLY_ONE if papers or shown.opened else phrases.NO_NUMBERS
        return Notice(phrase, {"number": number}, Reason.MISUSE)
    return Notice(phrases.NO_SUCH_NUMBER, {"number": number, "first": min(papers), "last": max(papers)}, Reason.MISUSE)
