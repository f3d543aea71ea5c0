"""The papers that people saved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Column, Connection, Table, UniqueConstraint, bindparam, delete, func, select

from bot.state.engine.database import Database, reading, writing
from bot.state.engine.schema import METADATA, Id, Text, insert_into
from retrieval.paper import arxiv_url

MAX_SAVED: Final = 1_000  # papers a person

saved_papers = Table(
    "saved_papers",
    METADATA,
    Column("id", Id, primary_key=True),
    Column("user_id", Id, nullable=False),
    Column("arxiv_id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    UniqueConstraint("user_id", "arxiv_id"),
)

_table = saved_papers.c
_LIST = (
    select(_table.arxiv_id, _table.title, _table.saved_at)
    .where(_table.user_id == bindparam("user_id"))
    .order_by(_table.id.desc())
)


@dataclass(frozen=True, slots=True)
class SavedPaper:
    """A paper that somebody saved, with the title it had then; it may have left the corpus since."""

    arxiv_id: str
    title: str
    saved_at: datetime

    @property
    def url(self) -> str:
        return arxiv_url(self.arxiv_id)


class Saved:
    """The saved papers of everybody, at most `MAX_SAVED` a person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def of(self, connection: Connection, user_id: int) -> tuple[SavedPaper, ...]:
        """What the person saved, the latest first."""
        rows = connection.execute(_LIST, {"user_id": user_id})
        return tuple(SavedPaper(arxiv_id, title, datetime.fromisoformat(at)) for arxiv_id, title, at in rows)

    @writing
    def add(self, connection: Connection, user_id: int, paper: SavedPaper) -> bool:
        """Save a paper; one that is saved already stays as it is. False where the person has no room left."""
        count = select(func.count()).where(_table.user_id == user_id)
        if connection.execute(count).scalar_one() >= MAX_SAVED:
            return False
        values = {"arxiv_id": paper.arxiv_id, "title": paper.title, "saved_at": paper.saved_at.isoformat()}
        added = insert_into(connection, saved_papers).values(user_id=user_id, **values)
        connection.execute(added.on_conflict_do_nothing())
        return True

    @writing
    def remove(self, connection: Connection, user_id: int, arxiv_id: str) -> bool:
        """Remove a saved paper. False where it was not saved."""
        mine = (_table.user_id == user_id, _table.arxiv_id == arxiv_id)
        removed = connection.execute(delete(saved_papers).where(*mine))
        return removed.rowcount > 0
