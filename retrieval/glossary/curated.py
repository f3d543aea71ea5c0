"""The concepts of lists of terms, looked up by any of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retrieval.analysis.stopwords import ASKING
from retrieval.glossary.pairs import term_key
from retrieval.glossary.term_list import TermEntry
from retrieval.lazy_regex import lazy_regex

_ADJECTIVE = lazy_regex("(?<=[가-힣])적 (?=[가-힣])")
_AFTER_LATIN = lazy_regex("(?<=[A-Za-z0-9])[가이을를] ")


class Curated:
    """Concepts by the keys of their names. Immutable."""

    def __init__(self, concepts: Sequence[TermEntry] = ()) -> None:
        self.concepts = tuple(concepts)
        self._of: dict[str, tuple[int, ...]] = {}
        for number, concept in enumerate(self.concepts):
            names = (*concept.names, *concept.ambiguous)
            for key in dict.fromkeys(term_key(form) for name in names for form in _forms(name)):
                self._of[key] = (*self._of.get(key, ()), number)

    def __iter__(self) -> Iterator[str]:
        """The keys of all names."""
        return iter(self._of)

    def __contains__(self, key: object) -> bool:
        return key in self._of

    def names(self, key: str) -> tuple[str, ...]:
        """The other names of what the name with this key stands for, without those that mean other things too."""
        concepts = [self.concepts[number] for number in self._of.get(key, ())]
        names = {term_key(name): name for concept in reversed(concepts) for name in reversed(concept.names)}
        return tuple(name for other, name in reversed(names.items()) if other != key)

    def narrower(self, key: str) -> tuple[str, ...]:
        """The names of the kinds that there are of what the name with this key stands for."""
        kinds = [name for number in self._of.get(key, ()) for name in self.concepts[number].narrower]
        found = {term_key(name): name for kind in kinds for name in (kind, *self.names(term_key(kind)))}
        return tuple(name for other, name in found.items() if other != key)

    def titled(self, key: str) -> tuple[str, ...]:
        """The names that say it in titles."""
        return tuple(dict.fromkeys(name for number in self._of.get(key, ()) for name in self.concepts[number].titled))

    def are_one(self, key: str, other: str) -> bool:
        """Whether names of these keys stand for the same, and the `other` for nothing else."""
        return any(term_key(name) == other for name in self.names(key))


def _forms(name: str) -> Iterator[str]:
    """`name` and how a query has it: 효율적인 for 효율적, and without what is dropped from there, a particle behind a
    Latin word (LLM이 쓴) and words that merely ask (of)."""
    yield from (name, _ADJECTIVE.sub("적인 ", name))
    told = [word for word in _AFTER_LATIN.sub(" ", name).split() if not ASKING.fullmatch(word.casefold())]
    if len(told) > 1:
        yield " ".join(told)
