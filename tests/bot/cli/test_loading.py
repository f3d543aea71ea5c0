"""What the commands import, which is most of the time that short ones take."""

from __future__ import annotations

import subprocess
import sys

import pytest

_SHOWN = "import sys; import {modules}; print(*sys.modules)"


@pytest.mark.parametrize(
    ("modules", "without"),
    [
        ("bot.cli.main", {"aiohttp", "bot.state", "discord", "numpy", "pydantic", "retrieval.library", "sqlalchemy"}),
        ("bot.cli.papers, bot.cli.opening", {"aiohttp", "alembic", "discord", "openai", "prompt_toolkit"}),
        (
            "bot.cli.run",
            {"aiohttp.web", "alembic", "openai", "prompt_toolkit", "rich", "sqlalchemy.dialects.postgresql"},
        ),
    ],
)
def test_what_a_command_does_not_need_is_not_imported(modules: str, without: set[str]) -> None:
    code = _SHOWN.format(modules=modules)
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not without & set(shown.stdout.split())


def test_what_is_imported_is_no_work_for_the_collector() -> None:
    code = """
import gc
from bot.cli.loading import loading
with loading():
    import bot.cli.config
print(gc.isenabled(), gc.get_freeze_count() > 10_000)
"""
    shown = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert shown.stdout.split() == ["True", "True"]
