"""Where forks are asked for."""

from __future__ import annotations

import asyncio
import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from asyncio import StreamReader, StreamReaderProtocol
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

_ROOT: Final = Path(__file__).parent.parent.parent
_SERVER: Final = Path(__file__).with_name("server.py")
_TIMEOUT_S: Final = 60.0


def run(
    folder: Path, arguments: Sequence[str], environment: Mapping[str, str], stdin: str = "", root: Path = _ROOT
) -> subprocess.CompletedProcess[str]:
    """`python -m bot` with these arguments, until it ends, as `subprocess.run` would run it, with the sources of
    `root` as they were when it was first asked for."""
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as errors:
        given.write(stdin.encode())
        given.seek(0)
        standard = [given.fileno(), out.fileno(), errors.fileno()]
        _, report = _fork(root, folder, arguments, environment, standard)
        with report:
            report.settimeout(_TIMEOUT_S)
            code = _number(report)
        out.seek(0)
        errors.seek(0)
        return subprocess.CompletedProcess([*arguments], code, out.read().decode(), errors.read().decode())


class Fork:
    """A fork that runs, with what of `asyncio.subprocess.Process` tests use."""

    def __init__(self, pid: int, report: socket.socket, stdout: StreamReader, stderr: StreamReader) -> None:
        self.pid = pid
        self.stdout = stdout
        self.stderr = stderr
        self.returncode: int | None = None
        self._end = asyncio.create_task(self._watch(report))

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        return await asyncio.shield(self._end)

    async def communicate(self) -> tuple[bytes, bytes]:
        out, errors, _ = await asyncio.gather(self.stdout.read(), self.stderr.read(), self.wait())
        return out, errors

    async def _watch(self, report: socket.socket) -> int:
        with report:
            report.setblocking(False)
            said = await asyncio.get_running_loop().sock_recv(report, 64)
        self.returncode = int(said)
        return self.returncode


async def launch(arguments: Sequence[str], environment: Mapping[str, str], folder: Path | None = None) -> Fork:
    """`python -m bot` with these arguments, without any input."""
    readers, ends = zip(*(os.pipe() for _ in ("stdout", "stderr")), strict=True)
    nothing = os.open(os.devnull, os.O_RDONLY)
    pid, report = _fork(_ROOT, folder or Path.cwd(), arguments, environment, [nothing, *ends])
    for one in (nothing, *ends):
        os.close(one)
    stdout, stderr = [await _reading(reader) for reader in readers]
    return Fork(pid, report, stdout, stderr)


async def _reading(descriptor: int) -> StreamReader:
    reader = StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: StreamReaderProtocol(reader), os.fdopen(descriptor, "rb", buffering=0)
    )
    return reader


def _fork(
    root: Path, folder: Path, arguments: Sequence[str], environment: Mapping[str, str], standard: Sequence[int]
) -> tuple[int, socket.socket]:
    """The pid, and the socket at which the exit code will be told."""
    asked = {"folder": str(folder), "arguments": [*arguments], "environment": {**environment}}
    said = json.dumps(asked).encode() + b"\n"
    control = _server(root)
    ours, theirs = socket.socketpair()
    with theirs:
        sent = socket.send_fds(control, [said], [theirs.fileno(), *standard])
        control.sendall(said[sent:])
    return _number(ours), ours


def _number(report: socket.socket) -> int:
    """The next line of a report."""
    line = b""
    while not line.endswith(b"\n"):
        if not (said := report.recv(1)):
            raise RuntimeError("the server of forks is gone")
        line += said
    return int(line)


@cache
def _server(root: Path) -> socket.socket:
    """Started when it is first needed; it ends with this process."""
    ours, theirs = socket.socketpair()
    with theirs:
        server = subprocess.Popen(
            [sys.executable, "-P", str(_SERVER), str(theirs.fileno())],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root)},
            stdin=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )

    def end() -> None:
        ours.close()
        server.wait()

    atexit.register(end)
    return ours
