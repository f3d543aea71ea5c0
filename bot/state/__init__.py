"""What the bot was asked to remember. No digest can bring it back, so it is never dropped."""

from bot.state.backup import back_up
from bot.state.database import State, StateError
from bot.state.state_file import examine, restore

__all__ = ["State", "StateError", "back_up", "examine", "restore"]
