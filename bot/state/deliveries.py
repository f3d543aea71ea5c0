"""Claims on messages that are to be sent once: of all processes only the one that holds the claim may send."""

from __future__ import annotations

import os
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Column, ColumnElement, Connection, Double, Integer, Table, case, delete, select, update

from bot.state.engine.schema import METADATA, Id, Text, insert_into

CLAIMANT: Final = f"{socket.gethostname()}:{os.getpid()}"
"""This process, among all that share the database."""

# name      what is sent: `post:2024-06-13`, `alerts:2024-06-14`
# target    to where: a channel's id, or a mailbox's number
# first_at  when it was first claimed; no message was sent before that (seconds since 1970, as all times here)
# until     nobody else takes it before then: its claimant is trying, or the next attempt is not due yet
deliveries = Table(
    "deliveries",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("target", Id, primary_key=True, autoincrement=False),
    Column("claimant", Text, nullable=False),
    Column("first_at", Double, nullable=False),
    Column("until", Double, nullable=False),
    Column("attempts", Integer, nullable=False),
    sqlite_with_rowid=False,
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


def claim(connection: Connection, name: str, target: int, claimant: str, now: datetime) -> Claim | datetime:
    """Claim a delivery, in a transaction that writes; where another process holds it, until when it does."""
    table = deliveries.c
    row = connection.execute(
        select(table.first_at, table.until, table.attempts).where(table.name == name, table.target == target)
    ).one_or_none()
    first_at, until, attempts = row or (now.timestamp(), 0.0, 0)
    if until > now.timestamp():
        return datetime.fromtimestamp(until, UTC)
    values = {"claimant": claimant, "until": (now + _HELD).timestamp(), "attempts": attempts + 1}
    held = insert_into(connection, deliveries).values(name=name, target=target, first_at=first_at, **values)
    connection.execute(held.on_conflict_do_update(index_elements=["name", "target"], set_=values))
    return Claim(name, target, attempts + 1, datetime.fromtimestamp(first_at, UTC))


def postpone(connection: Connection, claim: Claim, until: datetime) -> None:
    """Give up a claim; nobody tries again before `until`."""
    table = deliveries.c
    held = (table.name == claim.name, table.target == claim.target, table.attempts == claim.attempt)
    connection.execute(update(deliveries).where(*held).values(until=until.timestamp()))


def clear(connection: Connection, kind: str, target: int) -> None:
    """Delete the deliveries of a kind (`post`, `alerts`) to a target, which are done or no longer wanted."""
    connection.execute(delete(deliveries).where(deliveries.c.target == target, of_kind(kind)))


def restart_attempts(connection: Connection, kind: str, target: int) -> None:
    """Allow all attempts anew, the next one now. When the first was stays known, because it may have come through."""
    attempts = deliveries.c.attempts
    connection.execute(
        update(deliveries)
        .where(deliveries.c.target == target, of_kind(kind))
        .values(attempts=case((attempts > 1, 1), else_=attempts), until=0)
    )


def of_kind(kind: str) -> ColumnElement[bool]:
    """The deliveries of a kind."""
    return deliveries.c.name.startswith(f"{kind}:", autoescape=True)
