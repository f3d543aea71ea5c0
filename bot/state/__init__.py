"""What the bot was asked to remember. No digest can bring it back, so it is never dropped."""

from bot.state.copying import back_up, copy_state
from bot.state.engine.faults import StateError
from bot.state.places import Place, place_of
from bot.state.state import State
from bot.state.state_file import examine, restore

__all__ = ["Place", "State", "StateError", "back_up", "copy_state", "examine", "place_of", "restore"]
