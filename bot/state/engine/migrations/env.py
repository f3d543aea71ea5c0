"""What Alembic runs, on the connection that `bot.state.engine.migration` gives it."""

from alembic import context

from bot.state.engine.migration import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
