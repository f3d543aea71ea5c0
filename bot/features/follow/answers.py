"""Answers about follows, and alerts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.send_failure import say_trouble
from bot.features.follow import phrases
from bot.rendering.blocks import Block, Kind, Limits, Line, Run, line
from bot.rendering.language import Language
from bot.rendering.papers import PaperLines
from bot.rendering.phrases import papers
from bot.rendering.snippet import clip
from bot.state.follows import Follow, Mailbox
from retrieval.paper import Paper


@dataclass(frozen=True, slots=True)
class Following:
    """A mailbox and what it follows; `channel` is the name of the channel that it is, "" for a person's."""

    mailbox: Mailbox
    follows: tuple[Follow, ...]
    channel: str = ""


@dataclass(frozen=True, slots=True)
class FollowList:
    """What somebody follows, and the channels of the server that they run; there is at least one follow."""

    rows: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class AlertGroup:
    """New papers on a query that is followed: those that are listed, and how many there are."""

    query: str
    papers: tuple[Paper, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Alert:
    """The new papers that go to a mailbox with one message; `batch` names it. Each paper comes once."""

    mailbox: Mailbox
    batch: str
    groups: tuple[AlertGroup, ...]
    total: int


def follow_blocks(answer: FollowList, language: Language, limits: Limits) -> tuple[Block, ...]:
    """A title, and a block for each mailbox."""
    count = sum(len(row.follows) for row in answer.rows)
    title = Block((line(phrases.LIST_TITLE.say(language, count=count), Kind.HEADING),))
    return (title, *(_mailbox(row, language, limits) for row in answer.rows))


def _mailbox(row: Following, language: Language, limits: Limits) -> Block:
    lines = []
    if row.channel:
        lines.append(Line((Run(phrases.LIST_CHANNEL.say(language, channel=row.channel), bold=True),)))
    lines += [line(clip(one.query, limits.query), Kind.BULLET) for one in row.follows]
    if row.mailbox.paused:
        trouble = say_trouble(row.mailbox.trouble, language) if row.mailbox.trouble else ""
        lines.append(line(phrases.LIST_PAUSED.say(language, trouble=trouble), Kind.SMALL))
    return Block(tuple(lines))


def alert_blocks(answer: Alert, language: Language, limits: Limits) -> tuple[Block, ...]:
    """A title, then under each query its papers."""
    phrase = phrases.ALERT_CHANNEL_TITLE if answer.mailbox.owner.channel_id else phrases.ALERT_TITLE
    title = phrase.say(language, papers=papers(answer.total, language))
    blocks = [Block((line(title, Kind.HEADING),))]
    lines, number = PaperLines(language, limits), 1
    for group in answer.groups:
        query = clip(group.query, limits.query)
        head = [Line((Run(phrases.ALERT_QUERY.say(language, query=query), bold=True),))]
        if more := group.total - len(group.papers):
            said = phrases.ALERT_MORE.say(language, papers=papers(more, language), query=query)
            head.append(line(said, Kind.SMALL))
        blocks.append(Block(tuple(head)))
        for paper in group.papers:
            blocks.append(lines.entry(paper, number))
            number += 1
    return tuple(blocks)
