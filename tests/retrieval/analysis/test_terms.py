from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from retrieval.analysis.terms import MAX_TERM_CHARS, Word, fold, terms, word_terms, words
from tests.retrieval.papers import HOSTILE

MIXED = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Mn", "Mc", "Lo", "No", "Cf"]),
        st.sampled_from("aéIsß강각ㄱㅏ\u1100\u1161\u11a8\u0301\u0315\u09c7\u09beｶﾞ①㎏²İΣ-./_'’\u200b "),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("강화학습", ["강화", "화학", "학습"]),
        ("강화 학습", ["강화", "학습"]),
        ("의", ["의"]),
        ("LLM의", ["llm", "의"]),
        ("3D 모델", ["3d", "모델"]),
        ("텍스트-to-이미지", ["텍스", "스트", "to", "이미", "미지"]),
        ("漢字です", ["漢字", "字で", "です"]),
    ],
)
def test_hangul_and_han_become_pairs_of_characters_and_nothing_else_does(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DeepSeek-VL", ["deepseek", "vl", "deepseekvl"]),
        ("GPT-4V", ["gpt", "4v", "gpt4v"]),
        ("and/or", ["and", "or", "andor"]),
        ("text-to-image", ["text", "to", "image", "texttoimage"]),
        ("GPT-3.5", ["gpt", "3.5", "gpt3.5"]),
        ("v1.5", ["v1.5"]),
        ("camelCase", ["camelcase"]),
        ("https://a.b/c/d/e/f/g", ["http", "a", "b", "c", "d", "e", "f", "g"]),
    ],
)
def test_a_compound_gives_its_parts_and_the_whole(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("models", "model"),
        ("LLMs", "llm"),
        ("policies", "policy"),
        ("classes", "class"),
        ("LoRAs", "lora"),
        ("loss", "loss"),
        ("bias", "bias"),
        ("gas", "gas"),
        ("corpus", "corpus"),
        ("analysis", "analysis"),
    ],
)
def test_a_plural_ending_comes_off_and_other_endings_in_s_stay(text: str, expected: str) -> None:
    assert terms(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lumière", ["lumiere"]),
        ("Lumie\u0300re", ["lumiere"]),
        ("Łajszczak Øre", ["lajszczak", "ore"]),
        ("ｆｕｌｌ", ["full"]),
        ("x²", ["x2"]),
        ("$\\alpha$-divergence", ["alpha", "divergence"]),
        ("a\u200bb soft\u00adware", ["ab", "software"]),
        ("What's OpenAI’s", ["what", "openai"]),
        ("O'Reilly", ["o", "reilly"]),
        ("C++ C# C", ["c++", "c#", "c"]),
        (unicodedata.normalize("NFD", "한국어"), ["한국", "국어"]),
    ],
)
def test_spellings_that_read_alike_give_the_same_terms(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_words_are_what_was_written_with_their_places() -> None:
    assert words("DPO에서 GPT-4V까지") == [
        Word("dpo", 0, 3),
        Word("에서", 3, 5),
        Word("gpt-4v", 6, 12),
        Word("까지", 12, 14),
    ]
    assert [word.hangul for word in words("DPO에서")] == [False, True]


def test_words_are_located_in_the_text_as_it_was_before_normalising() -> None:
    decomposed = unicodedata.normalize("NFD", "한국어")
    text = f"ﬃ x² {decomposed} GPT-4"
    places = [(word.text, text[word.start : word.end]) for word in words(text)]
    assert places == [("ffi", "ﬃ"), ("x2", "x²"), ("한국어", decomposed), ("gpt-4", "GPT-4")]
    assert terms(text) == ["ffi", "x2", "한국", "국어", "gpt", "4", "gpt4"]


@settings(max_examples=400, deadline=None)
@given(MIXED)
@example("강\u200b화ß")
@example("a" + "\u0315\u0316" * 20)
def test_the_two_ways_to_analyse_a_text_agree(text: str) -> None:
    assert [term for word in words(text) for term in word_terms(word.text)] == terms(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_bounded_terms(text: str) -> None:
    found = terms(text)
    assert len(found) <= len(text)
    assert all(0 < len(term) <= MAX_TERM_CHARS for term in found)
    assert all(0 <= word.start < word.end <= len(text) for word in words(text))


def test_a_long_run_of_marks_is_cut_short_as_sorting_it_takes_quadratic_time() -> None:
    assert len(fold("\u0915" + "\u093c\u094d" * 100_000)) < 100
    assert words("a" + "\u0315\u0316" * 1_000 + "b") == [Word("ab", 0, 2002)]


def test_very_long_words_are_cut() -> None:
    assert terms("x" * 100_000) == ["x" * MAX_TERM_CHARS]


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("series", "series"),
        ("news", "news"),
        ("movies", "movie"),
        ("stories", "story"),
        ("meshes", "mesh"),
        ("patches", "patch"),
        ("caches", "cache"),
        ("boxes", "box"),
        ("biases", "bias"),
        ("losses", "loss"),
        ("cases", "case"),
    ],
)
def test_a_plural_is_the_term_of_its_singular(plural: str, singular: str) -> None:
    assert terms(plural) == terms(singular) == [singular]
