"""Words that stand together, found by their places and looked for in the texts themselves."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.analysis.pieces import spaced
from retrieval.analysis.terms import terms
from retrieval.filters.wordings import Wordings
from retrieval.inverted_index.bm25 import BM25
from retrieval.inverted_index.positions import Piece, Positions
from retrieval.inverted_index.renumbering import Renumbering

Texts = Sequence[Sequence[str]]
"""The title and the points of each document."""


def positions_of(texts: Texts) -> Positions:
    return Positions(map(spaced, parts) for parts in texts)


def wordings(texts: Texts) -> Wordings:
    bm25 = BM25([term for part in parts for term in terms(part)] for parts in texts)
    return Wordings(positions_of(texts), bm25, len(texts))


def saying(texts: Texts, words: tuple[str, ...]) -> list[int]:
    return np.flatnonzero(wordings(texts).saying([words])).tolist()


@pytest.mark.parametrize(
    ("words", "text", "said"),
    [
        (("비디오", "생성"), "비디오 생성 모델", True),
        (("비디오", "생성"), "비디오를 생성합니다", True),
        (("비디오", "생성"), "비디오에서 생성합니다", True),
        (("비디오", "생성"), "긴비디오생성", True),
        (("비디오", "생성"), "비디오에서의 생성", False),
        (("비디오", "생성"), "비디오 LLM 생성", False),
        (("비디오", "생성"), "생성 비디오", False),
        (("강화학습",), "강화 학습을 한다", True),
        (("강화학습",), "강화 모델 학습", False),
        (("로봇", "팔"), "로봇의 팔이", True),
        (("flash", "attention"), "Flash-Attention kernels", True),
        (("flash", "attention"), "flash attentions", True),
        (("flash", "attention"), "flashes attention", False),
        (("flash", "attention"), "flash 어텐션 attention", False),
        (("flash", "attention"), "FlashAttention", False),
        (("텍스트", "speech"), "텍스트를 speech 로", True),
        (("텍스트", "speech"), "텍스트speech", True),
        (("텍스트", "speech"), "텍스트입니다만 speech", False),
        (("gpt", "성능"), "GPT의 성능", True),
        (("gpt", "성능"), "GPT의 높은 성능", False),
        (("gpt", "4.5"), "GPT-4.5", True),
        (("gpt", "4.5"), "GPT 4 5", False),
        (("漢字", "인식"), "漢字를 인식", True),
    ],
)
def test_words_follow_one_another_with_at_most_a_particle_between_them(
    words: tuple[str, ...], text: str, said: bool
) -> None:
    assert saying([["", "다른 글", text], ["", "other"]], words) == ([0] if said else [])


def test_nothing_goes_on_from_a_title_or_a_point_or_a_paper_into_the_next() -> None:
    parts = ["graph", "network 비디오", "생성 graph", "network"]
    assert saying([parts, ["network"]], ("graph", "network")) == []
    assert saying([["비디오"], ["생성"], parts], ("비디오", "생성")) == []


def test_a_pair_of_syllables_is_sought_apart_from_a_word_that_it_is_only_the_seam_of() -> None:
    found = wordings([["강화학습"], ["화학 반응"], ["강화학습과 화학"], ["변화학습"], ["강화학회"]])
    assert found.apart("화학", [("강", "습")]).tolist() == [1, 2, 3, 4]


WORDS = st.sampled_from(
    ["강화", "학습", "강화학습", "화학", "를", "이", "에서의", "로봇", "model", "models", "deep", "4.5", "漢"]
)
PARTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", "", "-", ". "])), max_size=7).map(
    lambda pieces: "".join(map("".join, pieces))
)
DOCUMENTS = st.lists(st.lists(PARTS, min_size=1, max_size=3), max_size=5)
SOUGHT = st.lists(st.sampled_from(["강화학습", "학습", "로봇", "이", "model", "deep", "4.5"]), min_size=2, max_size=3)


def literally(words: Sequence[str]) -> re.Pattern[str]:
    """The words as an expression over the text as it was written."""
    *before, last = (r"[\W_]*".join(word) if _is_hangul(word) else _whole(word) for word in words)
    last += "s?" if words[-1].isalpha() and words[-1].isascii() else ""
    last += "" if _is_hangul(words[-1]) else _NO_MORE
    gaps = [
        r"(?:[\W_]*[가-힣]){0,2}[\W_]*" if _is_hangul(one) or _is_hangul(other) else r"[\W_]+"
        for one, other in pairwise(words)
    ]
    return re.compile("".join(piece + gap for piece, gap in zip(before, gaps, strict=True)) + last)


_NO_MORE = r"(?![a-z\d]|\.\d)"


def _is_hangul(word: str) -> bool:
    return not word.isascii()


def _whole(word: str) -> str:
    return rf"(?<![a-z\d.]){re.escape(word)}"


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS, SOUGHT)
def test_words_are_in_just_those_texts_that_have_them_so(texts: Texts, words: list[str]) -> None:
    pattern = literally(words)
    pairs = [word for word in words if len(word) == 2]  # which count only where no space parts them
    expected = [
        number
        for number, parts in enumerate(texts)
        if any(map(pattern.search, parts)) and all(any(pair in terms(part) for part in parts) for pair in pairs)
    ]
    assert saying(texts, tuple(words)) == expected


def everything(positions: Positions) -> list[list[int]]:
    pieces = ["강화", "화학", "학습", "이", "漢", "model", "models", "deep", "4.5", "nothing"]
    pairs = [(Piece((one,)), Piece((other,), (1, 2, 4))) for one in pieces for other in pieces]
    found = [positions.documents(pair).tolist() for pair in pairs]
    return found + [positions.documents([Piece((one,))], title=True).tolist() for one in pieces]


@settings(max_examples=100, deadline=None)
@given(DOCUMENTS, DOCUMENTS, st.data())
def test_positions_brought_up_to_date_are_those_of_the_last_texts(old: Texts, new: Texts, data: st.DataObject) -> None:
    stays = data.draw(st.lists(st.booleans(), min_size=len(old), max_size=len(old)))
    kept = [parts for parts, stay in zip(old, stays, strict=True) if stay]
    keys = sorted(data.draw(st.lists(st.integers(0, len(old)), min_size=len(new), max_size=len(new))))
    move = Renumbering.of(np.array(stays, np.bool_), [key - 0.5 for key in keys], lambda number: number)
    last = move.listed(old, new)
    assert len(last) == len(kept) + len(new)
    updated = positions_of(old).updated(move, positions_of(new))
    assert everything(updated) == everything(positions_of(last))


def test_positions_that_were_kept_in_a_file_find_the_same() -> None:
    positions = positions_of([["강화 학습", "deep models"], ["model", "이 漢"]])
    assert everything(pickle.loads(pickle.dumps(positions, protocol=5))) == everything(positions)  # noqa: S301
