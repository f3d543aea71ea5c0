"""What keeps a database of ours from being used."""

from __future__ import annotations

import sqlite3
from enum import Enum
from typing import Final

_CHECK_ACCESS: Final = "Check the permissions and the free space of its folder, or set another path."


class StoreFault(Enum):
    """What may be wrong with a database; the value says it in English, in one or two sentences, with the values of the
    error: `{path}`, and `{detail}` in the words of SQLite or of the system."""

    BUSY = (
        "The database {path} is locked by another program that is writing to it ({detail})."
        " Try again when that has finished."
    )
    READ_ONLY = f"The database {{path}} cannot be written ({{detail}}). {_CHECK_ACCESS}"
    NOT_OPENED = f"The database {{path}} cannot be opened ({{detail}}). {_CHECK_ACCESS}"
    FULL = f"The database {{path}} cannot grow: the disk is full ({{detail}}). {_CHECK_ACCESS}"
    NOT_READ = f"The database {{path}} cannot be read or written ({{detail}}). {_CHECK_ACCESS}"
    DAMAGED_CACHE = (
        "The database {path} is damaged or no SQLite database ({detail})."
        " It only caches the digests: move it away, with its -wal and -shm files, and it is made anew."
    )
    DAMAGED = (
        "The database {path} is damaged or no SQLite database ({detail})."
        " Stop Paperbot and put back the last good copy of it: paperbot restore FILE (paperbot backup makes them)."
    )
    FOREIGN = "{path} is a database of another program, and stays as it is. Set another path."
    OTHER_PURPOSE = "{path} is a database of Paperbot for another purpose, and stays as it is. Set another path."
    TOO_NEW = (
        "{path} is of a newer Paperbot (version {version} of its tables; this one knows {known})."
        " Install the newer one, or set another path."
    )
    MADE_ANEW = "The database {path} was damaged, and is being made anew from the digests. Try again in a minute."
    NO_FOLDER = f"The folder {{path}} cannot be made ({{detail}}). {_CHECK_ACCESS}"
    UNREACHABLE = (
        "The database {path} cannot be reached ({detail})."
        " Check that its server runs, and the address, name and password in [state] database."
    )
    NOT_ALLOWED = (
        "The database {path} does not let Paperbot write its tables ({detail})."
        " Give its user the rights to make and change tables."
    )
    NO_DRIVER = "For the database {path} a driver is missing. Install it: pip install 'paperbot[postgres]'."
    MISSING = "There is no database {path}. Check the path."
    NOT_EMPTY = "{path} holds something already, and stays as it is. Name a database that holds nothing."
    CLOSED = "{path} is closed: Paperbot is stopping."
    COPY_EXISTS = "{path} exists already. Name a new file."
    NO_BACKUP = "There is no file {path}. Name a backup (paperbot backup makes them)."
    BAD_BACKUP = "{path} is damaged, or no backup of Paperbot ({detail}). Name another one."
    IN_USE = "{path} is in use. Stop Paperbot first, then restore."
    NOT_COPIED = "{path} cannot be copied to {copy} ({detail}). Check both paths."


class StoreError(Exception):
    """A database cannot be used. `fault` says why, and `values` fill the places of its sentence."""

    def __init__(self, fault: StoreFault, **values: object) -> None:
        super().__init__(fault.value.format(**values))
        self.fault = fault
        self.values = values


_OF_CODES: Final = {
    sqlite3.SQLITE_BUSY: StoreFault.BUSY,
    sqlite3.SQLITE_LOCKED: StoreFault.BUSY,
    sqlite3.SQLITE_READONLY: StoreFault.READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: StoreFault.NOT_OPENED,
    sqlite3.SQLITE_PERM: StoreFault.NOT_OPENED,
    sqlite3.SQLITE_FULL: StoreFault.FULL,
    sqlite3.SQLITE_IOERR: StoreFault.NOT_READ,
}

_UNDECODABLE: Final = "Could not decode to UTF-8"  # text that was written as UTF-8: what Python's sqlite3 says of it


def sqlite_code(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code; None for an error that Python's own sqlite3 module raised."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def sqlite_fault(error: sqlite3.Error, damaged: StoreFault) -> StoreFault | None:
    """What an error of SQLite says of its file, `damaged` where nothing else explains it; None where the fault is the
    program's."""
    code = sqlite_code(error)
    if code is None and _UNDECODABLE in str(error):
        return damaged
    if code is None or code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISUSE):
        return None
    return _OF_CODES.get(code, damaged)
