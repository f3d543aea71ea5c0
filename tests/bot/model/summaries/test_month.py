"""A month of days with a model that lies in every way, as four servers speak: nothing false reaches a digest."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path

import pytest
from aiohttp import web

from bot.model.client.budget import Budget
from bot.model.client.client import ModelClient
from bot.model.client.server import Place, Timing
from bot.model.summaries.summarizer import ModelSummarizer
from bot.state import State
from retrieval.digests.digest import parse_digest
from retrieval.paper import ABSTRACT
from retrieval.sources.abstract_points import abstract_points
from retrieval.sources.digest_writer import DigestPaper, write_digest
from retrieval.sources.filling.summaries import DaysSummarizer, SummaryReport
from retrieval.sources.planning import Span
from retrieval.sources.provenance import Provenance, sign
from tests.bot.model.summaries.papers import other_paper
from tests.conftest import Clock, no_sleep
from tests.fakes.model_dialects import DIALECTS, Dialect
from tests.fakes.model_lies import HARMLESS, LIES
from tests.fakes.model_server import MODEL, Asked, Behaviour, FakeModelServer, Turn, answer_well

FIRST, DAYS, A_DAY = date(2026, 10, 20), 30, 2
PAPERS = [other_paper(number) for number in range(DAYS * A_DAY)]
SERVERS = {f"{one.name}-{one.reasons or one.flat}": one for one in DIALECTS}


def write_month(folder: Path) -> None:
    folder.mkdir()
    for number in range(DAYS):
        day = FIRST + timedelta(number)
        papers = [
            DigestPaper(paper.arxiv_id, paper.title, ("Ann Author",), None, 3, abstract_points(paper.abstract))
            for paper, _ in PAPERS[number * A_DAY : (number + 1) * A_DAY]
        ]
        text = sign(Provenance("huggingface", day, backfilled=False), write_digest(day, papers))
        (folder / f"{day}.md").write_text(text, "utf-8")


def good_summary(asked: Asked) -> dict[str, str]:
    return next(said for paper, said in PAPERS if paper.title in asked.material)


def liar(tried: Counter[str]) -> Behaviour:
    """Another lie at each request, the same one for the second try of a paper; now and then the truth."""
    ways = cycle([*LIES.items(), *HARMLESS.items(), ("the truth", answer_well)])
    of_paper: dict[str, tuple[str, Behaviour]] = {}

    async def play(turn: Turn) -> web.StreamResponse:
        if not turn.asked.complaint or turn.asked.material not in of_paper:
            of_paper[turn.asked.material] = next(ways)
        name, behaviour = of_paper[turn.asked.material]
        tried[name] += 1
        return await behaviour(turn)

    return play


@pytest.fixture
def lying(model_server: FakeModelServer) -> Counter[str]:
    tried: Counter[str] = Counter()
    model_server.writer, model_server.always = good_summary, liar(tried)
    return tried


def said_in(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """What the digests say of each paper that a model summarised."""
    entries = [entry for path in folder.glob("*.md") for entry in parse_digest(path.read_text("utf-8"), None).entries]
    assert len(entries) == len(PAPERS)
    assert all(point.by in {None, MODEL} for entry in entries for point in entry.points)
    return {
        entry.arxiv_id: [(point.label, point.text) for point in entry.points if point.by]
        for entry in entries
        if any(point.by for point in entry.points)
    }


def wanted(said: dict[str, str]) -> list[tuple[str, str]]:
    return list(zip(("What's New", "Technical Details", "Performance Highlights"), said.values(), strict=True))


async def summarize(folder: Path, server: FakeModelServer, state: State, clock: Clock) -> SummaryReport:
    budget = Budget(state, 100_000_000, clock)
    client = ModelClient(Place(server.url, server.dialect.key, MODEL), budget, Timing(clock, sleep=no_sleep))
    report = SummaryReport()
    try:
        summarizer = ModelSummarizer(client, MODEL, "ko", folder, no_sleep)
        await DaysSummarizer(folder, ()).summarize(Span(), summarizer, report)
    finally:
        await client.close()
    return report


@pytest.mark.parametrize("dialect", SERVERS.values(), ids=SERVERS)
async def test_of_a_month_of_lies_none_reaches_a_digest(
    dialect: Dialect, model_server: FakeModelServer, lying: Counter[str], state: State, clock: Clock, tmp_path: Path
) -> None:
    model_server.dialect = dialect
    folder = tmp_path / "fetched"
    write_month(folder)

    report = await summarize(folder, model_server, state, clock)

    assert report.stopped == ""
    assert report.written + report.left_out.total() == len(PAPERS)
    assert set(lying) == {*LIES, *HARMLESS, "the truth"}
    good = {paper.arxiv_id: wanted(said) for paper, said in PAPERS}
    said = said_in(folder)
    assert {arxiv_id: points for arxiv_id, points in said.items() if points != good[arxiv_id]} == {}
    assert len(said) == report.written > 0


async def test_papers_that_nobody_could_summarise_keep_their_abstracts(
    model_server: FakeModelServer, state: State, clock: Clock, tmp_path: Path
) -> None:
    model_server.always = LIES["wrong numbers"]
    model_server.writer = good_summary
    folder = tmp_path / "fetched"
    write_month(folder)
    before = {path.name: path.read_bytes() for path in folder.glob("*.md")}

    report = await summarize(folder, model_server, state, clock)

    assert report.left_out == {"numbers": len(PAPERS)}
    assert {path.name: path.read_bytes() for path in folder.glob("*.md")} == before
    assert f"#### {ABSTRACT}" in before[f"{FIRST}.md"].decode()
