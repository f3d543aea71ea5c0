"""Answers about follows, and alerts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from bot.core.answer import Answer
from bot.core.paging import Page
from bot.core.send_failure import say_failure
from bot.features.follow import phrases
from bot.features.follow.expectation import Expectation, Narrower
from bot.rendering.blocks import Block, Line, LineKind, RenderOptions, Run, line
from bot.rendering.conditions import say_query
from bot.rendering.language import Language
from bot.rendering.papers import PaperLines
from bot.rendering.phrases import long_day, papers
from bot.rendering.snippet import clip
from bot.state.follows import Follow, Mailbox
from retrieval.paper import Paper
from retrieval.query.query import parse_query


@dataclass(frozen=True, slots=True)
class Followed(Answer):
    """That a query is followed from now on, by who asked or by the `channel` of that name; and what to expect."""

    query: str
    expectation: Expectation
    channel: str = ""

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        phrase, expected = (phrases.ADDED_CHANNEL if self.channel else phrases.ADDED), self.expectation
        said = options.say(
            phrase,
            query=_said(self.query, options),
            channel=clip(self.channel, options.limits.title),
            expected=expected.say(options.language),
        )
        return (Block((line(said),)),)


@dataclass(frozen=True, slots=True)
class Flood(Answer):
    """Whether to follow a query that brings many papers; `channel_id` is that of the channel that would follow it, None
    where who asks would. `narrower` brings fewer."""

    query: str
    expectation: Expectation
    narrower: Narrower | None = None
    channel_id: int | None = None

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        rate = self.expectation.say_rate(options.language)
        return (Block((line(options.say(phrases.FLOOD, query=_said(self.query, options), rate=rate)),)),)


@dataclass(frozen=True, slots=True)
class FollowRow:
    """A mailbox and what it follows; `channel` is the name of the channel that has it, "" for a person's."""

    mailbox: Mailbox
    follows: tuple[Follow, ...]
    channel: str = ""

    def place(self, language: Language) -> str:
        """Where its alerts come."""
        return self.channel or phrases.LIST_PERSONAL.say(language)

    def block(self, options: RenderOptions) -> Block:
        place = clip(self.place(options.language), options.limits.title)
        lines = [Line((Run(place, bold=True),))]
        lines += [line(_said(follow.query, options), LineKind.BULLET) for follow in self.follows]
        lines.append(line(self._last_alert(options), LineKind.SMALL))
        if self.mailbox.paused:
            failure = say_failure(self.mailbox.failure, options.language) if self.mailbox.failure else ""
            failure = clip(failure, options.limits.excerpt)
            lines.append(line(options.say(phrases.LIST_PAUSED, failure=failure), LineKind.SMALL))
        return Block(tuple(lines))

    def _last_alert(self, options: RenderOptions) -> str:
        if day := self.mailbox.sent_on:
            return options.say(phrases.LIST_LAST, day=long_day(day, options.language))
        return options.say(phrases.LIST_NO_ALERT)


@dataclass(frozen=True, slots=True)
class FollowList(Answer):
    """A page of the `total` follows of a person, and of the channels of a server that they manage. `ended` is the query
    that was just unfollowed, "" where none was; without it there is at least one follow."""

    rows: tuple[FollowRow, ...]
    total: int
    page: Page
    ended: str = ""

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        head = [line(options.say(phrases.LIST_TITLE, count=self.total), LineKind.HEADING)] if self.total else []
        if shown := self.page.shown(self.total, options.language):
            head.append(line(shown, LineKind.SMALL))
        if self.ended:
            head.append(line(options.say(phrases.REMOVED, query=_said(self.ended, options))))
        if not self.total:
            head.append(line(options.say(phrases.FOLLOWS_NOTHING)))
        return (Block(tuple(head)), *(row.block(options) for row in self.rows))


@dataclass(frozen=True, slots=True)
class AlertGroup:
    """New papers that match a followed query: those that are listed, and how many there are."""

    query: str
    papers: tuple[Paper, ...]
    total: int

    def head(self, options: RenderOptions) -> Block:
        query = _said(self.query, options)
        lines = [Line((Run(options.say(phrases.ALERT_QUERY, query=query), bold=True),))]
        if more := self.total - len(self.papers):
            typed = options.quote(self.query)
            said = options.say(phrases.ALERT_MORE, papers=papers(more, options.language), query=typed)
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
        return (*blocks, *lines.korean_note(paper for group in self.groups for paper in group.papers))


def _said(query: str, options: RenderOptions) -> str:
    """A followed query as people would say it."""
    return options.quote(say_query(parse_query(query), options.language))
