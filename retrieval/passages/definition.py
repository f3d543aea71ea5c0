"""Sentences that say what something is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from retrieval.analysis.sentences import sentences
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt, part_of_point

DEFINES = 6
"""The least score of a sentence that says what something is."""

_LONGEST = 220  # characters that are read at a glance
_KIND = (
    "기술|기법|방법|방법론|방식|모델|프레임워크|알고리즘|과정|구조|접근법|접근|작업|문제|벤치마크|데이터셋|시스템|패러다임|아키텍처"
    "|전략|도구|학습법|개념|분야|능력|현상|메커니즘|메소드|메서드|절차|형태|지표|평가|네트워크|언어|라이브러리|플랫폼|에이전트|함수|공격"
)
_IS = lazy_regex(
    rf"(?:{_KIND})(?:들)?(?:이다|입니다|이며|이고|인데|이라|으로서|로서|으?로,|(?: 중|의) 하나|[을를] (?:말|뜻|의미)"
    r"|으?로 (?:부상|확립|알려|쓰|사용|활용|자리|등장|주목|여겨|널리))|\b(?:is|are) an? "
)
_MEANS = lazy_regex(
    r"[을를]?\s*(?:뜻|의미|지칭|가리)(?:한다|합니다|하며|킨다|킵니다)|것(?:이다|입니다|을 말)|refers to"
)
_WORKS = lazy_regex(
    "(?:없이|대신|통해|함으로써|하여|사용해|이용해|바탕으로|기반으로|배제하면서)[^%]+(?:니다|한다|된다)[.]?$"
)
_COMPLAINS = lazy_regex(r"그러나|하지만|한계|문제점|어려움|부족|느린|어렵|못하|않는다|않습니다|최근|기존")
_OWN = lazy_regex(r"제안(?:한다|합니다|하며|했)|소개(?:한다|합니다|하며|했)")
_GIVEN = (
    r"['\"’”]?\s*(?:\([^)]{1,60}\))?\s*"
    r"(?:[을를] (?:소개|제안|제시|도입|공개|개발|발표)"
    r"|(?:이라는|라는|라고)\s[^.]{2,80}(?:소개|제안|제시|도입|공개|개발))"
)


class Definer:
    """Tells sentences that say what the thing of some names is. Immutable."""

    def __init__(self, names: Iterable[str]) -> None:
        called = "|".join(_spelled(name) for name in names if name.strip()) or "(?!)"
        explained = rf"(?:{called})s?(?:\s?\([^)]{{1,60}}\))?"
        explaining = rf"[^(]{{2,40}}\((?:[^)]{{0,40}}[,;:] ?)?(?:{called})s?(?=[,;)])[^)]{{0,40}}\)"
        self._name = re.compile(rf"(?<![\w-])(?:{called})(?:s\b)?", re.IGNORECASE)
        self._topic = re.compile(
            rf"^(?:[^,]{{0,30}}, )?['\"‘“]?(?<![\w-])(?:{explained}|{explaining})['\"’”]?(?:들)?"
            rf"(?: (?:방식|방법|기법|알고리즘|기술|모델|학습))?(?:은|는|이란|란| is| are| refers)[\s,]",
            re.IGNORECASE,
        )
        self._given = re.compile(rf"(?<![\w-])(?<![A-Za-z] )(?<!새로운 )(?:{called})s?{_GIVEN}", re.IGNORECASE)

    def score(self, sentence: str, *, own: bool = False) -> int:
        """How well a sentence says what that is, 0 where it does not speak of it; `own`: it is of the paper that gave
        it its name."""
        if not self._name.search(sentence):
            return 0
        begins = self._topic.search(sentence) is not None
        says = begins and (_IS.search(sentence) or _MEANS.search(sentence)) is not None
        works = begins and not says and _WORKS.search(sentence) is not None
        gives = (given := self._given.search(sentence)) is not None and sentence[given.start()].isupper()
        score = 4 * begins + 4 * says + 2 * works + 6 * gives + 2 * own + 3 * (own and bool(_OWN.search(sentence)))
        return max(0, score - 3 * bool(_COMPLAINS.search(sentence)) - 2 * (len(sentence) > _LONGEST))

    def best(self, papers: Iterable[Paper], introduced: Paper | None = None) -> tuple[Paper, Excerpt, int] | None:
        """The sentence of the summaries that best says what it is, and its score; None where none does. Of those that
        are as good, the first. `introduced` is the paper that gave it its name."""
        best: tuple[Paper, Excerpt, int] | None = None
        for paper in {paper.arxiv_id: paper for paper in papers}.values():
            for index, point in enumerate(paper.points):
                for place in sentences(point.text):
                    score = self.score(point.text[slice(*place)], own=paper is introduced)
                    if score >= DEFINES and (best is None or score > best[2]):
                        best = paper, part_of_point(index, place, ()), score
        return best


def _spelled(name: str) -> str:
    """A pattern for a name, whatever the spaces and hyphens in it."""
    return r"[\s-]*".join(map(re.escape, re.sub(r"[\s-]", "", name)))
