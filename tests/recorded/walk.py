"""A walk through the bot, in Discord: what is done, and the custom ids of all that it sends for that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

import discord
from simcord import MemberActor, UserHandle
from simcord.results import InteractionResult, ResponseMessage

from tests.recorded.world import World

_MENUS: Final = (3, 5, 6, 7, 8)  # https://discord.com/developers/docs/components/reference#what-is-a-component
_A_WHILE: Final = 15 * 60.0  # seconds; for so long discord.py keeps a task for each private reply: they slow simcord
NOTHING: Final = "nothing to use starts with"

Message = discord.Message | ResponseMessage
Step = dict[str, Any]


class Walk:
    """Notes each step below the scene that it belongs to."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.scenes: dict[str, list[Step]] = {}
        self._steps: list[Step] = []

    async def begin(self, scene: str) -> None:
        """Begin another scene, a while later: replies that only one person sees are forgotten by then."""
        self._steps = self.scenes[scene] = []
        await self.world.env.advance_time(_A_WHILE)

    @contextmanager
    def noted(self, done: str) -> Iterator[None]:
        """Note the custom ids of all that the bot sends meanwhile."""
        before = len(self.world.env.http_requests)
        yield
        self._steps.append({"done": done, "custom_ids": custom_ids(self._sent(before))})

    async def look(self) -> None:
        """Have the bot do what it does by itself. It sends several messages at a time, so they are put in order."""
        before = len(self.world.env.http_requests)
        await self.world.look()
        for sent in sorted(filter(None, map(custom_ids, self._sent(before)))):
            self._steps.append({"done": "by itself", "custom_ids": sent})

    def _sent(self, since: int) -> list[object]:
        return [request.json for request in self.world.env.http_requests[since:]]

    async def slash(self, who: MemberActor, command: str, **options: object) -> Message:
        """Give a slash command in the channel; the reply."""
        given = "".join(f" {name}:{getattr(value, 'name', value)}" for name, value in options.items())
        with self.noted(f"/{command}{given}"):
            result = await who.slash(self.world.channel, command, **options)
        return _reply(result)

    async def follow(self, who: MemberActor, message: Message, *starts: str) -> Message:
        """Use the first button or menu whose custom id starts so, then the next in what is shown thereafter; the
        message that is shown at the end. A sentence does not take the place of what was shown before it."""
        for start in starts:
            shown = await self.use(who, message, start)
            message = shown if self.custom_ids(shown) else message
        return message

    async def use(
        self, who: MemberActor | UserHandle, message: Message, start: str, values: Sequence[Any] = ()
    ) -> Message:
        """Press the first button whose custom id starts so (`|` parts alternatives), or choose `values`, else the first
        there is, from such a menu; the reply. That there is none is noted, and the walk goes on."""
        starts = tuple(start.split("|"))
        items = [item for item in _objects(self.components(message)) if item.get("custom_id", "").startswith(starts)]
        item = next((item for item in items if not item.get("disabled")), None)
        if item is None:
            self._steps.append({"done": f"{NOTHING} {start}", "custom_ids": self.custom_ids(message)})
            return message
        custom_id = item["custom_id"]
        if item["type"] not in _MENUS:
            with self.noted(custom_id):
                return _reply(await who.click(message, custom_id=custom_id))
        values = values or [item["options"][0]["value"]]
        with self.noted(f"{custom_id} ← {', '.join(getattr(one, 'name', one) for one in values)}"):
            return _reply(await who.select(message, values, custom_id=custom_id))

    def components(self, message: Message) -> list[dict[str, Any]]:
        """What a message consists of, as it stands now."""
        channel = message.channel_id if isinstance(message, ResponseMessage) else message.channel.id
        components: list[dict[str, Any]] = self.world.env.backend.get_message(channel, message.id).components
        return components

    def custom_ids(self, message: Message) -> list[str]:
        """The custom ids of a message, as it stands now."""
        return custom_ids(self.components(message))

    def text(self, message: Message) -> list[str]:
        """The lines of a message."""
        parts = (one["content"] for one in _objects(self.components(message)) if "content" in one)
        return "\n".join(parts).split("\n")


def custom_ids(payload: object) -> list[str]:
    """The custom ids anywhere in what is sent, in its order."""
    return [one["custom_id"] for one in _objects(payload) if "custom_id" in one]


def _objects(payload: object) -> Iterator[dict[str, Any]]:
    if isinstance(payload, dict):
        yield payload
        payload = list(payload.values())
    if isinstance(payload, list):
        for value in payload:
            yield from _objects(value)


def _reply(result: InteractionResult) -> Message:
    assert result.response, result
    return result.response
