"""python invoke.py < calls.json: the program, called several times in one process, which starts it but once.

Reads a list of {"arguments", "stdin"}, and prints a list of {"code", "stdout", "stderr"}.
"""

from __future__ import annotations

import io
import json
import runpy
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import Any


def call(arguments: list[str], stdin: str) -> dict[str, Any]:
    said, complained, code = io.StringIO(), io.StringIO(), 0
    sys.argv, sys.stdin = ["paperbot", *arguments], io.StringIO(stdin)
    with redirect_stdout(said), redirect_stderr(complained):
        try:
            runpy.run_module("bot", run_name="__main__")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
    return {"code": code, "stdout": said.getvalue(), "stderr": complained.getvalue()}


if __name__ == "__main__":
    print(json.dumps([call(**one) for one in json.load(sys.stdin)]))  # noqa: T201
