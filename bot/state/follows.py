"""What people and channels follow, and the mailboxes that new papers on it go to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Table,
    UniqueConstraint,
    and_,
    delete,
    false,
    or_,
    select,
    true,
    update,
)

from bot.rendering.language import Language
from bot.state.deliveries import restart_attempts
from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import METADATA, Id, Text, insert_into
from bot.state.settings import FRESH_FOR_S

MAX_FOLLOWS: Final = 50  # of a person, and of a channel

# mailboxes    a person (`user_id`) or a channel of a server, who gets one message a day; `sent_on` is the last such
#              day, `trouble` the last failure to send one, and `told` whether somebody has heard of that
# follows      what a mailbox gets papers on
# alerts       papers that wait in a mailbox; those with a `batch` belong to the message of that day
# seen_papers  the papers that have been looked at for alerts, so that each is new only once
# Every row about a person has their `user_id`: by it the row is shown to them, and deleted.
mailboxes = Table(
    "mailboxes",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("user_id", Id, unique=True),
    Column("channel_id", Id, unique=True),
    Column("guild_id", Id),
    Column("language", Text, nullable=False),
    Column("sent_on", Text, nullable=False, server_default=""),
    Column("trouble", Text),
    Column("paused", Boolean, nullable=False, server_default=false()),
    Column("told", Boolean, nullable=False, server_default=true()),
    sqlite_autoincrement=True,
)
follows = Table(
    "follows",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("mailbox_id", Id, ForeignKey("mailboxes.id", ondelete="CASCADE"), nullable=False),
    Column("user_id", Id),
    Column("query", Text, nullable=False),
    UniqueConstraint("mailbox_id", "query"),
    sqlite_autoincrement=True,
)
alerts = Table(
    "alerts",
    METADATA,
    Column("mailbox_id", Id, ForeignKey("mailboxes.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("arxiv_id", Text, primary_key=True),
    Column("follow_id", Id, ForeignKey("follows.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("user_id", Id),
    Column("batch", Text),
    sqlite_with_rowid=False,
)
seen_papers = Table("seen_papers", METADATA, Column("arxiv_id", Text, primary_key=True), sqlite_with_rowid=False)

_box = mailboxes.c
MAILBOXES: Final = select(
    _box.id, _box.user_id, _box.channel_id, _box.guild_id, _box.language, _box.trouble, _box.paused, _box.sent_on
)
_RESUMED: Final = {"paused": False, "trouble": None, "told": True}


@dataclass(frozen=True, slots=True)
class Follow:
    """A query that a mailbox gets new papers on."""

    id: int
    query: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose mailbox: a person's, or (`channel_id`) a channel's of a server."""

    user_id: int | None
    channel_id: int | None = None
    guild_id: int | None = None


@dataclass(frozen=True, slots=True)
class Mailbox:
    """`failure` is what last kept a message from being sent, as `bot.core.send_failure` names it. A `paused` mailbox
    gets no messages. `sent_on` is the day of the last one, None where there was none."""

    id: int
    owner: Owner
    language: Language
    failure: str | None = None
    paused: bool = False
    sent_on: date | None = None


class Follows:
    """What all people and channels follow."""

    def __init__(self, database: Database, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` counts seconds."""
        self._database = database
        self._clock = clock
        self._all_told_after = -1
        self._all_told_until = 0.0

    @writing
    def add(self, connection: Connection, owner: Owner, query: str, language: Language) -> bool | None:
        """Follow a query. False where it is followed already, None where there are MAX_FOLLOWS. A paused mailbox is
        resumed, because whoever follows something wants to hear of it."""
        values = {"user_id": owner.user_id, "channel_id": owner.channel_id, "guild_id": owner.guild_id}
        opened = insert_into(connection, mailboxes).values(language=language, **values)
        connection.execute(opened.on_conflict_do_nothing())
        mailbox = _mailbox(connection, owner)
        if mailbox is None:
            return None
        queries = connection.execute(select(follows.c.query).where(follows.c.mailbox_id == mailbox.id)).scalars().all()
        if query in queries or len(queries) >= MAX_FOLLOWS:
            return False if query in queries else None
        follow = {"mailbox_id": mailbox.id, "user_id": owner.user_id, "query": query}
        connection.execute(insert_into(connection, follows).values(follow))
        connection.execute(update(mailboxes).where(_box.id == mailbox.id).values(language=language, **_RESUMED))
        restart_attempts(connection, "alerts", mailbox.id)
        return True

    @reading
    def of(self, connection: Connection, owner: Owner) -> tuple[Mailbox | None, tuple[Follow, ...]]:
        """The mailbox and what it follows, oldest first."""
        mailbox = _mailbox(connection, owner)
        return mailbox, _follows(connection, follows.c.mailbox_id == mailbox.id) if mailbox else ()

    @reading
    def channels(self, connection: Connection, guild_id: int) -> tuple[tuple[Mailbox, tuple[Follow, ...]], ...]:
        """The channels of a server that follow something, and what."""
        rows = connection.execute(MAILBOXES.where(_box.guild_id == guild_id).order_by(_box.id)).all()
        found = ((box, _follows(connection, follows.c.mailbox_id == box.id)) for box in map(read_mailbox, rows))
        return tuple((mailbox, followed) for mailbox, followed in found if followed)

    @writing
    def remove(self, connection: Connection, follow_id: int) -> None:
        """End a follow. What waits because of it is deleted too, and with the last follow the mailbox."""
        connection.execute(delete(follows).where(follows.c.id == follow_id))
        left = select(follows.c.id).where(follows.c.mailbox_id == _box.id)
        connection.execute(delete(mailboxes).where(~left.exists()))

    @writing
    def resume(self, connection: Connection, mailbox_id: int) -> None:
        """Send messages to a paused mailbox again, first what waited."""
        connection.execute(update(mailboxes).where(_box.id == mailbox_id).values(_RESUMED))
        restart_attempts(connection, "alerts", mailbox_id)

    @reading
    def all(self, connection: Connection) -> tuple[Follow, ...]:
        """Every follow there is."""
        return _follows(connection, true())

    async def take_unreported(self, user_id: int, guild_id: int | None) -> tuple[Mailbox, ...]:
        """The paused mailboxes of a person, and of a server (None: of no server), that nobody has been told of. Whoever
        takes them has to tell."""
        if await self._is_all_told():
            return ()
        untold = and_(or_(_box.user_id == user_id, _box.guild_id == guild_id), ~_box.told)
        return await self._take(untold) if await self._any(untold) else ()

    async def _is_all_told(self) -> bool:
        """Whether nothing is untold, as it was a moment ago and this process has not written since: it is asked below
        every command, and most often so."""
        if self._all_told_after == self._database.writes and self._clock() < self._all_told_until:
            return True
        writes, until = self._database.writes, self._clock() + FRESH_FOR_S
        if await self._any(~_box.told):
            return False
        self._all_told_after, self._all_told_until = writes, until
        return True

    @reading
    def _any(self, connection: Connection, which: ColumnElement[bool]) -> bool:
        return connection.execute(select(_box.id).where(which).limit(1)).first() is not None

    @writing
    def _take(self, connection: Connection, untold: ColumnElement[bool]) -> tuple[Mailbox, ...]:
        rows = connection.execute(MAILBOXES.where(untold).order_by(_box.id)).all()
        connection.execute(update(mailboxes).where(untold).values(told=True))
        return tuple(map(read_mailbox, rows))


def _mailbox(connection: Connection, owner: Owner) -> Mailbox | None:
    which = _box.channel_id == owner.channel_id if owner.channel_id else _box.user_id == owner.user_id
    return next(map(read_mailbox, connection.execute(MAILBOXES.where(which))), None)


def _follows(connection: Connection, which: ColumnElement[bool]) -> tuple[Follow, ...]:
    rows = connection.execute(select(follows.c.id, follows.c.query).where(which).order_by(follows.c.id))
    return tuple(Follow(number, query) for number, query in rows)


def read_mailbox(row: Any) -> Mailbox:
    """The mailbox of a row of MAILBOXES."""
    number, user_id, channel_id, guild_id, language, failure, paused, sent_on = row
    day = date.fromisoformat(sent_on) if sent_on else None
    return Mailbox(number, Owner(user_id, channel_id, guild_id), language, failure, paused, day)
