"""Notes: single values by name."""

import sqlalchemy as sa
from alembic import op

from bot.state.engine.schema import Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "notes",
        sa.Column("name", Text, primary_key=True),
        sa.Column("value", Text, nullable=False),
        sqlite_with_rowid=False,
    )
