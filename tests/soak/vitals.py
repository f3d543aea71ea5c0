"""What a process has of the machine, as Linux and its own monitoring tell it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.e2e.monitoring import get, samples, value


@dataclass(frozen=True, slots=True)
class Vitals:
    """Seconds of processor time so far, megabytes that are resident, open descriptors, threads, and tasks of the event
    loop."""

    processor: float
    memory: float
    descriptors: int
    threads: int
    tasks: int


async def vitals(pid: int, port: int) -> Vitals:
    read = samples((await get(port, "/metrics"))[1])
    return _of(pid, value(read, "process_cpu_seconds_total"), round(value(read, "paperbot_tasks")))


def _of(pid: int, processor: float, tasks: int) -> Vitals:
    process = Path(f"/proc/{pid}")
    status = dict(line.split(":", 1) for line in (process / "status").read_text("utf-8").splitlines())
    memory, threads = int(status["VmRSS"].split()[0]) / 1024, int(status["Threads"])
    return Vitals(processor, memory, sum(1 for _ in (process / "fd").iterdir()), threads, tasks)
