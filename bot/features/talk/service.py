"""A message in plain words → the answer that it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App, SpokenCommand
from bot.core.asker import Asker
from bot.core.sentences.pointing import may_point_at_one
from bot.core.sentences.reader import Reader
from bot.core.sentences.sentences import About, Intent
from bot.core.sentences.understood import Slots, Understood
from bot.core.shown import Recall, Shown, nothing
from bot.features.papers.parts import asks_for_part
from bot.features.papers.service import Papers
from bot.features.talk import phrases
from bot.features.talk.answers import said_with
from bot.features.talk.hints import hint
from bot.features.talk.references import resolved
from retrieval.lazy_regex import lazy_regex
from retrieval.library import Library
from retrieval.paper import find_arxiv_ids
from retrieval.query.query import MAX_QUERY_CHARS

MAX_CHARS = 4_000  # of a message, as Discord has it at most

_LINK = lazy_regex(r"<?https?://\S+", re.IGNORECASE)
_OPERATORS = lazy_regex(r"[\"“”„‟＂]|(?<!\w)-(?=\S)|(?<=\w):(?=\S)")
_SENTENCE_END = lazy_regex(r"[.!?。…](?=\s)|\n")


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

    async def answer(self, asker: Asker, text: str, recall: Recall = nothing) -> Answer:
        """The answer to what somebody wrote to the bot. `recall` is asked for what was shown before it, where the
        message may go on from that."""
        return (await self.converse(asker, text, recall))[1]

    async def converse(self, asker: Asker, text: str, recall: Recall) -> tuple[Understood, Answer]:
        """What a message is understood as, and the answer to it: see `answer`."""
        understood, shown = await self.understand(text, continues=True), None
        if asks_for_part(text) and (shown := await recall()) and shown.only:
            about = Understood(text, Intent.ASK, Slots(query=text), self._reader.sentences(Intent.ASK), About.PAPER)
            return about, await self._run(asker, about, shown)
        if understood.about or understood.intent is Intent.ASK:
            shown = await recall()
        if understood.about and shown is None:
            understood = await self.understand(text)
        return understood, await self._run(asker, understood, shown)

    async def retold(self, answer: Answer, text: str) -> Answer:
        """An answer with what was understood of the sentence that asked for it."""
        return said_with(answer, await self.understand(text, continues=True))

    async def _run(self, asker: Asker, understood: Understood, shown: Shown | None) -> Answer:
        """The answer of the command that a message asks for, with what was understood of it. Where it asks for none,
        what its words find; where it says nothing, a hint at what can be asked."""
        command = self._commands.get(id(understood.sentences))
        if command is None:
            return await self._unsure(asker, understood)
        if understood.about:
            return await self._go_on(asker, command, understood, shown)
        if understood.intent is Intent.ASK and shown and shown.only and not understood.slots.paper:
            return await self._asked(understood, shown.only)
        if command.answer is None:
            return Notice(phrases.NOTHING_SHOWN, reason=Reason.SAYS_LITTLE)
        return said_with(await command.answer(self._app, asker, understood), understood)

    async def _go_on(self, asker: Asker, command: SpokenCommand, understood: Understood, shown: Shown | None) -> Answer:
        """The answer to what goes on from what was shown."""
        if not shown:
            return Notice(phrases.NOTHING_SHOWN, reason=Reason.SAYS_LITTLE)
        if command.go_on:
            return said_with(await command.go_on(self._app, asker, understood, shown), understood)
        found = await resolved(self._app, asker, understood, shown)
        if isinstance(found, Notice) or command.answer is None:
            return found if isinstance(found, Notice) else Notice(phrases.NOTHING_SHOWN, reason=Reason.SAYS_LITTLE)
        return await command.answer(self._app, asker, found)

    async def _asked(self, understood: Understood, opened: str) -> Answer:
        """The answer to a question while a paper is open: what it says, or what others do."""
        question = understood.slots.query
        answer = await self._papers.ask_of(opened, question, only=may_point_at_one(question))
        return said_with(answer, understood) if answer.location else answer

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
