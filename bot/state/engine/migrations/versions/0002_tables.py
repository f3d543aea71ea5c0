"""Settings, saved papers, deliveries, schedules, follows, alerts, and who has met the bot."""

import sqlalchemy as sa
from alembic import op

from bot.state.engine.schema import Id, Text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _settings()
    _schedules()
    _follows()
    op.create_table("answered_users", sa.Column("user_id", Id, primary_key=True, autoincrement=False))
    op.create_table("welcomed_servers", sa.Column("guild_id", Id, primary_key=True, autoincrement=False))


def _settings() -> None:
    op.create_table(
        "user_settings",
        sa.Column("user_id", Id, primary_key=True, autoincrement=False),
        sa.Column("language", Text),
        sa.Column("private", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "server_settings",
        sa.Column("guild_id", Id, primary_key=True, autoincrement=False),
        sa.Column("language", Text),
        sa.Column("per_page", sa.Integer),
        sa.Column("reload_role", Id),
    )
    op.create_table(
        "saved_papers",
        sa.Column("id", Id, primary_key=True),
        sa.Column("user_id", Id, nullable=False),
        sa.Column("arxiv_id", Text, nullable=False),
        sa.Column("title", Text, nullable=False),
        sa.Column("saved_at", Text, nullable=False),
        sa.UniqueConstraint("user_id", "arxiv_id"),
    )


def _schedules() -> None:
    op.create_table(
        "deliveries",
        sa.Column("name", Text, primary_key=True),
        sa.Column("target", Id, primary_key=True, autoincrement=False),
        sa.Column("claimant", Text, nullable=False),
        sa.Column("first_at", sa.Double, nullable=False),
        sa.Column("until", sa.Double, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "schedules",
        sa.Column("channel_id", Id, primary_key=True, autoincrement=False),
        sa.Column("guild_id", Id, nullable=False),
        sa.Column("minute", sa.Integer, nullable=False),
        sa.Column("timezone", Text, nullable=False),
        sa.Column("top", sa.Integer, nullable=False),
        sa.Column("role_id", Id),
        sa.Column("thread", sa.Boolean, nullable=False),
        sa.Column("language", Text, nullable=False),
        sa.Column("last_day", Text, nullable=False),
        sa.Column("set_at", sa.Double, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("trouble", Text),
        sa.Column("told", sa.Boolean, nullable=False, server_default=sa.true()),
    )
    op.create_index("schedules_by_guild", "schedules", ["guild_id"])
    op.create_table(
        "schedule_setters",
        sa.Column(
            "channel_id",
            Id,
            sa.ForeignKey("schedules.channel_id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("user_id", Id, nullable=False),
    )


def _follows() -> None:
    op.create_table(
        "mailboxes",
        sa.Column("id", Id, primary_key=True),
        sa.Column("user_id", Id, unique=True),
        sa.Column("channel_id", Id, unique=True),
        sa.Column("guild_id", Id),
        sa.Column("language", Text, nullable=False),
        sa.Column("sent_on", Text, nullable=False, server_default=""),
        sa.Column("trouble", Text),
        sa.Column("paused", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("told", sa.Boolean, nullable=False, server_default=sa.true()),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "follows",
        sa.Column("id", Id, primary_key=True),
        sa.Column("mailbox_id", Id, sa.ForeignKey("mailboxes.id", ondelete="CASCADE"), nullable=False),
        sa.Column("user_id", Id),
        sa.Column("query", Text, nullable=False),
        sa.UniqueConstraint("mailbox_id", "query"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "alerts",
        sa.Column(
            "mailbox_id", Id, sa.ForeignKey("mailboxes.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
        ),
        sa.Column("arxiv_id", Text, primary_key=True),
        sa.Column(
            "follow_id", Id, sa.ForeignKey("follows.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
        ),
        sa.Column("user_id", Id),
        sa.Column("batch", Text),
        sqlite_with_rowid=False,
    )
    op.create_table("seen_papers", sa.Column("arxiv_id", Text, primary_key=True), sqlite_with_rowid=False)
