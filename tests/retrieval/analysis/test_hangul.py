from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis.hangul import frame, is_hangul, likeness, rough_likeness, sounds_of_hangul, sounds_of_latin

SPELLINGS = [
    ("루미에르", "lumiere"),
    ("디퓨전", "diffusion"),
    ("트랜스포머", "transformer"),
    ("팔리젬마", "paligemma"),
    ("콜팔리", "colpali"),
    ("얼라인먼트", "alignment"),
    ("프루닝", "pruning"),
    ("어텐션", "attention"),
    ("세그멘테이션", "segmentation"),
    ("아키텍처", "architecture"),
    ("페이퍼벤치", "paperbench"),
    ("메쉬", "mesh"),
    ("메시", "mesh"),
    ("리뷰", "review"),
    ("스케일", "scale"),
    ("페르소나", "persona"),
    ("큐웬", "qwen2"),
]


def alikeness(hangul: str, latin: str) -> float:
    return max(likeness(sounds_of_hangul(hangul), sounds) for sounds in sounds_of_latin(latin))


@pytest.mark.parametrize(("hangul", "latin"), SPELLINGS)
def test_a_word_sounds_like_its_hangul_spelling(hangul: str, latin: str) -> None:
    assert alikeness(hangul, latin) > 0.7


@pytest.mark.parametrize(("hangul", "latin"), SPELLINGS)
def test_a_word_sounds_more_like_its_own_spelling_than_like_others(hangul: str, latin: str) -> None:
    others = [other for _, other in SPELLINGS if other != latin]
    assert all(alikeness(hangul, latin) > alikeness(hangul, other) for other in others)


@pytest.mark.parametrize("native", ["강화학습", "조작", "안전", "법률", "지식"])
def test_a_native_word_sounds_like_none_of_them(native: str) -> None:
    assert all(alikeness(native, latin) < 0.7 for _, latin in SPELLINGS)


@pytest.mark.parametrize(
    ("hangul", "latin"), [("엘엘엠", "llm"), ("지피티", "gpt"), ("챗지피티", "chatgpt"), ("알엘", "rl")]
)
def test_abbreviations_are_read_letter_by_letter_too(hangul: str, latin: str) -> None:
    assert alikeness(hangul, latin) > 0.8


@pytest.mark.parametrize("word", ["", "a", "1234", "gpt4all", "naïve", "강화", "a" * 33])
def test_what_nobody_pronounces_has_no_sounds(word: str) -> None:
    assert sounds_of_latin(word) == ()


def test_the_frame_ignores_vowels_and_what_spellings_confuse() -> None:
    assert frame(sounds_of_hangul("파티")) == frame(sounds_of_hangul("바디")) == frame(sounds_of_latin("photo")[0])
    assert frame(sounds_of_hangul("파티")) != frame(sounds_of_hangul("파리"))


def test_vowels_count_less_than_consonants() -> None:
    assert likeness("model", "model") == 1
    assert likeness("model", "madel") > likeness("model", "mosel")
    assert likeness("bat", "pat") > likeness("bat", "mat")
    assert likeness("jam", "sam") > likeness("jam", "ram")


@pytest.mark.parametrize(
    ("word", "expected"), [("강화", True), ("가a", False), ("ㄱㅏ", False), ("", False), ("rl", False)]
)
def test_hangul_words_are_of_syllables_only(word: str, expected: bool) -> None:
    assert is_hangul(word) is expected


@given(st.text(st.characters(codec="ascii"), max_size=40), st.text(st.sampled_from("가각힣뷁쉬웩쀍읭ㄱ"), max_size=20))
def test_any_words_can_be_compared(latin: str, hangul: str) -> None:
    sounds = sounds_of_hangul(hangul)
    for reading in sounds_of_latin(latin.lower()):
        assert likeness(sounds, reading) <= 1
        assert 0 <= rough_likeness(sounds, reading) <= 1
    assert likeness(sounds, sounds) == 1
