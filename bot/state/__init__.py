"""What the bot was asked to remember. No digest can bring it back, so it is never dropped."""

from bot.state.copying import back_up, copy_state
from bot.state.faults import StateError
from bot.state.places import Place, place_of
from bot.state.state import State

__all__ = ["Place", "State", "StateError", "back_up", "copy_state", "place_of"]
