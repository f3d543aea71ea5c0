"""Has a process of its own reload, so that neither its work nor its memory is felt in this one."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import pickle
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from retrieval.digests.files import CorpusError, CorpusFault
from retrieval.reloading.intake import Progress, TakenUp
from retrieval.reloading.messages import Job, read_done, read_error

# Imports come from where those of this process do, whatever put them there.
_START: Final = "import sys; sys.path[:] = sys.argv[1:]; from retrieval.reloading.worker import main; main()"
_LONGEST: Final = 1 << 23  # bytes of a message: its list of files is bounded
# No threads of numpy, of which no work here makes use; and large arrays go back to the system once they are freed,
# which glibc else stops doing after the first: https://man7.org/linux/man-pages/man3/mallopt.3.html
_FRUGAL: Final = {"OPENBLAS_NUM_THREADS": "1", "MALLOC_MMAP_THRESHOLD_": "262144"}


async def reload_apart(job: Job, progress: Progress | None = None) -> TakenUp:
    """What `worker.reload` does and raises; CorpusError too where the process cannot be started or is ended by others.
    It is ended where this is cancelled."""
    try:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _START, *sys.path),
            stdin=PIPE,
            stdout=PIPE,
            limit=_LONGEST,
            env=os.environ | _FRUGAL,
        )
    except OSError as error:
        raise CorpusError(CorpusFault.CUT_OFF, detail=error.strerror or error) from error
    try:
        taken = await _heard(process, job, progress)
        code = await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if taken is None:
        raise CorpusError(CorpusFault.CUT_OFF, detail=_ending(code))
    return taken


async def _heard(process: Process, job: Job, progress: Progress | None) -> TakenUp | None:
    """What the process says last, None where it ends before."""
    if process.stdin is None or process.stdout is None:
        raise TypeError("a process without pipes")
    with suppress(ConnectionError):
        process.stdin.write(pickle.dumps(job))
        await process.stdin.drain()
    async for line in process.stdout:
        match json.loads(line):
            case {"log": [name, level, text]}:
                logging.getLogger(name).log(level, "%s", text)
            case {"progress": [done, total]} if progress:
                progress(done, total)
            case {"error": error}:
                raise read_error(error)
            case {"done": Mapping() as done}:
                return read_done(done)
    return None


def _ending(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    with suppress(ValueError):
        return signal.Signals(-code).name
    return f"signal {-code}"
