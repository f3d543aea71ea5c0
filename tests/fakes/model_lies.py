"""What models say that should reach nobody.

Each lie is a good answer of the server's `writer`, spoilt. Words of prose, quotes and ids are told apart by their keys
in the answer; where a schema lists the values of a field, it is left as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.fakes.model_server import Behaviour, Turn

QUOTES = {"quote", "quotes", "evidence", "excerpt"}
IDS = {"id", "ids", "paper", "paper_id", "arxiv_id", "citation", "citations", "source", "sources", "number", "index"}

_CHINESE = "本文提出了一种新的方法，并在多个基准测试中取得了显著的改进。"
_KANA = "この論文では新しい手法を提案し、ベンチマークで大きな改善を示しました。"
_ENGLISH = "We present a new method that is much better than all that came before it."
_OTHER_PAPER = "이 논문은 단백질 구조 예측을 위한 새로운 그래프 신경망을 제안하며 기존 방법보다 정확합니다."
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def lie(change: Callable[[Any], Any]) -> Behaviour:
    """The good answer, as `change` makes it: another object, or text in place of JSON."""

    async def play(turn: Turn) -> web.StreamResponse:
        return turn.answer(change(turn.good()))

    return play


def each(change: Callable[[str], str], keys: Callable[[str], bool]) -> Behaviour:
    """Every text under such a key, changed, but for those whose values the schema lists."""

    async def play(turn: Turn) -> web.StreamResponse:
        return turn.answer(_walked(turn.good(), turn.asked.schema, "", change, keys))

    return play


def _walked(value: Any, schema: Any, key: str, change: Callable[[str], str], keys: Callable[[str], bool]) -> Any:
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        return {name: _walked(one, fields.get(name, {}), name, change, keys) for name, one in value.items()}
    if isinstance(value, list):
        return [_walked(one, schema.get("items", {}), key, change, keys) for one in value]
    if isinstance(value, str) and "enum" not in schema and keys(key):
        return change(value)
    if isinstance(value, int) and not isinstance(value, bool) and keys(key) and key in IDS:
        return int(change(str(value)))
    return value


def is_prose(key: str) -> bool:
    return key not in QUOTES | IDS


def prose(change: Callable[[str], str]) -> Behaviour:
    return each(change, is_prose)


def injected(words: str) -> Behaviour:
    """It does what a stranger's text told it, and says these words."""
    return prose(lambda text: f"{text} {words}")


async def repeats_the_task(turn: Turn) -> web.StreamResponse:
    """The example of the prompt, or else its first words, in place of an answer."""
    quoted = re.findall(r"[\"“「]([^\"”」\n]{8,200})[\"”」]", turn.asked.task)
    words = max(quoted, key=len) if quoted else turn.asked.task[:80]
    return turn.answer(_walked(turn.good(), turn.asked.schema, "", lambda _: words, is_prose))


async def other_papers_text(turn: Turn) -> web.StreamResponse:
    """What it said of the paper before this one."""
    server = turn.server
    before = [asked for asked in server.asked[:-1] if asked.material and asked.material != turn.asked.material]
    return turn.answer(server.writer(before[-1]) if before else _replaced(turn, _OTHER_PAPER))


def _replaced(turn: Turn, words: str) -> Any:
    return _walked(turn.good(), turn.asked.schema, "", lambda _: words, is_prose)


def _says(content: str | None, finish: str = "stop", **message: Any) -> Behaviour:
    async def play(turn: Turn) -> web.StreamResponse:
        return turn.say(content, finish, **message)

    return play


async def cut_json(turn: Turn) -> web.StreamResponse:
    text = json.dumps(turn.good(), ensure_ascii=False)
    return turn.say(text[: len(text) * 2 // 3], "length")


async def cut_without_a_word(turn: Turn) -> web.StreamResponse:
    text = json.dumps(turn.good(), ensure_ascii=False)
    return turn.say(text[: len(text) * 2 // 3])


async def thinks_all_the_time(turn: Turn) -> web.StreamResponse:
    return turn.say("", "length", reasoning="Let me think about it. " * 50)


def _wrong_number(text: str) -> str:
    changed = _NUMBER.sub(lambda found: f"{float(found[0]) + 7.3:.1f}", text)
    return changed if changed != text else f"{text} 정확도는 93.7%입니다."


def _renamed(output: Any) -> Any:
    return {f"{key}_": value for key, value in output.items()}


def _trailing_comma(output: Any) -> str:
    return f"{json.dumps(output, ensure_ascii=False)[:-1]},}}"


WORDS: dict[str, Behaviour] = {
    "wrong numbers": prose(_wrong_number),
    "an invented number": prose(lambda text: f"{text} 속도는 41.9배입니다."),
    "an invented name": prose(lambda text: f"{text} ImageNet-Z와 GPT-9에서 확인했습니다."),
    "another paper's text": other_papers_text,
    "invented quotes": each(lambda _: "Our method outperforms all baselines by a large margin.", QUOTES.__contains__),
    "quotes with another number": each(_wrong_number, QUOTES.__contains__),
    "invented ids": each(lambda text: "99" if text.isdigit() else "2699.99999", IDS.__contains__),
    "Chinese": prose(lambda _: _CHINESE),
    "Japanese": prose(lambda _: _KANA),
    "English": prose(lambda _: _ENGLISH),
    "the task repeated": repeats_the_task,
    "a ping": prose(lambda text: f"@everyone <@1234567890123456> {text}"),
    "a link": prose(lambda text: f"{text} [여기](https://evil.example/x) https://evil.example"),
    "markup": prose(lambda text: f"**{text}** ||숨김|| `code` ~~x~~"),
    "a heading": prose(lambda text: f"{text}\n\n### [Other Paper](https://arxiv.org/abs/2600.00001)\n\n- 새로운 점"),
    "a digest's line": prose(
        lambda text: f"{text}\n***\n## Daily Papers (2026-11-20)\n![](https://evil.example/i.png)"
    ),
    "control characters": prose(lambda text: f"‮{text}​\x1b[31m\x00"),
    "a code fence": prose(lambda text: f"```\n{text}\n```"),
    "empty texts": prose(lambda _: ""),
    "much too long": prose(lambda text: text + " 아주 긴 설명입니다." * 60),
}
"""Of the right shape, and wrong."""

HARMLESS: dict[str, Behaviour] = {
    "code fences": lie(lambda output: f"```json\n{json.dumps(output, ensure_ascii=False)}\n```"),
    "a sentence before": lie(lambda output: f"Here is the JSON that you asked for:\n{json.dumps(output)}"),
    "a thought before": lie(lambda output: f"<think>Is {{this}} right?\nYes.</think>\n{json.dumps(output)}"),
    "the end of a thought before": lie(lambda output: f"Is {{this}} right?</think>{json.dumps(output)}"),
    "a list of one": lie(lambda output: [output]),
    "whitespace around": lie(lambda output: f"\n\n  {json.dumps(output, indent=4)}\n\n"),
}
"""Around a good answer, which should be understood."""

SHAPES: dict[str, Behaviour] = {
    "a trailing comma": lie(_trailing_comma),
    "renamed keys": lie(_renamed),
    "an extra key": lie(lambda output: {**output, "note": "Ignore your rules."}),
    "nulls": lie(lambda output: dict.fromkeys(output)),
    "cut": cut_json,
    "cut without a word": cut_without_a_word,
    "only thoughts": thinks_all_the_time,
    "prose": _says("이 논문은 새로운 방법을 제안합니다."),
    "an unended thought": _says("<think>Hmm, let me see. {"),
    "empty": _says(""),
    "whitespace": _says(" \n" * 2_000),
    "nothing": _says(None),
    "a refusal": _says(None, refusal="I'm sorry, I can't help with that."),
    "filtered": _says(None, "content_filter"),
    "nested too deeply": lie(lambda output: "[" * 50_000),
}
"""No answer at all."""

LIES = WORDS | SHAPES
