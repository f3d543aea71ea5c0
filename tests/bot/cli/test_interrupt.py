"""Ctrl-C, whatever the program is doing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("command", [["search", "--json"], ["ask"], ["chat"], ["say"]], ids=lambda command: command[0])
def test_an_interrupt_ends_at_once_and_quietly(command: list[str], tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *command],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"diffusion\n")
        process.stdin.flush()
        assert process.stdout.readline()  # it is up, and now waits for the next line
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == -signal.SIGINT  # a shell says 130
        assert process.stderr.read() == b""
