"""Which papers are just what a query asks for, as those who follow it want to hear of."""

from __future__ import annotations

import pytest

from retrieval.index.index import Index
from retrieval.query.query import parse_query
from tests.retrieval.papers import paper

PAPERS = [
    paper("2401.00001", "Robot Learning", "강화학습(Reinforcement Learning)으로 로봇을 가르칩니다."),
    paper("2401.00002", "Games", "강화학습(Reinforcement Learning)으로 게임을 합니다."),
    paper("2401.00003", "Reinforcement Learning for a Robot Arm", "A robot arm is trained.", authors=("Ada Byron",)),
    paper("2401.00004", "Video Diffusion", "확산 모델(Diffusion Model)로 비디오를 만듭니다."),
    paper("2401.00005", "Diffusion Models for Images", "A diffusion model makes images."),
    paper("2401.00006", "Audio", "확산 모델(Diffusion Model)로 소리를 만듭니다."),
]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.build(PAPERS)


def matching(index: Index, query: str) -> set[str]:
    return {arxiv_id[-1] for arxiv_id in index.matching(parse_query(query), index.ids)}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("강화학습", "123"),
        ("강화 학습", "123"),
        ("강화학습 게임", "2"),
        ("reinforcement learning", "123"),
        ("robot arm", "3"),
        ("강화학습 -게임", "13"),
        ("확산 모델", "456"),
        ("확산 모델 비디오", "4"),
        ('"diffusion models"', "5"),
        ("author:Byron", "3"),
        ("Ada Byron", "3"),
        ("2401.00002", "2"),
        ("title:robot", "13"),
        ("quantum", ""),
        ("reinforcement quantum", ""),
        ("", ""),
        ("sort:date", ""),
    ],
)
def test_a_paper_matches_if_it_has_all_that_the_query_says(index: Index, query: str, found: str) -> None:
    assert matching(index, query) == set(found)


def test_only_the_papers_that_are_asked_about_are_looked_at(index: Index) -> None:
    assert index.matching(parse_query("강화학습"), ["2401.00002", "2401.00004", "9999.99999"]) == {"2401.00002"}


def test_what_is_surely_misspelt_is_matched_as_it_is_searched(index: Index) -> None:
    assert matching(index, "difusion") == matching(index, "diffusion") == set("456")


def test_a_new_word_is_not_taken_for_one_that_looks_like_it(index: Index) -> None:
    assert matching(index, "diffusor") == set()
