"""python -m tests.fuzz [--minutes M] [--seed N] [TARGET…]: each target for so long; 1 where one found something."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import traceback
from contextlib import AsyncExitStack
from pathlib import Path

from tests.fuzz.runner import fuzz
from tests.fuzz.targets import TARGETS
from tests.fuzz.world import World


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=1.0, help="for each target")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    chosen = parser.parse_args()
    found = 0
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner() as runner:
        stack = AsyncExitStack()
        world = runner.run(World.open(Path(folder), stack))
        for name in chosen.targets or TARGETS:
            try:
                tried = fuzz(TARGETS[name], world, runner.run, chosen.minutes * 60, chosen.seed)
            except Exception:  # noqa: BLE001 - whatever a target raises is a finding
                found += 1
                print(f"{name}: a finding; put its input into tests/fuzz/findings.py\n{traceback.format_exc()}")
            else:
                print(f"{name}: {tried:,} inputs, nothing found", flush=True)
        runner.run(stack.aclose())
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
