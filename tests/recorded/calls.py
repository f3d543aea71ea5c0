"""The program's commands: their help, and the JSON that they print."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tests.recorded.program import Call, as_json, masked, run_all

_COMMANDS: Final = (
    *("search", "ask", "daily", "show", "term", "trends", "reload", "status"),
    *("check", "backup", "chat", "run"),
)
_QUERIES: Final = """\
확산 모델 비디오
diffusion video
강화학습 로봇
루모스
distildir
reinforcment lerning
텍스트 음성 변환
MoE
Mixtures of Experts Unlock Parameter Scaling for Deep RL
2402.08609v2
Doina Precup
author:LeCun
저자:Li 정렬:날짜
title:world
date:2024-02 votes:>10
since:2024-03 has:code sort:votes
"state space model"
robot -simulation
-diffusion
votes:many 모델
논문
😀

"""
_QUESTIONS: Final = """\
BASE TTS는 몇 시간의 음성으로 훈련했나요?
How many hours of speech was BASE TTS trained on?
MoE가 강화학습에 도움이 되나요?
비디오 생성은 어떻게 빨라지나요?
오늘 점심 뭐 먹지?

"""
OBJECTS: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "reload": [("reload", ""), ("reload", "")],
    "status": [("status", "")],
    "search": [("search --limit 4", _QUERIES), ("search 비디오 생성", ""), ("search --limit 0 x", "")],
    "ask": [("ask", _QUESTIONS), ("ask --limit 1 what is MoE?", "")],
    "daily": [(f"daily {day}", "") for day in ("2024-02-14", "2024-02-15", "2024-02-30", "someday", "")],
    "show": [
        (f"show {paper}", "")
        for paper in ("2402.08609", "https://huggingface.co/papers/2401.12945", "Lumos", "2402.99999", "")
    ],
    "term": [(f"term {term}", "") for term in ("확산 모델", "diffusion model", "강화학습", "zzzz")],
    "trends": [
        (f"trends {rest}", "") for rest in ("", "diffusion, 강화학습", "LLM --months 3", "zzzz", "x --months 99")
    ],
}
"""By the name of the recording: arguments, and lines of input."""


def calls(home: Path) -> dict[str, str]:
    """What `--help` says of the program and of each command, and what the commands print with `--json`."""
    helps = [(["--help"], ""), *(([command, "--help"], "") for command in _COMMANDS)]
    objects = [
        (name, [*arguments.split(), "--json"], lines) for name, given in OBJECTS.items() for arguments, lines in given
    ]
    done = run_all(home, [*helps, *((arguments, lines) for _, arguments, lines in objects)])
    recorded: dict[str, list[dict[str, Any]]] = {name: [] for name in OBJECTS}
    for (name, _, _), call in zip(objects, done[len(helps) :], strict=True):
        recorded[name].append(_outcome(call, home))
    said = [f"$ paperbot {' '.join(call.arguments)}\n{call.stdout}{call.stderr}" for call in done[: len(helps)]]
    return {"help.txt": "\n".join(said)} | {f"json_{name}.json": as_json(one) for name, one in recorded.items()}


def _outcome(call: Call, home: Path) -> dict[str, Any]:
    printed = [_rounded(json.loads(line)) for line in call.stdout.splitlines()]
    return {
        "arguments": " ".join(call.arguments),
        "code": call.code,
        "stdout": printed,
        "stderr": masked(call.stderr, home).splitlines(),
    }


def _rounded(value: Any) -> Any:
    """Without what differs from machine to machine: times, and the last digits of scores."""
    match value:
        case dict():
            varying = {name: "…" for name in ("took_ms", "loaded_at") if name in value}
            return {name: _rounded(one) for name, one in value.items()} | varying
        case list():
            return [_rounded(one) for one in value]
        case float():
            return float(f"{value:.6g}")
    return value
