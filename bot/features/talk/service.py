"""A message in plain words → the answer that it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App, SpokenCommand
from bot.core.asker import Asker
from bot.core.sentences.reader import Reader
from bot.core.sentences.sentences import Intent
from bot.core.sentences.understood import Understood
from bot.features.papers.service import Papers
from bot.features.talk import phrases
from bot.features.talk.answers import Said
from bot.features.talk.hints import hint
from retrieval.library import Library
from retrieval.paper import find_arxiv_ids
from retrieval.query.query import MAX_QUERY_CHARS

MAX_CHARS = 4_000  # of a message, as Discord has it at most

_LINK = re.compile(r"<?https?://\S+", re.IGNORECASE)
_OPERATORS = re.compile(r"[\"“”„‟＂]|(?<!\w)-(?=\S)|(?<=\w):(?=\S)")
_SENTENCE_END = re.compile(r"[.!?。…](?=\s)|\n")


class Talk:
    """Reads what people write, and answers as the command for it would."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._papers = app.service(Papers)
        self._facts = LibraryFacts(app.library, self._papers)
        commands = [command for feature in app.features for command in feature.spoken]
        self._commands: dict[int, SpokenCommand] = {id(command.sentences): command for command in commands}
        self._reader = Reader([command.sentences for command in commands])

    async def understand(self, text: str, *, continues: bool = False) -> Understood:
        """What a message asks for. `continues`: something was shown before it."""
        return await self._reader.read(text[:MAX_CHARS], self._facts, continues=continues)

    async def answer(self, asker: Asker, text: str, *, continues: bool = False) -> Answer:
        """The answer to what somebody wrote to the bot."""
        return await self.run(asker, await self.understand(text, continues=continues))

    async def run(self, asker: Asker, understood: Understood) -> Answer:
        """The answer of the command that a message asks for, with what was understood of it. Where it asks for none,
        what its words find; where it says nothing, a hint at what can be asked."""
        command = self._commands.get(id(understood.sentences))
        if command is None:
            return await self._unsure(asker, understood)
        if command.answer is None or understood.about_shown:
            return Notice(phrases.NOTHING_SHOWN, reason=Reason.SAYS_LITTLE)
        answer = await command.answer(self._app, asker, understood)
        if isinstance(answer, Notice) or not _worth_saying(understood):
            return answer
        return Said(answer, understood)

    async def _unsure(self, asker: Asker, understood: Understood) -> Answer:
        if understood.intent is Intent.GREETING:
            return await hint(self._app)
        if understood.intent is Intent.ASK:
            return await self._papers.ask(understood.text)
        return await self._papers.search(understood.text, per_page=asker.per_page)

    async def find(self, text: str, per_page: int) -> Answer:
        """The papers that somebody's message links to; where it links to none, those that are about what it says."""
        said = text[:MAX_CHARS]
        if arxiv_ids := find_arxiv_ids(said):
            return await self._papers.listed(arxiv_ids)
        query = _as_query(said)
        if not any(map(str.isalnum, query)):
            return Notice(phrases.NOTHING_TO_FIND)
        return await self._papers.search(query, per_page=per_page)


class LibraryFacts:
    """What a library knows of papers and people."""

    def __init__(self, library: Library, papers: Papers) -> None:
        self._library = library
        self._papers = papers

    @property
    def today(self) -> date:
        return self._library.today

    @property
    def days(self) -> Sequence[date]:
        return self._library.days()

    async def titled(self, text: str) -> bool:
        return await self._library.paper(text) is not None

    async def named(self, name: str) -> bool:
        return await self._papers.named(name) is not None

    async def wrote(self, name: str) -> bool:
        return bool(await self._library.matching(f'author:"{name}"'))


def _worth_saying(understood: Understood) -> bool:
    """Whether more was understood than the words that are searched or asked, or the paper that is named."""
    slots = understood.slots.said()
    label = understood.sentences.label if understood.sentences else None
    return label is not None or bool(slots.keys() - {"query", "paper"})


def _as_query(text: str) -> str:
    """A message as a query: without links, with nothing that a query takes for an operator, and as many of its first
    sentences or words as a query holds."""
    plain = _OPERATORS.sub(" ", _LINK.sub(" ", text))
    if len(short := " ".join(plain.split())) <= MAX_QUERY_CHARS:
        return short
    ends = [match.end() for match in _SENTENCE_END.finditer(plain)]
    whole = [cut for end in ends if len(cut := " ".join(plain[:end].split())) <= MAX_QUERY_CHARS]
    if whole and len(whole[-1]) >= MAX_QUERY_CHARS // 3:
        return whole[-1]
    return short[: MAX_QUERY_CHARS + 1].rpartition(" ")[0] or short[:MAX_QUERY_CHARS]
