"""Whether people, and the members of a server, may be answered in words of a model."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for table in ("user_settings", "server_settings"):
        op.add_column(table, sa.Column("words", sa.Boolean, nullable=False, server_default=sa.true()))
