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
        topic = (await app.open(shown.location, asker)).topic if shown.location else ""
        if not topic:
            return Notice(phrases.NO_TOPIC, reason=Reason.MISUSE)
        return replace(understood, slots=replace(understood.slots, query=topic))
    paper = await _paper(app, asker, understood.slots.number, shown)
    if isinstance(paper, Notice):
        return paper
    return replace(understood, slots=replace(understood.slots, paper=paper))


async def _paper(app: App, asker: Asker, number: int | None, shown: Shown) -> str | Notice:
    """The arXiv id of the paper of that number, or of the only one that can be meant."""
    if number is None:
        if shown.opened:
            return shown.opened
        if len(shown.papers) == 1:
            return shown.papers[0][1]
        return Notice(phrases.WHICH_ONE if shown.papers else phrases.NOTHING_SHOWN, reason=Reason.SAYS_LITTLE)
    papers = dict(shown.papers)
    if number not in papers and shown.location:  # a paper is open: the list that it was opened from
        listed = Shown.of(await app.open(shown.location, asker)).papers if shown.opened else ()
        papers |= dict(listed)
    if number in papers:
        return papers[number]
    return _no_such(number, papers)


def _no_such(number: int, papers: dict[int, str]) -> Notice:
    if not papers:
        return Notice(phrases.NO_NUMBERS, reason=Reason.MISUSE)
    if len(papers) == 1:
        return Notice(phrases.ONLY_ONE, {"number": number}, Reason.MISUSE)
    return Notice(phrases.NO_SUCH_NUMBER, {"number": number, "first": min(papers), "last": max(papers)}, Reason.MISUSE)
