"""What the bot offers to try is answered well by the papers that are loaded."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest

from bot.core.examples.examples import ExampleChooser, Examples
from bot.core.examples.topics import LEAST
from bot.rendering.language import Language, Phrase
from retrieval.library import Library
from tests.bot.desk import digest
from tests.conftest import SEEDS

LANGUAGES: tuple[Language, ...] = ("ko", "en")


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Library]:
    library = await Library.open(":memory:", [folder])
    yield library
    await library.close()


def write(folder: Path, titles: Sequence[str], day: str = "2024-02-14") -> None:
    (folder / f"{day}.md").write_text(digest(date.fromisoformat(day), titles))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_topic_lists_several_papers_without_being_corrected(library: Library, language: Language) -> None:
    topic = (await ExampleChooser(library).current()).topic
    assert topic
    result = await library.search(topic.say(language))
    assert result.total >= LEAST
    assert not result.corrections


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_question_is_answered_by_the_paper_that_it_names(library: Library, language: Language) -> None:
    question = (await ExampleChooser(library).current()).question
    assert question
    [first, *_] = (await library.ask(question.say(language))).passages
    name = first.paper.title.partition(":")[0]
    assert name in question.say(language)


async def test_the_same_papers_have_the_same_examples(library: Library) -> None:
    async with opened(SEEDS) as again:
        assert await ExampleChooser(library).current() == await ExampleChooser(again).current()


async def test_what_is_counted_in_a_much_voted_paper_is_asked_for(tmp_path: Path) -> None:
    write(tmp_path, ["QuizBench: A Benchmark for Quizzes", "Other"])
    file = tmp_path / "2024-02-14.md"
    said = "QuizBench는 3,770개의 이미지를 포함하는 벤치마크입니다."
    file.write_text(file.read_text().replace("QuizBench: A Benchmark for Quizzes에 관한 요약입니다.", said))
    async with opened(tmp_path) as library:
        question = (await ExampleChooser(library).current()).question
    assert question == Phrase("QuizBench에는 이미지가 몇 개 있나요?", "How many images are in QuizBench?")


async def test_without_papers_nothing_is_offered(tmp_path: Path) -> None:
    async with opened(tmp_path) as library:
        assert await ExampleChooser(library).current() == Examples()


async def test_of_a_few_papers_only_the_day_is_offered(tmp_path: Path) -> None:
    write(tmp_path, ["On Something", "On Something Else"])
    async with opened(tmp_path) as library:
        found = await ExampleChooser(library).current()
    assert found == Examples(day=date(2024, 2, 14), paper="2402.14001")


async def test_they_are_chosen_anew_once_the_papers_have_changed(tmp_path: Path) -> None:
    write(tmp_path, ["On Something"])
    async with opened(tmp_path) as library:
        chooser = ExampleChooser(library)
        assert chooser.chosen == Examples()
        await chooser.current()
        write(tmp_path, ["On Something New"], "2024-02-15")
        assert (await chooser.current()).day == date(2024, 2, 14)
        await library.reload()
        assert (await chooser.current()).day == date(2024, 2, 15)
        assert chooser.chosen.day == date(2024, 2, 15)
