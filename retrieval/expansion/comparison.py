"""What a query only compares with: 큰 모델보다, faster than transformers, o1처럼. Papers may well name other things."""

from __future__ import annotations

from itertools import pairwise

from retrieval.analysis.terms import Word
from retrieval.query.query import Query

_AFTER, _BEFORE = ("보다", "처럼"), ("than", "like")
_SHORTEST = 2  # syllables before 보다, which is a verb by itself


def compared(query: Query) -> frozenset[Word]:
    """The words of what `query` is about that it only compares with."""
    found = {word for word in query.words if word.text[_SHORTEST:].endswith(_AFTER)}
    for word, following in pairwise(query.words):
        if following.text in _AFTER and word.end == following.start:
            found.add(word)
        if word.text in _BEFORE:
            found.add(following)
    return frozenset(query.subject) & found
