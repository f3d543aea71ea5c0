"""What the bot was asked to remember. Never dropped, unlike the corpus database: people's choices live here."""

from bot.state.backup import back_up
from bot.state.database import State, StateError

__all__ = ["State", "StateError", "back_up"]
