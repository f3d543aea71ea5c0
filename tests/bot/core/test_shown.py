"""What was shown, and for how long it is gone on from."""

from __future__ import annotations

from datetime import timedelta

from bot.core.answer import Notice
from bot.core.app import App
from bot.core.location import Location, decode
from bot.core.shown import Conversation, Shown
from bot.features.papers.service import Papers
from bot.rendering.phrases import EMPTY_CORPUS
from tests.conftest import Clock

LIST, OTHER = Location("results", "diffusion"), Location("results", "robots")


async def test_a_list_is_shown_with_its_papers_by_their_numbers(app: App) -> None:
    answer = await app.service(Papers).search("diffusion", page=2)
    shown = Shown.of(answer)
    assert shown.location == Location("results", "diffusion", 2)
    assert [number for number, _ in shown.papers] == list(range(11, 11 + len(shown.papers)))
    assert (shown.opened, shown.only) == ("", "")


async def test_an_open_paper_is_shown_with_the_list_that_it_was_opened_from(app: App) -> None:
    shown = Shown.of(await app.service(Papers).open("2402.08609", origin=LIST))
    assert (shown.opened, shown.only, shown.location, shown.papers) == ("2402.08609", "2402.08609", LIST, ())


async def test_the_last_reply_counts_for_half_an_hour(app: App, clock: Clock) -> None:
    conversation = Conversation(clock)
    assert conversation.shown is None
    conversation.keep(await app.service(Papers).search("diffusion"))
    clock.now += timedelta(minutes=30)
    assert conversation.shown
    clock.now += timedelta(seconds=1)
    assert conversation.shown is None


async def test_a_notice_leaves_what_was_shown(app: App, clock: Clock) -> None:
    conversation = Conversation(clock)
    conversation.keep(Notice(EMPTY_CORPUS))
    assert conversation.shown is not None
    assert not conversation.shown
    conversation.keep(await app.service(Papers).search("diffusion"))
    conversation.keep(Notice(EMPTY_CORPUS))
    assert conversation.shown
    assert conversation.shown.location == LIST


def test_what_is_shown_again_was_gone_back_to() -> None:
    first, second = Shown(LIST), Shown(OTHER).after(Shown(LIST))
    assert second.before == first
    assert Shown(LIST).after(second) == first
    assert Shown(OTHER).after(second) == second


def test_what_was_shown_long_before_is_forgotten() -> None:
    shown = Shown(LIST)
    for number in range(50):
        shown = Shown(Location("results", str(number))).after(shown)
    assert len(list(shown.and_before())) == 11


def test_a_location_carries_the_sentence_that_asked_for_it() -> None:
    for location in (LIST, Location("day", "2024-02-14", 2, "2월 14일: 논문"), Location("listed", "", 1, "+3:x")):
        assert decode(location.code) == location
    assert decode("results:1:1+1=2") == Location("results", "1+1=2")
    assert decode("results:1+99:short") == Location("results", "", 1, "short")
