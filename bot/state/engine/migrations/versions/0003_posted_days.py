"""The newest day that a channel has had, apart from the newest that it needs no more."""

import sqlalchemy as sa
from alembic import op

from bot.state.engine.schema import Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("schedules", sa.Column("posted", Text))
    if op.get_context().dialect.name == "sqlite":  # PostgreSQL came later: nothing was posted from it by then
        # A day after the one on which a schedule was set up can only have been posted.
        op.execute("UPDATE schedules SET posted = last_day WHERE last_day > date(set_at, 'unixepoch', '+9 hours')")
