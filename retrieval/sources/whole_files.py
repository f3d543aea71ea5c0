"""Files that are written whole or not at all, by one process at a time, whenever it may be killed."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from retrieval.sources.faults import SourceError, SourceFault

LOCK: Final = ".paperbot.lock"
_LEFTOVER = ".*.paperbot-part"  # hidden, so that nothing reads it as a digest


@contextmanager
def sole_writer(folder: Path) -> Iterator[None]:
    """Be the only process that writes into the folder, which is made where there is none. What a killed one left half
    written is removed. The kernel lets go of the lock when a process ends, however it ends.

    Raises SourceError where another process writes there, or nobody can.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise unwritable(error) from None
    try:
        _take(lock, folder)
        for leftover in folder.glob(_LEFTOVER):
            with suppress(OSError):
                leftover.unlink()
        yield
    finally:
        os.close(lock)


def _take(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise SourceError(SourceFault.BUSY, str(folder)) from None
    except OSError as error:
        raise unwritable(error) from None


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place of the one there may be: readers see either, and never a part. Raises SourceError."""
    part = path.with_name(_LEFTOVER.replace("*", path.name))
    try:
        try:
            with part.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        _sync(path.parent)
    except OSError as error:
        raise unwritable(error) from None


def unwritable(error: OSError) -> SourceError:
    where = f"{error.filename}: " if error.filename else ""
    return SourceError(SourceFault.UNWRITABLE, f"{where}{error.strerror or error}")


def _sync(folder: Path) -> None:
    """Make sure that the new name outlives a loss of power."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
