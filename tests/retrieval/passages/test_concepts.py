from __future__ import annotations

import pytest

from retrieval.passages.concepts import Concept
from tests.retrieval.papers import HOSTILE, paper
from tests.retrieval.passages.questions import ask

PAPERS = (
    paper("1", "Lumiere: Video Generation", "비디오를 생성하는 모델", "모델을 학습한다"),
    paper("2", "Other Things", "모델을 학습하는 다른 것"),
)


def concept(question: str, way: str, **more: list[tuple[str, str]]) -> Concept:
    found = ask(question, PAPERS, translations=more.get("translations", []))
    return next(each for each in found.concepts if way in each.ways[0][0])


def test_rare_words_matter_more_than_frequent_ones_and_names_most() -> None:
    lumiere, video, model = (concept("Lumiere 비디오 모델", way) for way in ("lumiere", "비디", "모델"))
    assert lumiere.importance > video.importance > model.importance
    assert lumiere.name
    assert not video.name


def test_a_word_is_as_frequent_as_its_translation() -> None:
    alone = concept("unseen words", "unseen")
    assert not alone.firm
    translated = concept("unseen words", "unseen", translations=[("unseen", "학습")])
    assert translated.firm
    assert translated.importance < 7
    assert concept("보지못한 말", "보지", translations=[("보지못한", "학습")]).importance < 7


@pytest.mark.parametrize(("found", "least", "most"), [({"비디", "디오"}, 1, 1), ({"비디"}, 0.3, 0.6), (set(), 0, 0)])
def test_part_of_a_word_covers_it_in_part(found: set[str], least: float, most: float) -> None:
    assert least <= concept("비디오", "비디").covered_by(found) <= most


def test_a_version_of_a_name_is_not_another() -> None:
    gpt = concept("GPT-5 말이야", "gpt5")
    assert gpt.covered_by({"gpt", "5", "gpt5"}) == 1
    assert gpt.covered_by({"gpt5"}) == 1
    assert gpt.covered_by({"gpt", "4", "gpt4"}) < 0.3
    assert len(ask("gpt-5", corrections=[("gpt-5", "gpt4", 0.9)]).concepts[0].ways) == 1
    assert len(ask("lumere", corrections=[("lumere", "lumiere", 0.9)]).concepts[0].ways) == 2


def test_a_name_that_few_papers_have_is_not_translated() -> None:
    assert len(concept("Lumiere는?", "lumiere", translations=[("lumiere", "비디오 생성")]).ways) == 1


def test_corrections_count_less_the_less_alike_they_are() -> None:
    near, far = (
        ask("lumere", corrections=[("lumere", "lumiere", weight)]).concepts[0].covered_by({"lumiere"})
        for weight in (0.95, 0.7)
    )
    assert 1 > near > 0.8 > 0.6 > far > 0


def test_words_that_ask_and_verbs_that_nobody_uses_matter_little() -> None:
    question = ask("루미에르는 비디오를 몇 개 만들었어?", PAPERS)
    first_terms = {way[0]: each.firm for each in question.concepts for way, _ in each.ways}
    assert first_terms == {"루미": True, "비디": True, "만들": False}
    assert next(each.importance for each in question.concepts if "만들" in each.ways[0][0]) < 3


def test_the_rarest_concept_is_searched_by_all_its_ways() -> None:
    question = ask("루미에르 비디오", PAPERS, corrections=[("루미에르", "lumiere", 0.9)])
    assert dict(question.rarest).keys() == {"루미", "미에", "에르", "lumiere"}
    assert ask("뭐야?").rarest == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_understood(text: str) -> None:
    question = ask(text, PAPERS)
    assert all(each.importance > 0 and each.ways for each in question.concepts)
    assert all(each.covered_by(set(dict(question.rarest))) >= 0 for each in question.concepts)
