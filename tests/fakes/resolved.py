"""People, channels and roles that somebody picked, as an interaction carries them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .payloads import channel_payload, member_payload, role_payload, user_payload
from .world import Channel, Json, Role, User, World

USER, CHANNEL, ROLE, MENTIONABLE = 6, 7, 8, 9
_FITTING: dict[int, tuple[type, ...]] = {USER: (User,), CHANNEL: (Channel,), ROLE: (Role,), MENTIONABLE: (User, Role)}


@dataclass(frozen=True, slots=True)
class Entity:
    """The value of an option that takes no plain text."""

    picked: Any

    @property
    def id(self) -> str:
        return str(self.picked.id)

    def shown_in(self, menu: Json) -> bool:
        """Whether a client would offer it in a select menu, whose types are not numbered as those of options."""
        kind = {5: USER, 6: ROLE, 7: MENTIONABLE, 8: CHANNEL}[menu["type"]]
        return self.fits(kind, menu.get("channel_types"))

    def fits(self, kind: int, channel_types: list[int] | None) -> bool:
        """Whether a client would offer it for an option of type `kind`."""
        offered = not isinstance(self.picked, Channel) or not channel_types or self.picked.type in channel_types
        return isinstance(self.picked, _FITTING[kind]) and offered


class Resolver:
    """Collects the `resolved` of an interaction. `permissions` are those of whoever picks."""

    def __init__(self, world: World, permissions: int) -> None:
        self._world = world
        self._permissions = permissions
        self.data: dict[str, Json] = {}

    def ids(self, options: dict[str, Any]) -> dict[str, Any]:
        """The options with what was picked among them resolved, and marked as an `Entity`."""
        return {name: self._entity(value) for name, value in options.items()}

    def _entity(self, value: Any) -> Any:
        if not isinstance(value, User | Channel | Role):
            return value
        self.add(value)
        return Entity(value)

    def add(self, picked: Any) -> str:
        """Takes one up; its id."""
        world = self._world
        if isinstance(picked, Channel):
            shown = channel_payload(world, picked) | {"permissions": str(self._permissions)}
            kept = ("id", "type", "name", "permissions", "parent_id", "thread_metadata")
            self._put("channels", picked.id, {key: value for key, value in shown.items() if key in kept})
        elif isinstance(picked, Role):
            self._put("roles", picked.id, role_payload(picked))
        elif isinstance(picked, User):
            self._put("users", picked.id, user_payload(picked))
            member = member_payload(world, picked) | {"permissions": "0"}
            del member["user"], member["deaf"], member["mute"]
            self._put("members", picked.id, member)
        else:
            raise TypeError(f"{picked!r} cannot be picked")
        return str(picked.id)

    def _put(self, kind: str, number: str, payload: Json) -> None:
        self.data.setdefault(kind, {})[number] = payload
