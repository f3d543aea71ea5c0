"""The papers that wait to be told of, and the message with which they go."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import aiosqlite

from bot.state.deliveries import Claim, claim, forget, put_off
from bot.state.follows import MAILBOXES, Mailbox, read_mailbox
from retrieval.storage.database import Database

_BEGUN: Final = "alerts-begun"


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes out with one message: the ids of papers under the query that first found them."""

    mailbox: Mailbox
    claim: Claim
    papers: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def day(self) -> str:
        """The day on which it was begun."""
        return self.claim.name.partition(":")[2]


class Alerts:
    """The papers that wait in mailboxes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def unseen(self, arxiv_ids: Sequence[str]) -> list[str] | None:
        """Those of the papers that have not been looked at for alerts; None where none ever have."""
        async with self._database.reading() as connection:
            if not await connection.execute_fetchall("SELECT 1 FROM notes WHERE name = ?", (_BEGUN,)):
                return None
            rows = await connection.execute_fetchall(
                "SELECT value FROM json_each(?) EXCEPT SELECT arxiv_id FROM seen_papers", (json.dumps(arxiv_ids),)
            )
        return [arxiv_id for [arxiv_id] in rows]

    async def take_up(self, arxiv_ids: Sequence[str], matches: Iterable[tuple[int, str]]) -> None:
        """Note papers as looked at, and those that match a follow (by its number) as waiting, at once or not at all.

        Of papers that another process has looked at in the meantime nothing is noted.
        """
        async with self._database.writing() as connection:
            rows = await connection.execute_fetchall(
                "SELECT value FROM json_each(?) EXCEPT SELECT arxiv_id FROM seen_papers", (json.dumps(arxiv_ids),)
            )
            news = {arxiv_id for [arxiv_id] in rows}
            await connection.executemany("INSERT INTO seen_papers VALUES (?)", ((one,) for one in sorted(news)))
            await connection.executemany(
                "INSERT OR IGNORE INTO alerts (mailbox_id, arxiv_id, follow_id, user_id)"
                " SELECT mailbox_id, ?, id, user_id FROM follows WHERE id = ?",
                [(arxiv_id, follow) for follow, arxiv_id in matches if arxiv_id in news],
            )
            await connection.execute("INSERT OR IGNORE INTO notes VALUES (?, '1')", (_BEGUN,))

    async def waiting(self, today: date) -> list[int]:
        """The mailboxes that have papers waiting, and have had no message today."""
        async with self._database.reading() as connection:
            rows = await connection.execute_fetchall(
                "SELECT DISTINCT m.id FROM mailboxes m JOIN alerts a ON a.mailbox_id = m.id"
                " WHERE NOT m.paused AND m.sent_on < ? ORDER BY m.id",
                (today.isoformat(),),
            )
        return [number for [number] in rows]

    async def claim(self, mailbox_id: int, today: date, claimant: str, now: datetime) -> Batch | datetime | None:
        """Leave to send what waits in a mailbox: None where nothing does any more, and where another process is at it,
        until when. A message that was begun earlier comes first, with just what it was begun with."""
        async with self._database.writing() as connection:
            rows = await connection.execute_fetchall(
                f"{MAILBOXES} WHERE id = ? AND NOT paused AND sent_on < ?",
                (mailbox_id, today.isoformat()),
            )
            for row in rows:
                [[begun]] = await connection.execute_fetchall(
                    "SELECT min(batch) FROM alerts WHERE mailbox_id = ?", (mailbox_id,)
                )
                batch = begun or today.isoformat()
                leave = await claim(connection, f"alerts:{batch}", mailbox_id, claimant, now)
                if not isinstance(leave, Claim):
                    return leave
                if not begun:
                    await connection.execute("UPDATE alerts SET batch = ? WHERE mailbox_id = ?", (batch, mailbox_id))
                papers = await _papers(connection, mailbox_id, batch)
                return Batch(read_mailbox(row), leave, papers) if papers else None
        return None

    async def done(self, batch: Batch, today: date) -> None:
        """The message has been sent."""
        async with self._database.writing() as connection:
            await connection.execute(
                "DELETE FROM alerts WHERE mailbox_id = ? AND batch = ?", (batch.mailbox.id, batch.day)
            )
            await connection.execute(
                "UPDATE mailboxes SET sent_on = max(sent_on, ?), trouble = NULL, told = 1 WHERE id = ?",
                (today.isoformat(), batch.mailbox.id),
            )
            await forget(connection, "alerts", batch.mailbox.id)

    async def failed(self, batch: Batch, trouble: str, until: datetime | None) -> None:
        """The message did not come through; there is another attempt at `until`, and where that is None the mailbox
        pauses, with all that waits in it."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE mailboxes SET trouble = ?, paused = max(paused, ?), told = min(told, ?) WHERE id = ?",
                (trouble, until is None, until is not None, batch.mailbox.id),
            )
            if until:
                await put_off(connection, batch.claim, until)


async def _papers(
    connection: aiosqlite.Connection, mailbox_id: int, batch: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = await connection.execute_fetchall(
        "SELECT f.query, a.arxiv_id FROM alerts a JOIN follows f ON f.id = a.follow_id"
        " WHERE a.mailbox_id = ? AND a.batch = ? ORDER BY f.id, a.arxiv_id DESC",
        (mailbox_id, batch),
    )
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for query, arxiv_id in rows:
        if arxiv_id not in taken:
            found.setdefault(query, []).append(arxiv_id)
            taken.add(arxiv_id)
    return tuple((query, tuple(ids)) for query, ids in found.items())
