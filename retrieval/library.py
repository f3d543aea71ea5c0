"""The one door to the papers: open it, then search, read and reload."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from retrieval.digests.files import CorpusError
from retrieval.glossary.term_list import read_terms
from retrieval.glossary.translations import Translation
from retrieval.index.memory import give_back
from retrieval.paper import Paper, parse_arxiv_id
from retrieval.passages.definition import Definer
from retrieval.passages.passages import OfPaper, Passage, answer_in
from retrieval.passages.support import support
from retrieval.query.days import KOREA
from retrieval.query.query import Query, parse_query
from retrieval.reloading.intake import Progress as Progress
from retrieval.reloading.messages import Job
from retrieval.reloading.reloader import Reloader
from retrieval.reloading.snapshot import Snapshot
from retrieval.reports import CorpusStatus as CorpusStatus
from retrieval.reports import ReloadReport as ReloadReport
from retrieval.search_result import Answered as Answered
from retrieval.search_result import Correction as Correction
from retrieval.search_result import Hit as Hit
from retrieval.search_result import SearchResult as SearchResult
from retrieval.searching import Searching, papers_to_embed
from retrieval.storage.database import MEMORY
from retrieval.storage.faults import StoreError
from retrieval.storage.store import Day, Store
from retrieval.trends.rising import Rises, find_risen
from retrieval.trends.trends import Trends, count_trends
from retrieval.vectors.embedder import Embedder
from retrieval.vectors.meaning import Meaning

log = logging.getLogger(__name__)

_MEND_EVERY_S = 60.0
_FEW_PAPERS = 10_000  # whose titles are looked through in a millisecond or two: to wait for a thread takes as long


def saved_index(database: Path | str) -> Path | None:
    """Where the index of what a database holds is saved; nowhere for one in memory."""
    return None if str(database) == MEMORY else Path(database).with_suffix(".index")


class Library:
    """The papers of a corpus. Readers go on during a reload, on the snapshot from before it."""

    def __init__(
        self, store: Store, job: Job, now: Callable[[], datetime], meaning: Meaning | None, *, apart: bool
    ) -> None:
        self._store = store
        self._meaning = meaning
        self._searching = Searching(store, meaning)
        self._reloader = Reloader(store, job, now, apart=apart)
        self._now = now
        self._turn = asyncio.Lock()
        self._snapshot = Snapshot.empty(now())
        self._mending: asyncio.Task[None] | None = None
        self._mend_again_at = 0.0
        store.cache.on_damage = self._mend_soon
        self.opening = ReloadReport(0, 0, 0, 0, 0, ())

    @classmethod
    async def open(
        cls,
        database: Path | str,
        digests: Sequence[Path],
        *,
        glossary: Sequence[Path] = (),
        fetched: Path | None = None,
        apart: bool = False,
        embedder: Embedder | None = None,
        progress: Progress | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> Library:
        """Open the database (made where there is none) and bring it up to date with the digests.

        `glossary` are files of more terms; `fetched` is a folder that is part of the digests from when it has any. With
        `apart` a process of its own does what takes long: for one that answers many meanwhile. With an `embedder`
        papers are also found by meaning, once it has embedded them in the background. `library.opening` reports what
        changed. Raises TermListError where a list of terms is wrong, StoreError, and CorpusError where digests are out
        of reach.
        """
        concepts = await asyncio.to_thread(read_terms, glossary)
        store = await Store.open(database)
        index = saved_index(database)
        job = Job(database, index, tuple(digests), concepts, fetched)
        vectors = index and index.with_suffix(".vectors")
        meaning = Meaning(embedder, vectors, papers_to_embed(store)) if embedder else None
        library = cls(store, job, now, meaning, apart=apart and index is not None)
        try:
            library.opening, _ = await asyncio.gather(library.reload(progress), library.prepare())
        except BaseException:
            await library.close()
            raise
        return library

    async def close(self) -> None:
        if self._mending:
            self._mending.cancel()
        try:
            if self._meaning:
                await self._meaning.close()
            await self._reloader.settled()
        finally:
            await self._store.close()

    async def prepare(self) -> None:
        """Make ready what the first search would wait for."""
        if self._meaning:
            await self._meaning.prepare()

    async def embedded(self) -> None:
        """Until nothing is being embedded."""
        if self._meaning:
            await self._meaning.filled()

    async def reload(self, progress: Progress | None = None) -> ReloadReport:
        """Read the digests that changed and swap in a new index. Raises as `open` does; then all stays as it was."""
        async with self._turn:
            self._snapshot, report = await self._reloader.reload(self._snapshot, progress)
            self._searching = Searching(self._store, self._meaning)
            if self._meaning:
                await self._meaning.take_up(self._snapshot.index.texts)
            await asyncio.to_thread(give_back)
            return report

    def _mend_soon(self) -> None:
        """The database shows damage in the middle of use: it is made anew at once, or, after a new one that was damaged
        as soon, by the next reload."""
        now = asyncio.get_running_loop().time()
        if now >= self._mend_again_at:
            self._mend_again_at = now + _MEND_EVERY_S
            self._mending = asyncio.create_task(self._mend())

    async def _mend(self) -> None:
        try:
            await self.reload()
        except (StoreError, CorpusError) as error:
            log.error("the papers cannot be read again: %s", error)

    @property
    def today(self) -> date:
        return self._now().astimezone(KOREA).date()

    def parse(self, text: str) -> Query:
        """What was typed, as a query; days are counted from today, and those without a year are days there are."""
        return parse_query(text, self.today, self._snapshot.days)

    async def search(
        self, query: Query | str, limit: int = 10, offset: int = 0, *, loose: bool = False
    ) -> SearchResult:
        """The papers that are about `query`, best first, and with `loose` those near it after them.

        `limit` and `offset` count papers, both ≥ 0."""
        query = self.parse(query) if isinstance(query, str) else query
        return await self._searching.search(self._snapshot.index, query, limit, offset, loose=loose)

    async def matching(self, query: Query | str, arxiv_ids: Collection[str] | None = None) -> frozenset[str]:
        """Those of the papers (of all, where no ids are given) that `query` asks for: see `Index.matching`."""
        index = self._snapshot.index
        query = self.parse(query) if isinstance(query, str) else query
        return await asyncio.to_thread(index.matching, query, index.ids if arxiv_ids is None else arxiv_ids)

    def ids(self) -> Sequence[str]:
        """The id of every paper."""
        return self._snapshot.index.ids

    @property
    def revision(self) -> str:
        """Names what the papers are now: it is another one after a reload that changed any."""
        return self._snapshot.totals.revision

    async def ranked(self, query: Query) -> tuple[str, ...]:
        """The ids of all papers that match, the best first."""
        index = self._snapshot.index
        ranking = await asyncio.to_thread(index.search, query, self._snapshot.totals.papers)
        return tuple(arxiv_id for arxiv_id, _ in ranking.hits)

    async def ask(self, question: Query | str, limit: int = 3) -> Answered:
        """The passages that answer a question, at most `limit`, and five or more where it asks for papers; else the
        papers that are nearest to it, if any is near."""
        query = self.parse(question) if isinstance(question, str) else question
        return await self._searching.ask(self._snapshot.index, query, limit)

    async def candidates(self, question: Query | str, limit: int) -> tuple[Paper, ...]:
        """The papers that may answer a question, at most `limit`, the best first."""
        query = self.parse(question) if isinstance(question, str) else question
        ranking = await asyncio.to_thread(self._snapshot.index.candidates, query, limit)
        return await self.papers([arxiv_id for arxiv_id, _ in ranking.hits])

    async def support(self, claim: str, text: str) -> float:
        """How much of what a sentence speaks of `text` speaks of too: see `support`."""
        index, query = self._snapshot.index, self.parse(claim)
        return await asyncio.to_thread(lambda: support(index.question(query), text))

    async def ask_of(self, paper: Paper, question: str) -> OfPaper:
        """What the summary of a paper says to a question about it."""
        asked = await asyncio.to_thread(self._snapshot.index.question, self.parse(question))
        return await asyncio.to_thread(answer_in, paper, asked)

    async def defined(self, names: Sequence[str], papers: Sequence[Paper], introduced: Paper | None) -> Passage | None:
        """The sentence of `papers` that best says what something of those names is, None where none does; `introduced`
        is the paper that gave it its name."""
        best = await asyncio.to_thread(Definer(names).best, papers, introduced)
        return Passage(best[0], best[1], float(best[2])) if best else None

    async def similar(self, arxiv_id: str, limit: int = 5) -> tuple[Hit, ...]:
        """The papers most like one, each with the point that has most of what they share; none where none is alike."""
        return await self._searching.similar(self._snapshot.index, arxiv_id, limit)

    def translations(self, term: str) -> tuple[Translation, ...]:
        """The other names of a term, as lists of terms and the digests give them: what most speaks for first, and last
        what is `thin`, to be told only to who asks for more."""
        return self._snapshot.index.translations(term)

    async def nearest_term(self, term: str) -> str | None:
        """The term with a translation that is written most like `term`, None where none is."""
        return await asyncio.to_thread(self._snapshot.index.nearest_term, term)

    async def nearest_paper(self, typed: str) -> Paper | None:
        """The paper whose id `typed` is but for a slip of one digit or of the dot; None where there is none."""
        nearest = self._snapshot.index.nearest_id(typed)
        return await self._paper(nearest) if nearest else None

    async def trends(self, terms: Sequence[str], months: int) -> Trends:
        """How many papers of each of the last `months` months, from 1 to MAX_MONTHS, speak of each of `terms`."""
        index = self._snapshot.index
        return await asyncio.to_thread(lambda: count_trends(index.mentions, terms, months))

    async def rises(self, months: int, limit: int) -> Rises | None:
        """At most `limit` terms of which the papers of late speak more than those before, all of the last `months`
        months, from MIN_MONTHS to MAX_MONTHS; None where there is nothing to compare."""
        mentions = self._snapshot.index.mentions
        found = await asyncio.to_thread(find_risen, mentions, months)
        if found is None:
            return None
        papers = await self._store.papers_by_id(sorted(found.arxiv_ids))
        return await asyncio.to_thread(found.rises, papers, limit)

    def is_suspicious(self, arxiv_id: str) -> bool:
        """Whether the summary may be another paper's."""
        return arxiv_id in self._snapshot.index.suspicious

    async def suggest(self, text: str, limit: int) -> tuple[tuple[str, str], ...]:
        """Ids and titles that `text` may be the beginning of; the newest papers where it is empty."""
        index = self._snapshot.index
        if len(index.ids) <= _FEW_PAPERS:
            return index.suggest(text, limit)
        return await asyncio.to_thread(index.suggest, text, limit)

    async def paper(self, text: str) -> Paper | None:
        """The paper whose id, arXiv or Hugging Face link, or title `text` is."""
        arxiv_id = parse_arxiv_id(text) or self._snapshot.index.titled(text)
        return await self._paper(arxiv_id) if arxiv_id else None

    async def papers(self, arxiv_ids: Sequence[str]) -> tuple[Paper, ...]:
        """Those of the papers that there are, in the order given."""
        return await self._searching.papers(arxiv_ids)

    async def _paper(self, arxiv_id: str) -> Paper | None:
        return next(iter(await self.papers([arxiv_id])), None)

    async def day(self, day: date) -> Day:
        """The papers of a day by votes, and the nearest days before and after it."""
        return await self._store.day(day)

    async def top(self, since: date, until: date, limit: int = 10, offset: int = 0) -> tuple[Paper, ...]:
        """The papers of a period, its last day included, by their most votes on a day of it."""
        return await self._store.top(since, until, limit, offset)

    async def count(self, since: date, until: date) -> int:
        """How many papers there are in a period, its last day included."""
        return await self._store.count(since, until)

    def days(self) -> tuple[date, ...]:
        """Every day there is, oldest first."""
        return self._snapshot.days

    @property
    def backfilled(self) -> frozenset[date]:
        """The days that were fetched long after they were news: nobody is to be told of them."""
        return self._snapshot.backfilled

    def status(self) -> CorpusStatus:
        totals = self._snapshot.totals
        return CorpusStatus(
            totals.papers,
            totals.days,
            totals.first,
            totals.last,
            totals.digests,
            totals.warnings,
            self._snapshot.loaded_at,
            self._turn.locked(),
            self._meaning.status() if self._meaning else None,
        )
