"""The picture of a reply."""

from __future__ import annotations

import io

from PIL import Image
from simcord.results import InteractionResult

from tests.bot.views import walk

GALLERY = 12


def gallery(result: InteractionResult) -> dict[str, str]:
    """What the message's picture is and says."""
    assert result.response
    [found] = [item for item in walk(result.response.components) if item["type"] == GALLERY]
    [item] = found["items"]
    return {"url": item["media"]["url"], "description": item["description"]}


async def picture(result: InteractionResult) -> Image.Image:
    assert result.response
    [attachment] = result.response.attachments
    assert attachment.filename == "trends.png"
    assert attachment.url == gallery(result)["url"]
    return Image.open(io.BytesIO(await attachment.read()))
