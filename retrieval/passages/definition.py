"""Sentences that say what something is."""

from __future__ import annotations

import re

_AT_START = 12  # characters before what is defined: quotes, "최근 제안된"
_IS = re.compile(r"['\"’”]?\s*(?:\([^)]{1,60}\))?\s*(?:은|는|란|이란|이라는 것은|(?: is| are| refers))(?=\s)")
_KIND = re.compile(
    r"(?:방법|기법|기술|모델|알고리즘|프레임워크|방식|접근법?|과정|전략|데이터셋|벤치마크|시스템|도구|구조|아키텍처|패러다임|학습)"
    r"(?:론|이며|으로|로|입니다|이다|으로서|로서|[을를] 말)"
)
_GIVEN = re.compile(
    r"['\"’”]?\s*(?:\([^)]{1,60}\))?\s*"
    r"(?:[을를] (?:소개|제안|제시|도입|공개|개발|발표)"
    r"|(?:이라는|라는|라고)\s[^.]{2,80}(?:소개|제안|제시|도입|공개|개발))"
)
_COMPLAINS = re.compile("어렵|어려움|못하|못했|부족|한계|불구하고|그러나|하지만")


def defines(sentence: str, marks: tuple[tuple[int, int], ...]) -> bool:
    """Whether `sentence` says what that is which is at the first of `marks` in it, or gives it to the world."""
    if any(_GIVEN.match(sentence, end) for _, end in marks):
        return True
    if not marks or marks[0][0] > _AT_START or _COMPLAINS.search(sentence):
        return False
    return _IS.match(sentence, marks[0][1]) is not None and _KIND.search(sentence, marks[0][1]) is not None
