"""What Alembic runs, on the connection that `bot.state.migration` gives it."""

from alembic import context

from bot.state.migration import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
