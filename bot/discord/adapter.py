"""How interactions get their first response."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
from discord import DiscordServerError
from discord.enums import InteractionType
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import AsyncWebhookAdapter

if TYPE_CHECKING:
    from discord.types.interactions import InteractionCallback


class TerseAdapter(AsyncWebhookAdapter):
    """Sends a first response without asking for what became of it: Discord would send the whole message back, to be
    read and parsed, and nobody here looks at it. Where Discord fails it says so at once.

    https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response
    """

    async def create_interaction_response(
        self,
        interaction_id: int,
        token: str,
        *,
        session: aiohttp.ClientSession,
        proxy: str | None = None,
        proxy_auth: aiohttp.BasicAuth | None = None,
        params: MultipartParameters,
    ) -> InteractionCallback:
        impatient: Any = _Impatient(session)
        path = "/interactions/{webhook_id}/{webhook_token}/callback"
        await self.request(
            Route("POST", path, webhook_id=interaction_id, webhook_token=token),
            session=impatient,
            proxy=proxy,
            proxy_auth=proxy_auth,
            payload=None if params.files else params.payload,
            multipart=params.multipart if params.files else None,
            files=params.files,
        )
        return {"interaction": {"id": interaction_id, "type": InteractionType.ping.value}}


class _Impatient:
    """A session that raises what Discord fails on: the library would wait for a second and then for three, after which
    Discord takes no first response any more."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    @asynccontextmanager
    async def request(self, method: str, url: str, **rest: Any) -> AsyncIterator[aiohttp.ClientResponse]:
        async with self._session.request(method, url, **rest) as response:
            if response.status >= 500:
                raise DiscordServerError(response, await response.text())
            yield response
