"""Brings the tables up to those of this release, and refuses those of a newer one."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from bot.state.engine.backend import Backend
from bot.state.engine.faults import StateError
from retrieval.storage.faults import StoreFault

FOLDER: Final = Path(__file__).with_name("migrations")
NEWEST: Final = 4
"""The version of the schema that this release uses. Version n is Alembic's revision `000n`."""
VERSION_TABLE: Final = "paperbot_version"


def bring_up_to_date(backend: Backend) -> None:
    """Apply the migrations that are missing, all or none, each in one process only. Raises StateError where the
    database is not ours or is newer than this program, before anything is written."""
    with backend.reader.connect() as connection:
        version = _checked(backend, connection)
    backend.prepare()
    if version < NEWEST:
        with backend.migrating() as connection:
            if (version := _checked(backend, connection)) < NEWEST:
                _upgrade(connection, version)
                backend.note_version(connection, NEWEST)


def _checked(backend: Backend, connection: Connection) -> int:
    version = backend.version(connection)
    if version > NEWEST:
        raise StateError(StoreFault.TOO_NEW, path=backend.name, version=version, known=NEWEST)
    return version


def _upgrade(connection: Connection, version: int) -> None:
    # Here, because most starts have nothing to upgrade and can do without its 8 MB.
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import inspect

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    if version and not inspect(connection).has_table(VERSION_TABLE):  # a file from before there was Alembic
        command.stamp(config, f"{version:04}")
    command.upgrade(config, "head")
