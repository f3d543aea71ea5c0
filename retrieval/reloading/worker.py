"""A reload in a process of its own: it reads the digests, fills the database and saves the index, and then ends.

The process that started it writes a job to its standard input, and reads what it says from its standard output. It ends
as soon as that input does, and so never outlives the other, however that ends.
"""

from __future__ import annotations

import asyncio
import fcntl
import logging
import os
import pickle
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NoReturn

from retrieval.digests.files import CorpusError, CorpusFault
from retrieval.index.index import Index
from retrieval.index.updater import Upkeep
from retrieval.reloading.intake import Intake, TakenUp
from retrieval.reloading.messages import Job, done_message, encode, error_message
from retrieval.storage.faults import StoreError
from retrieval.storage.store import Store

_NICENESS: Final = 10  # what people ask for goes first: this gets a tenth of a processor that both want
_FIRST_TO_GO: Final = (
    "1000"  # where memory runs out: https://man7.org/linux/man-pages/man5/proc_pid_oom_score_adj.5.html
)
_EVERY: Final = 100  # files between two words on how far it is


class _Voice(logging.Handler):
    """Says a message at a time, from whichever thread; and what is logged, for the other process to log."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._file = os.fdopen(descriptor, "wb", buffering=0)

    def say(self, message: bytes) -> None:
        with self.lock or threading.RLock():
            self._file.write(message)

    def emit(self, record: logging.LogRecord) -> None:
        self.say(encode({"log": [record.name, record.levelno, self.format(record)]}))

    def progress(self, done: int, total: int) -> None:
        if done % _EVERY == 0 or done == total:
            self.say(encode({"progress": [done, total]}))


async def reload(job: Job, voice: _Voice) -> TakenUp:
    """Bring the database and the saved index up to date. Raises StoreError, CorpusError and OSError."""
    store = await Store.open(job.database)
    try:
        taken = await Intake(store, job.digests, job.fetched).take_up(voice.progress)
        upkeep = Upkeep(store, job.index, job.concepts)
        wanted = (await store.totals()).revision
        if not upkeep.is_saved(wanted):
            upkeep.save(*await upkeep.index(Index.build(()), "", wanted))
        return taken
    finally:
        await store.close()


def main() -> NoReturn:
    """Do the job that standard input names."""
    job = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the process that started this one
    threading.Thread(target=_end_with_input, daemon=True).start()
    voice = _Voice(os.dup(sys.stdout.fileno()))
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else is printed
    logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=[voice])
    _step_back()
    try:
        with _turn(Path(job.database)):
            voice.say(done_message(asyncio.run(reload(job, voice))))
    except (StoreError, CorpusError) as error:
        voice.say(error_message(error))
    except MemoryError:
        voice.say(error_message(CorpusError(CorpusFault.CUT_OFF, detail="out of memory")))
    except OSError as error:
        voice.say(error_message(CorpusError(CorpusFault.CUT_OFF, detail=error.strerror or error)))
    os._exit(0)  # without taking all apart that the system takes back at once


def _end_with_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)


def _step_back() -> None:
    with suppress(OSError):
        os.nice(_NICENESS)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, "ascii")


@contextmanager
def _turn(database: Path) -> Iterator[None]:
    """One process at a time, so that of several on one corpus the first does the work, and the others find it done."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_name(f"{database.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
