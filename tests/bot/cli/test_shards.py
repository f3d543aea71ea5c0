"""Which shards a process has: as the configuration says, or a call of `paperbot run`."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.config import ConfigError, load_config
from bot.cli.main import main
from bot.cli.sections import Discord
from bot.cli.shards import with_shards
from bot.rendering.language import Language


def settings(shards: tuple[int, ...] = (), count: int = 0) -> Discord:
    return Discord(shards=list(shards), shard_count=count)


@pytest.mark.parametrize(
    ("configured", "shards", "count", "found"),
    [
        (settings(), None, None, ([], 0)),
        (settings((0, 1), 4), None, None, ([0, 1], 4)),
        (settings((0, 1), 4), "2,3", None, ([2, 3], 4)),
        (settings(), "2, 3", 4, ([2, 3], 4)),
        (settings(), None, 4, ([], 4)),
    ],
)
def test_a_call_goes_before_the_configuration(
    configured: Discord, shards: str | None, count: int | None, found: tuple[list[int], int]
) -> None:
    chosen = with_shards(configured, shards, count)
    assert (chosen.shards, chosen.shard_count) == found


@pytest.mark.parametrize(
    ("arguments", "korean", "english"),
    [
        (("--shards", "0,x"), "서로 다른 샤드 번호", "different numbers"),
        (("--shards", ""), "서로 다른 샤드 번호", "different numbers"),
        (("--shards", "1,1", "--shard-count", "4"), "서로 다른 샤드 번호", "different numbers"),
        (("--shards", "-1,1", "--shard-count", "4"), "서로 다른 샤드 번호", "different numbers"),
        (("--shards", "0,1"), "--shard-count가 1보다 커야", "say with --shard-count how many"),
        (("--shards", "4", "--shard-count", "4"), "--shard-count가 4보다 커야", "shard 4 is one of more"),
        (("--shard-count", "0"), "1부터 16,384까지", "from 1 to 16,384"),
    ],
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_shards_that_cannot_be_are_wrong_usage(
    arguments: tuple[str, ...],
    korean: str,
    english: str,
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISCORD_TOKEN", "a.token")
    monkeypatch.setattr("sys.argv", ["paperbot", "--lang", language, "run", *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    assert (korean if language == "ko" else english) in capsys.readouterr().err


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("shards = [0, 0]\nshard_count = 2", "discord.shards: expected a list of different shards"),
        ("shards = [-1]\nshard_count = 2", "discord.shards: expected a list of different shards"),
        ('shards = ["0"]\nshard_count = 2', "discord.shards: expected a list of different shards"),
        ("shards = [0, 1]", "discord.shard_count: shard 1 is one of more shards than that"),
        ("shards = [2]\nshard_count = 2", "discord.shard_count: shard 2 is one of more shards than that"),
        ("shard_count = -1", "discord.shard_count: expected a whole number from 0 to 16384"),
    ],
)
def test_a_configuration_of_shards_that_cannot_be_is_said(section: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text(f"[discord]\n{section}\n")
    with pytest.raises(ConfigError) as error:
        load_config(tmp_path / "config.toml")
    [fault] = error.value.faults
    assert said in fault.say("en")


def test_shards_come_from_the_environment_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAPERBOT_DISCORD__SHARDS", "[0, 1]")
    monkeypatch.setenv("PAPERBOT_DISCORD__SHARD_COUNT", "4")
    assert load_config().discord.shards == [0, 1]
