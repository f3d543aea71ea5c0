"""Puts files that cannot be used out of the way, under names beside theirs, so that new ones can be made."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Final

MOST: Final = 3
"""How many files of a kind are kept beside one."""

_COMPANIONS = ("", "-wal", "-shm", "-journal")  # of a database: what SQLite keeps beside it


class Kind(StrEnum):
    """Why a file is set aside. Those of another program are never deleted."""

    DAMAGED = "damaged"
    FOREIGN = "foreign"


def file_identity(path: Path | str) -> tuple[int, int] | None:
    """Tells the file at `path` from any other that may take its place; None where there is none."""
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def set_aside(path: Path, kind: Kind, identity: tuple[int, int] | None) -> Path | None:
    """Rename the file at `path`, with what SQLite keeps beside it, and return its new name, `corpus.db.damaged-1` for
    example; None where the file is no more the one of that `identity`: another process was faster.

    Of damaged files the first and the newest are kept, MOST in all: what was there before the first may have been
    another program's, all later ones took a place that had been made anew. Raises OSError, FileExistsError where MOST
    files of another program are there already.
    """
    with suppress(FileNotFoundError), _locked(path):
        if identity is not None and file_identity(path) == identity:
            return _renamed(path, kind)
    return None


def files_aside(path: Path) -> tuple[Path, ...]:
    """What was set aside of the file at `path`."""
    return tuple(name for kind in Kind for name in _names(path, kind) if _is_taken(name))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Alone with the file, of the processes that would set it aside. The lock goes with the file, not with its name."""
    with path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _renamed(path: Path, kind: Kind) -> Path:
    names = _names(path, kind)
    free = next((name for name in names if not _is_taken(name)), None)
    if free is None:
        if kind is Kind.FOREIGN:
            raise FileExistsError(f"{names[0]} … {names[-1].name} are there already")
        for newer, older in zip(names[2:], names[1:], strict=False):
            _move(newer, older)
        free = names[-1]
    _move(path, free)
    return free


def _names(path: Path, kind: Kind) -> list[Path]:
    return [path.with_name(f"{path.name}.{kind}-{number}") for number in range(1, MOST + 1)]


def _is_taken(name: Path) -> bool:
    return any(Path(f"{name}{companion}").exists() for companion in _COMPANIONS)


def _move(path: Path, target: Path) -> None:
    """The file first: without it, what is beside it means nothing."""
    for companion in _COMPANIONS:
        with suppress(FileNotFoundError):
            Path(f"{target}{companion}").unlink()
        with suppress(FileNotFoundError):
            Path(f"{path}{companion}").replace(f"{target}{companion}")
