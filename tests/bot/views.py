"""What a Discord message of ours would hold, and whether Discord would take it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simcord.actors import MemberActor
from simcord.builders import ChannelHandle
from simcord.env import Env
from simcord.results import InteractionResult

from bot.core.answer import Answer
from bot.discord.client import layout_of
from bot.features.extensions import EXTENSIONS
from bot.rendering.language import Language

BUTTON = 2
MENU = 3


@dataclass(frozen=True, slots=True)
class Server:
    """A server with the bot, and three people in it."""

    env: Env
    channel: ChannelHandle
    alice: MemberActor
    bob: MemberActor
    admin: MemberActor


def texts(result: InteractionResult) -> str:
    """All that a reply says."""
    assert result.response is not None
    return text_of(result.response.components)


def titles(result: InteractionResult) -> list[str]:
    """The lines of a reply that name papers."""
    return [line for line in texts(result).splitlines() if "](https://arxiv.org/abs/" in line]


def buttons(result: InteractionResult) -> dict[str, dict[str, Any]]:
    """The buttons of a reply, by their labels."""
    assert result.response is not None
    found = [item for item in walk(result.response.components) if item["type"] == BUTTON]
    return {button["label"]: button for button in found}


def components(answer: Answer, language: Language = "en", *, newcomer: bool = False) -> list[dict[str, Any]]:
    view: Any = layout_of(EXTENSIONS)(answer, language, newcomer=newcomer)
    return [dict(component) for component in view.to_components()]


def walk(nested: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in nested:
        yield component
        yield from walk(component.get("components", []))
        if accessory := component.get("accessory"):
            yield accessory


def text_of(nested: list[dict[str, Any]]) -> str:
    return "\n".join(component["content"] for component in walk(nested) if component["type"] == 10)


def assert_within_budget(nested: list[dict[str, Any]]) -> None:
    """Discord's limits on a Components V2 message: https://discord.com/developers/docs/components/reference"""
    everything = list(walk(nested))
    assert len(everything) <= 40
    text = text_of(nested)
    assert len(text) <= 4_000
    assert len(text.encode()) <= 10_000
    ids = [component["custom_id"] for component in everything if "custom_id" in component]
    assert len(set(ids)) == len(ids)
    assert all(1 <= len(custom_id) <= 100 for custom_id in ids)
    for component in everything:
        assert component["type"] != 10 or component["content"].strip()
        assert len(component.get("label", "")) <= 80
        assert len(component.get("url", "")) <= 512
        assert component["type"] != 1 or 1 <= len(component["components"]) <= 5
        assert len(component.get("placeholder") or "") <= 150
        assert component["type"] != MENU or 1 <= len(component["options"]) <= 25
        values = [option["value"] for option in component.get("options", [])]
        assert len(set(values)) == len(values)
        for option in component.get("options", []):
            assert max(len(option["label"]), len(option["value"]), len(option.get("description") or "")) <= 100


def custom_id(result: InteractionResult, beginning: str) -> str:
    """The custom id of the first item that does what `beginning` says."""
    assert result.response
    ids = [item.get("custom_id", "") for item in walk(result.response.components)]
    return next(str(one) for one in ids if one.startswith(beginning))


async def press(server: Server, result: InteractionResult, beginning: str) -> InteractionResult:
    assert result.response
    return await server.alice.click(result.response.message, custom_id=custom_id(result, beginning))
