from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.glossary.parentheses import FullForm, Mention, abbreviates, statements, term_words
from tests.retrieval.papers import HOSTILE


def mentions(text: str) -> list[tuple[str, str]]:
    found = [each for each in statements(text) if isinstance(each, Mention)]
    return [(" ".join(each.korean), each.spelled) for each in found]


def full_forms(text: str) -> list[tuple[str, str]]:
    return [(each.short, each.full) for each in statements(text) if isinstance(each, FullForm)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지식 증류(knowledge distillation)를 쓴다", ("지식 증류", "knowledge distillation")),
        ("지식 증류 (knowledge distillation)", ("지식 증류", "knowledge distillation")),
        ("지식 증류（knowledge distillation）", ("지식 증류", "knowledge distillation")),
        ("**지식 증류**(Knowledge Distillation)", ("지식 증류", "Knowledge Distillation")),
        ("우리는 '지식 증류'(knowledge distillation)", ("지식 증류", "knowledge distillation")),
        ("먼저, 지식 증류(knowledge distillation; KD)", ("지식 증류", "knowledge distillation")),
        ("먼저: 지식 증류(knowledge distillation, KD)", ("지식 증류", "knowledge distillation")),
        ("지식 증류(knowledge distillation (KD))", ("지식 증류", "knowledge distillation")),
        ("대형 언어 모델(LLMs)", ("대형 언어 모델", "LLMs")),
    ],
)
def test_an_english_term_follows_the_korean_one(text: str, expected: tuple[str, str]) -> None:
    assert mentions(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("이 논문은 LLMs(대형 언어 모델)를 다룬다", ("대형 언어 모델", "LLMs")),
        ("모델의 Semantic Entropy(의미적 엔트로피)", ("의미적 엔트로피", "Semantic Entropy")),
        ("Llama 2 7B Instruct Tuning(명령어 튜닝)", ("명령어 튜닝", "Instruct Tuning")),
    ],
)
def test_a_korean_term_in_parentheses_is_whole(text: str, expected: tuple[str, str]) -> None:
    assert mentions(text) == [expected]
    assert [each.whole for each in statements(text) if isinstance(each, Mention)] == [True]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지식 증류(knowledge distillation; KD)", ("KD", "knowledge distillation")),
        ("지식 증류(knowledge distillation (KD))", ("KD", "knowledge distillation")),
        ("최신 Retrieval-Augmented Generation (RAG) 기법", ("RAG", "Retrieval-Augmented Generation")),
        ("our Mixture of Experts(MoE)", ("MoE", "Mixture of Experts")),
        ("LLMs(Large Language Models)의", ("LLMs", "Large Language Models")),
    ],
)
def test_an_abbreviation_is_told_with_its_full_form(text: str, expected: tuple[str, str]) -> None:
    assert full_forms(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "세 가지 환경(WebShop, ScienceWorld, TextCraft)에서",
        "다양한 모델(예: GPT-4)",
        "기존 방법(Zheng et al. 2024)",
        "모델(e.g. GPT)",
        "정확도(95.3%)",
        "(knowledge distillation)",
        "여러 방법()",
        "길이 2024(이천이십사)",
        "지식 증류(knowledge\ndistillation)",
    ],
)
def test_other_parentheses_say_nothing(text: str) -> None:
    assert list(statements(text)) == []


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("RAG", "Retrieval-Augmented Generation", True),
        ("NeRFs", "Neural Radiance Fields", True),
        ("RAG", "Generation", False),
        ("RAG", "Augmented Generation", False),
        ("rag", "retrieval augmented generation", False),
        ("ST", "A very long sentence that has the letters", False),
        ("LLM 모델", "Large Language Model", False),
        ("", "", False),
    ],
)
def test_an_abbreviation_has_letters_of_its_full_form(short: str, full: str, expected: bool) -> None:
    assert abbreviates(short, full) is expected


def test_terms_are_compared_by_their_words() -> None:
    assert term_words("Fine-Tuning") == term_words("fine tunings") == ("fine", "tuning")
    assert term_words("3D 재구성") == ("3d", "재구성")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_read(text: str) -> None:
    for hostile in (text, f"지식 증류({text})", f"{text}(distillation)", f"({text}" * 50):
        assert all(isinstance(each, Mention | FullForm) for each in statements(hostile))


@given(st.text(st.sampled_from("가힣 aZ9-()（）;,.'*\n²ß"), max_size=120))
def test_every_mention_has_both_sides(text: str) -> None:
    for each in statements(text):
        if isinstance(each, Mention):
            assert each.korean
            assert each.english == term_words(each.spelled)
        else:
            assert abbreviates(each.short, each.full)
