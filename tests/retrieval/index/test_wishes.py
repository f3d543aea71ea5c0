"""What people ask for in words of their own, or by the name of a kind of thing."""

from __future__ import annotations

import pytest

from retrieval.glossary.term_list import TermEntry, packaged_terms
from retrieval.index.index import Index
from retrieval.query.query import parse_query
from tests.retrieval.papers import paper

TERMS = (
    TermEntry(("state space model", "상태 공간 모델"), narrower=("Mamba",)),
    TermEntry(("Mamba", "맘바")),
    TermEntry(("knowledge distillation", "지식 증류"), titled=("distillation",)),
    TermEntry(("self-correction", "자기 교정", "스스로 고치는")),
    TermEntry(("AI-generated text", "LLM이 쓴 글")),
    TermEntry(("tool use", "도구 사용", "도구 쓰기")),
    TermEntry(("image generation", "이미지 생성")),
    TermEntry(("small model", "작은 모델")),
    TermEntry(("Llama 3", "라마 3")),
)

PAPERS = [
    paper("1", "State Space Models", "긴 글을 읽습니다."),
    paper("2", "Vision", "맘바를 씁니다."),
    paper("3", "Graph Mamba2", "그래프입니다."),
    paper("4", "On-Policy Distillation", "교사에게 배웁니다."),
    paper("5", "Score Sampling", "distillation 한 번이 나옵니다."),
    paper("6", "Students", "지식 증류로 배웁니다."),
    paper("7", "Mistakes", "자기 교정을 배웁니다."),
    paper("8", "Who Wrote It", "AI-generated text 를 가려냅니다."),
    paper("9", "Pictures", "이미지 생성에 씁니다."),
    paper("a", "Speech", "이미지와 음성 생성입니다."),
    paper("b", "Small Ones", "작은 모델이 낫습니다."),
    paper("c", "LLaMA3 Quantized", "비트를 줄입니다."),
    paper("d", "CLASH: Hard Choices", "어려운 판단입니다."),
    paper("e", "MaskINT: Editing", "동영상을 고칩니다."),
    *(paper(f"f{number}", "Other", "다른 논문입니다.") for number in range(9)),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(PAPERS, TERMS)


@pytest.mark.parametrize(
    ("query", "about"),
    [
        ("상태 공간 모델", "123"),
        ("Mamba", "23"),
        ("지식 증류", "46"),
        ("distillation", "45"),
        ("LLM이 스스로 고치는 논문 찾아줘", "7"),
        ("LLM이 쓴 글인지 알려주는 연구", "8"),
        ("이미지를 생성하는 모델", "9"),
        ("큰 모델보다 나은 작은 모델", "b"),
        ("작은 모델 faster than transformers", "b"),
        ("라마 3", "c"),
    ],
)
def test_a_wish_lists_the_papers_that_it_means(index: Index, query: str, about: str) -> None:
    assert {arxiv_id for arxiv_id, _ in index.search(parse_query(query), 20).hits} == set(about)


def test_names_rank_before_kinds_and_these_before_what_a_title_means() -> None:
    terms = (TermEntry(("animal", "동물"), narrower=("horse",), titled=("zoo",)),)
    papers = [paper("1", "The Zoo", ""), paper("2", "The Horse", ""), paper("3", "The Animal", "")]
    index = Index.build([*papers, *(paper(f"f{number}", "Other", "") for number in range(9))], terms)
    assert [arxiv_id for arxiv_id, _ in index.search(parse_query("동물"), 5).hits] == ["3", "2", "1"]


@pytest.mark.parametrize(("typed", "nearest"), [("cash", "d"), ("maski", "e")])
def test_where_nothing_is_about_a_name_the_paper_that_is_called_much_like_it_is_nearest(
    index: Index, typed: str, nearest: str
) -> None:
    found = index.search(parse_query(typed), 5)
    assert (found.total, found.near[0][0]) == (0, nearest)
    assert not index.understand(parse_query(typed)).corrections


def test_words_side_by_side_count_more_than_the_same_apart() -> None:
    papers = [
        paper("1", "Codes for Image Generation", "그림입니다.", votes=9),
        paper("2", "Programs", "code generation 입니다. 이렇게 code generation 을 합니다."),
        *(paper(f"f{number}", "Other", "논문입니다.") for number in range(9)),
    ]
    index = Index.build(papers, [TermEntry(("code generation", "코드 생성"))])
    assert [arxiv_id for arxiv_id, _ in index.search(parse_query("code generation"), 5).hits] == ["2", "1"]


def test_a_slip_of_a_letter_in_a_term_of_hangul_is_mended_and_told(index: Index) -> None:
    query = parse_query("이미지생셩 논문")
    assert {arxiv_id for arxiv_id, _ in index.search(query, 5).hits} == {"9"}
    assert [(each.original, each.terms) for each in index.understand(query).corrections] == [
        ("이미지생셩", ("이미지 생성",))
    ]


@pytest.mark.parametrize("word", ["의류영상", "전기학습", "글을", "말이", "이집트", "마라톤"])
def test_right_words_of_hangul_are_not_taken_for_slips(word: str) -> None:
    papers = [paper("1", "Swin CGL Mari Gift Morton", "의료 영상과 전이 학습을 봅니다."), paper("2", "Other", "")]
    assert not Index.build(papers, packaged_terms()).understand(parse_query(word)).corrections
