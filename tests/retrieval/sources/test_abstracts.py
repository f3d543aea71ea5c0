from __future__ import annotations

import json

from retrieval.library import Library
from tests.fakes.huggingface import record
from tests.retrieval.sources.fetching import FRIDAY, Fetching


async def test_abstracts_stand_beside_the_digests_one_object_a_line(fetching: Fetching) -> None:
    line_ends = "Two\nlines \u2028of\u0085 LaTeX: $x_{i}$ \\alpha “quoted”."
    fetching.hub.days[FRIDAY] = [record("2611.00002", summary=line_ends), record("2611.00001"), record("cs/9912017")]
    await fetching.fetch(FRIDAY)
    lines = (fetching.folder / "abstracts-2026-11.jsonl").read_text("utf-8").split("\n")
    assert [json.loads(line) for line in lines if line] == [
        {"id": "2611.00001", "abstract": "We present A Paper. It is better than everything that was there before it."},
        {"id": "2611.00002", "abstract": "Two lines of LaTeX: $x_{i}$ \\alpha “quoted”."},
    ]
    assert (fetching.folder / "abstracts-1999-12.jsonl").exists()


async def test_an_abstract_that_a_source_loses_stays_and_one_that_changed_is_taken(
    fetching: Fetching,
) -> None:
    for summary in ("First.", None, "Second."):
        fetching.hub.days[FRIDAY] = [record("2611.00001", summary=summary)]
        await fetching.fetch()
    file = fetching.folder / "abstracts-2026-11.jsonl"
    assert file.read_text() == '{"id": "2611.00001", "abstract": "Second."}\n'
    before = file.stat().st_mtime_ns
    await fetching.fetch()
    assert file.stat().st_mtime_ns == before


async def test_a_library_over_fetched_days_has_their_abstracts_and_knows_what_is_no_news(fetching: Fetching) -> None:
    fetching.hub.days = {FRIDAY: [record("2611.00001")], "2026-09-01": [record("2609.00001")]}
    library = await Library.open(":memory:", [fetching.others], fetched=fetching.folder)
    try:
        await fetching.fetch()
        await library.reload()
        paper = await library.paper("2611.00001")
        assert paper
        assert paper.abstract == "We present A Paper. It is better than everything that was there before it."
        assert library.backfilled == frozenset()
        await fetching.fetch("2026-09-01", "2026-09-02")
        report = await library.reload()
        assert (report.added, {day.isoformat() for day in library.backfilled}) == (1, {"2026-09-01"})
    finally:
        await library.close()
