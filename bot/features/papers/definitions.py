"""What a term means, as far as the summaries say it."""

from __future__ import annotations

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App
from bot.features.papers import phrases
from bot.features.papers.answers import Definition
from bot.features.papers.service import Papers

_LOOKED_THROUGH = 60  # papers in whose summaries a defining sentence is looked for
_BEST = 3  # papers
_CERTAIN = 0.7  # of a translation that is told; others may be another term's
_NAMES = 3


class Definitions:
    """Says what a term means."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._papers = app.service(Papers)

    async def of(self, term: str) -> Answer:
        """The sentence that says what `term` is, its other names, the paper that is called so, and the best papers."""
        term = " ".join(term.split())
        if not any(map(str.isalnum, term)):
            return Notice(phrases.EMPTY_TERM, reason=Reason.MISUSE)
        known = [one for one in self._library.translations(term) if one.confidence >= _CERTAIN]
        names = tuple(one.term for one in known[:_NAMES])
        introduced = await self._papers.named(term)
        result = await self._library.search(self._library.parse(term), _LOOKED_THROUGH)
        asked = await self._library.ask(term, _BEST)
        if not (names or introduced or result.hits):
            return await self._papers.term(term)
        papers = [introduced] if introduced else []
        papers += [*(one.paper for one in asked.passages), *(one.paper for one in result.hits)]
        sentence = await self._library.defined((term, *names), papers, introduced)
        hits = [hit for hit in result.hits if introduced is None or hit.paper.arxiv_id != introduced.arxiv_id]
        return Definition(term, sentence, names, introduced, tuple(hits[:_BEST]))
