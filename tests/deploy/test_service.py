"""What starts the bot on a server names things that exist."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.cli.config import load_config
from bot.cli.invocation import EXIT_CONFIG
from bot.cli.main import paperbot
from bot.monitoring.looks import Finding, Looks
from bot.monitoring.server import _Answers

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "paperbot.service"
CONTAINER = (ROOT / "deploy" / "Containerfile").read_text()


def setting(name: str) -> str:
    [found] = re.findall(rf"^{name}=(.*)$", UNIT.read_text(), re.MULTILINE)
    return str(found)


def test_the_unit_starts_a_command_that_there_is_and_does_not_restart_what_cannot_work() -> None:
    _, *arguments = shlex.split(setting("ExecStart"))
    assert arguments[0] == "--config"
    assert arguments[-1] in paperbot.commands
    assert setting("RestartPreventExitStatus") == str(EXIT_CONFIG)
    assert (setting("Type"), setting("NotifyAccess")) == ("notify", "main")


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here to ask")
def test_systemd_understands_the_unit_and_finds_little_that_it_exposes(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(UNIT.read_text().replace("/opt/paperbot/venv/bin/paperbot", shutil.which("true") or "/bin/true"))
    verified = subprocess.run(["systemd-analyze", "verify", unit], capture_output=True, text=True, check=False)
    assert (verified.returncode, verified.stderr) == (0, "")
    judged = subprocess.run(
        ["systemd-analyze", "security", "--offline=yes", unit], capture_output=True, text=True, check=False
    )
    [exposure] = re.findall(r"Overall exposure level for \S+: ([\d.]+)", judged.stdout)
    assert float(exposure) <= 1.5


def test_the_container_copies_what_there_is_and_is_asked_where_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = [
        name for line in re.findall(r"^COPY (?!--from)(.+)$", CONTAINER, re.MULTILINE) for name in line.split()[:-1]
    ]
    assert all((ROOT / name).exists() for name in copied)
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert kept == set(copied)
    [host, path] = re.findall(r"http://([\d.:]+)(/\w+)", CONTAINER)[0]
    [variable, value] = re.findall(r"(PAPERBOT_\w+)=(\S+)", CONTAINER)[0]
    monkeypatch.setenv(variable, value)
    monkeypatch.chdir(tmp_path)
    assert load_config().monitoring.listen == host

    async def look() -> Finding:
        return Finding(True, {})

    async def refresh() -> None: ...

    assert path in _Answers(Looks(look, look, refresh))._pages
