"""Answers about saved papers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.features.saved import phrases
from bot.rendering import phrases as common
from bot.rendering.blocks import Block, Kind, Limits, Line, Run, line
from bot.rendering.language import Language
from bot.rendering.snippet import clip
from bot.state.saved import SavedPaper
from retrieval.query.days import KOREA


@dataclass(frozen=True, slots=True)
class SavedList:
    """One page (from 1) of the papers that somebody keeps, the `first`th (from 1) and those that follow; there is at
    least one. With a `query`: those of them that match it best, of `total` that match."""

    papers: tuple[SavedPaper, ...]
    total: int
    page: int
    pages: int
    first: int
    query: str = ""


def saved_blocks(answer: SavedList, language: Language, limits: Limits) -> tuple[Block, ...]:
    papers = phrases.PAPERS.say(language, papers=common.papers(answer.total, language))
    if answer.query:
        title = phrases.FOUND_TITLE.say(language, query=clip(answer.query, limits.query))
    else:
        title = phrases.LIST_TITLE.say(language)
    counts = common.PAGE_OF.say(language, page=answer.page, pages=answer.pages) if answer.pages > 1 else ""
    if answer.total > len(answer.papers) and answer.query:
        counts = phrases.BEST_ONES.say(language, shown=len(answer.papers))
    head = (line(title, Kind.HEADING), line(" · ".join(filter(None, (papers, counts))), Kind.SMALL))
    entries: list[Line] = []
    for number, paper in enumerate(answer.papers, answer.first):
        day = paper.saved_at.astimezone(KOREA).date()
        facts = phrases.SAVED_ON.say(language, day=day, arxiv_id=paper.arxiv_id)
        lead = Run(f"{number}. ", bold=True)
        entries += [
            Line((lead, Run(clip(paper.title, limits.title), bold=True, url=paper.url))),
            line(facts, Kind.SMALL),
        ]
    return Block(head), Block(tuple(entries))
