"""Which corrections are what was meant: only these are searched by, the others are offered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from retrieval.analysis.hangul import is_hangul
from retrieval.analysis.stemming import stem
from retrieval.expansion.common_words import is_common, is_foreign, is_native
from retrieval.expansion.spelling import Correction

_CLEAR = 0.95  # of the best correction's weight, what others have that are as likely meant
_TYPED, _SWAPPED = 0.83, 5  # similarity of a typo; letters from which on two that are swapped are one
_LONG = 8  # letters from which on a word may have two slips
_JOINED = 0.9  # similarity of a name that is misspelt and typed in parts, some of them words by themselves
_FOREIGN, _SOUNDS = 0.78, 0.87  # how alike foreign words of Hangul must sound, and others that no text has
_SYLLABLES = 3  # from which on a word of Hangul that texts have may be foreign without looking so
_EXACT = 0.99


def judged(
    corrections: Iterable[Correction], is_name: Callable[[Sequence[str]], bool], means: Callable[[str], bool]
) -> Iterator[Correction]:
    """The corrections with what is known of their sureness, without those of words that are right as they are.

    `is_name` says of words whether somebody is called so, `means` of a word whether it has another translation.
    """
    by_original: defaultdict[str, list[Correction]] = defaultdict(list)
    for each in corrections:
        by_original[each.original].append(each)
    for original, found in by_original.items():
        words = original.split()
        if len(words) == 1 and is_common(original):
            continue
        best = max(each.weight for each in found)
        likely = [each for each in found if each.weight >= _CLEAR * best]
        clear = _are_one(likely) and not (words[0].isascii() and found[0].replaces and is_name(words))
        for each in found:
            sure = clear and each in likely and _is_sure(each, words) and not (is_hangul(original) and means(original))
            yield replace(each, sure=sure)


def _are_one(found: Sequence[Correction]) -> bool:
    """Whether all name one thing, or versions of it: olmo and olmo2."""
    shortest = min(("".join(each.terms) for each in found), key=len)
    return all("".join(each.terms).startswith(shortest) for each in found)


def _is_sure(one: Correction, words: Sequence[str]) -> bool:
    if any(map(is_hangul, words)):
        return _sounds(one, words)
    name = "".join(one.terms)
    if len(words) > 1:
        return name == "".join(words) or one.replaces or one.weight >= _JOINED
    if len(one.terms) > 1:
        return all(map(is_common, one.terms)) or one.original == name
    slips = OSA.distance(one.original, name)
    swapped = slips == 1 and sorted(one.original) == sorted(name)
    if name[0] != one.original[0] or slips > (1 if len(name) < _LONG else 2):
        return False  # who mistypes a word seldom does so at its first letter, or often
    return one.weight >= _TYPED or (swapped and len(name) >= _SWAPPED)


def _sounds(one: Correction, words: Sequence[str]) -> bool:
    """Whether a word of Hangul, or several, are sure to stand for a Latin one."""
    hangul = [word for word in words if is_hangul(word)]
    if any(map(is_native, hangul)):
        return False
    foreign = any(map(is_foreign, hangul))
    if len(words) > 1 or (foreign and len(stem(words[0])) >= _SYLLABLES):
        return one.weight >= _FOREIGN
    if one.replaces:
        return one.weight >= _SOUNDS
    return one.weight >= _EXACT or (len(words[0]) >= _SYLLABLES and one.weight >= _CLEAR)
