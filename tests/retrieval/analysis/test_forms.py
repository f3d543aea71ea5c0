from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis.forms import Form, Reading, read_forms, read_hangul
from retrieval.analysis.nouns import Nouns
from retrieval.analysis.terms import words
from tests.retrieval.papers import HOSTILE

NOUNS = Nouns.count(
    [
        "모델을 학습하고 평가합니다. 모델의 정확도를 높인 학습을 제안합니다.",
        "이미지를 평가하고 데이터가 많아도 정확도가 낮은 이미지에서 추론을 합니다.",
        "확산 모델과 언어 모델의 데이터로 추론하며, 확산 언어를 분석한 뒤 분석을 마칩니다.",
    ]
)


def reading(text: str) -> Reading:
    (found,) = read_forms(words(text), NOUNS)
    return found


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("모델", "모델"),
        ("모델은", "모델"),
        ("모델에서도", "모델"),
        ("모델들이", "모델"),
        ("정확도도", "정확도"),
        ("학습시키려고", "학습"),
        ("평가해", "평가"),
        ("분석했나요", "분석"),
        ("추론하는", "추론"),
        ("이미지는", "이미지"),
        ("언어인가요", "언어"),
    ],
)
def test_what_the_corpus_knows_as_a_noun_is_one_in_whatever_form(word: str, stem: str) -> None:
    assert reading(word) == Reading(Form.NOUN, stem, known=True)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("화산", "화산"),
        ("엑셀", "엑셀"),
        ("비트코인", "비트코인"),
        ("구글", "구글"),
        ("큐비트는", "큐비트"),
        ("제미나이는", "제미나이"),
        ("손흥민의", "손흥민"),
        ("층으로", "층"),
        ("세미나는", "세미나"),
        ("벼농사에서", "벼농사"),
        ("순서대로", "순서"),
    ],
)
def test_what_the_corpus_does_not_know_is_a_noun_unless_its_ending_says_otherwise(word: str, stem: str) -> None:
    assert reading(word) == Reading(Form.NOUN, stem)


VERBS = """
    줄이는 줄인 줄여 줄였어 만든 만들 만들어 바꿔주는 고쳐 늘리면서 배우게 알아보게 맞히는 좋아지나요 빨라졌어 걸려요
    찾아내는 다뤄요 듣는 들으면 도와주는 지어 이끌어 몰라 쓰면 봤어 짜게 뽑는 채점하면 해고됐어 팔렸는지 설치하려는데
    늘어날수록 바뀌어도
"""
ADJECTIVES = "작은 짧은 빨라 어려운 쉬워서 높은 느리고 가벼운"
LIGHT = "방법은 경우에 어떻게 얼마나 얼마였나요 더 이유가 매우 새로운 보여준 없이 the how 논문"


@pytest.mark.parametrize("word", VERBS.split())
def test_verbs_are_known_by_their_endings(word: str) -> None:
    assert reading(word).form is Form.VERB


@pytest.mark.parametrize("word", ADJECTIVES.split())
def test_adjectives_are_told_from_nouns_with_a_particle(word: str) -> None:
    assert reading(word).form is Form.ADJECTIVE


@pytest.mark.parametrize("word", LIGHT.split())
def test_some_words_say_nothing_of_a_topic(word: str) -> None:
    assert reading(word).form is Form.LIGHT


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("이미지 몇 장이야", [Form.NOUN, Form.LIGHT, Form.COUNTER]),
        ("몇명이", [Form.COUNTER]),
        ("토큰이 몇 퍼센트나", [Form.NOUN, Form.LIGHT, Form.COUNTER]),
        ("명성이 몇이야", [Form.NOUN, Form.LIGHT]),
    ],
)
def test_a_unit_counts_only_after_what_asks_for_a_number(text: str, forms: list[Form]) -> None:
    assert [each.form for each in read_forms(words(text), NOUNS)] == forms


def test_latin_words_are_names_or_terms_and_their_particles_nothing() -> None:
    assert [each.form for each in read_forms(words("LLM의 GPT-4는"), NOUNS)] == [
        Form.LATIN,
        Form.LIGHT,
        Form.LATIN,
        Form.LIGHT,
    ]
    assert reading("LLM").topical
    assert not reading("줄이는").topical


def test_an_empty_corpus_knows_no_noun() -> None:
    (found,) = read_forms(words("모델을"), Nouns())
    assert found == Reading(Form.NOUN, "모델")


def test_nouns_of_more_texts_are_added() -> None:
    assert "양자" not in NOUNS
    more = NOUNS.updated(["양자를 재고 양자의 얽힘을 봅니다."])
    assert "양자" in more
    assert "모델" in more


def test_what_is_written_once_or_inflected_is_no_noun() -> None:
    assert not [word for word in ("맞히", "줄이", "모델도", "많아", "마칩니다") if word in NOUNS]
    assert "반딧불" not in Nouns.count(["반딧불이 납니다."])


@given(st.lists(st.text("가나는은을이고하되시킨했더라면서몇개GPT4 -", max_size=12), max_size=6))
def test_any_words_have_a_form(texts: list[str]) -> None:
    found = words(" ".join(texts))
    readings = read_forms(found, NOUNS)
    assert len(readings) == len(found)
    assert all(each.stem for each in readings)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_have_a_form(text: str) -> None:
    assert len(read_forms(words(text), Nouns.count([text, text]))) == len(words(text))


@pytest.mark.parametrize(
    ("typed", "auxiliary"), [("만들어 주는", "주는"), ("돌려 보지", "보지"), ("끝내 버리면", "버리면")]
)
def test_a_verb_that_only_says_how_another_is_meant_is_light(typed: str, auxiliary: str) -> None:
    readings = read_forms(words(typed), ())
    assert [reading.form for reading in readings] == [Form.VERB, Form.LIGHT], auxiliary


def test_an_adjective_is_known_without_its_ending() -> None:
    assert read_hangul("인과적인", ()).stem == "인과적"
