"""Which summaries hardly belong to their titles: the language model that wrote them made some of them up.

Every word of a title is a witness. Of the papers with that word in their titles, how many have it in their summaries,
as it is or translated? And of papers at large? A word that most summaries take up from their titles, and few others
have, speaks against a summary without it; one that is everywhere, or that nobody takes up, says nothing.

Summaries that are known to be made up by that then witness against others that are written as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz, process

from retrieval.analysis.hangul import frame, is_hangul, likeness, sounds_of_hangul, sounds_of_latin
from retrieval.analysis.stemming import stem
from retrieval.analysis.terms import fold
from retrieval.glossary.glossary import Glossary
from retrieval.glossary.pairs import term_key
from retrieval.glossary.parentheses import term_words
from retrieval.index.manner import MOST_EVIDENCE, Manner
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper

_LEAST_OF_TITLE = 7.0  # the logarithm of how much likelier a title is with any other summary than with its own
_LEAST_EVIDENCE = 3.5  # of the title and of how the summary is written
_ROUNDS = 2  # of learning how made-up summaries are written: the first knows those only that their titles give away
_MIN_LETTERS = 200  # of a summary: a shorter one has no room for all that its title says
_TRANSLATIONS = 12  # of a word
_SAMPLE = 64  # summaries that show how common a word is at large
_OTHERS = 1_000  # summaries that show how those are written that are not made up
_PRIOR = 4.0  # papers that the kind of a word counts for, beside those that have the word itself
_RARE = 2  # titles that have a name
_LEAST_RATE, _MOST_RATE = 0.03, 0.97
_MIN_NAME, _MIN_SIMILARITY, _MIN_LIKENESS = 5, 85.0, 0.8  # letters; percent; of sounds

_SPACING = str.maketrans("", "", " \u00a0\n\t-‐‑–_/.")
_BEFORE_COLON = lazy_regex(r"([^:\s]+(?: [^:\s]+){0,2}):")
_VERSIONED = lazy_regex(r"([A-Z][\w-]*(?: [A-Z][\w-]*)?) (?:v?[0-9][0-9.]*[BM]?(?![\w-])|Technical Report\b)")
_NAME = lazy_regex("[A-Z0-9].*[A-Z0-9]")
_LATIN, _HANGUL = lazy_regex("[a-z][a-z0-9]{3,}"), lazy_regex("[가-힣]{2,}")


@dataclass(frozen=True, slots=True)
class _Case:
    """A paper by the words of its title, each with whether its summary has it; `name` are those of a name."""

    paper: Paper
    linked: Mapping[str, bool]
    name: frozenset[str]


class Suspicion:
    """The papers whose summary says so little of what their title says that it hardly is of the same paper.

    Each is judged by all the others, so that few papers are too few to suspect any. Immutable.
    """

    def __init__(self, ids: frozenset[str], tally: _Tally, manner: Manner) -> None:
        self.ids = ids
        self._tally = tally
        self._manner = manner

    @classmethod
    def build(cls, papers: Sequence[Paper], glossary: Glossary) -> Suspicion:
        ways = _Ways(glossary)
        cases = [case for paper in papers if (case := _case(paper, ways))]
        sample = tuple(_letters(case.paper) for case in _spread(cases, _SAMPLE))
        tally = _Tally(Counter(), Counter(), Counter(), sample).adding(cases, ways)
        weighed = _weighed(cases, tally, ways)
        manner = Manner.learn((), ())
        marked = _suspected(weighed, manner, frozenset())
        texts = [(case.paper.arxiv_id, _text(case.paper)) for case in _spread(cases, _OTHERS)]
        for _ in range(_ROUNDS):
            made_up = [_text(case.paper) for case, _ in weighed if case.paper.arxiv_id in marked]
            manner = Manner.learn(made_up, [text for arxiv_id, text in texts if arxiv_id not in marked])
            marked = _suspected(weighed, manner, marked)
        return cls(marked, tally, manner)

    def updated(self, gone: Set[str], papers: Sequence[Paper], glossary: Glossary) -> Suspicion:
        """Without the papers `gone`, whose witness stays, and with `papers`, judged as all were, the others not again.

        A paper that changed is in both.
        """
        ways = _Ways(glossary)
        cases = [case for paper in papers if (case := _case(paper, ways))]
        tally = self._tally.adding(cases, ways)
        found = _suspected(_weighed(cases, tally, ways), self._manner, self.ids)
        return Suspicion((self.ids - gone) | found, tally, self._manner)


_Weighed = Sequence[tuple[_Case, float]]
"""Cases, and how much their titles speak against their summaries."""


def _weighed(cases: Sequence[_Case], tally: _Tally, ways: _Ways) -> _Weighed:
    """Those that are suspected if the manner of their summaries says so."""
    rates = _Rates(tally, ways)
    least = _LEAST_EVIDENCE - MOST_EVIDENCE
    return [(case, against) for case in cases if (against := rates.evidence(case)) >= least]


def _suspected(weighed: _Weighed, manner: Manner, learnt_from: Set[str]) -> frozenset[str]:
    """Those against which the evidence is enough."""
    least = _LEAST_EVIDENCE if manner else _LEAST_OF_TITLE
    return frozenset(
        case.paper.arxiv_id
        for case, against in weighed
        if against + manner.evidence(_text(case.paper), own=case.paper.arxiv_id in learnt_from) >= least
        and not _is_named(case)
    )


def _spread(cases: Sequence[_Case], number: int) -> Sequence[_Case]:
    """About `number` of the cases, from first to last."""
    return cases[:: max(1, len(cases) // number)]


class _Ways:
    """How summaries may write the words of titles, without spaces."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, word: str) -> tuple[str, ...]:
        if word not in self._known:
            translations = self._glossary.lookup(word, _TRANSLATIONS)
            keys = [key for each in translations if len(key := _root(term_key(each.term))) > 1]
            self._known[word] = tuple(dict.fromkeys([_root(word), *keys]))
        return self._known[word]

    def in_text(self, word: str, letters: str) -> bool:
        return any(way in letters for way in self.of(word))


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many papers have a word in their titles, and in how many of these the summary takes it up; the same for words
    of a kind; and some summaries."""

    titles: Counter[str]
    taken_up: Counter[str]
    kinds: Counter[tuple[str, bool]]
    sample: Sequence[str]

    def adding(self, cases: Sequence[_Case], ways: _Ways) -> _Tally:
        """This and the words of some more cases."""
        titles = self.titles + Counter(word for case in cases for word in case.linked)
        taken_up = Counter(word for case in cases for word, linked in case.linked.items() if linked)
        words = ((word, linked, case) for case in cases for word, linked in case.linked.items())
        kinds = Counter((_kind(word, case, titles, ways), linked) for word, linked, case in words)
        return _Tally(titles, self.taken_up + taken_up, self.kinds + kinds, self.sample)


def _kind(word: str, case: _Case, titles: Mapping[str, int], ways: _Ways) -> str:
    if word in case.name and titles[word] <= _RARE:
        return "name"
    return "translated" if len(ways.of(word)) > 1 else "word"


class _Rates:
    """In how many summaries the words of titles are: in those of papers with the word in their title, and at large."""

    def __init__(self, tally: _Tally, ways: _Ways) -> None:
        self._tally = tally
        self._ways = ways
        self._at_large: dict[str, float] = {}

    def evidence(self, case: _Case) -> float:
        """The logarithm of how much likelier the words of a title are with any other summary than with their own."""
        weights = {word: self._weight(word, linked, case) for word, linked in case.linked.items()}
        # The words of a name are taken up together or not at all.
        name = [weights.pop(word) for word in case.linked if self._kind(word, case) == "name"]
        return sum(weights.values()) + max(name, key=abs, default=0.0)

    def _weight(self, word: str, linked: bool, case: _Case) -> float:
        kind = self._kind(word, case)
        usual = self._tally.kinds[kind, True] / (self._tally.kinds[kind, True] + self._tally.kinds[kind, False])
        taken_up = (self._tally.taken_up[word] - linked + _PRIOR * usual) / (self._tally.titles[word] - 1 + _PRIOR)
        taken_up = min(max(taken_up, _LEAST_RATE), _MOST_RATE)
        at_large = min(self._rate_at_large(word), taken_up)
        return log(at_large / taken_up) if linked else log((1 - at_large) / (1 - taken_up))

    def _kind(self, word: str, case: _Case) -> str:
        return _kind(word, case, self._tally.titles, self._ways)

    def _rate_at_large(self, word: str) -> float:
        if word not in self._at_large:
            found = sum(self._ways.in_text(word, letters) for letters in self._tally.sample)
            self._at_large[word] = (found + 0.5) / (len(self._tally.sample) + 1)
        return self._at_large[word]


def _case(paper: Paper, ways: _Ways) -> _Case | None:
    """None where there is too little of a summary to judge by."""
    letters = _letters(paper)
    if len(letters) < _MIN_LETTERS:
        return None
    words = [word for word in dict.fromkeys(term_words(paper.title)) if len(word) > 1 and not word.isdigit()]
    return _Case(paper, {word: ways.in_text(word, letters) for word in words}, frozenset(_name(paper.title)))


def _text(paper: Paper) -> str:
    return fold("\n".join(point.text for point in paper.points))


def _letters(paper: Paper) -> str:
    return _text(paper).translate(_SPACING)


def _name(title: str) -> Iterator[str]:
    """The words of what a title calls its subject: `Wolf: …`, `Dream VL-3: …`, `Wolf 12B`, `Wolf Technical Report`;
    `Attention Overflow: …` is none."""
    if versioned := _VERSIONED.match(title):
        yield from term_words(versioned[1])
        return
    before = _BEFORE_COLON.match(title)
    written = before[1].split(" ") if before else []
    for word in written:
        if len(written) == 1 or _NAME.search(word):
            yield from term_words(word)


def _root(word: str) -> str:
    """What most forms of a word begin with."""
    return stem(word) if is_hangul(word) else word[: max(5, len(word) - 3)]


def _is_named(case: _Case) -> bool:
    """Whether the summary has the name in the title after all, misspelt or in Hangul."""
    text = _text(case.paper)
    names = [word for word in case.name if len(word) >= _MIN_NAME]
    written = set(_LATIN.findall(text)) if names else ()
    if any(process.extractOne(name, written, scorer=fuzz.ratio, score_cutoff=_MIN_SIMILARITY) for name in names):
        return True
    heard = [sounds_of_hangul(stem(word)) for word in set(_HANGUL.findall(text))] if names else ()
    return any(_sounds_like(sounds, heard) for name in names for sounds in sounds_of_latin(name))


def _sounds_like(sounds: str, heard: Iterable[str]) -> bool:
    consonants = frame(sounds)
    return any(frame(other) == consonants and likeness(sounds, other) >= _MIN_LIKENESS for other in heard)
