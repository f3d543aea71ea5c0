"""Questions for tests, as an index of a few papers would understand them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retrieval.analysis.terms import terms
from retrieval.expansion.spelling import Correction
from retrieval.glossary.glossary import Expansion
from retrieval.paper import Paper
from retrieval.passages.concepts import Question, understand
from retrieval.query.query import parse_query

DOCUMENTS = 1000


def ask(
    text: str,
    papers: Iterable[Paper] = (),
    *,
    translations: Sequence[tuple[str, str]] = (),
    corrections: Sequence[tuple[str, str, float]] = (),
) -> Question:
    """`text` asked of `papers` among `DOCUMENTS` others that have none of its words.

    `translations` are of stretches of it, `corrections` of its words, with how similar they are.
    """
    documents = [
        {*terms(paper.title), *(term for point in paper.points for term in terms(point.text))} for paper in papers
    ]
    return understand(
        parse_query(text),
        [Expansion(source, translation, 1.0) for source, translation in translations],
        [Correction(original, tuple(terms(other)), weight, True) for original, other, weight in corrections],
        lambda term: sum(term in document for document in documents),
        DOCUMENTS,
    )
