from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.index.index import Index
from retrieval.index.ranking import Ranking
from retrieval.query.query import parse_query
from tests.retrieval.papers import HOSTILE, paper, seed_papers


@pytest.fixture(scope="module")
def seeds() -> Index:
    return Index.build(seed_papers())


def found(index: Index, text: str, limit: int = 10, offset: int = 0) -> list[str]:
    return [arxiv_id for arxiv_id, _ in index.search(parse_query(text), limit, offset).hits]


@pytest.mark.parametrize(
    ("text", "arxiv_id"),
    [
        ("mixture of experts deep RL", "2402.08609"),
        ("Mixtures of Experts Unlock Parameter Scaling for Deep RL", "2402.08609"),
        ("텍스트 음성 변환 모델", "2402.08093"),
        ("RingAttention 긴 비디오", "2402.08268"),
        ("which paper is about a text-to-speech model with a billion parameters?", "2402.08093"),
    ],
)
def test_words_find_the_paper_they_are_about(seeds: Index, text: str, arxiv_id: str) -> None:
    assert found(seeds, text)[0] == arxiv_id


def test_a_question_finds_what_its_bare_term_finds(seeds: Index) -> None:
    assert (
        found(seeds, "강화 학습")
        == found(seeds, "강화 학습을 이용한 논문은?")
        == found(seeds, "강화 학습 관련 연구 알려줘")
    )


@pytest.mark.parametrize("text", ["모델", "diffusion", "votes:>20", "모델 votes:>20", "no such words"])
def test_a_limit_of_none_finds_none_and_counts_all(seeds: Index, text: str) -> None:
    whole = seeds.search(parse_query(text), 10)
    assert seeds.search(parse_query(text), 0) == Ranking((), whole.total)


def test_pages_are_parts_of_one_ranking(seeds: Index) -> None:
    whole = seeds.search(parse_query("모델"), 1_000)
    pages = [seeds.search(parse_query("모델"), 5, offset) for offset in range(0, whole.total + 5, 5)]
    assert len(whole.hits) == whole.total > 20
    assert tuple(hit for page in pages for hit in page.hits) == whole.hits
    assert {page.total for page in pages} == {whole.total}
    assert all(score > 0 for _, score in whole.hits)


@pytest.mark.parametrize("query", ["강화학습", "강화학습을 쓴 논문"])
def test_what_only_the_seam_of_two_words_spells_is_not_found(query: str) -> None:
    chemistry, learning, others = (
        paper("1", "A", "화학 반응"),
        paper("2", "B", "지도 학습"),
        ("그림", "소리", "언어", "로봇"),
    )
    index = Index.build([chemistry, learning, *(paper(f"{n}", "C", text) for n, text in enumerate(others, 3))])
    assert found(index, query) == []
    assert [arxiv_id for arxiv_id, _ in index.search(parse_query(query), 9, loose=True).hits] == ["2"]
    assert found(index, "화학") == ["1"]


def test_words_of_the_title_count_more_than_those_of_the_summary() -> None:
    index = Index.build(
        [
            paper("1", "alpha beta", "gamma delta"),
            paper("2", "gamma delta", "alpha beta"),
            paper("3", "other", "words"),
            paper("4", "more", "of them"),
            paper("5", "and", "more"),
        ]
    )
    assert found(index, "gamma delta") == ["2", "1"]


def test_equal_scores_go_by_votes_then_day_then_id() -> None:
    others = [paper(f"other{number}", f"something else {number}") for number in range(9)]
    same = [
        paper("2401.00004", "robot", day="2024-01-02", votes=None),
        paper("2401.00003", "robot", day="2024-01-01", votes=0),
        paper("2401.00002", "robot", day="2024-01-01", votes=7),
        paper("2401.00005", "robot", day="2024-01-03", votes=7),
        paper("2401.00001", "robot", day="2024-01-01", votes=7),
    ]
    expected = ["2401.00005", "2401.00001", "2401.00002", "2401.00003", "2401.00004"]
    assert found(Index.build([*others, *same]), "robot") == expected
    assert found(Index.build([*reversed(same), *others]), "robot", 2, 1) == expected[1:3]


def test_an_id_finds_its_paper_and_only_it(seeds: Index) -> None:
    assert seeds.search(parse_query("https://arxiv.org/abs/2402.08609v1"), 10).hits == (("2402.08609", 1.0),)
    assert seeds.search(parse_query("2402.08609"), 10, 1).hits == ()
    assert seeds.search(parse_query("2402.99999"), 10).total == 0


@pytest.fixture(scope="module")
def authors() -> Index:
    return Index.build(
        [
            paper("1", "First", "요약", authors=("Soledad López Gambino", "Kun Fang"), day="2024-01-01", votes=9),
            paper("2", "Second", "요약", authors=("Kun Fang", "Johan Obando-Ceron"), day="2024-03-01"),
            paper("3", "Third", "요약", authors=("Fang Kun", "Seán O’Brien"), day="2024-02-01"),
            paper("4", "Fourth", "Hinton의 방법", authors=("Yann LeCun", "Geoffrey Hinton"), day="2024-02-01"),
            paper("5", "Fifth", "요약", authors=("Will Smith", "김철수", "Ольга Иванова"), day="2024-02-02"),
            paper("6", "Sixth", "요약", authors=("Łukasz Kaiser", "Geoffrey Hinton"), day="2024-02-03"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kun Fang", ["2", "1"]),
        ("fang kun", ["3"]),
        ("Gambino Soledad Lopez", ["1"]),
        ("SOLEDAD LOPEZ GAMBINO", ["1"]),
        ("papers by Johan Obando Ceron", ["2"]),
        ("Obando-Ceron, Johan", ["2"]),
        ("Sean O'Brien의 논문", ["3"]),
        ("sean obrien", ["3"]),
        ("Kun Fang이 쓴 논문 찾아줘", ["2", "1"]),
        ("Will Smith", ["5"]),
        ("Иванова Ольга", ["5"]),
        ("lukasz kaiser", ["6"]),
    ],
)
def test_a_full_name_finds_that_authors_papers_newest_first(authors: Index, text: str, expected: list[str]) -> None:
    assert found(authors, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("LeCun", ["4"]), ("LeCun 논문", ["4"]), ("김철수", ["5"])])
def test_a_last_name_that_no_text_has_finds_its_papers(authors: Index, text: str, expected: list[str]) -> None:
    assert found(authors, text) == expected


def test_a_last_name_that_a_text_has_is_a_word_like_others(authors: Index) -> None:
    assert found(authors, "Hinton") == ["4"]
    assert found(authors, "Geoffrey Hinton") == ["6", "4"]


def test_every_author_of_the_seeds_is_found_in_both_orders(seeds: Index) -> None:
    for each in seed_papers():
        for name in each.authors:
            if len(name.split()) > 1:
                assert each.arxiv_id in found(seeds, name, 100)
                assert found(seeds, " ".join(reversed(name.lower().split())), 100)


def test_suggestions_begin_with_what_is_typed_then_hold_it_then_match_it() -> None:
    index = Index.build(
        [
            paper("2401.00001", "Video Diffusion", day="2024-01-01"),
            paper("2401.00002", "A Video-Language Model", day="2024-01-02"),
            paper("2401.00003", "Language Models for Long Videos", day="2024-01-03"),
            paper("2402.00004", "Lumière: Light", "비디오 생성 모델", day="2024-01-04"),
            paper("2402.00005", "Revideo arXiv", day="2024-01-05"),
        ]
    )

    def ids(text: str, limit: int = 25) -> list[str]:
        return [arxiv_id[-1] for arxiv_id, _ in index.suggest(text, limit)]

    assert ids("") == ids("  ") == ["5", "4", "3", "2", "1"]
    assert ids("", 2) == ["5", "4"]
    assert ids("vid") == ["1", "3", "2"]
    assert ids("vid", 1) == ["1"]
    assert ids("VIDEO lang") == ["2", "3", "1"]
    assert ids("lumiere") == ["4"]
    assert ids("LUMIÈRE: li") == ["4"]
    assert ids("2401") == ["3", "2", "1"]
    assert ids("2402.00004") == ids("https://arxiv.org/abs/2402.00004v3") == ["4"]
    assert ids("비디오 생성") == ["4"]
    assert ids("quantum") == []
    assert index.suggest("lumi") == (("2402.00004", "Lumière: Light"),)


def test_a_title_is_known_by_its_words(seeds: Index) -> None:
    for each in seed_papers():
        assert seeds.titled(each.title) == each.arxiv_id
    assert seeds.titled("mixtures of experts, unlock parameter-scaling for deep rl!") == "2402.08609"
    assert seeds.titled("Mixtures of Experts") is None
    assert seeds.titled("") is seeds.titled("…") is None


def test_the_excerpt_is_the_point_that_answers(seeds: Index) -> None:
    each = next(each for each in seed_papers() if each.arxiv_id == "2402.08093")
    query = parse_query("BASE TTS 오디오 샘플은 어디서 들을 수 있어?")
    [excerpt] = seeds.excerpts([each], seeds.understand(query))
    assert excerpt is not None
    assert "https://amazon-ltts-paper.com/" in each.points[excerpt.index].text


def test_words_that_make_a_name_whole_are_no_part_of_a_question() -> None:
    index = Index.build([paper("1", "Robots", "로봇", authors=("Yann LeCun",)), paper("2", "Other", "LeCun")])
    question = index.question(parse_query("author:Yann LeCun 로봇은?"))
    assert [each.sought.ways[0][0] for each in question.asked] == [("로봇",)]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_small_corpus_is_searched_like_a_large_one(number: int) -> None:
    index = Index.build([paper(str(place), "robot learning", "요약", authors=("A B",)) for place in range(number)])
    expected = [str(place) for place in range(number)]
    assert found(index, "robot") == found(index, "a b") == expected
    assert [arxiv_id for arxiv_id, _ in index.suggest("")] == expected
    assert found(index, "quantum") == found(index, "") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_queries_and_texts_do_no_harm(seeds: Index, text: str) -> None:
    query = parse_query(text)
    hostile = Index.build([paper("1", text, text, authors=(text,)), paper("2", "robot")])
    for index in (seeds, hostile):
        ranking = index.search(query, 10)
        assert len(ranking.hits) == min(10, ranking.total)
        assert len(index.suggest(text)) <= 25
        index.titled(text)
    assert hostile.excerpts([paper("1", text, text)], hostile.understand(query)) != [None]
    assert found(hostile, "robot") == ["2"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_any_title_is_found_by_itself(title: str) -> None:
    index = Index.build([paper("1", title), paper("2", "robot"), paper("3", "image"), paper("4", "speech")])
    query = parse_query(title)
    assert not query.terms or found(index, title)[:1] in (["1"], [query.arxiv_id], [])
    assert ("1", title) in index.suggest(title) or not query.words
