"""Tries whether days can be fetched, without fetching any."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.web.listing import read_page
from retrieval.sources.web.polite import Bounds, PoliteClient
from retrieval.sources.whole_files import sole_writer, unwritable, write_whole

_BOUNDS: Final = Bounds(connect=5.0, whole=15.0)
_PROBE: Final = ".probe"


def try_folder(folder: Path) -> None:
    """Write a file into the folder, which is made where there is none, and remove it. Raises SourceError."""
    try:
        with sole_writer(folder):
            probe = folder / _PROBE
            write_whole(probe, b"")
            try:
                probe.unlink()
            except OSError as error:
                raise unwritable(error) from None
    except SourceError as error:
        if error.fault is not SourceFault.BUSY:  # a process that fetches into it can write
            raise


async def try_huggingface(base: str, token: str, day: date) -> None:
    """Ask once for the list of a day. Raises SourceError."""
    params = {"date": day.isoformat(), "limit": "1"}
    async with PoliteClient(base, token=token, bounds=_BOUNDS, attempts=1) as client:
        await client.get("/api/daily_papers", params, read_page)
