"""The first answer of the source, kept for whoever runs the bot to look at."""

from __future__ import annotations

import json

from tests.fakes.huggingface import record
from tests.retrieval.sources.fetching import FRIDAY, Fetching

KEPT = ".first-page.json"


async def test_the_first_page_with_papers_is_kept_as_it_came_and_once(fetching: Fetching) -> None:
    await fetching.fetch()
    assert not (fetching.folder / KEPT).exists()
    fetching.hub.days[FRIDAY] = [record("2611.00001", newField=[1, None])]
    await fetching.fetch()
    kept = (fetching.folder / KEPT).read_bytes()
    assert json.loads(kept) == fetching.hub.days[FRIDAY]
    fetching.hub.days[FRIDAY] = [record("2611.00002")]
    await fetching.fetch()
    assert (fetching.folder / KEPT).read_bytes() == kept


async def test_where_it_cannot_be_kept_the_day_is_fetched_all_the_same(fetching: Fetching) -> None:
    (fetching.folder / f".{KEPT}.paperbot-part").mkdir(parents=True)
    fetching.hub.days[FRIDAY] = [record("2611.00001")]
    await fetching.fetch()
    assert fetching.days() == [FRIDAY]
    assert not (fetching.folder / KEPT).exists()
