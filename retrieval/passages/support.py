"""How much of what one text says another says too."""

from __future__ import annotations

from retrieval.passages.question import Question

_MOST = 4.0  # nats: one rare word that is said in another way must not count for all others


def support(claim: Question, text: str) -> float:
    """The share of the nouns and names of a claim, read as a question, that `text` has in either language, from 0 to 1,
    weighed by how much they tell; 1 where it has none."""
    told = [
        (min(each.importance, _MOST), have)
        for each, have in zip(claim.asked, claim.covered_by(text), strict=True)
        if each.topical
    ]
    total = sum(importance for importance, _ in told)
    return sum(importance * have for importance, have in told) / total if total else 1.0
