"""Requests for papers, apart from any platform."""

from __future__ import annotations

import pytest

from bot.core.answer import Notice
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.location import Location
from bot.features.papers.results import Results
from bot.features.papers.service import Papers
from bot.rendering.blocks import Limits, RenderOptions


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


@pytest.mark.parametrize("typed", ["24020.8609", "240208609", "2402,08609", "2402 08609", "2402.086099"])
async def test_an_id_that_is_none_for_a_slip_names_the_one_that_is_meant(app: App, typed: str) -> None:
    answer = await app.service(Papers).show(typed)
    assert isinstance(answer, Notice)
    assert f"‘{typed}’ 번호의 논문은 없습니다. 가장 가까운 번호는 2402.08609(‘Mixtures of" in answer.say("ko")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"확산 모델"', "논문 11편 · 이 말 그대로 · 1–10번째"),
        ('비디오 "확산 모델"', "논문 6편 · ‘확산 모델’ 그대로"),
        ('"Diffusion model" -"video"', "논문 4편 · 이 말 그대로 · ‘video’ 그대로 제외"),
    ],
)
async def test_a_quoted_phrase_is_said_once(app: App, query: str, said: str) -> None:
    answer = await app.service(Papers).search(query)
    head, *_ = answer.render(RenderOptions("ko", Limits()))
    assert head.lines[1].runs[0].text == said
