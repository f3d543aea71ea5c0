from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.glossary.pairs import MAX_DOCUMENTS, Pair, mine_pairs, term_key
from tests.retrieval.papers import HOSTILE

DISTILLATION = [
    "이 연구는 작은 모델을 위한 지식 증류(knowledge distillation)를 제안합니다.",
    "저자들은 지식 증류(Knowledge Distillation; KD)를 사용하여 모델을 압축합니다.",
    "새로운 자기 증류(self distillation) 방법을 소개합니다.",
    "비교를 통해 데이터 증류(data distillation)의 장점을 보입니다.",
    "모델은 지식 그래프(knowledge graph)를 사용합니다.",
    "또한 지식 편집(knowledge editing)도 다룹니다.",
]


def mined(*texts: str) -> list[Pair]:
    return mine_pairs([("", text) for text in texts])


def mentions(pairs: list[Pair]) -> dict[tuple[str, str], int]:
    return {(pair.term, pair.english): pair.mentions for pair in pairs if pair.mentions}


def test_pairs_are_counted_however_they_are_spaced_and_inflected() -> None:
    found = mentions(mined("강화 학습(reinforcement learning)", "강화학습(Reinforcement Learning)", "강화 학습(RL)"))
    assert found == {("강화 학습", "Reinforcement Learning"): 2, ("강화 학습", "RL"): 1}


def test_words_that_stand_for_no_english_word_are_cut_off() -> None:
    found = mentions(mined(*DISTILLATION))
    assert found[("지식 증류", "Knowledge Distillation")] == 2
    assert found[("자기 증류", "self distillation")] == 1
    assert found[("지식 그래프", "knowledge graph")] == 1


def test_a_particle_ends_the_words_before_a_term() -> None:
    assert mentions(mined("사용자가 모델을 평가(evaluation)한다")) == {("평가", "evaluation"): 1}
    assert mentions(mined("효율을 위해 밀집 표현(dense representation)을 쓴다")) == {
        ("밀집 표현", "dense representation"): 1
    }


def test_words_that_sound_alike_belong_together() -> None:
    found = mentions(mined("매우 빠른 비디오 디퓨전 트랜스포머(Video Diffusion Transformer)"))
    assert found == {("비디오 디퓨전 트랜스포머", "Video Diffusion Transformer"): 1}


def test_a_particle_weighs_more_than_the_number_of_words() -> None:
    assert mentions(mined("우리는 모델을 밀집 표현(DTR)으로 바꾼다")) == {("밀집 표현", "DTR"): 1}
    assert mentions(mined("우리는 모델의 밀집 표현(DTR)으로 바꾼다")) == {("모델의 밀집 표현", "DTR"): 1}


def test_an_abbreviation_is_cut_as_its_full_form_is() -> None:
    known = "신경 방사장(Neural Radiance Fields; NeRF)"
    found = mentions(mined(known, known, known, "이 결과는 매우 최신 신경 방사장(NeRF)의 한계를 보입니다"))
    assert found[("신경 방사장", "NeRF")] == 1


def test_abbreviations_pair_with_their_full_forms() -> None:
    assert mentions(mined("인간 선호를 Direct Preference Optimization(DPO)으로")) == {
        ("DPO", "Direct Preference Optimization"): 1
    }


def test_the_words_of_frequent_terms_pair_too() -> None:
    words = {(pair.term, pair.english) for pair in mined(*DISTILLATION * 2) if not pair.mentions}
    assert ("증류", "distillation") in words
    assert ("지식", "knowledge") in words
    assert ("지식", "distillation") not in words


TOPICS = {"법률": "Legal", "게임": "Game", "음악": "Music", "로봇": "Robot", "날씨": "Weather"}
SUMMARIES = [
    (f"{english} study {number}", f"{korean} 분야를 다룬 논문으로 {korean}의 문제를 푼다. {'번역' * (number % 2)}")
    for korean, english in TOPICS.items()
    for number in range(9)
]


def test_words_of_titles_pair_with_those_of_summaries_that_tell_the_same() -> None:
    found = {(pair.term, pair.english): pair for pair in mine_pairs(SUMMARIES)}
    assert set(found) == {(korean, english.lower()) for korean, english in TOPICS.items()}
    assert all(pair.mentions == 0 and pair.strength > 0.9 for pair in found.values())


def test_a_few_papers_are_no_evidence_for_what_words_mean() -> None:
    few = [document for document in SUMMARIES if document[0].endswith(("0", "1", "2", "3"))]
    assert mine_pairs(few) == []


def test_a_word_that_takes_endings_itself_is_not_cut() -> None:
    endings = ["전문가", "전문가는", "전문가", "전문가의", "전문가", "전문가를", "전문가", "전문가로"]
    experts = [("Expert study", f"{ending} {number}") for number, ending in enumerate(endings * 2)]
    found = {pair.term for pair in mine_pairs([*experts, *[("", "")] * 200]) if pair.english == "expert"}
    assert found == {"전문가"}


def test_a_word_pairs_with_the_two_that_go_with_it_most() -> None:
    policies = [("Reward Policy Agent Search", "보상") for _ in range(9)]
    found = [pair.english for pair in mine_pairs([*SUMMARIES, *policies]) if pair.term == "보상"]
    assert len(found) == 2


def test_mining_is_deterministic_and_takes_nothing() -> None:
    documents = [*SUMMARIES, *(("", text) for text in DISTILLATION)]
    assert mine_pairs(documents) == mine_pairs(documents)
    assert mine_pairs([]) == []
    assert mine_pairs([("", "")]) == []


def test_only_so_many_documents_are_mined() -> None:
    last = ("", "지식 증류(distillation)")
    assert mine_pairs([*[("", "")] * (MAX_DOCUMENTS - 1), last]) != []
    assert mine_pairs([*[("", "")] * MAX_DOCUMENTS, last]) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_documents_are_mined(text: str) -> None:
    pairs = mine_pairs([(text, text), (f"지식 증류({text})", f"{text}(KD)"), ("", "지식 증류(distillation)")])
    assert "증류" in {pair.term.split()[-1] for pair in pairs}


@settings(max_examples=60)
@given(st.lists(st.text(st.sampled_from("가힣을 aZ9-(),.\n"), max_size=60), max_size=6))
def test_both_sides_of_any_pair_have_letters(texts: list[str]) -> None:
    for pair in mine_pairs([(text, text) for text in texts]):
        assert len(term_key(pair.term)) > 1
        assert len(term_key(pair.english)) > 1
        assert pair.mentions > 0 or 0 < pair.strength <= 1
