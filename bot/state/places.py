"""Where the state is kept: in a file, or in PostgreSQL."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.state.engine.backend import Backend
from bot.state.engine.sqlite import SQLite

Place = Path | URL
SCHEMES = ("postgresql", "postgres")


def place_of(text: str, folder: Path) -> Place:
    """The place that a setting names: a path, which counts from `folder`, or the address of a PostgreSQL. Raises
    ValueError for an address of anything else, or one that cannot be read."""
    if "://" not in text:
        return folder / Path(text).expanduser()
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise ValueError("no address") from None  # which might say the password
    if url.drivername not in SCHEMES:
        raise ValueError("no address of a PostgreSQL")
    return url.set(drivername="postgresql")


def backend_of(place: Place | str) -> Backend:
    """What uses the database at the place; `":memory:"` keeps it out of files."""
    if not isinstance(place, URL):
        return SQLite(place)
    from bot.state.engine.postgresql import PostgreSQL

    return PostgreSQL(place)
