"""A client that sends exactly what it is told to."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import aiohttp

from . import FakeDiscord
from .world import Channel, Interaction, Json, Message

COMMAND, COMPONENT = 2, 3


class Api:
    def __init__(self, fake: FakeDiscord, session: aiohttp.ClientSession) -> None:
        self.fake = fake
        self.session = session

    async def call(self, method: str, path: str, **options: Any) -> tuple[int, Any]:
        """The status and the body of an answer."""
        async with self.session.request(method, self.fake.api_base + path, **options) as response:
            body = await response.json() if response.content_type == "application/json" else await response.text()
            return response.status, body

    async def respond(self, interaction: Interaction, body: Json) -> tuple[int, Any]:
        path = f"/interactions/{interaction.id}/{interaction.token}/callback?with_response=true"
        return await self.call("POST", path, json=body)

    async def hook(self, interaction: Interaction, method: str, which: str = "", body: Json | None = None) -> Any:
        path = f"/webhooks/{self.fake.world.application_id}/{interaction.token}"
        return await self.call(method, f"{path}/messages/{which}" if which else path, json=body)

    def open(self, kind: int = COMMAND, source: Message | None = None) -> Interaction:
        person = self.fake.guild().member()
        option = {"type": 3, "name": "date", "value": "2024", "focused": True}
        data: Json = {"id": "1", "type": 1, "name": "day", "options": [option]}
        if kind == COMPONENT:
            data = {"component_type": 2, "custom_id": "a"}
        return self.fake.interactions.open(kind, person.user, person.guild, person.channel, data, source=source)

    async def bot(self, method: str, path: str, body: Json | None = None, files: Json | None = None) -> tuple[int, Any]:
        """A call with the bot's token; `files` are contents by name, sent as a form."""
        data: aiohttp.FormData | None = None
        if files is not None:
            data = aiohttp.FormData({"payload_json": json.dumps(body or {})})
            for number, (name, content) in enumerate(files.items()):
                data.add_field(
                    f"files[{number}]", io.BytesIO(content), filename=name, content_type="application/octet-stream"
                )
        headers = {"Authorization": f"Bot {self.fake.token}"}
        return await self.call(method, path, data=data, json=None if data else body, headers=headers)

    async def send(self, channel: Channel, body: Json, files: Json | None = None) -> tuple[int, Any]:
        return await self.bot("POST", f"/channels/{channel.id}/messages", body, files)

    def codes(self) -> list[int]:
        """Discord's codes of what was refused and held against the bot; none of it fails the test any more."""
        return [int(code) for one in self.fake.take_problems() for code in re.findall(r": \d+ \((\d+)\)", one)]
