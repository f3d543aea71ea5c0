"""What replies to plain words say: lists of named papers, the help on asking, the welcome to a server."""

from __future__ import annotations

from bot import talk_words
from bot.answer import Listed
from bot.page import Block, Kind, Line, Run, line
from bot.paper_lines import PaperLines
from bot.words import Language
from retrieval.library import Hit
from retrieval.passages.excerpt import Excerpt


def listed_blocks(answer: Listed, papers: PaperLines) -> tuple[Block, ...]:
    """The head, with the ids that are not here, and an entry for each paper with its first summary point."""
    head = [line(talk_words.LISTED_TITLE.say(papers.language), Kind.HEADING)]
    if answer.missing:
        said = talk_words.LISTED_MISSING.say(papers.language, arxiv_ids=", ".join(answer.missing))
        head.append(line(said, Kind.SMALL))
    first = Excerpt(0, ())
    hits = tuple(Hit(paper, 1.0, first if paper.points else None) for paper in answer.papers)
    return (Block(tuple(head)), *papers.hits(hits))


def talk_block(language: Language) -> Block:
    title = line(talk_words.TALK_TITLE.say(language), Kind.HEADING)
    return Block((title, *_rows(talk_words.talk_examples(language))))


def welcome_blocks(language: Language) -> tuple[Block, ...]:
    title = line(talk_words.WELCOME_TITLE.say(language), Kind.HEADING)
    admins = line(talk_words.WELCOME_ADMINS.say(language), Kind.HEADING)
    return (
        Block((title, line(talk_words.WELCOME_INTRO.say(language)))),
        Block((admins, *_rows(talk_words.welcome_steps(language)))),
    )


def _rows(rows: list[tuple[str, str]]) -> tuple[Line, ...]:
    return tuple(Line((Run(example, bold=True), Run(f" — {about}")), Kind.BULLET) for example, about in rows)
