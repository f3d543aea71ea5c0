"""What people save and remove, within the limit."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core.answer import Answer, Document, Notice
from bot.core.app import App
from bot.core.asker import Asker
from bot.features.papers import phrases as papers_phrases
from bot.features.saved import phrases
from bot.features.saved.answers import Bookmark, SavedList
from bot.features.saved.export import Format
from bot.features.saved.service import SavedPapers
from bot.state import State
from bot.state.saved import MAX_SAVED, SavedPaper
from tests.conftest import Clock

ALICE, BOB = Asker(1, None, "en"), Asker(2, None, "ko")
MOE = "2402.08609"


@pytest.fixture
def saved(app: App) -> SavedPapers:
    return SavedPapers(app)


def phrase(answer: Answer) -> object:
    assert isinstance(answer, Notice | Bookmark)
    return answer.phrase


async def test_saving_never_removes_and_removing_never_saves(saved: SavedPapers, state: State, clock: Clock) -> None:
    assert phrase(await saved.save(ALICE, MOE)) is phrases.SAVED
    title = "Mixtures of Experts Unlock Parameter Scaling for Deep RL"
    kept = (SavedPaper(MOE, title, clock.now),)
    clock.now += timedelta(days=1)
    for _ in range(2):
        assert await saved.save(ALICE, MOE) == Bookmark(phrases.ALREADY_SAVED, MOE, title, saved=True)
        assert await state.saved.of(ALICE.user_id) == kept
    assert await state.saved.of(BOB.user_id) == ()
    assert await saved.unsave(ALICE, MOE) == Bookmark(phrases.REMOVED, MOE, title, saved=False)
    assert await saved.unsave(ALICE, MOE) == Bookmark(phrases.REMOVED_ALREADY, MOE, title, saved=False)
    assert await state.saved.of(ALICE.user_id) == ()


async def test_a_paper_that_left_the_corpus_can_be_removed_but_not_saved(
    saved: SavedPapers, state: State, clock: Clock
) -> None:
    gone = SavedPaper("2312.99999", "Gone Since", clock.now)
    await state.saved.add(ALICE.user_id, gone)
    assert phrase(await saved.save(ALICE, gone.arxiv_id)) is phrases.ALREADY_SAVED
    removed = await saved.unsave(ALICE, gone.arxiv_id)
    assert removed == Bookmark(phrases.REMOVED, gone.arxiv_id, gone.title, saved=False, undo=False)
    assert phrase(await saved.save(ALICE, gone.arxiv_id)) is phrases.LEFT_CORPUS


async def test_nobody_keeps_more_than_there_is_room_for(saved: SavedPapers, state: State, clock: Clock) -> None:
    for number in range(MAX_SAVED):
        assert await state.saved.add(ALICE.user_id, SavedPaper(f"2401.{number:05}", "A Title", clock.now))
    refused = await saved.save(ALICE, MOE)
    assert isinstance(refused, Notice)
    assert refused.phrase.say("en", **refused.values).startswith("You can save up to 1,000 papers")
    assert len(await state.saved.of(ALICE.user_id)) == MAX_SAVED
    assert phrase(await saved.save(BOB, MOE)) is phrases.SAVED


async def keep(saved: SavedPapers, *arxiv_ids: str) -> None:
    for arxiv_id in arxiv_ids:
        assert phrase(await saved.save(ALICE, arxiv_id)) is phrases.SAVED


async def test_what_is_saved_last_is_listed_first_ten_to_a_page(saved: SavedPapers, state: State, clock: Clock) -> None:
    for number in range(12):
        await state.saved.add(ALICE.user_id, SavedPaper(f"2401.{number:05}", f"Paper {number}", clock.now))
    first, last = await saved.list(ALICE), await saved.list(ALICE, 99)
    assert isinstance(first, SavedList)
    assert isinstance(last, SavedList)
    assert [paper.title for paper in first.papers] == [f"Paper {number}" for number in range(11, 1, -1)]
    assert (last.page.number, last.page.count, last.page.first) == (2, 2, 11)
    assert [paper.title for paper in last.papers] == ["Paper 1", "Paper 0"]
    assert phrase(await saved.list(BOB)) is phrases.NOTHING_SAVED


async def test_a_paper_that_left_the_corpus_is_still_listed_found_and_exported(
    saved: SavedPapers, state: State, clock: Clock
) -> None:
    await state.saved.add(ALICE.user_id, SavedPaper("2312.99999", "Zebrafish Telescopes", clock.now))
    for answer in (
        await saved.list(ALICE),
        await saved.search(ALICE, "zebrafish"),
        await saved.search(ALICE, "2312.99"),
    ):
        assert isinstance(answer, SavedList)
        assert [(paper.title, paper.saved.url) for paper in answer.papers] == [
            ("Zebrafish Telescopes", "https://arxiv.org/abs/2312.99999")
        ]
    document = await saved.export(ALICE, Format.MARKDOWN)
    assert isinstance(document, Document)
    assert b"Zebrafish Telescopes" in document.file.content


async def test_search_understands_what_the_search_for_papers_does_but_finds_only_what_is_saved(
    saved: SavedPapers,
) -> None:
    await keep(saved, MOE, "2402.08093")
    found = await saved.search(ALICE, "강화 학습 논문 찾아줘")
    assert isinstance(found, SavedList)
    assert [paper.arxiv_id for paper in found.papers] == [MOE]
    assert phrase(await saved.search(ALICE, "김치찌개")) is phrases.NO_MATCH
    assert phrase(await saved.search(ALICE, "  ")) is papers_phrases.EMPTY_QUERY


@pytest.mark.parametrize(
    "named", [MOE, f"https://arxiv.org/abs/{MOE}v2", "mixtures of experts unlock parameter scaling for deep RL "]
)
async def test_a_paper_is_removed_by_id_link_or_title(saved: SavedPapers, named: str) -> None:
    await keep(saved, MOE)
    assert phrase(await saved.remove(ALICE, named)) is phrases.REMOVED
    assert phrase(await saved.remove(ALICE, named)) is phrases.NOTHING_SAVED


async def test_what_is_not_saved_is_answered_with_the_saved_title_that_is_nearest(saved: SavedPapers) -> None:
    await keep(saved, MOE, "2402.08093")
    near = await saved.remove(ALICE, "Mixture of Expert Unlock")
    assert isinstance(near, Notice)
    assert "(2402.08609)" in near.phrase.say("en", **near.values)
    assert phrase(await saved.remove(ALICE, "zzzz")) is phrases.NOT_SAVED
    assert len(await saved.suggest(ALICE.user_id, "")) == 2


async def test_a_paper_is_saved_by_what_names_it_once(saved: SavedPapers) -> None:
    assert phrase(await saved.add(ALICE, f"arxiv.org/abs/{MOE}")) is phrases.SAVED
    assert phrase(await saved.add(ALICE, MOE)) is phrases.ALREADY_SAVED
    assert phrase(await saved.add(ALICE, "no such paper")) is phrases.UNKNOWN
    assert phrase(await saved.add(ALICE, " ")) is papers_phrases.EMPTY_PAPER


@pytest.mark.parametrize("kind", Format)
async def test_an_export_holds_every_saved_paper(saved: SavedPapers, kind: Format) -> None:
    await keep(saved, MOE, "2402.08093")
    document = await saved.export(ALICE, kind)
    assert isinstance(document, Document)
    assert document.file.name == f"saved-papers.{kind}"
    assert all(arxiv_id.encode() in document.file.content for arxiv_id in (MOE, "2402.08093"))
    assert phrase(await saved.export(BOB, kind)) is phrases.NOTHING_SAVED


@pytest.mark.parametrize("typed", ["240208609", "2402,08609", "2402.08690"])
async def test_a_slip_in_an_id_names_the_one_that_is_meant(saved: SavedPapers, typed: str) -> None:
    answer = await saved.add(ALICE, typed)
    assert isinstance(answer, Notice)
    assert (answer.phrase, answer.values["arxiv_id"]) == (phrases.UNKNOWN_NEAREST, MOE)
