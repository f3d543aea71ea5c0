"""python server.py FD: forks itself whenever it is told to at that socket, and each fork is a `paperbot`.

A request is a line of JSON, with four descriptors: where to report, and what are to be standard input, output and
error. The report is a line with the fork's pid, and one with its exit code once it has ended. With the last one who
could ask, the server ends, and with it the forks that are left.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import sys
import time
from io import BufferedReader, BufferedWriter, FileIO, TextIOWrapper
from typing import Any, Final

_COMMANDS: Final = "main bot run check papers daily say trends corpus state fetch summarize"
_DESCRIPTORS: Final = 4

Request = dict[str, Any]


def serve(control: socket.socket) -> Request | None:
    """In the server: None, once nobody can ask any more. In a fork: what it is to do."""
    forks: dict[int, socket.socket] = {}
    woken, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(waker)
    listened = control.fileno()
    while True:
        ready, _, _ = select.select([listened, woken], [], [])
        if woken in ready:
            os.read(woken, 4096)
            _report_ends(forks)
        if listened not in ready:
            continue
        asked = _receive(control)
        if asked is None:
            for pid in forks:
                os.kill(pid, signal.SIGKILL)
            return None
        request, (report, *standard) = asked
        if pid := os.fork():
            forks[pid] = socket.socket(fileno=report)
            _say(forks[pid], pid)
            for one in standard:
                os.close(one)
        else:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for one in (woken, waker, report, control.detach(), *(other.detach() for other in forks.values())):
                os.close(one)
            _take_over(standard)
            return request


def _receive(control: socket.socket) -> tuple[Request, list[int]] | None:
    said, descriptors, _, _ = socket.recv_fds(control, 65536, _DESCRIPTORS)
    while said and not said.endswith(b"\n"):
        said += control.recv(65536)
    return (json.loads(said), descriptors) if said else None


def _report_ends(forks: dict[int, socket.socket]) -> None:
    while forks:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with forks.pop(pid) as report:
            _say(report, os.waitstatus_to_exitcode(status))


def _say(report: socket.socket, number: int) -> None:
    try:
        report.sendall(b"%d\n" % number)
    except OSError:
        return  # nobody waits for it any more


def _take_over(standard: list[int]) -> None:
    """Make these the standard input, output and error."""
    for number, one in enumerate(standard):
        os.dup2(one, number)
        os.close(one)
    # The streams there are were made for the server's own files, which may be of those that can seek.
    sys.stdin = TextIOWrapper(BufferedReader(FileIO(0, closefd=False)), "utf-8")
    sys.stdout = TextIOWrapper(BufferedWriter(FileIO(1, "w", closefd=False)), "utf-8")
    errors = BufferedWriter(FileIO(2, "w", closefd=False))
    sys.stderr = TextIOWrapper(errors, "utf-8", "backslashreplace", line_buffering=True)


def _become(request: Request) -> None:
    """Do what the interpreter does before it runs a program."""
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    os.chdir(request["folder"])
    sys.path.insert(0, request["folder"])
    sys.argv = ["paperbot", *request["arguments"]]


def main() -> None:
    for name in _COMMANDS.split():
        importlib.import_module(f"bot.cli.{name}")
    gc.collect()
    gc.freeze()  # or each fork would copy all of it to look for garbage
    request = serve(socket.socket(fileno=int(sys.argv[1])))
    if request is not None:
        _become(request)
        runpy.run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
