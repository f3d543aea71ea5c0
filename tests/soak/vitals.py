"""What a process has of the machine, as Linux and its own monitoring tell it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.e2e.monitoring import get, samples, value


@dataclass(frozen=True, slots=True)
class Vitals:
    """Megabytes that are resident, open descriptors, threads, and tasks of the event loop."""

    memory: float
    descriptors: int
    threads: int
    tasks: int


async def vitals(pid: int, port: int) -> Vitals:
    read = samples((await get(port, "/metrics"))[1])
    return _of(pid, round(value(read, "paperbot_tasks")))


def _of(pid: int, tasks: int) -> Vitals:
    process = Path(f"/proc/{pid}")
    status = dict(line.split(":", 1) for line in (process / "status").read_text("utf-8").splitlines())
    memory, threads = int(status["VmRSS"].split()[0]) / 1024, int(status["Threads"])
    return Vitals(memory, sum(1 for _ in (process / "fd").iterdir()), threads, tasks)
