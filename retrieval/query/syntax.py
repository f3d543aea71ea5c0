"""The query language: quotes, exclusions and fields in what was typed. What is malformed stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from retrieval.analysis.names import name_words
from retrieval.analysis.stemming import is_particle, without_particle
from retrieval.analysis.terms import fold, words
from retrieval.lazy_regex import lazy_regex
from retrieval.query.conditions import Author, Condition, Days, HasCode, Phrase, Sort, parse_days, parse_votes

MAX_CONDITIONS: Final = 16  # what follows them is text: bounds the time that a query takes
MAX_NAME_WORDS: Final = 4

_FIELDS = {
    "author": "author", "authors": "author", "저자": "author", "지은이": "author",
    "title": "title", "제목": "title",
    "date": "date", "day": "date", "날짜": "date", "기간": "date",
    "since": "since", "이후": "since", "부터": "since",
    "until": "until", "이전": "until", "까지": "until",
    "votes": "votes", "vote": "votes", "추천": "votes", "추천수": "votes",
    "has": "has", "포함": "has", "코드": "code",
    "sort": "sort", "정렬": "sort",
}  # fmt: skip
_SORTS = {
    "relevance": Sort.RELEVANCE, "score": Sort.RELEVANCE,
    "관련": Sort.RELEVANCE, "관련도": Sort.RELEVANCE, "정확도": Sort.RELEVANCE,
    "votes": Sort.VOTES, "vote": Sort.VOTES, "추천": Sort.VOTES, "추천수": Sort.VOTES, "인기": Sort.VOTES,
    "date": Sort.DATE, "day": Sort.DATE, "newest": Sort.DATE, "latest": Sort.DATE,
    "날짜": Sort.DATE, "최신": Sort.DATE,
}  # fmt: skip
_CODE = {"code", "repo", "repository", "github", "코드", "저장소"}

_OPENING = '"“”„‟＂「『«'
_QUOTED = lazy_regex('["“”„‟＂]([^"“”„‟＂]*)["“”„‟＂]|「([^」]*)」|『([^』]*)』|«([^»]*)»')
_STRAY = lazy_regex(r'(?<=[a-z0-9])"|(?<=\w)["”](?= |$)', re.IGNORECASE)  # inches, or an end without a beginning
_FIELD = lazy_regex(r"(?P<minus>[-－]?)(?P<name>[^\W\d_]+)(?: ?[:：](?P<gap> ?)|(?P<bare> ?)(?=[<>≤≥]=? ?\d))")
_EXCLUDED = lazy_regex(r"[-－](?=[^\W\d_])\S*(?<![-－])(?!\S)")
_ADDRESS = lazy_regex(r"[-－]?(?:[a-z][a-z+.-]*://|www\.)\S*", re.IGNORECASE)
_TEXT = lazy_regex(rf"[^ {_OPENING}]+")
_DAY = r"(?:[<>≤≥=]+ )?\S+(?: \d{1,2}월)?(?: \d{1,2}일)?"
_VALUES = {
    "date": lazy_regex(rf"{_DAY}(?: ?(?:~|\.\.) ?\S+)?"),
    "since": lazy_regex(_DAY),
    "until": lazy_regex(_DAY),
    "votes": lazy_regex(r"(?:[<>≤≥=]+ )?\S+(?: (?:이상|초과|이하|미만)(?!\w))?"),
}
_VALUE = lazy_regex(r"\S+")
_END = lazy_regex(r"[,;!?)\]]+$|(?<!\.)\.$")
_HANGUL = lazy_regex("[가-힣]+")
_QUESTION = lazy_regex("[?？][\\s.!~]*$|(?:[가-힣](?:까|나|가|니|냐|지|죠)요?|[어아해돼]요?|[줘세]요?)[\\s.!~]*$")
_NAME_GOES_ON = lazy_regex(rf"(?: [^ {_OPENING}]+){{1,{MAX_NAME_WORDS}}}")


@dataclass(frozen=True, slots=True)
class Syntax:
    """`plain` is the text with spaces in place of all that is not searched as words, and as long.

    `quoted` are the [start, end) ranges of it whose words belong to required phrases, `malformed` those that look like
    a condition and are none (`date:soon`). `sort` is None where none is asked for.
    """

    plain: str
    quoted: tuple[tuple[int, int], ...]
    required: tuple[Condition, ...]
    excluded: tuple[Condition, ...]
    sort: Sort | None
    malformed: tuple[tuple[int, int], ...] = ()


def parse_syntax(text: str, today: date | None = None, known: Sequence[date] = ()) -> Syntax:
    """Understands any text whose white space is single spaces. `today` and `known` as for `parse_days`."""
    return _Scanner(text, today, known).syntax()


class _Scanner:
    """Goes through a text once from left to right. Its methods that take a place return where what they took ends,
    and None where there is nothing for them."""

    def __init__(self, text: str, today: date | None, known: Sequence[date]) -> None:
        self._text = text
        self._plain = text
        self._today, self._known = today, known
        self._quoted: list[tuple[int, int]] = []
        self._required: list[Condition] = []
        self._excluded: list[Condition] = []
        self._sort: Sort | None = None
        self._malformed: list[tuple[int, int]] = []
        self._names: list[tuple[int, int]] = []  # authors without quotes: place in `_required`, end in the text

    def syntax(self) -> Syntax:
        place, text = 0, self._text
        while place < len(text):
            starts = place == 0 or text[place - 1] == " "
            place = (starts and self._token(place)) or self._phrase(place) or self._run(place)
        for number, end in self._names:
            self._required[number] = self._with_more(self._required[number], end)
        nothing = not (self._required or self._excluded or self._sort or words(self._plain))
        plain = text if nothing else self._plain  # a lone "title:" is the word
        return Syntax(
            plain, tuple(self._quoted), tuple(self._required), tuple(self._excluded), self._sort, tuple(self._malformed)
        )

    def _token(self, place: int) -> int | None:
        if address := _ADDRESS.match(self._text, place):
            return address.end()
        if self._full():
            return None
        return self._field(place) or self._exclusion(place)

    def _field(self, place: int) -> int | None:
        match = _FIELD.match(self._text, place)
        kind = _FIELDS.get(fold(match["name"])) if match else None
        if match is None or kind is None or (match["bare"] is not None and kind not in _VALUES):
            return None
        if match.end() == len(self._text) or (match["gap"] and self._is_syntax(match.end())):
            self._blank(place, match.end())  # nothing follows yet
            return match.end()
        for value, end, quoted in self._values(kind, match.end()):
            if self._take(kind, value, quoted, bool(match["minus"])):
                if kind == "author" and not match["minus"] and end == match.end() + len(value):
                    self._names.append((len(self._required) - 1, end))
                self._blank(place, end)
                return end
        tight = match["bare"] is None and not (match["gap"] or match["minus"])
        if tight and (typed := _VALUE.match(self._text, match.end())):
            self._malformed.append((place, typed.start() + len(_END.sub("", typed[0]))))
        return None

    def _is_syntax(self, place: int) -> bool:
        field = _FIELD.match(self._text, place)
        return bool(field and fold(field["name"]) in _FIELDS) or _EXCLUDED.match(self._text, place) is not None

    def _values(self, kind: str, place: int) -> Iterator[tuple[str, int, bool]]:
        """What may be the value at `place`, the likeliest first; where it ends; and whether it is quoted."""
        if quoted := _QUOTED.match(self._text, place):
            yield _inside(quoted), self._after_particle(quoted.end()), True
            return
        for pattern in (_VALUES.get(kind, _VALUE), _VALUE):
            if match := pattern.match(self._text, place):
                bare = without_particle(_END.sub("", match[0]))
                values = (match[0], bare) if kind in _VALUES else (bare,)
                yield from ((value, match.end(), False) for value in values)

    def _take(self, kind: str, value: str, quoted: bool, excluded: bool) -> bool:
        """Note the condition or order that `value` is; False where it is none."""
        if kind == "sort":
            order = _SORTS.get(fold(value).strip().removesuffix("순"))
            if order and not excluded:
                self._sort = self._sort or order
            return bool(order and not excluded)
        if kind == "code" and fold(value) in ("있음", "없음"):
            kind, excluded, value = "has", excluded != (value == "없음"), "code"
        condition = self._condition(kind, value, quoted)
        if condition:
            (self._excluded if excluded else self._required).append(condition)
        return condition is not None

    def _condition(self, kind: str, value: str, quoted: bool) -> Condition | None:
        try:
            match kind:
                case "author":
                    return Author(name) if (name := tuple(name_words(value))) else None
                case "title":
                    return Phrase(value, quoted, title=True) if words(value) else None
                case "date":
                    return parse_days(value, self._today, self._known)
                case "since":
                    return Days(first=parse_days(value, self._today, self._known).first)
                case "until":
                    return Days(last=parse_days(value, self._today, self._known).last)
                case "votes":
                    return parse_votes(value)
                case "has":
                    return HasCode() if fold(value) in _CODE else None
        except ValueError:
            return None
        return None

    def _exclusion(self, place: int) -> int | None:
        if self._text[place] not in "-－":
            return None
        if (quoted := _QUOTED.match(self._text, place + 1)) and words(_inside(quoted)):
            condition, end = Phrase(_inside(quoted)), self._after_particle(quoted.end())
        elif (match := _EXCLUDED.match(self._text, place)) and words(match[0]) and not self._is_option(match[0]):
            condition, end = Phrase(without_particle(_END.sub("", match[0][1:])), exact=False), match.end()
        else:
            return None
        self._excluded.append(condition)
        self._blank(place, end)
        return end

    def _is_option(self, token: str) -> bool:
        """Whether `token`, in a question, is what a program is called with: -O3보다."""
        bare = _END.sub("", token)
        return without_particle(bare) != bare and _QUESTION.search(self._text) is not None

    def _phrase(self, place: int) -> int | None:
        if _STRAY.match(self._text, place):
            return None
        quoted = _QUOTED.match(self._text, place)
        if quoted is None:
            return None
        if words(_inside(quoted)) and not self._full():
            self._required.append(Phrase(_inside(quoted)))
            self._quoted.append(quoted.span())
        end = self._after_particle(quoted.end())
        self._blank(quoted.end(), end)
        return end

    def _run(self, place: int) -> int:
        text = _TEXT.match(self._text, place)
        return text.end() if text else place + 1

    def _after_particle(self, place: int) -> int:
        """Past the particle of a quotation that ends at `place`."""
        run = _HANGUL.match(self._text, place)
        return run.end() if run and is_particle(run[0]) else place

    def _with_more(self, author: Condition, end: int) -> Condition:
        following = _NAME_GOES_ON.match(self._plain, end)
        if following is None or not isinstance(author, Author):
            return author
        more = (word._replace(start=word.start + end, end=word.end + end) for word in words(following[0]))
        return replace(author, more=tuple(more)[: MAX_NAME_WORDS - 1])

    def _blank(self, start: int, end: int) -> None:
        self._plain = self._plain[:start] + " " * (end - start) + self._plain[end:]

    def _full(self) -> bool:
        return len(self._required) + len(self._excluded) >= MAX_CONDITIONS


def _inside(quoted: re.Match[str]) -> str:
    return str(quoted[quoted.lastindex or 0]).strip()
