"""What tests do to a state beside its own methods, on either engine."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text

from bot.state import State


async def execute(state: State, *statements: str, **values: object) -> list[Any]:
    """Run statements in one transaction; the rows of the last, where it gives any."""

    def work(connection: Connection) -> list[Any]:
        done = [connection.execute(text(statement), values) for statement in statements]
        return [tuple(row) for row in done[-1]] if done[-1].returns_rows else []

    return await state._database.write(work)
