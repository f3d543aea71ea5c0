"""What is said of follows, and of new papers on them."""

from __future__ import annotations

from bot import follow_words as words
from bot.answer import Alert, Following, FollowList
from bot.page import Block, Kind, Limits, Line, Run, line
from bot.paper_lines import PaperLines
from bot.snippet import clip
from bot.trouble import say_trouble
from bot.words import Language, papers


def follow_blocks(answer: FollowList, language: Language, limits: Limits) -> tuple[Block, ...]:
    """A title, and a block for each mailbox."""
    count = sum(len(row.follows) for row in answer.rows)
    title = Block((line(words.LIST_TITLE.say(language, count=count), Kind.HEADING),))
    return (title, *(_mailbox(row, language, limits) for row in answer.rows))


def _mailbox(row: Following, language: Language, limits: Limits) -> Block:
    lines = []
    if row.channel:
        lines.append(Line((Run(words.LIST_CHANNEL.say(language, channel=row.channel), bold=True),)))
    lines += [line(clip(one.query, limits.query), Kind.BULLET) for one in row.follows]
    if row.mailbox.paused:
        trouble = say_trouble(row.mailbox.trouble, language) if row.mailbox.trouble else ""
        lines.append(line(words.LIST_PAUSED.say(language, trouble=trouble), Kind.SMALL))
    return Block(tuple(lines))


def alert_blocks(answer: Alert, language: Language, limits: Limits) -> tuple[Block, ...]:
    """A title, then under each query its papers."""
    phrase = words.ALERT_CHANNEL_TITLE if answer.mailbox.owner.channel_id else words.ALERT_TITLE
    title = phrase.say(language, papers=papers(answer.total, language))
    blocks = [Block((line(title, Kind.HEADING),))]
    lines, number = PaperLines(language, limits), 1
    for group in answer.groups:
        query = clip(group.query, limits.query)
        head = [Line((Run(words.ALERT_QUERY.say(language, query=query), bold=True),))]
        if more := group.total - len(group.papers):
            said = words.ALERT_MORE.say(language, papers=papers(more, language), query=query)
            head.append(line(said, Kind.SMALL))
        blocks.append(Block(tuple(head)))
        for paper in group.papers:
            blocks.append(lines.entry(paper, number))
            number += 1
    return tuple(blocks)
