"""Has a model summarise papers, and keeps what holds against their titles and abstracts."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bot.model.model import OF_THE_REQUEST, Model, ModelError, ModelFault, Writer
from bot.model.summaries.ledger import Ledger, Points, key_of, read_ledger, write_ledger
from bot.model.summaries.likeness import shared
from bot.model.summaries.prompt import Draft, Language, prompt_for
from bot.model.summaries.rules import Complaint, Fault, complaint_of, points_of
from bot.model.summaries.subjects import Subject, subjects
from retrieval.digests.line_parser import model_heading, model_named
from retrieval.sources.faults import SourceError
from retrieval.sources.summarizing import Summaries, Unsummarized

log = logging.getLogger(__name__)

LATE: Final = "late"
"""The time ran out."""

_AT_ONCE = 2
_MOST_ALIKE = 0.6  # of a summary and another paper's
_LONGEST_WAIT = 120.0  # seconds, where the server asks to be asked again later
_MOST_IN_SUCCESSION = 3  # failures of the server, before no more is asked of it
_PASSING = frozenset({ModelFault.TIMED_OUT, ModelFault.OVERLOADED, ModelFault.SERVER_ERROR})


@dataclass(slots=True)
class _Batch:
    """The papers that are asked for, and what has come of them."""

    waiting: list[Subject]
    ledger: Ledger
    written: dict[str, Points] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    failures: int = 0
    stopped: str = ""


def name_of(fault: ModelFault) -> str:
    """As reports name it."""
    return fault.name.lower().replace("_", "-")


def summarizer_of(model: Model | None, name: str, folder: Path) -> ModelSummarizer | None:
    """None where no model is to summarise."""
    if model is None or model.writer is None or not model.summaries:
        return None
    return ModelSummarizer(model.writer, name, model.language, folder)


class ModelSummarizer:
    """Summarises papers with a model that is called `name`; what it remembers of them lies in `folder`."""

    def __init__(
        self,
        writer: Writer,
        name: str,
        language: Language,
        folder: Path,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._writer = writer
        self._name = model_named(model_heading(name)) or ""
        self._language: Language = language
        self._folder = folder
        self._sleep = sleep
        self._writing = asyncio.Lock()

    async def summaries(
        self, papers: Sequence[Unsummarized], *, within: float, done: Callable[[int], None] = lambda _: None
    ) -> Summaries:
        """See `Summarizer`. It stops where the server is gone, slow, or out of its budget."""
        batch = _Batch(
            list(await asyncio.to_thread(subjects, papers)), await asyncio.to_thread(read_ledger, self._folder)
        )
        total = len(batch.waiting)
        try:
            async with asyncio.timeout(within) as deadline, asyncio.TaskGroup() as workers:
                for _ in range(min(_AT_ONCE, total)):
                    workers.create_task(self._work(batch, deadline, lambda: done(total - len(batch.waiting))))
        except TimeoutError:
            batch.stopped = batch.stopped or LATE
        await self._withdraw_copies(batch, {paper.arxiv_id: paper for paper in papers})
        if batch.left_out:
            log.info("%d papers are left without a summary: %s", batch.left_out.total(), dict(batch.left_out))
        return Summaries(batch.written, batch.left_out, batch.stopped)

    async def _work(self, batch: _Batch, deadline: asyncio.Timeout, done: Callable[[], None]) -> None:
        while batch.waiting and not batch.stopped:
            subject = batch.waiting.pop(0)
            await self._settle(batch, subject, deadline)
            done()

    async def _settle(self, batch: _Batch, subject: Subject, deadline: asyncio.Timeout) -> None:
        """Take what is known of the paper, or ask for it, and remember what came."""
        paper = subject.paper
        key = key_of(paper, self._name, self._language)
        if known := batch.ledger.waiting.get(key):
            batch.written[paper.arxiv_id] = known
            return
        if why := batch.ledger.refused.get(key):
            batch.left_out[why] += 1
            return
        outcome = Fault.INSTRUCTIONS if subject.gives_orders else await self._ask(batch, subject, deadline)
        if outcome is None:
            return
        if isinstance(outcome, tuple):
            batch.written[paper.arxiv_id] = outcome
            batch.ledger.wait(key, outcome)
        else:
            batch.left_out[outcome] += 1
            batch.ledger.refuse(key, outcome)
        await self._remember(batch.ledger)

    async def _remember(self, ledger: Ledger) -> None:
        try:
            async with self._writing:
                await asyncio.to_thread(write_ledger, self._folder, ledger)
        except SourceError as error:
            log.warning("what the model wrote is not noted, and may be asked for again: %s", error)

    async def _ask(self, batch: _Batch, subject: Subject, deadline: asyncio.Timeout) -> Points | str | None:
        """The points, or why there are none; None where the server fails."""
        complaints: list[Complaint] = []

        def check(draft: Draft) -> str:
            complaint = complaint_of(draft, subject, self._language)
            complaints.extend([complaint] if complaint else [])
            return complaint.text if complaint else ""

        left = (deadline.when() or 0.0) - asyncio.get_running_loop().time()
        try:
            draft = await self._writer.write(prompt_for(subject.paper, self._language), Draft, within=left, check=check)
        except ModelError as error:
            if error.fault in OF_THE_REQUEST:
                batch.failures = 0
                is_rejected = error.fault is ModelFault.REJECTED and complaints
                return complaints[-1].fault if is_rejected else name_of(error.fault)
            await self._bear(batch, subject, error)
            return None
        batch.failures = 0
        if complaint := complaint_of(draft, subject, self._language):  # whatever the writer made of the complaint
            return complaint.fault
        return points_of(draft, self._name)

    async def _bear(self, batch: _Batch, subject: Subject, error: ModelError) -> None:
        """A failure of the server: wait as long as it asks for and ask once more, or give up."""
        batch.failures += 1
        if error.fault not in _PASSING or error.wait > _LONGEST_WAIT or batch.failures >= _MOST_IN_SUCCESSION:
            batch.stopped = batch.stopped or name_of(error.fault)
            return
        batch.waiting.append(subject)
        await self._sleep(error.wait)

    async def _withdraw_copies(self, batch: _Batch, papers: dict[str, Unsummarized]) -> None:
        """Two papers with one summary: nobody can tell whose it is."""
        copies = await asyncio.to_thread(_copies, batch.written)
        for arxiv_id in copies:
            del batch.written[arxiv_id]
            batch.left_out[Fault.OTHER_PAPER] += 1
            batch.ledger.refuse(key_of(papers[arxiv_id], self._name, self._language), Fault.OTHER_PAPER)
        if copies:
            await self._remember(batch.ledger)


def _copies(written: dict[str, Points]) -> set[str]:
    texts = {arxiv_id: " ".join(point.text for point in points) for arxiv_id, points in written.items()}
    return {one for one in texts for other in texts if one != other and shared(texts[one], texts[other]) > _MOST_ALIKE}
