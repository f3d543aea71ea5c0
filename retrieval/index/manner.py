"""How made-up summaries are written: of anything and nothing, in the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from retrieval.lazy_regex import lazy_regex

_FEW = 10  # summaries that are too few to learn a manner from
_PRIOR = 1.0  # summaries with a word that count for its being neither of the one kind nor of the other
_NEGLIGIBLE = 0.05  # made-up summaries that a word is expected in: none of them having it says nothing
_MIN_DISTANCE = 2.0  # standard deviations between the two kinds: where they are nearer, they are written alike
_LEAST_EVIDENCE = -5.0
MOST_EVIDENCE = 8.0  # words are not independent: no sum of them is surer than that

_WORD = lazy_regex(r"\w+")


@dataclass(frozen=True, slots=True)
class Manner:
    """What the words of a summary say of whether it is made up.

    As in a naive Bayes classifier, each counts by how many times as frequent it is in made-up summaries. The sums, each
    over the root of the number of its words, are taken for normal, and as wide in both kinds of summaries: so the
    logarithm of the ratio of their densities is a line, with `_slope`, that is 0 at `_middle`.
    """

    _held: Mapping[str, int]
    _expected: Mapping[str, float]
    _slope: float
    _middle: float

    @classmethod
    def learn(cls, made_up: Sequence[str], others: Sequence[str]) -> Manner:
        """What parts the texts of `made_up` summaries from `others`, nearly all of which are not: nothing, where there
        are too few, or where they are written alike."""
        if min(len(made_up), len(others)) < _FEW:
            return cls({}, {}, 0.0, 0.0)
        held = Counter(word for text in made_up for word in _words(text))
        all_held = held + Counter(word for text in others for word in _words(text))
        part = len(made_up) / (len(made_up) + len(others))
        expected = {word: part * often for word, often in all_held.items()}
        kept = {word: often for word, often in expected.items() if word in held or often >= _NEGLIGIBLE}
        words = cls(held, kept, 0.0, 0.0)
        slope, middle = _line([words._sum(text, own=True) for text in made_up], [*map(words._sum, others)])
        return cls(held, kept, slope, middle)

    def __bool__(self) -> bool:
        """Whether anything was learnt."""
        return self._slope > 0

    def evidence(self, text: str, *, own: bool = False) -> float:
        """The logarithm of how much likelier the words of `text` are in a made-up summary, between the limits above; 0
        where nothing was learnt.

        A summary that this was learnt from, as made up, is no witness to its `own` words.
        """
        return min(max(self._slope * (self._sum(text, own=own) - self._middle), _LEAST_EVIDENCE), MOST_EVIDENCE)

    def _sum(self, text: str, *, own: bool = False) -> float:
        words = _words(text)
        weights = (
            log((max(0, self._held.get(word, 0) - own) + _PRIOR) / (self._expected[word] + _PRIOR))
            for word in words
            if word in self._expected
        )
        return sum(weights) / sqrt(max(1, len(words)))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _line(made_up: Sequence[float], others: Sequence[float]) -> tuple[float, float]:
    """Fisher's linear discriminant in one dimension: its slope, and where it is 0. The slope is 0 too where the two are
    so near to each other that it tells little."""
    means = [sum(sums) / len(sums) for sums in (made_up, others)]
    squares = sum((one - mean) ** 2 for sums, mean in zip((made_up, others), means, strict=True) for one in sums)
    variance = squares / (len(made_up) + len(others) - 2) or 1.0
    distance = means[0] - means[1]
    return (distance / variance if distance >= _MIN_DISTANCE * sqrt(variance) else 0.0), sum(means) / 2
