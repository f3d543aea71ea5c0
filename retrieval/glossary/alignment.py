"""Which Korean words stand for which English ones: word links learnt from a corpus, and term pairs cut by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from retrieval.analysis.hangul import frame, is_hangul, rough_likeness, sounds_of_hangul, sounds_of_latin
from retrieval.analysis.stemming import stem
from retrieval.glossary.parentheses import Mention
from retrieval.lazy_regex import lazy_regex

_ROUNDS = 3
_UNALIGNED = 0.3, 0.02  # the pull of no word at all: in the first round, where every link is a guess, and later
_ALIKE, _ALIKE_BONUS, _ALIKE_LINK = 0.7, 8.0, 0.5  # from what likeness, and what it counts for
_SPAN = 3  # words by which one side of a pair may be longer
_CLOSED = 0.2  # what a particle leaves of the chance that the words before it belong to the term

# What is left of 'LLM은' between punctuation; and endings after which a noun phrase goes on: 언어의 모델, 제안된 방법.
_PARTICLE = lazy_regex("[은는이가을를의에와과도로]|으로|에서|에게")
_JOINING = ("의", "한", "된", "할", "될")

# Of cutting a term: log-odds, found by reading a hundred cuts.
_PARTICLE_COST, _LENGTH_COST, _FREQUENCY_GAIN = 1.5, 1.3, 0.4
_NO_LINK_TO_ENGLISH, _NO_LINK_TO_KOREAN = 0.03, 0.2
_NO_LINK = 0.0, 0.0


def korean_parts(word: str) -> list[str]:
    """The parts of a Korean word written with hyphens or slashes, lower case."""
    return [part for part in word.lower().replace("/", "-").split("-") if part]


class Sounds:
    """Whether words sound alike, remembering the sounds of each word for as long as this lives."""

    def __init__(self) -> None:
        self._korean: dict[str, tuple[str, str]] = {}
        self._english: dict[str, tuple[str, tuple[str, ...]]] = {}

    def alike(self, korean: str, english: str, least: float = _ALIKE) -> bool:
        """Whether they are more than `least` alike, of 1."""
        initial, sounds = self._of_korean(korean)
        other, readings = self._of_english(english)
        return initial == other != "" and any(rough_likeness(sounds, reading) > least for reading in readings)

    def _of_korean(self, word: str) -> tuple[str, str]:
        known = self._korean.get(word)
        if known is None:
            sounds = sounds_of_hangul(word) if is_hangul(word) and len(word) > 1 else ""
            known = self._korean[word] = frame(sounds)[:1], sounds
        return known

    def _of_english(self, word: str) -> tuple[str, tuple[str, ...]]:
        known = self._english.get(word)
        if known is None:
            readings = sounds_of_latin(word) if len(word) > 2 else ()
            known = self._english[word] = frame(readings[0])[:1] if readings else "", readings
        return known


@dataclass(frozen=True, slots=True)
class WordLinks:
    """How strongly words are linked: `strengths[k, e]` are the shares of e's uses that stand for k, and of k's for e;
    `counts[k, e]` is how many uses that is expected to be.

    Learnt by expectation maximisation (IBM model 1 of Brown et al., 1993, with the nearness of words as a prior).
    """

    strengths: dict[tuple[str, str], tuple[float, float]]
    counts: dict[tuple[str, str], float]


def learn_links(mentions: Sequence[tuple[Mention, tuple[str, ...]]]) -> WordLinks:
    """Word links from mentions, each with the English words it stands for."""
    links: dict[tuple[str, str], int] = {}
    rows: list[tuple[int, int, float]] = []  # an English word in a place, a link, its prior
    places = 0
    for mention, english in mentions:
        window = _window(mention, len(english))
        for word in english:
            rows += [(places, links.setdefault((korean, word), len(links)), prior) for korean, prior in window]
            places += 1
    if not rows:
        return WordLinks({}, {})
    pairs = list(links)
    place, link, prior = (np.array(column) for column in zip(*rows, strict=True))
    korean_of, english_of = (_numbered([pair[side] for pair in pairs]) for side in (0, 1))
    sounds = Sounds()
    alike = np.array([sounds.alike(*pair) for pair in pairs])
    strength = np.where(alike, _ALIKE_BONUS, 1.0)
    for unaligned in (_UNALIGNED[0], *[_UNALIGNED[1]] * (_ROUNDS - 1)):
        share = strength[link] * prior
        share /= np.bincount(place, share)[place] + unaligned
        counts = np.bincount(link, share, len(pairs))
        strength = counts / (np.bincount(english_of, counts)[english_of] + 1)
    back = counts / (np.bincount(korean_of, counts)[korean_of] + 1)
    floor = np.where(alike, _ALIKE_LINK, 0.0)
    strengths = zip(np.maximum(strength, floor).tolist(), np.maximum(back, floor).tolist(), strict=True)
    return WordLinks(dict(zip(pairs, strengths, strict=True)), dict(zip(pairs, counts.tolist(), strict=True)))


def cut(
    korean: Sequence[str], english: Sequence[str], length: int, links: WordLinks, seen: Sequence[int]
) -> tuple[float, int]:
    """The log-odds of the best way to cut a term off the end of `korean`, and the number of words that it takes.

    `english` are the words that the term stands for, none where only their number, `length`, is known. `seen` says
    how often the last word, the last two, and so on stand before the same English term in the whole corpus.
    """
    best = (float("-inf"), 0)
    closest = [0.0] * len(english)
    korean_links, parts, particles = 0.0, 0, 0
    for count, word in enumerate(reversed(korean), 1):
        particles += count > 1 and _closes_phrase(word)
        for part in korean_parts(word):
            parts += 1
            strongest = 0.0 if english else 1.0
            for place, other in enumerate(english):
                to_korean, to_english = links.strengths.get((part, other), _NO_LINK)
                closest[place] = max(closest[place], to_korean)
                strongest = max(strongest, to_english)
            korean_links += log(_NO_LINK_TO_KOREAN + strongest)
        if parts > length + _SPAN and count > 1:
            break
        score = korean_links + sum(log(_NO_LINK_TO_ENGLISH + link) for link in closest)
        score += (
            _FREQUENCY_GAIN * log(seen[count - 1]) - _LENGTH_COST * abs(parts - length) - _PARTICLE_COST * particles
        )
        best = max(best, (score, -count))
    return best[0], -best[1]


def _window(mention: Mention, english_count: int) -> list[tuple[str, float]]:
    """The Korean words that may belong to the term, nearest first, each with how likely its place makes that."""
    window: list[tuple[str, float]] = []
    chance = 1.0
    for distance, word in enumerate(reversed(mention.korean)):
        if distance and _closes_phrase(word) and not mention.whole:
            chance *= _CLOSED
        for part in reversed(korean_parts(word)):
            beyond = len(window) - english_count + 1
            window.append((part, chance * (1.0 if beyond <= 0 or mention.whole else 0.45 * 0.5 ** (beyond - 1))))
        if len(window) > english_count + _SPAN - 1:
            break
    return window


def _closes_phrase(word: str) -> bool:
    """Whether a particle at the end of `word` says that the next word belongs to another phrase."""
    return bool(_PARTICLE.fullmatch(word)) or (stem(word) != word and not word.endswith(_JOINING))


def _numbered(names: Sequence[str]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(name, len(numbers)) for name in names], dtype=np.int64)
