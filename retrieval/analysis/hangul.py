"""How Hangul words sound, beside the Latin words that they may stand for.

Sounds are written so that 루미에르 and Lumiere, 디퓨전 and diffusion come out alike: one letter a sound,
consonants in the pairs that Hangul keeps apart at the start of a syllable (b p, d t, g k, j c s), `r` for both l and r,
`E` and `I` for the diphthongs of *ay* and *eye*. Hangul follows the Korean rules for foreign words (외래어 표기법): ㅍ
for p and f, ㅂ for b and v, a vowel ㅡ that only carries a consonant, no r at the end of a syllable.
"""

from __future__ import annotations

import re
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from retrieval.lazy_regex import lazy_regex

MAX_CHARS = 32

_FIRST, _LAST = "가", "힣"
_HANGUL = lazy_regex(f"[{_FIRST}-{_LAST}]+")
_VOWELS_PER_INITIAL, _FINALS = 588, 28
_INITIALS = "ggnddrmbbss-jjcktph"
_MEDIALS = "a e a e o e o e o ua ue ue o u uo ue ui u - i i"
_MEDIAL_SOUNDS = _MEDIALS.split()
_FINAL_SOUNDS = "-kkknnntrkmprrprmppttnttktph"
_SILENT_INITIAL, _WI, _I = 11, 16, 20

_VOWELS = frozenset("aeiouEI")
_WEAK = _VOWELS | {"h"}
_COSTS = dict.fromkeys(_WEAK, 0.5)  # of a sound that the other word has not: 1 of those not here
_ALIKE = ("bp", "dt", "gk", "jcs", "".join(_VOWELS))
_EXCHANGES = {a + b: 0.35 for group in _ALIKE for a in group for b in group}  # 1 of those not here
_FRAME = str.maketrans("bdgjc", "ptkss", "aeiouEIh")
_DOUBLED = lazy_regex(r"(.)\1+|p(?=b)|t(?=d)|k(?=g)")

# English spelling to sounds, in order. Capitals are sounds in the making: X sh, C ch, and those of _READINGS.
_SPELLING = tuple(
    (lazy_regex(pattern), sounds)
    for pattern, sounds in (
        (r"\d+$", ""),
        (r"(sh|tch|ch|ge)$", r"\1i"),
        (r"(?:ti|ssi|si|ci)on", "Xon"),
        (r"ture$", "Cuo"),
        (r"(?:ti|ci)(?=a|ou)", "X"),
        (r"igh|ig(?=n(?![aeiou]))", "I"),
        (r"tch", "C"),
        (r"sch", "sk"),
        (r"ph", "f"),
        (r"ck", "k"),
        (r"qu", "ku"),
        (r"sh", "X"),
        (r"ch", "H"),
        (r"th", "T"),
        (r"gh", "g"),
        (r"wh", "w"),
        (r"^kn", "n"),
        (r"^ps", "s"),
        (r"^wr", "r"),
        (r"^x", "j"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"dg(?=[ei])", "j"),
        (r"g(?=[eiy])", "G"),
        (r"(?<=[^aeiouEI])y", "i"),
        (r"a(?=[^aeiouwy]e$)", "E"),
        (r"i(?=[^aeiouwy]e$)", "I"),
        (r"iew|ew", "u"),
        (r"ee|ea|ie(?!r)|ey", "i"),
        (r"oo|ou|ue", "u"),
        (r"ai|ay|ei", "E"),
        (r"au|aw|oa|ow", "o"),
        (r"(?<=[^aeiou])e$", ""),
        (r"n[gG](?![aeiouEIGHTXClr])", "n"),
        (r"rr", "r"),
        (r"[eiu]r(?![aeiouEI])", "Q"),
        (r"r(?![aeiouEI])", "R"),
    )
)
_LETTERS = str.maketrans("cflqvwxyzXC", "kprkbujijsc")
# What spelling leaves open: archive and chain, math and the, gemma and get, loan words that keep their r.
_READINGS = {"H": ("c", "k"), "T": ("s", "t"), "G": ("j", "g"), "R": ("", "r"), "Q": ("o", "er")}
_MAX_READINGS = 4
_SPELLED_END = lazy_regex("[bcdfgkpqtvxz]{3}$")  # unspeakable, so read letter by letter: ChatGPT
_LETTER_NAMES = """에이 비 시 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 아르 에스 티 유 브이 더블유 엑스
 와이 제트"""


def is_hangul(word: str) -> bool:
    """Whether all of `word` is Hangul syllables; false for the empty word."""
    return _HANGUL.fullmatch(word) is not None


def sounds_of_hangul(word: str) -> str:
    """The sounds of a Hangul word; letters other than Hangul syllables are silent."""
    return _single("".join(_syllable(ord(letter) - ord(_FIRST)) for letter in word if _FIRST <= letter <= _LAST))


def sounds_of_latin(word: str) -> tuple[str, ...]:
    """The sounds that a lower-case Latin word may have, up to five readings; digits at its end are silent.

    Nothing for what nobody pronounces: words with digits inside, with other letters, or of over `MAX_CHARS` letters.
    """
    letters = word.rstrip("0123456789")
    if not (2 <= len(letters) <= MAX_CHARS and letters.isascii() and letters.isalpha()):
        return ()
    for pattern, sounds in _SPELLING:
        letters = pattern.sub(sounds, letters)
    readings = [""]
    for letter in letters.replace("c", "k").translate(_LETTERS):
        choices = _READINGS.get(letter, (letter,))
        if len(readings) * len(choices) > _MAX_READINGS:
            choices = choices[:1]
        readings = [reading + choice for reading in readings for choice in choices]
    if _is_spelled_out(word):
        readings.append("".join(_LETTER_SOUNDS[letter] for letter in word))
    elif spelled := _SPELLED_END.search(word):
        start = sounds_of_latin(word[: spelled.start()])
        readings += [start[0] + "".join(_LETTER_SOUNDS[letter] for letter in spelled[0])] if start else []
    return tuple(dict.fromkeys(map(_single, readings)))


def frame(sounds: str) -> str:
    """The consonants of `sounds` without what spellings confuse: equal for nearly all spellings of one word."""
    return sounds.translate(_FRAME)


def rough_likeness(one: str, other: str) -> float:
    """A quick guess at `likeness`, from 0 to 1, to choose what is worth the real one."""
    frames = Levenshtein.normalized_similarity(frame(one), frame(other))
    return (frames + Levenshtein.normalized_similarity(one, other)) / 2


def likeness(one: str, other: str) -> float:
    """How much two words sound alike, from their sounds: 1 for the same, 0 or less for words with nothing in common.

    A weighted edit distance over the number of consonants: vowels, h and the paired consonants cost less, because
    spellings differ in them.
    """
    costs = [_COSTS.get(sound, 1.0) for sound in other]
    previous = [*accumulate(costs, initial=0.0)]
    for sound in one:
        cost = _COSTS.get(sound, 1.0)
        least = previous[0] + cost
        row = [least]
        for place, against in enumerate(other):
            exchanged = previous[place] + (0.0 if sound == against else _EXCHANGES.get(sound + against, 1.0))
            least = min(exchanged, previous[place + 1] + cost, least + costs[place])
            row.append(least)
        previous = row
    return 1 - previous[-1] / max(len(frame(one)), len(frame(other)), 2)


def _syllable(code: int) -> str:
    initial, medial, final = code // _VOWELS_PER_INITIAL, code % _VOWELS_PER_INITIAL // _FINALS, code % _FINALS
    if medial == _WI and initial != _SILENT_INITIAL:
        medial = _I  # 메쉬 is mesh
    return (_INITIALS[initial] + _MEDIAL_SOUNDS[medial] + _FINAL_SOUNDS[final]).replace("-", "")


def _single(sounds: str) -> str:
    return _DOUBLED.sub(r"\1", sounds.replace("ei", "E").replace("ai", "I"))


def _is_spelled_out(word: str) -> bool:
    """Whether people may read `word` letter by letter, as in LLM and GPT."""
    return word.isalpha() and (len(word) <= 3 or (len(word) == 4 and not re.search("[aeiouy]", word)))


_LETTER_SOUNDS = dict(zip("abcdefghijklmnopqrstuvwxyz", map(sounds_of_hangul, _LETTER_NAMES.split()), strict=True))
