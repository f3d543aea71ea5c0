"""Questions for tests, asked of a few papers among others that speak of something else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from retrieval.index.index import Index
from retrieval.paper import Paper
from retrieval.passages.passages import Answers, Passage, best_answers
from retrieval.passages.question import Question
from retrieval.query.query import parse_query
from tests.retrieval.papers import paper

OTHERS = 300
_SYLLABLES = "뀨뷁쀼쮸쿄튜퓨휴갸냐댜랴먀뱌샤쟈챠캬탸퍄"


def _other(number: int) -> Paper:
    """A paper of words that none else has, apart from those that nearly all have."""
    made = "".join(_SYLLABLES[number // 20**place % 20] for place in range(3))
    return paper(
        f"1901.{number:05}",
        f"Filler{number} Models",
        f"본 논문은 {made}을 위한 새로운 모델을 제안합니다.",
        f"데이터로 학습하여 {made}의 성능을 높이는 방법을 평가합니다.",
    )


@cache
def index_of(papers: tuple[Paper, ...]) -> Index:
    return Index.build([*papers, *map(_other, range(OTHERS))])


def understood(text: str, papers: Sequence[Paper] = ()) -> Question:
    return index_of(tuple(papers)).question(parse_query(text))


def answers(text: str, papers: Sequence[Paper], limit: int = 3) -> Answers:
    """What `papers` and the others say to a question."""
    index, query = index_of(tuple(papers)), parse_query(text)
    found = {each.arxiv_id: each for each in papers}
    ranked = index.candidates(query, 14).hits
    known = [(found[arxiv_id], score) for arxiv_id, score in ranked if arxiv_id in found]
    return best_answers(known, index.question(query), limit)


def passages(text: str, papers: Sequence[Paper], limit: int = 3) -> tuple[Passage, ...]:
    """The passages of `papers` that answer a question."""
    return answers(text, papers, limit).passages
