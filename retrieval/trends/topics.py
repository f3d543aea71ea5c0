"""Whether a term that more papers have is a topic: no half of another term, no plain word, nothing to measure with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from retrieval.analysis.stemming import stem
from retrieval.analysis.terms import Word, fold, terms, word_terms, words
from retrieval.glossary.parentheses import term_words
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper

_BY_ITSELF = 0.5  # of the papers with a Latin word: where fewer have it by itself, it is a word of several terms
_HALF = 0.5  # of the papers with a term: where so many have the same word before it, the two are one term
_BEFORE_RESULTS = 0.4  # of the papers with a term: where fewer have it before their results, it is a measure of them

_NAME = lazy_regex(r".*(?:\d|[^\W\d_][A-Z])")  # Qwen2.5, LLaVA: no plain word, whatever follows it in a compound
_MIXED = lazy_regex(r"(?=.*[a-z]).+[A-Z].*")
_NUMBER = lazy_regex(r"[\d.]+[A-Za-z]?")
_PLURAL = lazy_regex("(?<=[A-Z])s$")
_FAMILY = lazy_regex(r"[^\W\d_]+")


def name_of(term: str, papers: Sequence[Paper]) -> str:
    """The Latin word `term` as the summaries of `papers`, which have it, most often write it, in the singular.

    "" where it is no name or abbreviation in them, but a plain word, or a part of other terms.
    """
    forms: Counter[str] = Counter()
    by_itself = 0
    for paper in papers:
        found = set(_by_itself(term, paper))
        forms.update(found)
        by_itself += bool(found)
    if not by_itself or by_itself < _BY_ITSELF * len(papers):
        return ""
    form = max(forms, key=lambda each: (forms[each], each))
    return "" if form.islower() else _PLURAL.sub("", form)


def family_of(name: str) -> str:
    """What the members of a model family have in common: Qwen of Qwen2.5, Qwen2.5-VL and Qwen 3."""
    letters = _FAMILY.match(name)
    return fold(letters[0] if letters else name)


def is_half(ways: Sequence[str], papers: Sequence[Paper]) -> bool:
    """Whether a term, in whichever of `ways`, mostly follows one and the same word: 모달 언어 모델 is half of 다중 모달
    언어 모델."""
    patterns = [re.compile(rf"([^\W\d_]{{1,20}})?[\s-]?(?:{_spaced(way)})") for way in ways]
    before: Counter[str] = Counter()
    for paper in papers:
        text = fold("\n".join(point.text for point in paper.points))
        before.update({match[1] for pattern in patterns for match in pattern.finditer(text) if match[1]})
    return max(before.values(), default=0) >= _HALF * max(1, len(papers))


def what_follows(ways: Sequence[str], papers: Sequence[Paper]) -> str:
    """The word that mostly follows a term, in whichever of `ways`, as 캐시 does KV; "" where no one word does."""
    patterns = [re.compile(rf"(?<!\w){_spaced(way)}[ -]([^\W\d_]{{1,20}})") for way in ways]
    after: Counter[str] = Counter()
    for paper in papers:
        text = fold("\n".join(point.text for point in paper.points))
        after.update({stem(match[1]) for pattern in patterns for match in pattern.finditer(text)})
    most, often = max(after.items(), key=lambda each: (each[1], each[0]), default=("", 0))
    return most if often >= _HALF * max(1, len(papers)) else ""


def is_topic(ways: Sequence[str], papers: Sequence[Paper]) -> bool:
    """Whether the papers, which have one of `ways`, have it before their results, which come last: what stands only
    there is a benchmark, or a measure."""
    patterns = [re.compile(_spaced(way)) for way in ways if " " in way or not way.isascii()]
    before = 0
    for paper in papers:
        points = paper.points[:-1] or paper.points
        text = fold("\n".join((paper.title, *(point.text for point in points))))
        known = set(terms(text))
        whole = any(known.issuperset(word_terms(fold(way))[-1:]) for way in ways if way.isascii() and " " not in way)
        before += whole or any(pattern.search(text) for pattern in patterns)
    return before >= _BEFORE_RESULTS * max(1, len(papers))


def _spaced(term: str) -> str:
    """A pattern of a term, however it is spaced."""
    return r"\W?".join(map(re.escape, term_words(term)))


def _by_itself(term: str, paper: Paper) -> Iterator[str]:
    """How a summary writes `term` where it is no part of a longer stretch of Latin words; a name may begin a compound
    (Qwen2.5-7B), and numbers may follow it (Qwen 3)."""
    for point in paper.points:
        found = words(point.text)
        for place, word in enumerate(found):
            form = "" if word.hangul else _form(term, point.text[word.start : word.end], word.text)
            around = found[max(0, place - 1) : place], found[place + 1 : place + 2]
            if form and not any(_adjoins(word, other, point.text) for others in around for other in others):
                yield form


def _form(term: str, written: str, folded: str) -> str:
    """What of a word is `term`: all of it, its beginning where that is a name (Qwen2.5-7B), or a part that nothing but
    a name is written like (Video-LLaVA-7B); else ""."""
    *parts, whole = word_terms(folded)
    if whole == term:
        return written
    place = folded.find(term) if term in parts else -1
    part = written[place : place + len(term)] if place >= 0 else ""
    return part if (parts[:1] == [term] and _NAME.fullmatch(part)) or _MIXED.fullmatch(part) else ""


def _adjoins(word: Word, other: Word, text: str) -> bool:
    """Whether two words stand side by side in a stretch of Latin words."""
    between = text[min(word.end, other.end) : max(word.start, other.start)]
    written = text[other.start : other.end]
    return not other.hangul and between == " " and not _NUMBER.fullmatch(written)
