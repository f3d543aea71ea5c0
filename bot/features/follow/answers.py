"""Answers about follows, and alerts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from bot.core.answer import Answer
from bot.core.send_failure import say_failure
from bot.features.follow import phrases
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.papers import PaperLines
from bot.rendering.phrases import papers
from bot.state.follows import Follow, Mailbox
from retrieval.paper import Paper


@dataclass(frozen=True, slots=True)
class FollowRow:
    """A mailbox and what it follows; `channel` is the name of the channel that has it, "" for a person's."""

    mailbox: Mailbox
    follows: tuple[Follow, ...]
    channel: str = ""

    def block(self, options: RenderOptions) -> Block:
        lines = []
        if self.channel:
            lines.append(Line((Run(options.say(phrases.LIST_CHANNEL, channel=self.channel), bold=True),)))
        lines += [line(options.quote(follow.query), LineKind.BULLET) for follow in self.follows]
        if self.mailbox.paused:
            failure = say_failure(self.mailbox.failure, options.language) if self.mailbox.failure else ""
            lines.append(line(options.say(phrases.LIST_PAUSED, failure=failure), LineKind.SMALL))
        return Block(tuple(lines))


@dataclass(frozen=True, slots=True)
class FollowList(Answer):
    """What a person follows, and the channels of a server that they manage; there is at least one follow."""

    rows: tuple[FollowRow, ...]

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        title = options.say(phrases.LIST_TITLE, count=sum(len(row.follows) for row in self.rows))
        return (Block((line(title, LineKind.HEADING),)), *(row.block(options) for row in self.rows))


@dataclass(frozen=True, slots=True)
class AlertGroup:
    """New papers that match a followed query: those that are listed, and how many there are."""

    query: str
    papers: tuple[Paper, ...]
    total: int

    def head(self, options: RenderOptions) -> Block:
        query = options.quote(self.query)
        lines = [Line((Run(options.say(phrases.ALERT_QUERY, query=query), bold=True),))]
        if more := self.total - len(self.papers):
            said = options.say(phrases.ALERT_MORE, papers=papers(more, options.language), query=query)
            lines.append(line(said, LineKind.SMALL))
        return Block(tuple(lines))


@dataclass(frozen=True, slots=True)
class Alert(Answer):
    """The new papers that one message brings to a mailbox; `batch` names the message. No paper is in two groups."""

    mailbox: Mailbox
    batch: str
    groups: tuple[AlertGroup, ...]
    total: int

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        phrase = phrases.ALERT_CHANNEL_TITLE if self.mailbox.owner.channel_id else phrases.ALERT_TITLE
        blocks = [Block((line(options.say(phrase, papers=papers(self.total, options.language)), LineKind.HEADING),))]
        lines, number = PaperLines(options), count(1)
        for group in self.groups:
            blocks.append(group.head(options))
            blocks += [lines.entry(paper, next(number)) for paper in group.papers]
        return tuple(blocks)
