from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Callable

import pytest

from bot.monitoring.calls import Call, calling
from bot.monitoring.log import MOST_WAITING, JsonFormat, StandardError, TextFormat

Written = Callable[[logging.Formatter], tuple[logging.Logger, io.StringIO]]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Written:
    """A logger of the bot, and what it writes in a format."""

    def write(form: logging.Formatter) -> tuple[logging.Logger, io.StringIO]:
        output = io.StringIO()
        monkeypatch.setattr(sys, "stderr", output)
        handler, logger = StandardError(), logging.Logger("bot.example")
        handler.setFormatter(form)
        logger.addHandler(handler)
        return logger, output

    return write


def test_json_is_one_object_a_line_with_the_call_and_the_error(written: Written) -> None:
    log, output = written(JsonFormat())
    with calling(Call(id="c0ffee00")):
        log.warning("two\nlines of %s", "논문")
    try:
        raise ValueError("typed")
    except ValueError:
        log.exception("no answer")
    first, second = map(json.loads, output.getvalue().splitlines())
    assert first.pop("time").endswith("Z")
    assert first == {
        "level": "warning", "logger": "bot.example", "message": "two\nlines of 논문", "call": "c0ffee00"
    }  # fmt: skip
    assert (second["error"], second["level"]) == ("ValueError", "error")
    assert second["traceback"].endswith("ValueError")
    assert "call" not in second


def test_text_puts_the_call_in_brackets_and_the_message_on_one_line(written: Written) -> None:
    log, output = written(TextFormat())
    with calling(Call(id="c0ffee00")):
        log.info("a name with \n2026-01-01 ERROR a forged line and \x1b[31mcolour")
    [line] = output.getvalue().splitlines()
    assert " INFO bot.example [c0ffee00]: a name with \\x0a2026" in line
    assert "\x1b" not in line


async def test_tasks_and_threads_that_a_call_begins_belong_to_it_and_nothing_else_does(written: Written) -> None:
    log, output = written(JsonFormat())

    async def answer() -> None:
        await asyncio.sleep(0)
        await asyncio.to_thread(log.info, "from a thread")

    with calling(Call(id="c0ffee00")):
        task = asyncio.create_task(answer())
    with calling(Call(id="badcafe0")):
        other = asyncio.create_task(answer())
    await asyncio.gather(task, other)
    log.info("outside")
    calls = [json.loads(line).get("call") for line in output.getvalue().splitlines()]
    assert sorted(calls[:2]) == ["badcafe0", "c0ffee00"]
    assert calls[2:] == [None]


def test_a_message_that_does_not_fit_its_values_is_said_to_be_lost(written: Written) -> None:
    log, output = written(TextFormat())
    log.info("%d", "typed")
    assert output.getvalue() == "a record of bot.example could not be logged: TypeError\n"


def test_a_reader_that_stops_holds_nobody_up_and_hears_how_much_it_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, lines = threading.Event(), list[str]()

    class Pipe(io.StringIO):
        def write(self, text: str) -> int:
            reading.wait(20)
            lines.append(text)
            return len(text)

    monkeypatch.setattr(sys, "stderr", Pipe())
    handler, log = StandardError(), logging.Logger("bot.example")
    handler.setFormatter(logging.Formatter("%(message)s"))
    log.addHandler(handler)
    handler.detach()
    monkeypatch.setattr("bot.monitoring.log.log", log)
    for number in range(MOST_WAITING + 10):
        log.info("%d", number)
    reading.set()
    handler.flush()
    assert lines[:2] == ["0\n", "1\n"]
    assert len(lines) >= MOST_WAITING
    left_out = int(lines[-1].split()[0])
    assert len(lines) - 1 + left_out == MOST_WAITING + 10
    assert "left out" in lines[-1]
