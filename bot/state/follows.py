"""What people and channels follow, and the mailboxes that new papers on it go to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import aiosqlite

from bot.rendering.language import Language
from bot.state.deliveries import restart_attempts, take_unreported
from retrieval.storage.database import Database

MAX_FOLLOWS: Final = 50  # of a person, and of a channel

# mailboxes    a person (`user_id`) or a channel of a server, who gets one message a day; `sent_on` is the last such
#              day, `trouble` the last failure to send one, and `told` whether somebody has heard of that
# follows      what a mailbox gets papers on
# alerts       papers that wait in a mailbox; those with a `batch` belong to the message of that day
# seen_papers  the papers that have been looked at for alerts, so that each is new only once
# Every row about a person has their `user_id`: by it the row is shown to them, and deleted.
FOLLOW_TABLES: Final = (
    """CREATE TABLE mailboxes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER UNIQUE,
        channel_id INTEGER UNIQUE,
        guild_id INTEGER,
        language TEXT NOT NULL,
        sent_on TEXT NOT NULL DEFAULT '',
        trouble TEXT,
        paused INTEGER NOT NULL DEFAULT 0,
        told INTEGER NOT NULL DEFAULT 1
    )""",
    """CREATE TABLE follows (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        mailbox_id INTEGER NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
        user_id INTEGER,
        query TEXT NOT NULL,
        UNIQUE (mailbox_id, query)
    )""",
    """CREATE TABLE alerts (
        mailbox_id INTEGER NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
        arxiv_id TEXT NOT NULL,
        follow_id INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
        user_id INTEGER,
        batch TEXT,
        PRIMARY KEY (mailbox_id, arxiv_id, follow_id)
    ) WITHOUT ROWID""",
    "CREATE TABLE seen_papers (arxiv_id TEXT PRIMARY KEY) WITHOUT ROWID",
)

MAILBOXES: Final = "SELECT id, user_id, channel_id, guild_id, language, trouble, paused, sent_on FROM mailboxes"


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

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, owner: Owner, query: str, language: Language) -> bool | None:
        """Follow a query. False where it is followed already, None where there are MAX_FOLLOWS. A paused mailbox is
        resumed, because whoever follows something wants to hear of it."""
        async with self._database.writing() as connection:
            await connection.execute(
                "INSERT OR IGNORE INTO mailboxes (user_id, channel_id, guild_id, language) VALUES (?, ?, ?, ?)",
                (owner.user_id, owner.channel_id, owner.guild_id, language),
            )
            mailbox = await _mailbox(connection, owner)
            if mailbox is None:
                return None
            [[count, known]] = await connection.execute_fetchall(
                "SELECT count(*), coalesce(max(query = ?), 0) FROM follows WHERE mailbox_id = ?", (query, mailbox.id)
            )
            if known or count >= MAX_FOLLOWS:
                return False if known else None
            await connection.execute(
                "INSERT INTO follows (mailbox_id, user_id, query) VALUES (?, ?, ?)", (mailbox.id, owner.user_id, query)
            )
            await connection.execute(
                "UPDATE mailboxes SET paused = 0, trouble = NULL, told = 1, language = ? WHERE id = ?",
                (language, mailbox.id),
            )
            await restart_attempts(connection, "alerts", mailbox.id)
        return True

    async def of(self, owner: Owner) -> tuple[Mailbox | None, tuple[Follow, ...]]:
        """The mailbox and what it follows, oldest first."""
        async with self._database.reading() as connection:
            mailbox = await _mailbox(connection, owner)
            if mailbox is None:
                return None, ()
            rows = await connection.execute_fetchall(
                "SELECT id, query FROM follows WHERE mailbox_id = ? ORDER BY id", (mailbox.id,)
            )
        return mailbox, tuple(Follow(*row) for row in rows)

    async def channels(self, guild_id: int) -> tuple[tuple[Mailbox, tuple[Follow, ...]], ...]:
        """The channels of a server that follow something, and what."""
        async with self._database.reading() as connection:
            mailboxes = await connection.execute_fetchall(f"{MAILBOXES} WHERE guild_id = ? ORDER BY id", (guild_id,))
            rows = await connection.execute_fetchall(
                "SELECT f.mailbox_id, f.id, f.query FROM follows f JOIN mailboxes m ON m.id = f.mailbox_id"
                " WHERE m.guild_id = ? ORDER BY f.id",
                (guild_id,),
            )
        follows: dict[int, list[Follow]] = {}
        for mailbox_id, number, query in rows:
            follows.setdefault(mailbox_id, []).append(Follow(number, query))
        found = map(read_mailbox, mailboxes)
        return tuple((mailbox, tuple(follows[mailbox.id])) for mailbox in found if mailbox.id in follows)

    async def remove(self, follow_id: int) -> None:
        """End a follow. What waits because of it is deleted too, and with the last follow the mailbox."""
        async with self._database.writing() as connection:
            await connection.execute("DELETE FROM follows WHERE id = ?", (follow_id,))
            await connection.execute(
                "DELETE FROM mailboxes WHERE NOT EXISTS (SELECT 1 FROM follows WHERE mailbox_id = mailboxes.id)"
            )

    async def resume(self, mailbox_id: int) -> None:
        """Send messages to a paused mailbox again, first what waited."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE mailboxes SET paused = 0, trouble = NULL, told = 1 WHERE id = ?", (mailbox_id,)
            )
            await restart_attempts(connection, "alerts", mailbox_id)

    async def all(self) -> tuple[Follow, ...]:
        """Every follow there is."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall("SELECT id, query FROM follows ORDER BY id")
        return tuple(Follow(*row) for row in rows)

    async def take_unreported(self, user_id: int, guild_id: int | None) -> tuple[Mailbox, ...]:
        """The paused mailboxes of a person, and of a server (None: of no server), that nobody has been told of. Whoever
        takes them has to tell."""
        if not await self._database.recent_rows("SELECT 1 FROM mailboxes WHERE NOT told LIMIT 1"):
            return ()  # asked below every command, and most often the case
        rows = await take_unreported(
            self._database,
            f"{MAILBOXES} WHERE (user_id = ? OR guild_id = ?) AND NOT told",
            "UPDATE mailboxes SET told = 1 WHERE user_id = ? OR guild_id = ?",
            (user_id, guild_id),
        )
        return tuple(map(read_mailbox, rows))


async def _mailbox(connection: aiosqlite.Connection, owner: Owner) -> Mailbox | None:
    column, value = ("channel_id", owner.channel_id) if owner.channel_id else ("user_id", owner.user_id)
    rows = await connection.execute_fetchall(f"{MAILBOXES} WHERE {column} = ?", (value,))
    return next(map(read_mailbox, rows), None)


def read_mailbox(row: Any) -> Mailbox:
    """The mailbox of a row of MAILBOXES."""
    number, user_id, channel_id, guild_id, language, failure, paused, sent_on = row
    day = date.fromisoformat(sent_on) if sent_on else None
    return Mailbox(number, Owner(user_id, channel_id, guild_id), language, failure, bool(paused), day)
