from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.analysis.stemming import stem
from retrieval.query.query import MAX_QUERY_CHARS, parse_query
from tests.retrieval.papers import HOSTILE


@pytest.mark.parametrize(
    "text",
    [
        "2402.08609",
        "2402.08609v2",
        "arXiv:2402.08609",
        "arxiv 2402.08609",
        "arXiv: 2402.08609",
        "(2402.08609)",
        "2402.08609은?",
        "2402.08609 논문 보여줘",
        "show me the paper 2402.08609, please",
        "https://arxiv.org/abs/2402.08609v1",
        "https://arxiv.org/pdf/2402.08609.pdf?download=1",
        "<https://huggingface.co/papers/2402.08609> 요약해줘",
    ],
)
def test_an_id_or_link_is_that_paper_whatever_asks_for_it(text: str) -> None:
    assert parse_query(text).arxiv_id == "2402.08609"


@pytest.mark.parametrize("text", ["2402.08609 similar", "2402.08609 2402.08093", "24.08", "diffusion", "arxiv"])
def test_text_that_is_more_or_less_than_one_id_is_words(text: str) -> None:
    query = parse_query(text)
    assert query.arxiv_id is None
    assert query.terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("강화학습을 이용한 논문은?", ["강화", "화학", "학습"]),
        ("강화학습 관련 최신 연구 알려줘", ["강화", "화학", "학습"]),
        ("LLM의 추론을 위한 논문 있어?", ["llm", "추론"]),
        ("GPT-4V로 문서를 검색하는", ["gpt", "4v", "gpt4v", "문서", "검색"]),
        ("What's the paper about text-to-speech models?", ["text", "speech", "texttospeech", "model"]),
        ("which papers are on deep research", ["deep", "research"]),
        ("추천 시스템 논문 추천", ["추천", "시스", "스템"]),
        ("관련성", ["관련", "련성"]),
        ("평가", ["평가"]),
        ("이미지", ["이미", "미지"]),
    ],
)
def test_words_that_only_ask_and_particles_are_not_searched(text: str, expected: list[str]) -> None:
    assert list(parse_query(text).terms) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("강화학습논문찾아줘", ["강화학습"]),
        ("자율주행논문좀찾아주세요", ["자율주행"]),
        ("월드모델이뭐야", ["월드모델"]),
        ("환각현상에대해설명해줘", ["환각현상"]),
        ("LLM논문추천해줘", ["llm"]),
        ("요즘 핫한 로봇 논문 뭐 있어?", ["로봇"]),
        ("RAG에 대해 알려주실 수 있나요", ["rag"]),
        ("MoE보다 제일 좋은 거 있을까요ㅠㅠ", ["moe"]),
        ("어떤 식으로 토큰 몇 개까지 처리하는지 궁금해", ["토큰", "처리하는지"]),
        ("최신 추천 시스템 논문", ["추천", "시스템"]),
        ("이번 주 인기 논문", []),
        ("지난달 논문 추천", []),
        ("popular papers this week", []),
        ("오늘의 로봇 논문", ["로봇"]),
        ("주 모달리티", ["주", "모달리티"]),
        ("음성 검색 논문", ["음성", "검색"]),
        ("문맥 내 학습", ["문맥", "내", "학습"]),
        ("모델 머지", ["모델", "머지"]),
        ("학술논문", ["학술"]),
        ("computer use agents", ["computer", "use", "agents"]),
        ("how long does it take to train LLaVA?", ["long", "train", "llava"]),
        ("which part of the network is pruned", ["network", "pruned"]),
        ("part segmentation", ["part", "segmentation"]),
        ("explain flow matching to me", ["flow", "matching"]),
        ("ground and explain images", ["ground", "explain", "images"]),
    ],
)
def test_words_ask_alone_glued_or_by_their_neighbours(text: str, expected: list[str]) -> None:
    assert [word.text for word in parse_query(text).subject] == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("강화학습을", "강화학습"),
        ("에이전트들의", "에이전트"),
        ("디코딩에서는", "디코딩"),
        ("결합한", "결합"),
        ("생성하는", "생성"),
        ("가을", "가을"),
        ("평가", "평가"),
        ("정확도", "정확도"),
    ],
)
def test_a_stem_keeps_two_syllables_or_more(word: str, expected: str) -> None:
    assert stem(word) == expected


@pytest.mark.parametrize(
    "text",
    [
        "논문 찾아줘",
        "제일 인기 있는 논문 추천",
        "ㅋㅋ ㄱㄱ",
        "알려줘요",
        "which paper?",
        "이 논문은 뭐야?",
        "",
        " \n",
        "?!",
        "😀",
    ],
)
def test_a_query_about_nothing_has_no_terms(text: str) -> None:
    query = parse_query(text)
    assert (query.terms, query.subject, query.arxiv_id) == ((), (), None)


def test_the_text_is_cleaned_for_showing() -> None:
    decomposed = unicodedata.normalize("NFD", "강화학습")
    assert parse_query(f"  {decomposed}\x00\t로봇\r\n\u202eRL\u2066 \ud800 ").text == "강화학습 로봇 RL"


def test_a_long_query_is_cut_and_says_so() -> None:
    just, over = parse_query("a" * MAX_QUERY_CHARS), parse_query("a" * (MAX_QUERY_CHARS + 1))
    assert (just.shortened, over.shortened) == (False, True)
    assert len(just.text) == len(over.text) == MAX_QUERY_CHARS
    assert not parse_query("  " * 5_000 + "short" + "\n" * 5_000).shortened
    assert parse_query("가 나" * 1_000_000).shortened
    assert parse_query("start" + " " * 5_000 + "end").shortened


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_are_bounded(text: str) -> None:
    query = parse_query(text)
    assert len(query.text) <= MAX_QUERY_CHARS
    assert len(query.terms) <= MAX_QUERY_CHARS
    assert query.text.encode().decode() == query.text


@given(st.text(max_size=80))
def test_any_text_is_a_query_with_words_that_stand_in_it(text: str) -> None:
    query = parse_query(text)
    assert set(query.subject) <= set(query.words)
    assert all(query.text[word.start : word.end] for word in query.words)
