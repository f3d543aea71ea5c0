"""What a model made of papers, kept beside the digests: summaries that no digest has yet, and what not to ask again.

Losing it costs tokens and nothing else.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from bot.model.summaries.prompt import VERSION
from retrieval.paper import SummaryPoint
from retrieval.sources.summarizing import Unsummarized
from retrieval.sources.whole_files import write_whole

log = logging.getLogger(__name__)

FILE: Final = ".summaries.json"
_MAX_BYTES = 16 * 1024 * 1024
_MOST_REFUSED, _MOST_WAITING = 20_000, 500

Points = tuple[SummaryPoint, ...]


@dataclass(slots=True)
class Ledger:
    """`refused` has why, and `waiting` the points, by `key_of` a paper; the oldest first, and so many at most."""

    refused: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, Points] = field(default_factory=dict)

    def refuse(self, key: str, why: str) -> None:
        self.waiting.pop(key, None)
        _put(self.refused, key, why, _MOST_REFUSED)

    def wait(self, key: str, points: Points) -> None:
        _put(self.waiting, key, points, _MOST_WAITING)


def key_of(paper: Unsummarized, model: str, language: str) -> str:
    """Stands for what is asked: the paper's text, of whom, in which language, and by which rules."""
    asked = json.dumps([paper.arxiv_id, paper.title, paper.abstract, model, language, VERSION])
    return blake2b(asked.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def read_ledger(folder: Path) -> Ledger:
    """That of a folder; what is not there, or cannot be understood, is as at the beginning. Works the disk."""
    path = folder / FILE
    try:
        with path.open("rb") as file:
            value = json.loads(file.read(_MAX_BYTES))
    except FileNotFoundError:
        return Ledger()
    except (OSError, ValueError, RecursionError) as error:
        log.warning("%s cannot be read, and is made anew: %s", path, error)
        return Ledger()
    table: dict[str, Any] = value if isinstance(value, dict) else {}
    return Ledger(_refused(table.get("refused")), _waiting(table.get("waiting")))


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Keep it. Works the disk. Raises SourceError."""
    waiting = {key: [(one.label, one.text, one.by) for one in points] for key, points in ledger.waiting.items()}
    value = {"refused": ledger.refused, "waiting": waiting}
    write_whole(folder / FILE, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def _put(table: dict[str, Any], key: str, value: object, most: int) -> None:
    table.pop(key, None)
    table[key] = value
    while len(table) > most:
        del table[next(iter(table))]


def _refused(value: object) -> dict[str, str]:
    items = value.items() if isinstance(value, dict) else ()
    return {key: why for key, why in items if isinstance(why, str)}


def _waiting(value: object) -> dict[str, Points]:
    items = value.items() if isinstance(value, dict) else ()
    return {key: points for key, told in items if (points := _points(told))}


def _points(told: object) -> Points:
    rows = told if isinstance(told, list) else []
    are_whole = all(
        isinstance(row, list) and len(row) == 3 and all(isinstance(one, str) for one in row) for row in rows
    )
    return tuple(SummaryPoint(*row) for row in rows) if are_whole else ()
