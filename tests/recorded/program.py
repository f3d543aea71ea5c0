"""The program as its user calls it: a process, with nothing around it that could change what it says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests import forks

_ROOT: Final = Path(__file__).parent.parent.parent
_INVOKE: Final = Path(__file__).with_name("invoke.py")
_ENVIRONMENT: Final[Mapping[str, str]] = {
    "PATH": os.environ.get("PATH", os.defpath),
    "COLUMNS": "80",
    "LANG": "C.UTF-8",
    "NO_COLOR": "1",
    "PYTHONUTF8": "1",
    "TERM": "dumb",
    "TZ": "UTC",
}

_MASKS: Final = (
    (re.compile(r"\b\d+(?:\.\d+)? ms\b"), "… ms"),  # how long a search took
    # The present; the seeds are all of 2024.
    (re.compile(r"\b20(?:2[5-9]|[3-9]\d)-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\+00:00|Z)?)?"), "…"),
    (re.compile(r"\d[\d,]*(?= days ago|일 전)"), "…"),  # the age of the newest digest
    (re.compile(r"(?<=Try again in )\d+|\d+(?=초 뒤에)"), "…"),  # until the digests may be read again
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call, and what came of it."""

    arguments: Sequence[str]
    code: int
    stdout: str
    stderr: str

    @property
    def answer(self) -> str:
        """What it printed, where all went well."""
        if self.code or self.stderr:
            raise RuntimeError(f"{' '.join(self.arguments)} ended with {self.code}: {self.stderr}")
        return self.stdout


def run(home: Path, *arguments: str, stdin: str = "", root: Path = _ROOT) -> Call:
    """`python -m bot` in the folder `home`, with the sources of `root`."""
    done = forks.run(home, arguments, _environment(home, root), stdin, root)
    return Call(arguments, done.returncode, done.stdout, done.stderr)


def run_all(home: Path, calls: Sequence[tuple[Sequence[str], str]]) -> list[Call]:
    """As `run` for each of the arguments and inputs, one after the other; takes less time."""
    given = json.dumps([{"arguments": arguments, "stdin": stdin} for arguments, stdin in calls])
    done = Call([_INVOKE.name], *_process(home, ["-P", str(_INVOKE)], given))
    return [Call(call[0], **outcome) for call, outcome in zip(calls, json.loads(done.answer), strict=True)]


def as_json(value: object) -> str:
    """For people to read and to compare."""
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def masked(text: str, home: Path) -> str:
    """Without what is another each time: durations, the present, and where `home` and the sources are."""
    for pattern, mask in _MASKS:
        text = pattern.sub(mask, text)
    return text.replace(str(home), "HOME").replace(str(_ROOT), "ROOT")


def _environment(home: Path, root: Path) -> dict[str, str]:
    return {**_ENVIRONMENT, "HOME": str(home), "PYTHONPATH": str(root)}


def _process(home: Path, arguments: list[str], stdin: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=home,
        env=_environment(home, _ROOT),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
