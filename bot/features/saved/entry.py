"""A saved paper, and what is known of it now."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rendering.plain import one_line
from bot.state.saved import SavedPaper
from retrieval.paper import Paper


@dataclass(frozen=True, slots=True)
class Entry:
    """A saved paper, and the paper in the corpus; None where it has left that."""

    saved: SavedPaper
    paper: Paper | None

    @property
    def arxiv_id(self) -> str:
        return self.saved.arxiv_id

    @property
    def title(self) -> str:
        return one_line(self.paper.title if self.paper else self.saved.title)

    @property
    def authors(self) -> list[str]:
        return [name for author in (self.paper.authors if self.paper else ()) if (name := one_line(author))]

    @property
    def day(self) -> str:
        """The newest day on which the paper was in a digest, "" where that is not known."""
        return self.paper.latest.date.isoformat() if self.paper else ""
