"""Questions that only an abstract answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from retrieval.library import Library
from retrieval.paper import ABSTRACT, SummaryPoint
from tests.retrieval.papers import paper

DIGEST = """## Daily Papers (2024-02-14)

### [Tidal: Power of the Sea](https://arxiv.org/abs/2402.00001)

Vote: 3

Authors: A. Author

- ***What's New***: Tidal은 바다의 힘을 쓰는 새로운 방법을 제안합니다.

### [Other Things](https://arxiv.org/abs/2402.00002)

Vote: 2

Authors: B. Author

- ***What's New***: 다른 이야기를 합니다.
"""
LINE = '{"id": "2402.00001", "abstract": "We study the sea. Tidal was trained on 4,200 turbines for three weeks."}'


@pytest.mark.parametrize("question", ["How many turbines was Tidal trained on?", "Tidal은 turbine 몇 개로 학습했나요?"])
async def test_a_question_is_answered_by_a_sentence_of_the_abstract(tmp_path: Path, question: str) -> None:
    (tmp_path / "2024-02-14.md").write_text(DIGEST, encoding="utf-8")
    (tmp_path / "abstracts.jsonl").write_text(LINE, encoding="utf-8")
    library = await Library.open(":memory:", [tmp_path])
    try:
        [passage, *_] = (await library.ask(question)).passages
    finally:
        await library.close()
    assert passage.sentence == "Tidal was trained on 4,200 turbines for three weeks."
    assert passage.paper.points[passage.excerpt.index].label == ABSTRACT


def test_an_abstract_whose_sentences_are_points_is_no_point_of_its_own() -> None:
    plain = paper("2402.00001", "Title", "요점입니다.")
    assert plain.with_abstract() is plain
    told = replace(plain, abstract="We study x.")
    assert told.with_abstract().points == (*plain.points, SummaryPoint(ABSTRACT, "We study x."))
    english = replace(told, points=(SummaryPoint(ABSTRACT, "We study x."),))
    assert english.with_abstract() is english
