"""Claims on what is to be sent once: whoever holds one, of all processes, may send it."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

import aiosqlite

CLAIMANT: Final = f"{socket.gethostname()}:{os.getpid()}"

# name      what is sent: `post:2024-06-13`, `alerts:2024-06-14`
# target    to where: a channel's id, or a mailbox's number
# first_at  when it was first claimed; what was sent, was sent after that
# until     till then nobody else takes it: while its claimant tries, and then until it is to be tried again
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
"""An attempt that takes longer is given up; its claim holds a little longer."""
_HELD: Final = ATTEMPT_WITHIN + timedelta(seconds=5)

RETRY_AFTER: Final[Sequence[timedelta]] = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=3),
)
"""The waits between attempts; after the last attempt it is paused."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Leave to send something now. Where `attempt` (from 1) is not the first, it may be there already, sent since
    `first_at`."""

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
    """Claim a delivery, in a transaction that writes; where another holds it, until when."""
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


async def put_off(connection: aiosqlite.Connection, claim: Claim, until: datetime) -> None:
    """Give up a claim until a later attempt."""
    await connection.execute(
        "UPDATE deliveries SET until = ? WHERE name = ? AND target = ? AND attempts = ?",
        (until.timestamp(), claim.name, claim.target, claim.attempt),
    )


async def forget(connection: aiosqlite.Connection, kind: str, target: int) -> None:
    """Drop what is known of deliveries of a kind (`post`, `alerts`) to a target: they are done, or not wanted."""
    await connection.execute("DELETE FROM deliveries WHERE target = ? AND name GLOB ?", (target, f"{kind}:*"))


async def let_go(connection: aiosqlite.Connection, kind: str, target: int) -> None:
    """Begin the attempts anew, and now, but go on knowing when the first one was: it may have come through."""
    await connection.execute(
        "UPDATE deliveries SET attempts = min(attempts, 1), until = 0 WHERE target = ? AND name GLOB ?",
        (target, f"{kind}:*"),
    )
