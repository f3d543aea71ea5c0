"""Scenes of reading: a command, and where its buttons and menus lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from tests.recorded.walk import Walk

Options = Mapping[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """A command with its options by language, and how the custom ids start that are used one after the other."""

    command: str
    options: Mapping[str, Options]
    path: Sequence[str] = ()


def _by(name: str, ko: str, en: str) -> Mapping[str, Options]:
    return {"ko": {name: ko}, "en": {name: en}}


def _all(**options: str | int | bool) -> Mapping[str, Options]:
    return {"ko": options, "en": options}


_MOE: Final = "2402.08609"
_LONG: Final = "diffusion 모델 " * 25
_FILTERED: Final = _all(query="model -video", author="Li", since="2024-01", votes=3, code=False, sort="votes")

READINGS: Final[Mapping[str, Reading]] = {
    "search": Reading(
        "paper search",
        _by("query", "확산 모델", "diffusion model"),
        ("page:2", "page:1", "jump:|open:", "similar:", "jump:|open:", "page:"),
    ),
    "search, chosen from the menu": Reading(
        "paper search", _by("query", "강화학습", "reinforcement learning"), ("jump:|open:", "save:")
    ),
    "search, a long query": Reading("paper search", _all(query=_LONG), ("page:2", "jump:|open:", "page:2")),
    "search, signs": Reading("paper search", _all(query="diffusion: ␣ :/ -x"), ("page:2", "jump:|open:", "page:2")),
    "search, conditions": Reading("paper search", _FILTERED, ("jump:|open:", "page:")),
    "search, corrected": Reading("paper search", _all(query="루모스"), ("literal:",)),
    "search, nothing": Reading("paper search", _all(query="😀😀")),
    "show": Reading("paper show", _all(paper=_MOE), ("similar:", "jump:|open:", "page:")),
    "show, saved and removed": Reading(
        "paper show", _all(paper=_MOE), ("save:", "keep:off:", "keep:on:", "keep:off:", "saved:1")
    ),
    "show, no such title": Reading("paper show", _all(paper="mixtures"), ("jump:|open:", "page:")),
    "show, no such id": Reading("paper show", _all(paper="2402.99999")),
    "ask": Reading(
        "paper ask",
        _by(
            "question", "BASE TTS는 몇 시간의 음성으로 훈련했나요?", "How many hours of speech was BASE TTS trained on?"
        ),
        ("open:", "page:"),
    ),
    "ask, no answer": Reading("paper ask", _by("question", "오늘 점심 뭐 먹지?", "what is for lunch?")),
    "similar": Reading("paper similar", _all(paper=_MOE), ("jump:|open:", "page:")),
    "term": Reading("paper term", _by("term", "확산 모델", "diffusion model"), ("names:", "jump:|open:", "page:")),
    "daily": Reading("daily", _all(), ("page:2", "page:3", "jump:|open:", "page:", "day:")),
    "daily, a day": Reading(
        "daily", _all(date="2024-02-14"), ("day:2024-01", "day:2024-02", "day:2024-03", "jump:|open:")
    ),
    "daily, no digest": Reading("daily", _all(date="2024-02-15"), ("day:2024-02",)),
    "top of a week": Reading(
        "top week", _all(date="2024-02-14"), ("page:2", "jump:|open:", "page:", "top:", "top:week 2024-02")
    ),
    "top of a month": Reading(
        "top month", _all(date="2024-02"), ("top:month 2024-03", "top:month 2024-06", "jump:|open:")
    ),
    "top of a year": Reading("top year", _all(), ("page:2", "jump:|open:", "similar:")),
    "top of all": Reading("top all", _all(), ("page:2", "page:3", "jump:|open:", "page:")),
    "trends": Reading(
        "trends",
        _by("term", "확산 모델", "diffusion"),
        ("trend:6", "trend:24", "trend:12", "numbers:12", "newest:0", "chart:", "rises:12"),
    ),
    "trends, long": Reading(
        "trends",
        _all(term="large language model, diffusion model, reinforcement learning, 비디오 생성 모델", months=24),
        ("trend:6", "trend:12"),
    ),
    "trends, on the rise": Reading("trends", _all(), ("rise:12", "trend:24", "rises:", "rise:")),
    "help": Reading("help", _all()),
}


async def read(walk: Walk) -> None:
    """Go through all of them, in each language."""
    for language, reader in walk.world.members.items():
        for name, reading in READINGS.items():
            await walk.begin(f"{name} ({language})")
            reply = await walk.slash(reader, reading.command, **reading.options[language])
            await walk.follow(reader, reply, *reading.path)


async def take_the_tour(walk: Walk) -> None:
    for language, reader in walk.world.members.items():
        await walk.begin(f"tour ({language})")
        reply = await walk.slash(reader, "help")
        for example in ("ask", "search", "day", "all"):
            await walk.use(reader, reply, f"try:{example}:{language}")


async def press_anothers_button(walk: Walk) -> None:
    await walk.begin("somebody else's reply")
    reply = await walk.slash(walk.world.members["en"], "paper search", query="diffusion")
    await walk.follow(walk.world.members["ko"], reply, "page:2", "page:1")


async def write(walk: Walk) -> None:
    """Mention the bot, write to it, and use the menu of a message."""
    await walk.begin("messages")
    bot = walk.world.env.bot.user
    assert bot
    writer, channel = walk.world.members["ko"], walk.world.channel
    for text in ("확산 모델 비디오", "does MoE help RL?", f"{_MOE}, 2402.08268", "2월 14일 논문", f"like {_MOE}", "hi"):
        with walk.noted(f"@bot {text}"):
            message = await writer.send(channel, f"{bot.mention} {text}")
        with walk.noted(f"{text}, directly"):
            await writer.send_dm(text)
        with walk.noted(f"Find papers: {text}"):
            await writer.context_menu(channel, "Find papers", message)
