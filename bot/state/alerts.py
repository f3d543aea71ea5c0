"""New papers that people and channels are still to be told of, and the messages that tell them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import aiosqlite

from bot.state.deliveries import Claim, claim, clear, postpone
from bot.state.follows import MAILBOXES, Mailbox, read_mailbox
from retrieval.storage.database import Database

_BEGUN: Final = "alerts-begun"


@dataclass(frozen=True, slots=True)
class Batch:
    """What one message tells of: the ids of papers, each under the query that first found it."""

    mailbox: Mailbox
    claim: Claim
    papers: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def day(self) -> str:
        """The day on which the message was first to be sent."""
        return self.claim.name.partition(":")[2]


class Alerts:
    """The papers that wait in mailboxes, and those that have been looked at."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def unseen(self, arxiv_ids: Sequence[str]) -> list[str] | None:
        """Those of the papers that nobody has looked at for alerts; None where no paper was ever looked at."""
        async with self._database.reading() as connection:
            if not await connection.execute_fetchall("SELECT 1 FROM notes WHERE name = ?", (_BEGUN,)):
                return None
            rows = await connection.execute_fetchall(
                "SELECT value FROM json_each(?) EXCEPT SELECT arxiv_id FROM seen_papers", (json.dumps(arxiv_ids),)
            )
        return [arxiv_id for [arxiv_id] in rows]

    async def mark_seen(self, arxiv_ids: Sequence[str], matches: Iterable[tuple[int, str]] = ()) -> None:
        """Mark papers as looked at, and let those wait that match a follow: `matches` are pairs of its number and a
        paper's id. All of it happens or nothing. Papers that another process has marked in the meantime are left out.
        """
        async with self._database.writing() as connection:
            rows = await connection.execute_fetchall(
                "SELECT value FROM json_each(?) EXCEPT SELECT arxiv_id FROM seen_papers", (json.dumps(arxiv_ids),)
            )
            unseen = {arxiv_id for [arxiv_id] in rows}
            await connection.executemany("INSERT INTO seen_papers VALUES (?)", ((one,) for one in sorted(unseen)))
            await connection.executemany(
                "INSERT OR IGNORE INTO alerts (mailbox_id, arxiv_id, follow_id, user_id)"
                " SELECT mailbox_id, ?, id, user_id FROM follows WHERE id = ?",
                [(arxiv_id, follow) for follow, arxiv_id in matches if arxiv_id in unseen],
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
        """Claim what waits in a mailbox. None where nothing waits any more; where another process is sending it, the
        moment until which that one may. An earlier message that did not come through goes first, with the same papers.
        """
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
                claimed = await claim(connection, f"alerts:{batch}", mailbox_id, claimant, now)
                if not isinstance(claimed, Claim):
                    return claimed
                if not begun:
                    await connection.execute("UPDATE alerts SET batch = ? WHERE mailbox_id = ?", (batch, mailbox_id))
                papers = await _papers(connection, mailbox_id, batch)
                return Batch(read_mailbox(row), claimed, papers) if papers else None
        return None

    async def done(self, batch: Batch, today: date | None) -> None:
        """The message has been sent today; where that is None, none was needed any more."""
        async with self._database.writing() as connection:
            await connection.execute(
                "DELETE FROM alerts WHERE mailbox_id = ? AND batch = ?", (batch.mailbox.id, batch.day)
            )
            await connection.execute(
                "UPDATE mailboxes SET sent_on = max(sent_on, ?), trouble = NULL, told = 1 WHERE id = ?",
                (today.isoformat() if today else "", batch.mailbox.id),
            )
            await clear(connection, "alerts", batch.mailbox.id)

    async def failed(self, batch: Batch, failure: str, until: datetime | None) -> None:
        """The message did not come through. The next attempt is at `until`; where that is None the mailbox pauses, and
        all that waits in it goes on waiting."""
        async with self._database.writing() as connection:
            await connection.execute(
                "UPDATE mailboxes SET trouble = ?, paused = max(paused, ?), told = min(told, ?) WHERE id = ?",
                (failure, until is None, until is not None, batch.mailbox.id),
            )
            if until:
                await postpone(connection, batch.claim, until)


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
