"""Processes of the program that are forked from one that has imported it.

Each is as real as one that is started: a pid, signals, an exit code, an environment, a folder, its own standard input
and output, and the interpreter's own end. What it is spared are the imports, most of what a call of the program takes.
Tests of how a process starts start one.
"""

from tests.forks.running import Fork, launch, run

__all__ = ["Fork", "launch", "run"]
