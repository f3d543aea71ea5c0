"""Claims on messages that are to be sent once: of all processes only the one that holds the claim may send."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import aiosqlite

from retrieval.storage.database import Database

CLAIMANT: Final = f"{socket.gethostname()}:{os.getpid()}"
"""This process, among all that share the database."""

# name      what is sent: `post:2024-06-13`, `alerts:2024-06-14`
# target    to where: a channel's id, or a mailbox's number
# first_at  when it was first claimed; no message was sent before that
# until     nobody else takes it before then: its claimant is trying, or the next attempt is not due yet
DELIVERY_TABLES: Final = (
    """CREATE TABLE deliveries (
        name TEXT NOT NULL,
        target INTEGER NOT NULL,
        claimant TEXT NOT NULL,
        first_at REAL NOT NULL,    -- seconds since 1970, as all times here
        until REAL NOT NULL,
        attempts INTEGER NOT NULL,
        PRIMARY KEY (name, target)
    ) WITHOUT ROWID""",
)

ATTEMPT_WITHIN: Final = timedelta(seconds=25)
"""How long an attempt may take; its claim holds a little longer."""
_HELD: Final = ATTEMPT_WITHIN + timedelta(seconds=5)

RETRY_AFTER: Final[Sequence[timedelta]] = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
)
"""The waits between attempts. After the last attempt the schedule, or the mailbox, pauses."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Permission to send something now. After the first `attempt` (from 1) an earlier one may have sent it already, at
    `first_at` or later."""

    name: str
    target: int
    attempt: int
    first_at: datetime

    @property
    def last(self) -> bool:
        """Whether there is no attempt after this one."""
        return self.attempt > len(RETRY_AFTER)


async def claim(
    connection: aiosqlite.Connection, name: str, target: int, claimant: str, now: datetime
) -> Claim | datetime:
    """Claim a delivery, in a transaction that writes; where another process holds it, until when it does."""
    key = (name, target)
    rows = await connection.execute_fetchall(
        "SELECT first_at, until, attempts FROM deliveries WHERE name = ? AND target = ?", key
    )
    first_at, until, attempts = next(iter(rows), (now.timestamp(), 0.0, 0))
    if until > now.timestamp():
        return datetime.fromtimestamp(until, UTC)
    await connection.execute(
        "INSERT OR REPLACE INTO deliveries VALUES (?, ?, ?, ?, ?, ?)",
        (*key, claimant, first_at, (now + _HELD).timestamp(), attempts + 1),
    )
    return Claim(name, target, attempts + 1, datetime.fromtimestamp(first_at, UTC))


async def postpone(connection: aiosqlite.Connection, claim: Claim, until: datetime) -> None:
    """Give up a claim; nobody tries again before `until`."""
    await connection.execute(
        "UPDATE deliveries SET until = ? WHERE name = ? AND target = ? AND attempts = ?",
        (until.timestamp(), claim.name, claim.target, claim.attempt),
    )


async def clear(connection: aiosqlite.Connection, kind: str, target: int) -> None:
    """Delete the deliveries of a kind (`post`, `alerts`) to a target, which are done or no longer wanted."""
    await connection.execute("DELETE FROM deliveries WHERE target = ? AND name GLOB ?", (target, f"{kind}:*"))


async def restart_attempts(connection: aiosqlite.Connection, kind: str, target: int) -> None:
    """Allow all attempts anew, the next one now. When the first was stays known, because it may have come through."""
    await connection.execute(
        "UPDATE deliveries SET attempts = min(attempts, 1), until = 0 WHERE target = ? AND name GLOB ?",
        (target, f"{kind}:*"),
    )


async def take_unreported(database: Database, select: str, mark: str, key: Sequence[int | None]) -> list[Any]:
    """The rows with a failure that nobody has been told of, as `select` finds them by `key`. They are marked as told by
    the statement `mark`, so whoever takes them has to tell."""
    rows = await database.recent_rows(select, *key)
    if rows:
        async with database.writing() as connection:
            await connection.execute(mark, key)
    return rows
