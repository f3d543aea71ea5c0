"""`paperbot state copy` and `paperbot backup`, between a file and PostgreSQL."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.cli.config import ConfigError, load_config
from bot.cli.main import main
from bot.state import State

PASSWORD = "hunter2"  # noqa: S105


@pytest.fixture
def engine() -> str:
    return "postgresql"


@pytest.fixture
def address(place: Path | URL | str) -> str:
    assert isinstance(place, URL)
    return place.set(password=PASSWORD).render_as_string(hide_password=False)


def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str]:
    """The exit code, and all that is said, in which no password may stand."""
    monkeypatch.setattr("sys.argv", ["paperbot", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    said = "".join(capsys.readouterr())
    assert PASSWORD not in said
    return end.value.code, said


def per_page(path: Path) -> int:
    async def read() -> int:
        state = await State.open(path)
        _, server = await state.settings.of(0, 1)
        await state.close()
        return server.per_page

    return asyncio.run(read())


async def _fill(path: Path) -> None:
    state = await State.open(path)
    await state.settings.set_per_page(1, 3)
    await state.close()


def test_the_state_moves_to_postgresql_and_back_and_is_counted(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    asyncio.run(_fill(tmp_path / "from.db"))
    code, said = call(monkeypatch, capsys, "--lang", "en", "state", "copy", "from.db", address)
    assert code in (0, None)
    assert "server_settings: 1\n" in said
    assert "2 entries in all" in said
    code, said = call(monkeypatch, capsys, "--lang", "ko", "state", "copy", "from.db", address)
    assert code == 1
    assert "빈 데이터베이스를 지정해 주세요" in said
    code, _ = call(monkeypatch, capsys, "state", "copy", address, "back.db")
    assert per_page(tmp_path / "back.db") == 3
    (tmp_path / "config.toml").write_text(f'[state]\ndatabase = "{address}"\n')
    code, said = call(monkeypatch, capsys, "--lang", "ko", "backup", "backup.db")
    assert "backup.db에 백업했습니다" in said
    assert per_page(tmp_path / "backup.db") == 3
    assert call(monkeypatch, capsys, "--lang", "en", "check")[1].count("The state database can be used") == 1


@pytest.mark.parametrize("place_of_other", ["mysql://user:hunter2@host/db", "postgresql://user:hunter2@host:port/db"])
def test_addresses_that_cannot_be_used_are_said_without_their_password(
    place_of_other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said = call(monkeypatch, capsys, "--lang", "en", "state", "copy", "from.db", place_of_other)
    assert code == 2
    assert "TO is the path of a file, or an address" in said
    (tmp_path / "config.toml").write_text(f'[state]\ndatabase = "{place_of_other}"\n')
    with pytest.raises(ConfigError, match=r"state\.database: expected an address that starts with postgresql") as error:
        load_config(tmp_path / "config.toml")
    assert PASSWORD not in str(error.value)


def test_no_configuration_shows_a_password(address: str, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(f'[state]\ndatabase = "{address}"\n')
    assert PASSWORD not in repr(load_config(tmp_path / "config.toml"))
