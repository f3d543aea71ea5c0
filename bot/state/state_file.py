"""The state as a SQLite file: whether it is whole, and a backup put in its place."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path

from sqlalchemy import URL

from bot.state.copying import copy_state
from bot.state.engine.sqlite import APPLICATION_ID
from bot.state.places import Place
from retrieval.storage.faults import StoreError, StoreFault

_SHARED = (
    510,
    0x40000002,
)  # the bytes, and the first, that every connection to a file holds: SHARED_FIRST of SQLite's os.h


def examine(path: Place) -> None:
    """Look through all pages of a state file; a missing one is well. Reads it only, whoever may be writing to it. A
    PostgreSQL looks after its pages itself.

    Raises StoreError where it is damaged, not a state of ours, or cannot be read.
    """
    if isinstance(path, URL) or not path.exists():
        return
    try:
        with closing(_reading(path)) as connection:
            [[mark]] = connection.execute("PRAGMA application_id").fetchall()
            [[found]] = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.OperationalError as error:
        raise StoreError(StoreFault.NOT_OPENED, path=path, detail=error) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(StoreFault.DAMAGED, path=path, detail=error) from error
    if found != "ok":
        raise StoreError(StoreFault.DAMAGED, path=path, detail=" ".join(str(found).split()))
    if mark != APPLICATION_ID:
        raise StoreError(
            StoreFault.OTHER_PURPOSE if mark >> 8 == APPLICATION_ID >> 8 else StoreFault.FOREIGN, path=path
        )


def restore(backup: Path, path: Place) -> Path | None:
    """Put a copy of a backup in place of the state file at `path`: whole, or not at all. Returns where what was there
    is kept, None where nothing was. A PostgreSQL at `path` has to hold nothing.

    Raises StoreError where the backup is not whole or not one of ours, where a program uses the file at `path`, or
    where it cannot be written.
    """
    if not backup.exists():
        raise StoreError(StoreFault.NO_BACKUP, path=backup)
    try:
        examine(backup)
    except StoreError as error:
        raise StoreError(StoreFault.BAD_BACKUP, path=backup, detail=error.values.get("detail", "")) from error
    if isinstance(path, URL):
        copy_state(backup, path)
        return None
    part = path.with_name(f"{path.name}.restoring")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(backup, part, like=path if path.exists() else path.parent)
        with _unused(path):
            kept = _keep(path)
            part.replace(path)
            _sync(path.parent)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(StoreFault.NOT_COPIED, path=backup, copy=path, detail=_words(error)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return kept


def _reading(path: Path) -> sqlite3.Connection:
    # Without a log nobody writes to it, and it can be read where its folder cannot be written.
    alone = "" if Path(f"{path}-wal").exists() else "&immutable=1"
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{alone}", uri=True)


def _copy(backup: Path, part: Path, like: Path) -> None:
    """All of the backup in one file, on the disk, that belongs to whom `like` belongs to."""
    with (
        closing(_reading(backup)) as source,
        closing(sqlite3.connect(part)) as target,
    ):
        source.backup(target)
    examine(part)
    owner = like.stat()
    if like.is_file():
        part.chmod(owner.st_mode & 0o777)
    with suppress(PermissionError):
        os.chown(part, owner.st_uid, owner.st_gid)
    _sync(part)


@contextmanager
def _unused(path: Path) -> Iterator[None]:
    """Keeps others from beginning to use the file, which a program that uses it does by locks that are tried here."""
    if not path.exists():
        yield
        return
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, *_SHARED)
        except OSError as error:
            raise StoreError(StoreFault.IN_USE, path=path) from error
        yield


def _keep(path: Path) -> Path | None:
    """Give the file a second name, with the log that belongs to it, which must not be taken for that of the next."""
    if not path.exists():
        return None
    kept = next(name for number in count(1) if not (name := Path(f"{path}.before-restore-{number}")).exists())
    for companion in ("", "-wal"):
        with suppress(FileNotFoundError):
            _link(Path(f"{path}{companion}"), Path(f"{kept}{companion}"))
    for companion in ("-wal", "-shm", "-journal"):
        Path(f"{path}{companion}").unlink(missing_ok=True)
    return kept


def _link(path: Path, name: Path) -> None:
    try:
        name.hardlink_to(path)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without links
        shutil.copy2(path, name)


def _sync(path: Path) -> None:
    """Make sure that a file, or the names in a folder, outlive a loss of power."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _words(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
