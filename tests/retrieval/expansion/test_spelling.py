from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis.terms import terms, words
from retrieval.expansion.spelling import MAX_WORDS, Speller
from tests.retrieval.papers import HOSTILE

FREQUENCIES = {
    "distildire": 1,
    "distillation": 90,
    "diffusion": 300,
    "transformer": 400,
    "transfer": 60,
    "lumiere": 2,
    "paligemma": 3,
    "colpali": 2,
    "alignment": 120,
    "pruning": 30,
    "magicvideo": 1,
    "magicvideov2": 1,
    "magic": 4,
    "video": 280,
    "v2": 40,
    "deepseek": 37,
    "vl": 43,
    "deepseekvl": 5,
    "coder": 20,
    "chain": 80,
    "table": 30,
    "of": 900,
    "sutra": 1,
    "ultra": 6,
    "llm": 800,
    "gpt": 200,
    "cosmo": 3,
    "instructionfollowing": 25,
    "instruction": 150,
    "following": 60,
    "robot": 100,
    "game": 40,
    "safety": 50,
    "engine": 8,
    "게임": 41,
    "로봇": 58,
    "catch": 30,
    "가치": 40,
    "안전": 39,
    "전성": 20,
    "확산": 140,
    "2": 500,
}


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(FREQUENCIES, lambda term: FREQUENCIES.get(term, 0), 1000)


def corrected(speller: Speller, query: str) -> list[str]:
    return [" ".join(each.terms) for each in speller.repair([word.text for word in words(query)])]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("distildir", "distildire"),
        ("distilldire", "distildire"),
        ("diffusoin", "diffusion"),
        ("difusion", "diffusion"),
        ("tranformers", "transformer"),
        ("lumier", "lumiere"),
        ("palig", "paligemma"),
        ("cosmoss", "cosmo"),
    ],
)
def test_typos_and_cut_off_words_are_corrected(speller: Speller, query: str, expected: str) -> None:
    first, *_ = speller.repair([word.text for word in words(query)])
    assert first.terms == (expected,)
    assert first.replaces
    assert 0 < first.weight <= 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Deepseek VL", "deepseekvl"),
        ("magic video v2", "magicvideov2"),
        ("magic video", "magicvideo"),
        ("deep seek", "deepseek"),
        ("chaintable", "chain table"),
        ("chainoftable", "chain of table"),
    ],
)
def test_words_are_joined_and_taken_apart(speller: Speller, query: str, expected: str) -> None:
    assert expected in corrected(speller, query)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("루미에르", "lumiere"),
        ("디퓨전", "diffusion"),
        ("디퓨전을", "diffusion"),
        ("트랜스포머", "transformer"),
        ("팔리젬마", "paligemma"),
        ("콜팔리", "colpali"),
        ("얼라인먼트", "alignment"),
        ("프루닝", "pruning"),
        ("엘엘엠", "llm"),
        ("지피티", "gpt"),
        ("코스모스", "cosmo"),
        ("게임즈", "game"),
    ],
)
def test_hangul_spellings_of_latin_words_are_found(speller: Speller, query: str, expected: str) -> None:
    first, *_ = speller.repair([query])
    assert (first.original, first.terms, first.replaces) == (query, (expected,), True)


def test_a_name_of_two_hangul_words_is_found(speller: Speller) -> None:
    assert "magicvideo" in corrected(speller, "매직 비디오")


@pytest.mark.parametrize(
    "query",
    [
        "transfer",
        "diffusion transformer",
        "video",
        "deepseek-vl",
        "vl deepseek",
        "3",
        "2024",
        "ab",
        "확산",
        "가치",
        "안전",
        "안전성을",
    ],
)
def test_known_words_are_left_alone(speller: Speller, query: str) -> None:
    assert corrected(speller, query) == []


def test_known_hangul_is_also_searched_as_the_word_it_spells(speller: Speller) -> None:
    (correction,) = speller.repair(["게임"])
    assert correction.terms == ("game",)
    assert not correction.replaces


def test_a_close_word_outweighs_farther_ones(speller: Speller) -> None:
    weights = {each.terms: each.weight for each in speller.repair(["transfomer"])}
    assert weights[("transformer",)] > 2 * weights[("transfer",)] > 0


def test_a_joined_name_counts_as_its_words_and_a_joined_phrase_does_not(speller: Speller) -> None:
    (name,) = [each for each in speller.repair(["magic", "video"]) if each.terms == ("magicvideo",)]
    (phrase,) = speller.repair(["instruction", "following"])
    assert name.weight > 1 > phrase.weight
    assert not name.replaces


def test_corrections_say_what_was_typed(speller: Speller) -> None:
    assert {each.original for each in speller.repair(["tranformers", "diffusion", "chaintable"])} == {
        "tranformers",
        "chaintable",
    }


def test_of_equally_close_words_the_commoner_comes_first(speller: Speller) -> None:
    ultra, sutra = speller.repair(["ustra"])
    assert (ultra.terms, sutra.terms) == (("ultra",), ("sutra",))
    assert ultra.weight == sutra.weight


def test_the_parts_of_a_compound_are_corrected_together_and_apart(speller: Speller) -> None:
    assert corrected(speller, "deepsek-vl") == ["deepseekvl", "deepseek"]


def test_a_speller_made_with_that_of_another_vocabulary_is_as_one_made_without() -> None:
    typed = ["루미에르", "tranformer", "디퓨전", "lumier", "트랜스포머", "소라"]
    other = dict.fromkeys(list(FREQUENCIES)[::2], 3) | {"lumiere2": 3, "tranform": 2, "sorra": 1}
    known = Speller(other, lambda term: other.get(term, 0), 1000)
    renewed = Speller(FREQUENCIES, lambda term: FREQUENCIES.get(term, 0), 1000, known)
    anew = Speller(FREQUENCIES, lambda term: FREQUENCIES.get(term, 0), 1000)
    assert [renewed.repair([word]) for word in typed] == [anew.repair([word]) for word in typed]
    assert any(renewed.repair([word]) for word in typed)
    assert known.repair(["sorr"]) != renewed.repair(["sorr"])


def test_an_empty_vocabulary_corrects_nothing() -> None:
    assert Speller((), lambda _: 0, 0).repair(["루미에르", "tranformer", "deep", "seek"]) == ()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_are_repaired(speller: Speller, text: str) -> None:
    for query in (text, f"{text} tranformer", f"루미에르 {text}"):
        corrections = speller.repair([word.text for word in words(query)])
        assert all(each.weight > 0 and each.terms for each in corrections)
        assert len(corrections) < 20 * MAX_WORDS


@given(st.lists(st.text(st.sampled_from("abdeilmnorstuv"), min_size=1, max_size=12), max_size=5))
def test_every_correction_is_in_the_vocabulary(typed: list[str]) -> None:
    speller = Speller(FREQUENCIES, lambda term: FREQUENCIES.get(term, 0), 1000)
    corrections = speller.repair([word for text in typed for word in terms(text)])
    assert all(term in FREQUENCIES for each in corrections for term in each.terms)


def test_a_name_may_begin_in_hangul_and_end_in_latin() -> None:
    known = {"turbo3d": 1, "turbo": 9, "3d": 50}
    found = Speller(known, lambda word: known.get(word, 0), 100).repair(["터보", "3d"])
    assert ("터보 3d", ("turbo3d",)) in [(each.original, each.terms) for each in found]
