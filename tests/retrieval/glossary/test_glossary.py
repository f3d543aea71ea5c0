from __future__ import annotations

import pytest

from retrieval.glossary.glossary import Glossary
from retrieval.glossary.pairs import Pair
from retrieval.glossary.term_list import TermEntry
from tests.retrieval.papers import HOSTILE, SEEDS

PAIRS = [
    Pair("강화 학습", "reinforcement learning", 8, 0.0),
    Pair("강화 학습", "RL", 4, 0.0),
    Pair("RL", "reinforcement learning", 6, 0.0),
    Pair("학습", "learning", 5, 0.0),
    Pair("검색 증강 생성", "retrieval-augmented generation", 5, 0.0),
    Pair("확산 모델", "diffusion model", 9, 0.0),
    Pair("디퓨전 모델", "diffusion model", 3, 0.0),
    Pair("확산", "diffusion", 0, 0.9),
    Pair("장면", "scene", 0, 0.9),
    Pair("그래프", "graph", 0, 0.8),
    Pair("장면 그래프", "scene graph", 1, 0.0),
    Pair("로봇 조작", "robot manipulation", 4, 0.0),
]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary(PAIRS)


def translated(glossary: Glossary, query: str) -> list[tuple[str, str]]:
    return [(expansion.source, expansion.text) for expansion in glossary.expand(query)]


@pytest.mark.parametrize(
    "query",
    ["강화 학습", "강화학습", "강화-학습", "강화학습을", "강화 학습은?", "강화학습으로 걷는 개"],
)
def test_a_korean_term_is_found_however_it_is_spaced_and_inflected(glossary: Glossary, query: str) -> None:
    assert ("reinforcement learning") in [text for _, text in translated(glossary, query)]


@pytest.mark.parametrize("query", ["diffusion model", "Diffusion-Models", "a diffusionmodel of", "DIFFUSION MODEL"])
def test_an_english_term_is_found_however_it_is_spaced_and_inflected(glossary: Glossary, query: str) -> None:
    assert "확산 모델" in [text for _, text in translated(glossary, query)]


def test_the_longest_term_is_taken(glossary: Glossary) -> None:
    assert {source for source, _ in translated(glossary, "강화 학습")} == {"강화 학습"}
    assert translated(glossary, "학습") == [("학습", "learning")]


def test_compounds_are_taken_apart_at_known_terms(glossary: Glossary) -> None:
    assert translated(glossary, "확산모델학습을") == [("확산모델", "diffusion model"), ("학습", "learning")]


def test_a_term_is_not_found_inside_other_words(glossary: Glossary) -> None:
    assert translated(glossary, "재학습 학습기") == []
    assert translated(glossary, "world") == []
    assert translated(glossary, "대학 습관") == []


def test_a_translation_of_few_mentions_does_not_stand_for_its_words(glossary: Glossary) -> None:
    assert [text for _, text in translated(glossary, "장면 그래프")] == ["scene graph", "scene", "graph"]


def test_an_english_term_has_the_korean_of_its_words_too(glossary: Glossary) -> None:
    assert [text for _, text in translated(glossary, "diffusion model")] == ["확산 모델", "디퓨전 모델", "확산"]


def test_an_abbreviation_is_searched_in_full(glossary: Glossary) -> None:
    assert "reinforcement learning" in [text for _, text in translated(glossary, "RL 에이전트")]
    rare = Glossary([Pair("검색 증강 생성", "RAG", 2, 0.0), Pair("RAG", "retrieval-augmented generation", 2, 0.0)])
    assert [text for _, text in translated(rare, "검색 증강 생성")] == ["RAG", "retrieval-augmented generation"]


def test_english_weighs_more_than_korean_and_the_usual_more_than_the_rare(glossary: Glossary) -> None:
    weights = {expansion.text: expansion.weight for expansion in glossary.expand("강화 학습")}
    assert weights["reinforcement learning"] > weights["RL"] > 0
    korean = {expansion.text: expansion.weight for expansion in glossary.expand("diffusion model")}
    assert weights["reinforcement learning"] > korean["확산 모델"] > korean["디퓨전 모델"] > 0


def test_a_word_with_many_translations_has_none() -> None:
    vague = Glossary(
        [Pair("모델", f"{name} model", 1, 0.0) for name in ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")]
    )
    assert vague.expand("모델") == ()


def test_a_single_mention_gives_way_to_what_the_word_means_everywhere() -> None:
    text = Glossary([Pair("텍스트", "AI-generated texts", 1, 0.0), Pair("텍스트", "text", 0, 0.9)])
    assert [expansion.text for expansion in text.expand("텍스트")] == ["text"]


def test_a_term_is_looked_up_from_either_side(glossary: Glossary) -> None:
    assert [each.term for each in glossary.lookup("강화학습을")] == ["reinforcement learning", "RL"]
    assert [each.term for each in glossary.lookup("diffusion models")] == ["확산 모델", "디퓨전 모델"]
    assert {each.term for each in glossary.lookup("RL")} == {"reinforcement learning", "강화 학습"}
    assert glossary.lookup("강화") == glossary.lookup("") == glossary.lookup("?") == ()
    assert len(glossary.lookup("강화학습", limit=1)) == 1


def test_confidence_grows_with_mentions_and_counts_an_abbreviation_as_the_term() -> None:
    pairs = [Pair("증류", "distillation", 1, 0.0), Pair("정렬", "alignment", 9, 0.0), Pair("정렬", "sorting", 1, 0.0)]
    glossary = Glossary([*pairs, *PAIRS])
    (single,) = glossary.lookup("증류")
    usual, _ = glossary.lookup("정렬")
    assert usual.term == "alignment"
    assert 0 < single.confidence < usual.confidence <= 1
    full, short = glossary.lookup("강화 학습")
    assert full.confidence == short.confidence > 0.9
    assert full.mentions > short.mentions


def test_what_is_said_often_comes_before_what_is_said_seldom_or_only_learnt() -> None:
    pairs = [Pair("대규모 언어 모델", "LLM", 117, 0.0), Pair("언어로", "LLM", 0, 1.0), Pair("거대 모델", "LLM", 1, 0.0)]
    assert [each.term for each in Glossary(pairs).lookup("LLM")] == ["대규모 언어 모델", "언어로", "거대 모델"]


def test_the_pairs_make_an_equal_glossary(glossary: Glossary) -> None:
    copy = Glossary([Pair(*pair) for pair in glossary.pairs])
    query = "강화학습 robot manipulation 장면 그래프"
    assert copy.expand(query) == glossary.expand(query) != ()


def test_a_term_explained_for_the_first_time_is_known_from_then_on(glossary: Glossary) -> None:
    text = "이 연구는 새로운 세계 모델(world model)과 강화 학습(reinforcement learning)으로 로봇을 움직인다."
    more = glossary.updated([("A title", text)])
    assert translated(more, "세계모델") == [("세계모델", "world model")]
    assert [each.term for each in more.lookup("world models")] == ["세계 모델"]
    assert more.lookup("강화 학습") == glossary.lookup("강화 학습")
    assert translated(glossary, "세계 모델") == []
    assert more.updated([("A title", text)]).pairs == more.pairs


def test_a_new_meaning_of_a_known_term_joins_the_others(glossary: Glossary) -> None:
    more = glossary.updated([("A title", "로봇 조작(robotic control)을 다룬다.")])
    assert more.lookup("로봇 조작") == Glossary(more.pairs).lookup("로봇 조작")
    assert {each.term for each in more.lookup("로봇 조작")} == {"robot manipulation", "robotic control"}


def test_words_known_to_go_together_count_as_said_once_a_paper_says_it() -> None:
    more = Glossary([*PAIRS, Pair("세계 모델", "world model", 0, 0.5)]).updated(
        [("A title", "세계 모델(world models)")]
    )
    [found] = more.lookup("세계 모델")
    assert found.mentions == 1
    assert more.pairs[-1].strength == 0.5


def test_what_is_known_helps_to_tell_where_a_new_term_begins(glossary: Glossary) -> None:
    text = "우리는 새로운 잠재 확산 모델(latent diffusion model)을 제안한다."
    assert [pair.term for pair in glossary.updated([("A title", text)]).pairs[len(PAIRS) :]] == ["잠재 확산 모델"]


def test_an_empty_glossary_knows_nothing() -> None:
    assert Glossary().expand("강화학습") == ()
    assert Glossary().lookup("강화학습") == ()
    assert Glossary.mine([]).pairs == ()


def test_the_seeds_have_a_glossary() -> None:
    documents = [("", path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.md"))]
    found = Glossary.mine(documents)
    assert "LLM" in {each.term for each in found.lookup("대규모 언어 모델")}
    assert "Mixture of Experts" in {each.term for each in found.lookup("MoE")}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_are_expanded(glossary: Glossary, text: str) -> None:
    for query in (text, f"{text} 강화학습", f"강화학습 {text}"):
        assert all(each.weight > 0 for each in glossary.expand(query))
        assert len(glossary.expand(query)) < 200
    assert isinstance(glossary.lookup(text), tuple)


CONCEPTS = [
    TermEntry(("reinforcement learning", "강화 학습", "RL")),
    TermEntry(("machine translation", "기계 번역"), ("MT",)),
    TermEntry(("mean teacher", "평균 교사"), ("MT",)),
    TermEntry(("diffusion model", "확산 모델", "디퓨전 모델")),
    TermEntry(("method", "방법")),
    TermEntry(("decoding", "디코딩")),
    TermEntry(("efficient tuning", "효율적 튜닝")),
]


def listed(glossary: Glossary, term: str) -> set[str]:
    return {each.term for each in glossary.lookup(term) if each.origin == "curated"}


def thin(glossary: Glossary, term: str) -> dict[str, bool]:
    return {each.term: each.thin for each in glossary.lookup(term)}


def test_each_name_of_a_concept_finds_the_others() -> None:
    glossary = Glossary((), CONCEPTS)
    names = {"diffusion model", "확산 모델", "디퓨전 모델"}
    for name in names:
        assert listed(glossary, name) == {text for _, text in translated(glossary, name)} == names - {name}
        assert all(each.sure for each in glossary.expand(name))
    assert listed(glossary, "효율적인 튜닝") >= {"efficient tuning"}


def test_an_ambiguous_name_finds_what_it_may_mean_and_is_found_by_none_of_it() -> None:
    glossary = Glossary([Pair("기계 번역", "MT", 5, 0.0)], CONCEPTS)
    assert listed(glossary, "MT") == {"machine translation", "기계 번역", "mean teacher", "평균 교사"}
    assert listed(glossary, "기계 번역") == {"machine translation"}
    assert "MT" not in [text for _, text in translated(glossary, "기계 번역")]


def test_what_is_listed_outweighs_what_is_mined_and_says_how_often_that_was() -> None:
    pairs = [Pair("강화 학습", "strengthening", 30, 0.9), Pair("강화 학습", "RL", 4, 0.0)]
    first, second, third = Glossary(pairs, CONCEPTS).lookup("강화학습")
    assert (first.term, first.mentions, first.origin, first.confidence) == ("RL", 4, "curated", 1.0)
    assert (second.term, second.mentions, second.origin) == ("reinforcement learning", 0, "curated")
    assert (third.term, third.origin, third.thin) == ("strengthening", "stated", False)


def test_what_a_list_knows_better_is_thin() -> None:
    pairs = [
        Pair("강화 학습", "diffusion model", 9, 0.0),  # two concepts
        Pair("디코딩", "speculative", 0, 0.9),  # learnt of a listed word
        Pair("확산 모델", "diffusions", 1, 0.0),  # once of a listed term
        Pair("확산 모델", "video diffusion model", 9, 0.0),  # which has a name of it within
        Pair("확산 모델", "DPM", 4, 0.0),
    ]
    glossary = Glossary(pairs, CONCEPTS)
    assert thin(glossary, "강화 학습")["diffusion model"]
    assert thin(glossary, "디코딩")["speculative"]
    assert thin(glossary, "확산 모델") == {
        "DPM": False,
        "diffusion model": False,
        "디퓨전 모델": False,
        "diffusions": True,
        "video diffusion model": True,
    }
    assert {text for _, text in translated(glossary, "디코딩")} == {"decoding"}


@pytest.mark.parametrize(
    ("term", "english", "is_thin"),
    [
        ("방법", "Multi-Clip Embedding", True),
        ("모델", "Meteor", True),
        ("통한 강화 학습", "Reinforcement Learning from Verifiable Rewards", True),
        ("바닥 객체", "floor object", False),  # word for word
        ("트레이너", "Trainer", False),  # by its sound
        ("장면 그래프", "scene graph", False),
        ("의미적 엔트로피 탐침", "SEPs", True),
        ("SEPs", "Semantic Entropy Probes", False),
    ],
)
def test_a_single_mention_counts_only_where_something_bears_it_out(term: str, english: str, is_thin: bool) -> None:
    glossary = Glossary([Pair(term, english, 1, 0.0)])
    assert [each.thin for each in glossary.lookup(term)] == [is_thin]
    assert bool(glossary.expand(term)) is not is_thin


@pytest.mark.parametrize("word", ["방법", "경우", "처리", "추가", "큰"])
def test_light_words_carry_no_search_however_often_they_are_said(word: str) -> None:
    glossary = Glossary([Pair(word, "IP-Adapter", 9, 0.9)])
    assert [each.thin for each in glossary.lookup(word)] in ([True], [])
    assert glossary.expand(word) == ()


def test_what_is_thin_hides_no_term_within_it() -> None:
    glossary = Glossary([Pair("통한 강화 학습", "Learning from Rewards", 1, 0.0)], CONCEPTS)
    assert ("강화 학습", "RL") in translated(glossary, "통한 강화 학습")


def test_stated_and_learnt_translations_compete_by_one_measure() -> None:
    pairs = [
        Pair("영상 부호", "picture", 0, 0.9),
        Pair("영상 부호", "frame", 2, 0.0),
        Pair("영상 부호", "clip", 6, 0.0),
    ]
    found = Glossary(pairs).lookup("영상 부호")
    assert [each.term for each in found] == ["clip", "picture", "frame"]
    assert [each.evidence for each in found] == sorted((each.evidence for each in found), reverse=True)


def test_thin_translations_come_last_whatever_speaks_for_them(glossary: Glossary) -> None:
    pairs = [*PAIRS, Pair("강화 학습", "diffusion model", 90, 0.0)]
    found = Glossary(pairs, CONCEPTS).lookup("강화 학습")
    assert [each.thin for each in found] == sorted(each.thin for each in found)
    assert found[-1].term == "diffusion model"


def test_the_same_pairs_and_concepts_make_the_same_glossary_in_any_process() -> None:
    pairs = [*PAIRS, Pair("강화 학습", "Strengthening Learning", 1, 0.0)]
    one, other = Glossary(pairs, CONCEPTS), Glossary(tuple(pairs), tuple(CONCEPTS))
    for term in ("강화학습", "RL", "diffusion model", "MT"):
        assert one.lookup(term) == other.lookup(term)
        assert one.expand(term) == other.expand(term)
    assert Glossary(one.pairs, one.concepts).lookup("RL") == one.lookup("RL")


def test_terms_of_lists_stay_when_papers_come() -> None:
    glossary = Glossary(PAIRS, CONCEPTS)
    more = glossary.updated([("A title", "디퓨전 모델(diffusion models)과 로봇 제어(robotic control)를 다룬다.")])
    assert more.concepts == glossary.concepts
    assert listed(more, "확산 모델") == {"diffusion model", "디퓨전 모델"}
    assert {each.term for each in more.lookup("로봇 제어")} == {"robotic control"}


def test_a_listed_term_is_the_nearest_of_a_misspelling() -> None:
    assert Glossary((), CONCEPTS).nearest("디퓨젼 모델") == "디퓨전 모델"
