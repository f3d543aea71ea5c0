"""What a question wants to know, besides a kind of answer that one pattern tells: a definition, a manner, papers."""

from __future__ import annotations

import re
from enum import Enum, auto

from retrieval.lazy_regex import lazy_regex


class Wish(Enum):
    """What something is, how it is done, how well it does, when it was, which papers there are, what is best of all."""

    DEFINITION = auto()
    MANNER = auto()
    RESULT = auto()
    DATE = auto()
    PAPERS = auto()
    BEST = auto()


def _any(*alternatives: str) -> re.Pattern[str]:
    return lazy_regex("|".join(alternatives), re.IGNORECASE)


_IS_WHAT = (
    r"(?:뭐(?:야|예요|에요|지|죠|냐|임|니|라고)|뭔(?:가요?|지|데)|무엇(?:인[가지]요?|이[야죠]|입니까)"
    r"|(?:뭐|무엇을|무슨 일을) ?하는|(?:무슨|어떤) [가-힣]+(?:이야|야|[이예]?에요|인가요|이죠|죠|입니까))"
)
_WELL = r"(?:성능|정확도|점수|결과|효과)[은는이가]? ?(?:어때|어땠|어떤가|있[나어]|[?]|$)"
_ON_CONDITION = r"언제(?= ?(?:효과|유용|좋|쓰|써|필요|도움|실패|일어|생기))"  # asks for a case, not for a day
_PAPERS = r"(?:논문|연구)들?(?:[은는이가]|에는|엔|으로는)? ?(?:좀 ?)?(?:어떤|뭐|무엇|있|알려|찾아|보여|추천|모아|[?]|$)"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

_WISHES = {
    Wish.DEFINITION: _any(
        rf"(?<=[가-힣A-Za-z0-9])(?:이|가|은|는|이란|란)? ?{_IS_WHAT}",
        r"(?:이란|란) ?[?]?$",
        r"^(?:what(?:'s| is| are| does .* mean)|explain|define|tell me about|who is)\b",
    ),
    Wish.MANNER: _any(
        r"어떻게|어떤 (?:방식|방법|식|원리)|무슨 (?:방법|수)|방법[이은]|원리|뭘로|무엇으로",
        r"어떤 [가-힣]+(?: [가-힣]+)?[을를로] ",
        r"\bhow (?!many|much|long|often|well|good|fast|big|large|accurate)",
    ),
    Wish.RESULT: _any(
        r"얼마나|얼마|몇|나아|나은|나았|좋아|빨라|줄어|늘어|떨어[졌지]|올[라랐]|높아|낮아|이[겼기길]",
        _WELL,
        r"how (?:much|many|well|fast|good|accurate|long|often|close)",
        r"better|worse|faster|outperform|beat|score|accuracy|improve",
    ),
    Wish.DATE: _any(
        rf"(?!{_ON_CONDITION})언제|몇 ?시(?!간)|며칠|몇 ?[년월]|몇 ?일(?!관)", r"^when (?:is|was|will|did|does)\b"
    ),
    Wish.PAPERS: _any(
        rf"{_PAPERS}|(?:논문|연구)들",
        r"\b(?:which|what|any|are there|find|list|show)\b[^?]{0,30}?\b(?:papers|studies|works|research)\b",
    ),
    Wish.BEST: _any(
        "(?<!뭘 )(?<!무엇을 )(?<!어디서 )(?:제일|가장|최고의)",
        r"\b(?:best|fastest|largest|biggest|longest|smallest|most (?!of\b)\w+)\b",
    ),
}
_SUPERLATIVE = _any(r"제일|가장|최고|최대|최초|유일|\b(?:best|largest|longest|fastest|first)\b")
_DATED = lazy_regex(rf"\b(?:19|20)\d\d년|\d{{1,2}}월|\d{{1,2}}일(?![가-힣])|(?:{_MONTHS}) \d")


def find_wishes(question: str, *, by_kind: bool) -> frozenset[Wish]:
    """What `question` wants to know. `by_kind`: it asks for something by its kind (이름이 뭐야, 단점이 뭐야), which is
    not to be defined."""
    found = {wish for wish, pattern in _WISHES.items() if pattern.search(question)}
    if by_kind or not found.isdisjoint((Wish.PAPERS, Wish.BEST)):
        found.discard(Wish.DEFINITION)
    return frozenset(found)


def has_superlative(text: str) -> bool:
    """Whether `text` says that something is the best, the largest or the like."""
    return _SUPERLATIVE.search(text) is not None


def has_date(text: str) -> bool:
    """Whether `text` says when something was."""
    return _DATED.search(text) is not None
