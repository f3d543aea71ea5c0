from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import vitals
from bot.cli.config import load_config
from bot.cli.vitals import SILENT_FOR, Vitals
from bot.core.app import App
from bot.discord.client import Paperbot
from bot.features.extensions import EXTENSIONS
from bot.monitoring import metrics


@pytest.fixture
def running(app: App, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Vitals:
    monkeypatch.chdir(tmp_path)
    return Vitals(load_config(), app.library, app.state, Paperbot(app, EXTENSIONS))


@pytest.mark.parametrize(("silent", "well"), [(41.0, True), (SILENT_FOR + 1, False)])
async def test_a_gateway_that_is_silent_for_long_is_not_well(
    running: Vitals, monkeypatch: pytest.MonkeyPatch, silent: float, well: bool
) -> None:
    monkeypatch.setattr(vitals, "silence", lambda client: silent)
    finding = await running.health()
    assert (finding.well, finding.parts) == (well, {"gateway": f"heard from {silent:.0f} s ago"})


async def test_before_the_papers_are_read_it_is_healthy_and_not_ready(tmp_path: Path) -> None:
    starting = Vitals(load_config())
    assert (await starting.health()).well
    finding = await starting.readiness()
    assert (finding.well, finding.parts["corpus"]) == (False, "being read")
    await starting.refresh()
    assert metrics.READY._value.get() == 0


async def test_a_state_that_was_closed_is_said(running: Vitals) -> None:
    assert running.state
    await running.state.close()
    finding = await running.readiness()
    assert finding.parts["state"] == "not reachable"
    await running.refresh()
    assert metrics.STATE._value.get() == 0
    assert metrics.PAPERS._value.get() == running.library.status().papers if running.library else 0
