"""The migrations lead to the tables that the program uses, on each engine."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.state import State
from bot.state.engine.migration import FOLDER, NEWEST, VERSION_TABLE
from bot.state.engine.schema import METADATA


async def test_the_migrations_lead_to_the_tables_that_are_used(state: State) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        return list(compare_metadata(context, METADATA))

    assert await state._database.write(differences) == []


def test_the_newest_migration_is_the_version_that_is_looked_for() -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert ScriptDirectory.from_config(config).get_heads() == [f"{NEWEST:04}"]


def test_whatever_tells_of_a_person_names_them_in_the_same_column() -> None:
    """A row that tells of a person otherwise would be forgotten by what shows and deletes it."""
    suspects = {
        (table.name, column.name)
        for table in METADATA.sorted_tables
        for column in table.columns
        if "user" in column.name or "member" in column.name
    }
    assert {column for _, column in suspects} == {"user_id"}
