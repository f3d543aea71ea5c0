"""python -m tests.recorded: write all recordings anew."""

from __future__ import annotations

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.recorded.discord_side import STATE
from tests.recorded.recordings import FOLDER, MAKERS, STATES, keep_state, state_answers


def write() -> None:
    STATES.mkdir(parents=True, exist_ok=True)
    for make in MAKERS:
        with TemporaryDirectory() as home:
            for name, text in make(Path(home)).items():
                if name == STATE:
                    keep_state(text)
                else:
                    (FOLDER / name).write_text(text, "utf-8")
    for script in STATES.glob("*.sql"):
        with TemporaryDirectory() as home:
            script.with_suffix(".json").write_text(state_answers(script, Path(home)), "utf-8")


if __name__ == "__main__":
    logging.basicConfig(level=logging.ERROR)  # Discord fails on purpose there
    write()
