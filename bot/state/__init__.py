"""What the bot was asked to remember. No digest can bring it back, so it is never dropped."""

from bot.state.backup import back_up
from bot.state.faults import StateError
from bot.state.state import State

__all__ = ["State", "StateError", "back_up"]
