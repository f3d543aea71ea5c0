"""Copies of the state database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from retrieval.storage.faults import StoreError, StoreFault


def back_up(path: Path, copy: Path) -> None:
    """Copy the state database at `path` whole into a new file, while others may be writing to it. Raises StoreError."""
    if copy.exists():
        raise StoreError(StoreFault.COPY_EXISTS, path=copy)
    try:
        with (
            closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
    except sqlite3.Error as error:
        copy.unlink(missing_ok=True)
        raise StoreError(StoreFault.NOT_COPIED, path=path, copy=copy, detail=error) from error
