"""Requests for papers, apart from any platform."""

from __future__ import annotations

import pytest

from bot.core.app import App
from bot.core.asker import Asker
from bot.core.location import Location
from bot.features.papers.results import Results
from bot.features.papers.service import Papers


@pytest.mark.parametrize("typed", ["Lumeire", "lumeire", "LUMEIRE"])
async def test_what_was_corrected_can_be_searched_as_typed_in_whatever_case(app: App, typed: str) -> None:
    corrected = await app.service(Papers).search(f"{typed} video")
    assert isinstance(corrected, Results)
    assert corrected.literal == f'"{typed}" video'


@pytest.mark.parametrize("page", [3, 999_999])
async def test_a_page_beyond_the_last_is_the_last(app: App, page: int) -> None:
    last = await app.open(Location("results", "diffusion", 2), asker := Asker(1, None, "en"))
    beyond = await app.open(Location("results", "diffusion", page), asker)
    assert isinstance(last, Results)
    assert last.page.number == last.page.count == 2
    assert beyond == last
