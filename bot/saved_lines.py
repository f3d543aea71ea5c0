"""What is said of saved papers, line by line."""

from __future__ import annotations

from bot import saved_words, words
from bot.answer import SavedList
from bot.page import Block, Kind, Limits, Line, Run, line
from bot.snippet import clip
from bot.words import Language
from retrieval.query.days import KOREA


def saved_blocks(answer: SavedList, language: Language, limits: Limits) -> tuple[Block, ...]:
    papers = saved_words.PAPERS.say(language, papers=words.papers(answer.total, language))
    if answer.query:
        title = saved_words.FOUND_TITLE.say(language, query=clip(answer.query, limits.query))
    else:
        title = saved_words.LIST_TITLE.say(language)
    counts = words.PAGE_OF.say(language, page=answer.page, pages=answer.pages) if answer.pages > 1 else ""
    if answer.total > len(answer.papers) and answer.query:
        counts = saved_words.BEST_ONES.say(language, shown=len(answer.papers))
    head = (line(title, Kind.HEADING), line(" · ".join(filter(None, (papers, counts))), Kind.SMALL))
    entries: list[Line] = []
    for number, paper in enumerate(answer.papers, answer.first):
        day = paper.saved_at.astimezone(KOREA).date()
        facts = saved_words.SAVED_ON.say(language, day=day, arxiv_id=paper.arxiv_id)
        lead = Run(f"{number}. ", bold=True)
        entries += [
            Line((lead, Run(clip(paper.title, limits.title), bold=True, url=paper.url))),
            line(facts, Kind.SMALL),
        ]
    return Block(head), Block(tuple(entries))
