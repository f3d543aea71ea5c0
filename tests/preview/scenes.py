"""What the README's pictures show: a slash command each, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.rendering.language import Language


@dataclass(frozen=True, slots=True)
class Scene:
    """A command and its options, by the language of who gives it."""

    command: str
    options: Mapping[Language, Mapping[str, str]]


def _everyone(**options: str) -> Mapping[Language, Mapping[str, str]]:
    return {"ko": options, "en": options}


SCENES: Final[Mapping[str, Scene]] = {
    "search": Scene("paper search", {"ko": {"query": "확산 모델 비디오"}, "en": {"query": "video diffusion"}}),
    "paper": Scene("paper show", _everyone(paper="2401.12945")),
    "day": Scene("daily", _everyone(date="2024-02-14")),
    "trends": Scene("trends", {"ko": {"term": "확산 모델"}, "en": {"term": "diffusion"}}),
    "answer": Scene(
        "paper ask",
        {
            "ko": {"question": "BASE TTS는 몇 시간의 음성으로 훈련했나요?"},
            "en": {"question": "How many hours of speech was BASE TTS trained on?"},
        },
    ),
}
"""By the name that the picture's file begins with."""
