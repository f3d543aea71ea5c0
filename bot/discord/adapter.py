"""How interactions get their first response."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
from discord.enums import InteractionType
from discord.http import MultipartParameters, Route
from discord.webhook.async_ import AsyncWebhookAdapter

if TYPE_CHECKING:
    from discord.types.interactions import InteractionCallback


class TerseAdapter(AsyncWebhookAdapter):
    """Sends a first response without asking for what became of it: Discord would send the whole message back, to be
    read and parsed, and nobody here looks at it.

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
        path = "/interactions/{webhook_id}/{webhook_token}/callback"
        await self.request(
            Route("POST", path, webhook_id=interaction_id, webhook_token=token),
            session=session,
            proxy=proxy,
            proxy_auth=proxy_auth,
            payload=None if params.files else params.payload,
            multipart=params.multipart if params.files else None,
            files=params.files,
        )
        return {"interaction": {"id": interaction_id, "type": InteractionType.ping.value}}
