"""What a query says that papers should do without: RAG 없이, tokenizer-free, without supervision."""

from __future__ import annotations

from retrieval.analysis.terms import Word
from retrieval.lazy_regex import lazy_regex
from retrieval.query.query import Query

_AFTER = lazy_regex("없이도?|없는|말고|빼고|free")
_BEFORE = lazy_regex("without")


def negated(query: Query) -> frozenset[Word]:
    """The words of what `query` is about that papers should go without."""
    found: set[Word] = set()
    for word, following, after in zip(query.words, query.words[1:], (*query.words[2:], None), strict=False):
        if _AFTER.fullmatch(following.text) and word in query.subject:
            found.add(word)
        if _BEFORE.fullmatch(word.text) and following in query.subject and after not in query.subject:
            found.add(following)  # of several words (without real videos) one alone is not what is unwanted
    return frozenset(found)
