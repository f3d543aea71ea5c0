"""The log: a line for each record on standard error, with the id of its call, and without what people typed."""

from __future__ import annotations

import asyncio
import json
import logging
import queue
import sys
import threading
from datetime import UTC, datetime
from typing import Any, Final, Literal

from bot.monitoring.calls import current
from bot.monitoring.metrics import LOGGED
from bot.monitoring.redaction import message_of, told

Format = Literal["text", "json"]

MOST_WAITING: Final = 10_000
"""So many lines wait for a reader of standard error that is slow; those after them are left out, and counted."""
_FLUSH_WITHIN = 1.0  # seconds
_CONTROL: Final = {code: f"\\x{code:02x}" for code in (*range(32), 127)}

log = logging.getLogger(__name__)


class TextFormat(logging.Formatter):
    """For people: time, level, place, the id of the call in brackets, and the message, on one line."""

    def format(self, record: logging.LogRecord) -> str:
        at = f"{self.formatTime(record)} {record.levelname} {record.name}"
        call = f" [{found.id}]" if (found := current()) else ""
        message = message_of(record.name, record.msg, record.args).translate(_CONTROL)
        error = record.exc_info[1] if record.exc_info else None
        return f"{at}{call}: {message}" + (f"\n{told(error).rstrip()}" if error else "")


class JsonFormat(logging.Formatter):
    """For programs: one object a line."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said: dict[str, Any] = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": message_of(record.name, record.msg, record.args),
        }
        if call := current():
            said["call"] = call.id
        if record.exc_info and (error := record.exc_info[1]):
            said |= {"error": type(error).__name__, "traceback": told(error).rstrip()}
        return json.dumps(said, ensure_ascii=False)


class StandardError(logging.Handler):
    """Writes to what is standard error at the time; once `detached`, from a thread of its own, so that nobody waits for
    who reads it."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: queue.Queue[str] | None = None
        self._left_out = 0

    def detach(self) -> None:
        if self._waiting is None:
            self._waiting = queue.Queue(MOST_WAITING)
            threading.Thread(target=self._write_on, args=(self._waiting,), name="log", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        LOGGED.labels(record.levelname.lower()).inc()
        try:
            line = self.format(record)
        except Exception as error:  # noqa: BLE001 - a record that cannot be said must not end what it tells of
            line = f"a record of {record.name} could not be logged: {type(error).__name__}"
        if self._waiting is None:
            _write(line)
            return
        try:
            self._waiting.put_nowait(line)
        except queue.Full:
            self._left_out += 1

    def flush(self) -> None:
        """Wait until all is written, but not for a reader that has stopped."""
        if self._waiting is None:
            return
        with self._waiting.all_tasks_done:
            self._waiting.all_tasks_done.wait_for(lambda: not self._unwritten(), _FLUSH_WITHIN)

    def _unwritten(self) -> int:
        return self._waiting.unfinished_tasks if self._waiting else 0

    def _write_on(self, waiting: queue.Queue[str]) -> None:
        while True:
            _write(waiting.get())
            waiting.task_done()
            if self._left_out and waiting.empty():
                left_out, self._left_out = self._left_out, 0
                log.warning("%d lines of the log were left out: nobody read them", left_out)


def _write(line: str) -> None:
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # closed, full, or never there
        return


_HANDLER: Final = StandardError()


def set_up(level: int, form: Format = "text") -> None:
    """Log what is of `level` or more; of libraries only warnings, unless all is to be told. Of discord.py nothing below
    info: it says addresses with tokens there."""
    _HANDLER.setFormatter(JsonFormat() if form == "json" else TextFormat())
    root = logging.getLogger()
    root.addHandler(_HANDLER)
    root.setLevel(level if level == logging.DEBUG else max(level, logging.WARNING))
    logging.getLogger("discord").setLevel(max(level, logging.INFO if level == logging.DEBUG else logging.WARNING))
    for own in ("bot", "retrieval"):
        logging.getLogger(own).setLevel(level)


def take_over() -> None:
    """Log all that a running bot says, also what Python itself would print of errors that nobody expected; call it in
    the event loop. From then on no reader of standard error can hold the bot up."""
    _HANDLER.detach()
    logging.captureWarnings(True)
    sys.excepthook = lambda _, error, __: log.critical("ended by an error", exc_info=error)
    threading.excepthook = lambda args: log.error("a thread ended by an error", exc_info=args.exc_value)
    sys.unraisablehook = lambda args: log.error("an error had nowhere to go", exc_info=args.exc_value)
    asyncio.get_running_loop().set_exception_handler(_passed_over)


def _passed_over(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What would be repeated by asyncio with the values of variables in it."""
    log.error("an error of a task that nobody waited for", exc_info=context.get("exception"))


def flush() -> None:
    """Wait a moment for what is still to be written, before the process ends."""
    _HANDLER.flush()
