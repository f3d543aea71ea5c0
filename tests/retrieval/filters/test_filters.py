from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.index.index import Index
from retrieval.paper import Appearance, Paper, SummaryPoint
from retrieval.query.query import parse_query
from tests.retrieval.papers import HOSTILE, paper, seed_papers

TODAY = date(2024, 6, 14)
FILLERS = tuple(paper(f"filler{number}", f"unrelated {number}", "딴 이야기", day="2020-01-01") for number in range(9))
"""Keep what the tests are about rare, as it is in a corpus."""


def index_of(*papers: Paper) -> Index:
    return Index.build([*papers, *FILLERS])


def found(index: Index, text: str) -> list[str]:
    ranking = index.search(parse_query(text, TODAY), 1_000)
    assert len(ranking.hits) == ranking.total
    return [arxiv_id for arxiv_id, _ in ranking.hits if not arxiv_id.startswith("filler")]


def texts(*points: str) -> Index:
    """An index of papers "1", "2", … with a summary of one point each."""
    return index_of(*(paper(str(number), "", point) for number, point in enumerate(points, 1)))


def appearing(arxiv_id: str, *days: tuple[str, int | None]) -> Paper:
    appearances = tuple(Appearance(date.fromisoformat(day), votes, 1) for day, votes in days)
    return replace(paper(arxiv_id, "robot"), appearances=appearances)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"강화 학습"', ["1", "2", "3", "4"]),
        ('"강화학습"', ["1", "2", "3", "4"]),
        ('"강 화학습"', ["1", "2", "3", "4"]),
        ('"강화 학습" 로봇', ["4"]),
        ('"학습 강화"', ["5"]),
        ("로봇 -강화학습", []),
        ('모델 -"강화 학습"', ["6", "7"]),
        ("모델 -강화", ["7"]),
    ],
)
def test_a_phrase_of_hangul_is_found_however_it_is_spaced(text: str, expected: list[str]) -> None:
    index = texts(
        "강화학습을 쓴다", "심층 강화 학습", "(강화) 학습!", "강화학습 로봇", "학습 강화", "강화 모델 학습", "학습 모델"
    )
    assert sorted(found(index, text)) == sorted(expected)
    assert found(index, text)[:1] == expected[:1] or "로봇" not in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"language model"', ["1", "2", "3"]),
        ('"LANGUAGE Model"', ["1", "2", "3"]),
        ('"language models"', ["2"]),
        ('"language-model"', ["1", "2", "3"]),
        ('"a language"', ["1"]),
        ('"model"', ["1", "2", "3", "4", "5", "7", "11"]),
        ('"models"', ["2"]),
        ('"language model을"', ["3"]),
        ('"model 언어"', ["7"]),
        ('"remodel"', ["6"]),
        ('"C++ code"', ["8"]),
        ('"version 4.5"', ["9"]),
        ('"version 4 5"', []),
        ('"what\'s new"', ["10"]),
        ("model -language", ["5", "7"]),
        ("model -models", []),
        ('model -"language model"', ["4", "5", "7", "11"]),
    ],
)
def test_a_phrase_of_latin_is_of_whole_words_the_last_perhaps_in_the_plural(text: str, expected: list[str]) -> None:
    index = texts(
        "a language model",
        "Language\nModels",
        "language-model을",
        "model of language",
        "model",
        "language remodel",
        "LLM model언어",
        "C++ code",
        "version 4.5",
        "What's new",
        "sublanguage model, language",
    )
    assert sorted(found(index, text), key=int) == expected


def test_a_phrase_does_not_go_over_the_end_of_a_point() -> None:
    index = index_of(
        paper("1", "graph", "network"),
        paper("2", "other", "graph", "network"),
        paper("3", "graph network", "x"),
        paper("4", "other", "graph\nnetwork"),
    )
    assert sorted(found(index, '"graph network"')) == ["3", "4"]


def test_the_words_that_a_paper_has_under_a_label_are_its_own() -> None:
    labelled = replace(paper("1", "robot"), points=(SummaryPoint("Ablation Study", "text"),))
    index = index_of(labelled, paper("2", "robot"))
    assert found(index, '"ablation study"') == ["1"]
    assert found(index, "robot -ablation") == ["2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title:diffusion", ["1", "2"]),
        ("title:video", ["2"]),
        ("title:videos", ["2"]),
        ('title:"video diffusion"', ["2"]),
        ('title:"diffusion video"', []),
        ("title:diffusion title:video", ["2"]),
        ("title:비디오확산", ["4"]),
        ("diffusion -title:diffusion -title:확산", ["3"]),
        ("title:diff", []),
    ],
)
def test_title_looks_at_titles_only(text: str, expected: list[str]) -> None:
    index = index_of(
        paper("1", "Diffusion", "video", day="2024-01-03"),
        paper("2", "Video-Diffusions", day="2024-01-02"),
        paper("3", "Other", "diffusion video", day="2024-01-01"),
        paper("4", "비디오 확산", day="2023-01-01"),
    )
    assert found(index, text) == expected


def test_a_paper_is_of_every_day_on_which_it_appeared() -> None:
    index = index_of(
        appearing("1", ("2024-01-31", 5), ("2024-03-01", 50)),
        appearing("2", ("2024-02-01", 5)),
        appearing("3", ("2024-02-29", 5)),
    )
    assert found(index, "date:2024-02") == ["3", "2"]
    assert found(index, "date:2024-01") == found(index, "robot until:2024-01") == ["1"]
    assert found(index, "date:2024-01-31..2024-02-01") == ["1", "2"]
    assert found(index, "since:2024-02") == ["1", "3", "2"]
    assert found(index, "since:2024-02 until:2024-02-15") == ["2"]
    assert found(index, "date:2024-01..2024-03 -date:2024-03") == ["3", "2"]
    assert found(index, "date:2024-01 date:2024-03") == []
    assert found(index, "since:2024-07-01") == []


def test_votes_are_the_newest_that_are_known() -> None:
    index = index_of(
        appearing("1", ("2024-01-01", 50), ("2024-02-01", 5)),
        appearing("2", ("2024-01-01", 20), ("2024-02-01", None)),
        appearing("3", ("2024-01-03", None)),
        appearing("4", ("2024-01-04", 0)),
    )
    assert found(index, "votes:>=20") == ["2"]
    assert found(index, "votes:<20") == ["1", "4"]
    assert found(index, "votes:5..20 robot") == ["2", "1"]
    assert found(index, "votes:0") == ["4"]
    assert found(index, "robot -votes:>=0") == ["3"]
    assert found(index, "robot sort:votes") == found(index, "since:2024 sort:votes") == ["2", "1", "4", "3"]


@pytest.mark.parametrize(
    ("point", "has_code"),
    [
        ("코드는 https://github.com/foo/bar에서", True),
        ("see GITHUB.COM/foo", True),
        ("https://www.github.com/foo/bar.", True),
        ("(https://gitlab.example.org/foo/bar)", True),
        ("https://huggingface.co/foo/bar", True),
        ("https://hf.co/spaces/foo", True),
        ("https://bitbucket.org/foo/bar", True),
        ("https://codeberg.org/foo/bar", True),
        ("코드는 GitHub에 있다", False),
        ("https://github.com/", False),
        ("https://notgithub.com/foo/bar", False),
        ("https://foo.github.io/bar", False),
        ("https://huggingface.co/papers/2402.08609", False),
        ("https://example.org/foo", False),
    ],
)
def test_code_is_a_link_to_a_repository(point: str, has_code: bool) -> None:
    index = texts("robot", f"robot {point}")
    assert found(index, "robot has:code") == (["2"] if has_code else [])
    assert found(index, "robot 코드:없음") == (["1"] if has_code else ["1", "2"])


@pytest.fixture(scope="module")
def authors() -> Index:
    return index_of(
        paper("1", "diffusion", "요약", authors=("Yann LeCun", "Kun Fang", "Wei Liu"), day="2024-01-01", votes=9),
        paper("2", "world model", "요약", authors=("Yann LeCun",), day="2024-03-01", votes=1),
        paper("3", "diffusion", "요약", authors=("Kun Li", "Yann Fang"), day="2024-02-01", votes=5),
        paper("4", "by Yann LeCun", "world", authors=("Geoffrey E. Hinton", "Li Liang"), day="2024-02-03"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("author:lecun", ["2", "1"]),
        ("author:Yann", ["2", "3", "1"]),
        ('author:"LeCun, Yann"', ["2", "1"]),
        ('author:"Kun Fang"', ["1"]),
        ("author:kun author:fang", ["3", "1"]),
        ("author:hint", ["4"]),
        ('author:"g hinton"', ["4"]),
        ("author:li", ["4", "3"]),
        ("author:inton", []),
        ("author:lecun diffusion", ["1"]),
        ("author:lecun sort:votes", ["1", "2"]),
        ("author:lecun -author:fang", ["2"]),
        ("diffusion -author:lecun", ["3"]),
        ("author:Yann LeCun", ["2", "1"]),
        ("author:Yann LeCun world model", ["2"]),
        ("author:Yann diffusion", ["1", "3"]),
        ("author:nobody diffusion", []),
        ("Yann LeCun since:2024-02", ["2"]),
        ("Yann LeCun -diffusion", ["2"]),
        ('"Yann LeCun"', ["2", "1"]),
        ('"Yann LeCun" world', ["2", "4"]),
        ('world -"Yann LeCun"', []),
    ],
)
def test_authors_are_found_by_parts_of_their_names(authors: Index, text: str, expected: list[str]) -> None:
    order = sorted if "diffusion" in text or "world" in text else list
    assert order(found(authors, text)) == order(expected)


def test_words_that_belong_to_a_name_are_neither_searched_nor_corrected(authors: Index) -> None:
    query = parse_query("author:Yann LeCun world")
    assert "lecun" not in dict(authors.weighted_terms(query))
    assert authors.corrections(query) == ()


def test_conditions_alone_list_what_meets_them_newest_first() -> None:
    index = index_of(
        paper("1", "alpha", "https://github.com/a/b", day="2024-01-01", votes=9),
        paper("2", "beta", "https://github.com/a/b", day="2024-01-03", votes=1),
        paper("3", "gamma", day="2024-01-02", votes=5),
    )
    assert found(index, "since:2024") == ["2", "3", "1"]
    assert found(index, "has:code 논문 보여줘") == ["2", "1"]
    assert found(index, "since:2024 sort:votes") == found(index, "sort:votes") == ["1", "3", "2"]
    assert found(index, "since:2024 sort:relevance") == found(index, "sort:date") == ["2", "3", "1"]
    assert found(index, "-beta") == ["3", "1"]
    assert found(index, "논문 보여줘") == []
    page = index.search(parse_query("since:2024"), 1, 1)
    assert (page.hits, page.total) == ((("3", 1.0),), 3)


def test_an_order_other_than_relevance_takes_papers_with_all_words() -> None:
    index = index_of(
        paper("1", "robot", "강화 학습", day="2024-01-01", votes=1),
        paper("2", "robot", "강화학습", day="2024-01-02", votes=2),
        paper("3", "robot", "학습을 강화", day="2024-01-04", votes=9),
        paper("4", "robots", "지도 학습", day="2024-01-03", votes=8),
    )
    assert set(found(index, "강화학습 robot")) == {"1", "2"}
    assert found(index, "강화학습 robot sort:votes") == ["2", "1"]
    assert found(index, "강화학습을 이용한 robot 논문 sort:date") == ["2", "1"]
    assert found(index, "robot sort:date") == ["3", "4", "2", "1"]
    assert found(index, "robot quantum sort:date") == []
    assert found(index, "quantum sort:date") == []


def test_pages_of_a_filtered_ranking_are_parts_of_one() -> None:
    index = Index.build(seed_papers())
    for text in ("모델 -언어 since:2024-01-24", '"언어 모델" 학습', "모델 sort:votes", "votes:>5 sort:votes"):
        query = parse_query(text)
        whole = index.search(query, 1_000)
        pages = [index.search(query, 3, offset) for offset in range(0, whole.total + 3, 3)]
        assert len(whole.hits) == whole.total > 3
        assert tuple(hit for page in pages for hit in page.hits) == whole.hits
        assert {page.total for page in pages} == {whole.total}
        assert all(score > 0 for _, score in whole.hits)


def test_an_id_is_found_only_where_the_conditions_hold() -> None:
    index = Index.build([paper("2402.08609", "robot", "-", day="2024-02-14", votes=19)])
    assert found(index, '"2402.08609"') == found(index, "2402.08609 votes:>10 -diffusion") == ["2402.08609"]
    assert found(index, "2402.08609 votes:>20") == []


WORDS = st.sampled_from(
    ["강화", "학습", "강화학습", "언어모델", "이", "LLM", "model", "models", "deep", "deep-rl", "memory"]
)
GAPS = st.sampled_from([" ", " ", " ", ", ", "\n", "-"])


@st.composite
def sentences(draw: st.DrawFn, most: int) -> str:
    pieces = draw(st.lists(WORDS, min_size=1, max_size=most))
    return pieces[0] + "".join(draw(GAPS) + piece for piece in pieces[1:])


def literally(phrase: str) -> re.Pattern[str]:
    """The phrase as an expression over the text as it was written."""
    pieces = re.findall(r"[가-힣]|[^\W가-힣]+", phrase)
    gaps = [r"[\W_]+" if before.isascii() and after.isascii() else r"[\W_]*" for before, after in pairwise(pieces)]
    body = "".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=True))
    if pieces[-1].isascii():
        body = body[:-1] + "(?:y|ies)" if body.endswith("y") else body
        body += "(?:(?<!s)s)?(?![a-z])" if len(pieces[-1]) > 3 else "(?![a-z])"
    return re.compile(("(?<![a-z])" if pieces[0].isascii() else "") + body, re.IGNORECASE)


@settings(max_examples=300, deadline=None)
@given(st.lists(sentences(8), min_size=1, max_size=6), sentences(3))
def test_a_phrase_is_in_just_those_texts_that_have_it_literally(points: list[str], phrase: str) -> None:
    index = texts(*points)
    expected = [str(number) for number, point in enumerate(points, 1) if literally(phrase).search(point)]
    query = f'"{phrase}" since:2000'
    assert sorted(found(index, query)) == expected
    everything = [str(number) for number in range(1, len(points) + 1)]
    excluded = found(index, f'-"{phrase}"')
    assert sorted([*excluded, *expected]) == everything


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(
    "text", ['"a b"', "-a", "author:a", "title:a", "since:2024", "votes:>1", "has:code", "sort:votes", "a sort:date"]
)
def test_conditions_work_on_a_small_corpus(number: int, text: str) -> None:
    index = Index.build([paper("1", "robot")][:number])
    assert index.search(parse_query(text), 10).total <= number


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_conditions_and_texts_do_no_harm(text: str) -> None:
    index = Index.build([paper("1", text, text, text, authors=(text,)), paper("2", "robot")])
    for query in (f'"{text}"', f'-"{text}" robot', f"title:{text}", f"author:{text}", f"{text} sort:votes"):
        ranking = index.search(parse_query(query), 10)
        assert len(ranking.hits) == min(10, ranking.total)
