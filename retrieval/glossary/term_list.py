"""Lists of terms that people write: TOML files of which each line is one concept with its names.

    "reinforcement learning" = ["RL", "강화 학습"]
    "machine translation" = { names = ["기계 번역"], ambiguous = ["MT"], titled = ["translation"] }
    "state space model" = { names = ["상태 공간 모델"], narrower = ["Mamba"] }

All names of a concept stand for each other, however they are spaced, hyphenated or inflected. An ambiguous one, which
has other meanings too, stands for the concept where it is asked for; where it is found it says nothing. A narrower one
names a kind of it: who asks for the concept finds that as well, by all of its own names, but not the other way round.
A titled one says more than the concept; where a title has it, it is the concept that is meant.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from retrieval.analysis.stopwords import ASKING
from retrieval.glossary.pairs import term_key
from retrieval.glossary.parentheses import MAX_TERM_WORDS, term_words
from retrieval.lazy_regex import lazy_regex

MAX_BYTES: Final = 1 << 20
MAX_CONCEPTS: Final = 10_000  # of one file
MAX_NAMES: Final = 24  # of one concept
MAX_NAME_CHARS: Final = 80
MAX_PROBLEMS: Final = 20  # that are told at once

FOLDER = Path(__file__).parent / "terms"
_KEY = lazy_regex(r"""\s*(?:\[\s*)?("(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)\s*[=.\]]""")
_KINDS = {"names", "ambiguous", "narrower", "titled"}
_TOML_LINE = lazy_regex(r"(.*) \(at line (\d+), column \d+\)")
_TOML_END = lazy_regex(r"(.*) \(at end of document\)")


class ListFault(Enum):
    """What may be wrong with a list of terms; the value says it in English, with `{detail}`."""

    MISSING = "there is no such file"
    UNREADABLE = "the file cannot be read ({detail})"
    TOO_LARGE = f"the file is larger than {MAX_BYTES >> 20} MB"
    NOT_UTF8 = "the file is not UTF-8 text"
    NOT_TOML = "not valid TOML: {detail}"
    TOO_MANY_CONCEPTS = f"more than {MAX_CONCEPTS:,} concepts; put some of them into another file"
    NOT_NAMES = """“{detail}” needs a list of names, such as ["강화 학습", "RL"]"""
    ONE_NAME = "“{detail}” needs another name that it goes by"
    TOO_MANY_NAMES = f"“{{detail}}” has more than {MAX_NAMES} names"
    BAD_NAME = f"“{{detail}}” is no name: a name has two letters or more, and up to {MAX_TERM_WORDS} words"
    COMMON_WORD = "“{detail}” is a word of every question, and no term"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a file, on a line counted from 1; 0 stands for the file as a whole."""

    file: Path
    line: int
    fault: ListFault
    detail: str = ""

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else str(self.file)
        return f"{place}: {self.fault.value.format(detail=self.detail)}"


class TermListError(Exception):
    """A list of terms cannot be used; `problems` has every reason, at most MAX_PROBLEMS."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class TermEntry:
    """What goes by several names; `ambiguous` are those that mean other things too. There are two or more in all, no
    two with the same `term_key`. `narrower` are names of kinds of it, `titled` those that mean it in a title."""

    names: tuple[str, ...]
    ambiguous: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[type[TermEntry], tuple[tuple[str, ...], ...]]:
        """As its parts in order, which is read sooner than a dataclass reads its fields."""
        return TermEntry, (self.names, self.ambiguous, self.narrower, self.titled)


@cache
def packaged_terms() -> tuple[TermEntry, ...]:
    """The terms of the field that come with Paperbot."""
    return read_terms(sorted(FOLDER.glob("*.toml")))


def read_terms(files: Iterable[Path]) -> tuple[TermEntry, ...]:
    """The concepts of the files, in order. Raises TermListError."""
    concepts: list[TermEntry] = []
    problems: list[Problem] = []
    for file in files:
        try:
            concepts += _concepts(file)
        except TermListError as error:
            problems += error.problems
    if problems:
        raise TermListError(problems[:MAX_PROBLEMS])
    return tuple(concepts)


def fingerprint(concepts: Sequence[TermEntry]) -> str:
    """A short name for just these concepts in this order."""
    return blake2b(repr(concepts).encode("utf-8", "backslashreplace"), digest_size=8).hexdigest()


def _concepts(file: Path) -> list[TermEntry]:
    text = _text(file)
    table = _table(file, text)
    if len(table) > MAX_CONCEPTS:
        raise _error(file, 0, ListFault.TOO_MANY_CONCEPTS)
    problems: list[Problem] = []
    concepts = []
    for key, value in table.items():
        found = list(_problems(key, value))
        problems += [Problem(file, _line_of(text, key), fault, detail) for fault, detail in found]
        if not found:
            concepts.append(_concept(key, value))
    if problems:
        raise TermListError(problems[:MAX_PROBLEMS])
    return concepts


def _text(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _error(file, 0, ListFault.MISSING) from None
    except OSError as error:
        raise _error(file, 0, ListFault.UNREADABLE, error.strerror or "") from None
    if len(data) > MAX_BYTES:
        raise _error(file, 0, ListFault.TOO_LARGE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _error(file, data[: error.start].count(b"\n") + 1, ListFault.NOT_UTF8) from None


def _table(file: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = _TOML_LINE.fullmatch(str(error))
        end = _TOML_END.fullmatch(str(error))
        reason = at[1] if at else end[1] if end else str(error)
        line = int(at[2]) if at else text.rstrip().count("\n") + 1
        raise _error(file, line, ListFault.NOT_TOML, reason) from None
    except RecursionError:
        raise _error(file, 0, ListFault.NOT_TOML, "too deeply nested") from None


def _error(file: Path, line: int, fault: ListFault, detail: str = "") -> TermListError:
    return TermListError([Problem(file, line, fault, detail)])


def _line_of(text: str, key: str) -> int:
    """The line on which the concept `key` stands; 0 where it is written in a way of its own."""
    for number, line in enumerate(text.split("\n"), 1):
        if (found := _KEY.match(line)) and key in tomllib.loads(f"{found[1]} = 0"):
            return number
    return 0


def _problems(key: str, value: object) -> Iterator[tuple[ListFault, str]]:
    """What is wrong with one concept."""
    told = _brief(key)
    if not _is_names(value):
        yield ListFault.NOT_NAMES, told
        return
    names, ambiguous = _names(key, value)
    own = [*names, *ambiguous]
    every = [*own, *_others(value, "narrower"), *_others(value, "titled")]
    if len(every) > MAX_NAMES:
        yield ListFault.TOO_MANY_NAMES, told
        return
    bad = [name for name in every if not _is_name(name)]
    yield from ((ListFault.BAD_NAME, _brief(name)) for name in bad)
    yield from ((ListFault.COMMON_WORD, name) for name in every if name not in bad and _is_common(name))
    if not bad and len(set(map(term_key, own))) < 2:
        yield ListFault.ONE_NAME, told


def _is_names(value: object) -> bool:
    if isinstance(value, dict):
        return value.keys() <= _KINDS and all(map(_is_strings, value.values()))
    return _is_strings(value)


def _is_strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _names(key: str, value: Any) -> tuple[list[str], list[str]]:
    """The names of a concept and those that are ambiguous, none in both."""
    table = value if isinstance(value, dict) else {"names": value}
    ambiguous = table.get("ambiguous", [])
    keys = set(map(term_key, ambiguous))
    return [name for name in (key, *table.get("names", [])) if term_key(name) not in keys], ambiguous


def _others(value: Any, kind: str) -> list[str]:
    """What a concept has beside its names, of one kind."""
    return value.get(kind, []) if isinstance(value, dict) else []


def _is_name(name: str) -> bool:
    words = term_words(name) if len(name) <= MAX_NAME_CHARS else ()
    return name.isprintable() and 1 <= len(words) <= MAX_TERM_WORDS and len("".join(words)) > 1


def _is_common(name: str) -> bool:
    return all(map(ASKING.fullmatch, term_words(name)))


def _concept(key: str, value: Any) -> TermEntry:
    return TermEntry(*map(_distinct, (*_names(key, value), _others(value, "narrower"), _others(value, "titled"))))


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    """The names without those that only space or inflect another."""
    return tuple({term_key(name): name.strip() for name in reversed(names)}.values())[::-1]


def _brief(text: str) -> str:
    """`text` as a message can quote it."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in text[:40])
    return shown + "…" * (len(text) > 40)
