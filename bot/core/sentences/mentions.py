"""Who wrote the papers that a sentence asks for, and what they must not be about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retrieval.lazy_regex import lazy_regex

_NAME = r"[A-Za-z][\w.'-]*(?: [A-Za-z][\w.'-]*){0,3}"
_FULL_NAME = r"[A-Z][\w.'-]*(?: (?:de|van|von|der|den|la|le|el|al|bin|[A-Z][\w.'-]*)){1,3}"
_AUTHOR, _FULL_AUTHOR = rf"(?P<author>{_NAME})", rf"(?P<author>{_FULL_NAME})"
_KOREAN_AUTHOR = rf"(?P<author>{_NAME}|[가-힣]{{2,4}}?)"
_WORKS = "(?P<works>papers?|works?|articles?|publications?|research|anything|something|everything|stuff)"
_END = r"(?=\s*$|\s+(?:on|about|in|from)\b)"
_WROTE = r"(?:이|가)\s*(?:쓴|작성한|저술한|집필한)(?:\s*(?:거|것))?"

_CERTAIN_AUTHORS = (
    lazy_regex(rf"{_WORKS}\s+(?:\w+\s+)?by\s+{_AUTHOR}{_END}", re.IGNORECASE),
    lazy_regex(rf"\b(?:written|authored)\s+by\s+{_AUTHOR}{_END}", re.IGNORECASE),
    lazy_regex(rf"\b(?:by\s+)?author\s+{_FULL_AUTHOR}"),
    lazy_regex(rf"{_FULL_AUTHOR}'s?\s+(?P<works>(?:[a-z]+\s+)?(?:papers?|work|articles?|publications))"),
    lazy_regex(rf"저자\s*(?:가|는|이|명이|이름이)?\s*{_KOREAN_AUTHOR}(?:인|이고)?(?=\s|$)"),
    lazy_regex(rf"{_AUTHOR}\s*{_WROTE}"),
)
_POSSIBLE_AUTHORS = (
    lazy_regex(rf"\bby\s+{_FULL_AUTHOR}"),
    lazy_regex(rf"\bby\s+{_AUTHOR}\s*$", re.IGNORECASE),
    lazy_regex(rf"{_KOREAN_AUTHOR}\s*(?:교수님|교수|박사님|박사|님)?\s*(?:{_WROTE}|(?:이|가)\s*(?:참여한|낸))"),
    lazy_regex(rf"{_KOREAN_AUTHOR}\s*(?:교수님|교수|박사님|박사|저자)\s*(?:의|이|가|인)?"),
    lazy_regex(rf"{_FULL_AUTHOR}\s*의\s*(?=논문|연구|글|최신|최근)"),
)

_LEFT_OUT = lazy_regex(
    r"\s*(?:말고|빼고|빼줘|빼|뺀|제외하고|제외한|제외하여|제외해|제외시키고|제외|아닌)(?:\s*(?:다른|것|거|나머지))*"
)
_BEFORE_LEFT_OUT = lazy_regex(r"(?:논문들?|중에서|중에|중|에서|에|인데|연구|거|것)(?:은|는|이|가|을|를)?[, ]\s*")
_AFTER_LEFT_OUT = lazy_regex(r"(?:\s*(?:관련|쪽|논문|거|것|건))*(?:은|는|을|를|이|가|만)?$")
_ABOUT = r"(?:about\s+|on\s+|for\s+|with\s+|using\s+|use\s+|involving\s+|related to\s+)?"
_ENGLISH_EXCLUSIONS = (
    lazy_regex(
        r"(?P<before>.*?)(?:,\s*|\s+|^)(?:(?:but|and)\s+(?:not|no|without|nothing)|excluding|except(?:\s+for)?"
        r"|other than|apart from|minus|ignoring|leaving out)"
        rf"\s+(?:the\s+|any\s+)?(?:(?:ones|those|papers)\s+)?{_ABOUT}(?P<exclude>.+)$",
        re.IGNORECASE,
    ),
    lazy_regex(
        r"(?P<before>.*\b(?:papers?|articles?|works?|ones|results))(?:,\s*|\s+)(?:that (?:are|do|is)\s+)?"
        rf"(?:not|n't|without)\s+{_ABOUT}(?P<exclude>.+)$",
        re.IGNORECASE,
    ),
    lazy_regex(rf"(?P<before>)^(?:not|no|without)\s+(?:the\s+|any\s+)?{_ABOUT}(?P<exclude>.+)$", re.IGNORECASE),
)
_CLAUSE = lazy_regex("[가-힣](?:는|던)$")  # not a thing, but what is done
_MOST_EXCLUDED = 3  # words


@dataclass(frozen=True, slots=True)
class Author:
    """A name in a sentence, from `start` to `end` with the words around it. `certain`: it can be nothing but a name;
    `listed`: the words ask for papers as well."""

    name: str
    start: int
    end: int
    certain: bool
    listed: bool


def find_author(text: str) -> Author | None:
    """The author whose papers a sentence asks for; None where it names none."""
    for pattern in (*_CERTAIN_AUTHORS, *_POSSIBLE_AUTHORS):
        if match := pattern.search(text):
            certain = pattern in _CERTAIN_AUTHORS and " " in match["author"]
            listed = bool(match.groupdict().get("works"))
            return Author(match["author"].strip(), *match.span(), certain, listed)
    return None


def find_exclusions(text: str) -> list[tuple[str, str]]:
    """What a sentence may ask to leave out, and what of the sentence is then left, likeliest first."""
    found = []
    if match := _LEFT_OUT.search(text):
        head = text[: match.start()]
        begins = max((before.end() for before in _BEFORE_LEFT_OUT.finditer(head)), default=0)
        found.append((_AFTER_LEFT_OUT.sub("", head[begins:]), f"{head[:begins]} {text[match.end() :]}"))
    for pattern in _ENGLISH_EXCLUSIONS:
        if match := pattern.search(text):
            found.append((match["exclude"], match["before"]))
    return [(exclude, rest) for exclude, rest in found if not _CLAUSE.search(exclude)]


def is_short(exclude: str) -> bool:
    """Whether what is left out is named in a few words, as a topic is."""
    return 0 < len(exclude.split()) <= _MOST_EXCLUDED
