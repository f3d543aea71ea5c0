"""New papers that people and channels are still to be told of, and the messages that tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection, case, delete, exists, func, select, true, update

from bot.state.deliveries import Claim, claim, clear, postpone
from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import insert_into, table_of
from bot.state.follows import MAILBOXES, Mailbox, alerts, follows, mailboxes, read_mailbox, seen_papers
from bot.state.notes import read_note, write_note

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


@dataclass(frozen=True, slots=True)
class Waiting:
    """A mailbox that has papers waiting; `guild_id` is the server of its channel, None where it is a person's."""

    mailbox_id: int
    guild_id: int | None


class Alerts:
    """The papers that wait in mailboxes, and those that have been looked at."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def unseen(self, connection: Connection, arxiv_ids: Sequence[str]) -> list[str] | None:
        """Those of the papers that nobody has looked at for alerts; None where no paper was ever looked at."""
        if read_note(connection, _BEGUN) is None:
            return None
        asked = table_of(arxiv_ids).c.value
        seen = exists().where(seen_papers.c.arxiv_id == asked)
        return list(connection.execute(select(asked).where(~seen).distinct().order_by(asked)).scalars())

    @writing
    def mark_seen(
        self, connection: Connection, arxiv_ids: Sequence[str], matches: Sequence[tuple[int, str]] = ()
    ) -> None:
        """Mark papers as looked at, and let those wait that match a follow: `matches` are pairs of its number and a
        paper's id. All of it happens or nothing. Papers that another process has marked in the meantime are left out.
        """
        asked = table_of(arxiv_ids).c.value
        marked = insert_into(connection, seen_papers).from_select(["arxiv_id"], select(asked).where(true()))
        unseen = set(connection.execute(marked.on_conflict_do_nothing().returning(seen_papers.c.arxiv_id)).scalars())
        new = [(number, arxiv_id) for number, arxiv_id in matches if arxiv_id in unseen]
        numbers = {number for number, _ in new}
        rows = connection.execute(select(follows).where(follows.c.id.in_(numbers))).all()
        followed = {row.id: {"mailbox_id": row.mailbox_id, "follow_id": row.id, "user_id": row.user_id} for row in rows}
        if waiting := [{"arxiv_id": arxiv_id, **followed[number]} for number, arxiv_id in new if number in followed]:
            connection.execute(insert_into(connection, alerts).on_conflict_do_nothing(), waiting)
        write_note(connection, _BEGUN, "1")

    @reading
    def waiting(self, connection: Connection, today: date) -> list[Waiting]:
        """The mailboxes that have papers waiting, and have had no message today."""
        some = exists().where(alerts.c.mailbox_id == mailboxes.c.id)
        rows = connection.execute(
            select(mailboxes.c.id, mailboxes.c.guild_id)
            .where(some, ~mailboxes.c.paused, mailboxes.c.sent_on < today.isoformat())
            .order_by(mailboxes.c.id)
        )
        return [Waiting(number, guild_id) for number, guild_id in rows]

    @writing
    def claim(
        self, connection: Connection, mailbox_id: int, today: date, claimant: str, now: datetime
    ) -> Batch | datetime | None:
        """Claim what waits in a mailbox. None where nothing waits any more; where another process is sending it, the
        moment until which that one may. An earlier message that did not come through goes first, with the same papers.
        """
        box = mailboxes.c
        row = connection.execute(
            MAILBOXES.where(box.id == mailbox_id, ~box.paused, box.sent_on < today.isoformat())
        ).one_or_none()
        if row is None:
            return None
        in_box = alerts.c.mailbox_id == mailbox_id
        begun = connection.execute(select(func.min(alerts.c.batch)).where(in_box)).scalar()
        batch = begun or today.isoformat()
        claimed = claim(connection, f"alerts:{batch}", mailbox_id, claimant, now)
        if not isinstance(claimed, Claim):
            return claimed
        if not begun:
            connection.execute(update(alerts).where(in_box).values(batch=batch))
        papers = _papers(connection, mailbox_id, batch)
        return Batch(read_mailbox(row), claimed, papers) if papers else None

    @writing
    def done(self, connection: Connection, batch: Batch, today: date | None) -> None:
        """The message has been sent today; where that is None, none was needed any more."""
        number, sent_on = batch.mailbox.id, mailboxes.c.sent_on
        connection.execute(delete(alerts).where(alerts.c.mailbox_id == number, alerts.c.batch == batch.day))
        day = today.isoformat() if today else ""
        connection.execute(
            update(mailboxes)
            .where(mailboxes.c.id == number)
            .values(sent_on=case((sent_on < day, day), else_=sent_on), trouble=None, told=True)
        )
        clear(connection, "alerts", number)

    @writing
    def postpone(self, connection: Connection, batch: Batch, until: datetime) -> None:
        """The message cannot be sent from here yet; nobody tries before `until`."""
        postpone(connection, batch.claim, until)

    @writing
    def failed(self, connection: Connection, batch: Batch, failure: str, until: datetime | None) -> None:
        """The message did not come through. The next attempt is at `until`; where that is None the mailbox pauses, and
        all that waits in it goes on waiting."""
        pausing = {} if until else {"paused": True, "told": False}
        connection.execute(
            update(mailboxes).where(mailboxes.c.id == batch.mailbox.id).values(trouble=failure, **pausing)
        )
        if until:
            postpone(connection, batch.claim, until)


def _papers(connection: Connection, mailbox_id: int, batch: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = connection.execute(
        select(follows.c.query, alerts.c.arxiv_id)
        .join_from(alerts, follows)
        .where(alerts.c.mailbox_id == mailbox_id, alerts.c.batch == batch)
        .order_by(follows.c.id, alerts.c.arxiv_id.desc())
    )
    found: dict[str, list[str]] = {}
    taken: set[str] = set()
    for query, arxiv_id in rows:
        if arxiv_id not in taken:
            found.setdefault(query, []).append(arxiv_id)
            taken.add(arxiv_id)
    return tuple((query, tuple(ids)) for query, ids in found.items())
