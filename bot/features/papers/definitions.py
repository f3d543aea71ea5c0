"""What a term means, as far as the summaries say it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable

from bot.core.answer import Answer, Notice, Reason
from bot.core.app import App
from bot.features.papers import phrases
from bot.features.papers.answers import Definition
from bot.features.papers.service import Papers
from retrieval.analysis.sentences import sentences
from retrieval.paper import Paper
from retrieval.passages.excerpt import part_of_point
from retrieval.passages.passages import Passage

_LOOKED_THROUGH = 60  # papers in whose summaries a defining sentence is looked for
_BEST = 3  # papers
_CERTAIN = 0.7  # of a translation that is told; others may be another term's
_NAMES = 3
_LEAST = 6  # of a sentence that is shown
_LONGEST = 220  # characters that are read at a glance

_KIND = (
    "기술|기법|방법|방법론|방식|모델|프레임워크|알고리즘|과정|구조|접근법|접근|작업|문제|벤치마크|데이터셋|시스템|패러다임|아키텍처"
    "|전략|도구|학습법|개념|분야|능력|현상|메커니즘|메소드|메서드|절차|형태|지표|평가|네트워크|언어|라이브러리|플랫폼|에이전트|함수|공격"
)
_IS = re.compile(
    rf"(?:{_KIND})(?:들)?(?:이다|입니다|이며|이고|인데|이라|으로서|로서|으?로,|(?: 중|의) 하나|[을를] (?:말|뜻|의미)"
    r"|으?로 (?:부상|확립|알려|쓰|사용|활용|자리|등장|주목|여겨|널리))"
)
_MEANS = re.compile(r"[을를]?\s*(?:뜻|의미|지칭|가리)(?:한다|합니다|하며|킨다|킵니다)|것(?:이다|입니다|을 말)")
_COMPLAINS = re.compile(r"그러나|하지만|한계|문제점|어려움|부족|느린|어렵|못하|않는다|않습니다|최근|기존")
_OWN = re.compile(r"제안(?:한다|합니다|하며|했)|소개(?:한다|합니다|하며|했)")


class Definitions:
    """Says what a term means."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._papers = app.service(Papers)

    async def of(self, term: str) -> Answer:
        """The sentence that says what `term` is, its other names, the paper that is called so, and the best papers."""
        term = " ".join(term.split())
        if not any(map(str.isalnum, term)):
            return Notice(phrases.EMPTY_TERM, reason=Reason.MISUSE)
        known = [one for one in self._library.translations(term) if one.confidence >= _CERTAIN]
        names = tuple(one.term for one in known[:_NAMES])
        introduced = await self._papers.named(term)
        result = await self._library.search(self._library.parse(term), _LOOKED_THROUGH)
        asked = await self._library.ask(term, _BEST)
        if not (names or introduced or result.hits):
            return await self._papers.term(term)
        papers = [introduced] if introduced else []
        papers += [*(one.paper for one in asked.passages), *(one.paper for one in result.hits)]
        sentence = await asyncio.to_thread(defining_sentence, (term, *names), papers, introduced)
        hits = [hit for hit in result.hits if introduced is None or hit.paper.arxiv_id != introduced.arxiv_id]
        return Definition(term, sentence, names, introduced, tuple(hits[:_BEST]))


def defining_sentence(names: tuple[str, ...], papers: Iterable[Paper], introduced: Paper | None) -> Passage | None:
    """The sentence of the summaries that best says what something of those `names` is; None where none does. Of
    those that are as good, the first."""
    called = "|".join(map(_spelled, names))
    name = re.compile(rf"(?<![\w-])(?:{called})(?:s\b)?", re.IGNORECASE)
    explained = rf"(?:{called})s?(?:\s?\([^)]{{1,60}}\))?"
    explaining = rf"[^(]{{2,40}}\([^)]{{0,40}}\b(?:{called})s?\b[^)]{{0,40}}\)"
    topic = re.compile(
        rf"^(?:[^,]{{0,30}}, )?(?<![\w-])(?:{explained}|{explaining})(?:들)?(?:은|는|이란|란)[\s,]", re.IGNORECASE
    )
    best, found = _LEAST - 1, None
    for paper in {paper.arxiv_id: paper for paper in papers}.values():
        for index, point in enumerate(paper.points):
            for start, end in sentences(point.text):
                if not name.search(said := point.text[start:end]):
                    continue
                if (score := _score(said, topic, own=paper is introduced)) > best:
                    best, found = score, Passage(paper, part_of_point(index, (start, end), ()), float(score))
    return found


def _score(sentence: str, topic: re.Pattern[str], *, own: bool) -> int:
    """How well a sentence that has the name says what it is; `own`: it is in the summary of the paper of that name."""
    begins = topic.search(sentence) is not None
    says = _IS.search(sentence) is not None or _MEANS.search(sentence) is not None
    score = 4 * begins + 4 * (begins and says) + 2 * own + 3 * (own and _OWN.search(sentence) is not None)
    return score - 3 * (_COMPLAINS.search(sentence) is not None) - 2 * (len(sentence) > _LONGEST)


def _spelled(name: str) -> str:
    """A pattern for a name, whatever the spaces in it."""
    return r"\s*".join(map(re.escape, "".join(name.split())))
