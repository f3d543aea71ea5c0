"""Where a reader is: the list that a reply shows, or that the paper it shows was opened from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, get_args

from bot.core.answer import Answer
from bot.core.asker import Asker
from bot.features.daily.answers import DayPage
from bot.features.papers.answers import Listed, NoAnswer, PaperCard, Passages, Results, Similar, Term
from bot.features.papers.service import Answers
from bot.features.talk.service import listed
from bot.features.top.answers import TopPage
from bot.features.top.span import PERIODS

Kind = Literal["results", "day", "top", "similar", "ask", "term", "listed"]
_KINDS: Mapping[str, Kind] = {kind: kind for kind in get_args(Kind)}
_CODE = re.compile(rf"({'|'.join(_KINDS)}):(\d{{1,6}}):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """A list that can be asked for again: `text` is the query, day, period, arXiv id, question or term that it answers,
    `page` (from 1) the page of it."""

    kind: Kind
    text: str
    page: int = 1

    @property
    def code(self) -> str:
        """The place as one string, which `decode` understands."""
        return f"{self.kind}:{self.page}:{self.text}"

    def turned(self, page: int) -> Place:
        return replace(self, page=page)

    async def answer(self, answers: Answers, asker: Asker) -> Answer:
        """What is to be seen there now."""
        match self.kind:
            case "results":
                return await answers.search(self.text, self.page, asker.per_page)
            case "day":
                return await answers.daily(self.text, self.page)
            case "top":
                period, _, day = self.text.partition(" ")
                return await answers.top(PERIODS.get(period, "week"), day, self.page, asker.per_page)
            case "similar":
                return await answers.similar(self.text)
            case "term":
                return await answers.term(self.text)
            case "listed":
                return await listed(answers, self.text.split())
            case _:
                return await answers.ask(self.text)


def decode(code: str) -> Place | None:
    """The place that `code` stands for; None where it is none."""
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    return Place(_KINDS[match[1]], match[3], int(match[2]))


def place_of(answer: Answer) -> Place | None:
    """The place that `answer` shows; for a paper the list it was opened from. None where there is none."""
    match answer:
        case Results():
            return Place("results", answer.query, answer.page)
        case DayPage():
            return Place("day", answer.day.day.isoformat(), answer.page)
        case TopPage():
            return Place("top", f"{answer.span.period} {answer.span.since}", answer.page)
        case Passages() | NoAnswer():
            return Place("ask", answer.question)
        case Similar():
            return Place("similar", answer.paper.arxiv_id)
        case Term():
            return Place("term", answer.term)
        case Listed():
            return Place("listed", " ".join(answer.arxiv_ids))
        case PaperCard():
            return decode(answer.origin)
    return None
