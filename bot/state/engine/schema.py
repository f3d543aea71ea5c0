"""What the tables of the state are made of, for both engines. Each stands with the class that uses it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, Connection, Integer, MetaData, Subquery, Table, bindparam, column, select
from sqlalchemy import Text as AnyText
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

if TYPE_CHECKING:  # what is for PostgreSQL only is imported where one is used
    from sqlalchemy.dialects import postgresql

METADATA: Final = MetaData()

Id: Final = BigInteger().with_variant(Integer, "sqlite")
"""An id of Discord's, or a number that the database gives: SQLite gives them only to what it knows as INTEGER."""

Text: Final = AnyText().with_variant(AnyText(collation="C"), "postgresql")
"""Text that is compared by its code points, as SQLite does, whatever language a PostgreSQL was set up for."""


def insert_into(connection: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that may say what happens ON CONFLICT. SQLAlchemy has one for each engine, which read the same."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)


class _JsonValues(FunctionElement[str]):
    """A table of the strings in a JSON array, in its column `value`."""

    name = "json_values"
    inherit_cache = True


@compiles(_JsonValues, "sqlite")
def _json_values_sqlite(element: _JsonValues, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(_JsonValues, "postgresql")
def _json_values_postgresql(element: _JsonValues, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_array_elements_text(CAST({compiler.process(element.clauses, **options)} AS JSON))"


def table_of(texts: Iterable[str]) -> Subquery:
    """A table with a row for each of the texts, in its column `value`. There may be more of them than a statement may
    have parameters."""
    values = _JsonValues(bindparam("texts", json.dumps(list(texts)), unique=True)).table_valued(column("value", Text))
    return select(values.c.value).subquery()
