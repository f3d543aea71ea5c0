"""What a paper is about."""

from __future__ import annotations

import pytest

from retrieval.glossary.term_list import packaged_terms
from retrieval.index.index import Index
from retrieval.query.query import parse_query
from tests.retrieval.papers import paper

PAPERS = [
    paper("1", "Robots That Learn", "강화학습으로 로봇을 가르칩니다.", authors=("Ada Byron",)),
    paper("2", "Games", "reinforcement learning 으로 게임을 합니다."),
    paper("3", "Tongues", "한국어 자료를 모읍니다."),
    paper("4", "More Tongues", "중국어와 다국어 자료입니다."),
    paper("5", "FlashAttention: Fast Kernels", "빠른 커널입니다."),
    paper("6", "Gemini Flash", "attention 을 씁니다."),
    paper("7", "Molecules", "화학 반응을 봅니다."),
    paper("c", "Reward", "보상으로 가르치는 강화학습입니다."),
    paper("8", "Cars", "자율주행 자동차입니다."),
    paper("9", "Agents", "자율적 에이전트입니다."),
    paper("a", "Tokenizer-Free Models", "토크나이저 없이 글을 읽습니다."),
    paper("b", "Tokenizer Design", "토크나이저를 만듭니다."),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(PAPERS, packaged_terms())


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ("강화학습", "12c"),
        ("강화 학습", "12c"),
        ("RL", "12c"),
        ("강화학습 로봇", "1"),
        ("강화학습을 쓴 로봇 논문 찾아줘", "1"),
        ("강화학습 방법을 알려주는 논문", "12c"),
        ("한국어", "3"),
        ("flash attention", "5"),
        ("자율주행", "8"),
        ("Ada Byron", "1"),
        ("Ada Byron 강화학습", "1"),
        ("Ada Byron 게임", ""),
        ("tokenizer 없는 모델", "a"),
        ("강화학습 양자", ""),
    ],
)
def test_a_paper_is_about_a_query_when_it_says_each_of_its_concepts(index: Index, query: str, about: str) -> None:
    assert {arxiv_id for arxiv_id, _ in index.search(parse_query(query), 20).hits} == set(about)


def test_the_paper_that_gave_a_name_its_name_comes_first_for_it() -> None:
    index = Index.build(
        [
            paper("1", "SAM 2: Segment Anything", "모델입니다.", votes=1),
            paper("2", "SAM 2 and SAM 2 Again", "SAM 2 SAM 2 SAM 2.", votes=9),
            *(paper(f"{n}0", "Other", "다른 논문입니다.") for n in range(3, 9)),
        ]
    )
    assert [arxiv_id for arxiv_id, _ in index.search(parse_query("SAM 2"), 2).hits] == ["1", "2"]


@pytest.mark.parametrize("query", ["week", "오늘", "음악", "스스로", "NAVER", "볼만해", "Ada Byron", "방어"])
def test_right_words_are_not_corrected(index: Index, query: str) -> None:
    understood = index.understand(parse_query(query))
    assert (understood.corrections, understood.suggestions) == ((), ())


def test_a_sure_correction_is_made_and_another_is_only_offered() -> None:
    index = Index.build([paper("1", "Diffusion"), paper("2", "Sutra"), paper("3", "Ultra"), paper("4", "Other")])
    made, offered = index.understand(parse_query("diffsion")), index.understand(parse_query("ustra"))
    assert [each.terms for each in made.corrections] == [("diffusion",)]
    assert (offered.corrections, bool(offered.suggestions)) == ((), True)
    assert index.search(parse_query("ustra"), 5).total == 0
