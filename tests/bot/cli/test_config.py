from __future__ import annotations

import os
import tomllib
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.cli import phrases
from bot.cli.config import SEEDS, Config, ConfigError, Settings, load_config
from bot.core.scheduler import Pace
from retrieval.glossary.term_list import ListFault

ROOT = Path(__file__).parents[3]
SECRET = ".".join(("MTIz", "secret", "token"))


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in os.environ:
        if name.upper().startswith("PAPERBOT_") or name in {"DISCORD_TOKEN", "HF_TOKEN"}:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def write(folder: Path, text: str, name: str = "config.toml") -> Path:
    file = folder / name
    file.write_text(text, "utf-8")
    return file


def sentences(error: pytest.ExceptionInfo[ConfigError]) -> list[str]:
    return [fault.say("en") for fault in error.value.faults]


def test_without_any_configuration_the_shipped_seeds_are_the_corpus(tmp_path: Path) -> None:
    config = load_config()
    assert config.file is None
    assert config.digests == (SEEDS,)
    assert config.corpus_database == tmp_path / "data/corpus.db"
    assert config.state_database == tmp_path / "data/state.db"


def test_the_example_holds_every_setting_with_its_default() -> None:
    example = tomllib.loads((ROOT / "config.example.toml").read_text("utf-8"))
    defaults = Settings().model_dump()
    defaults["discord"]["token"] = defaults["discord"]["token"].get_secret_value()
    assert example == defaults


def test_a_config_file_in_the_working_directory_is_found(tmp_path: Path) -> None:
    write(tmp_path, '[state]\ndatabase = "here.db"')
    assert load_config().state_database == tmp_path / "here.db"


def test_the_environment_names_the_file_and_the_argument_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = write(tmp_path, '[state]\ndatabase = "named.db"', "named.toml")
    given = write(tmp_path, '[state]\ndatabase = "given.db"', "given.toml")
    monkeypatch.setenv("PAPERBOT_CONFIG", str(named))
    assert str(load_config().state_database).endswith("named.db")
    assert str(load_config(given).state_database).endswith("given.db")


def test_relative_paths_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "etc"
    (folder / "papers").mkdir(parents=True)
    file = write(folder, '[corpus]\ndigests = ["papers"]\ndatabase = "../var/corpus.db"')
    config = load_config(file)
    assert config.digests == (folder / "papers",)
    assert config.corpus_database == folder / "../var/corpus.db"


def test_the_environment_overrides_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, f'[discord]\ntoken = "{SECRET}"\napi_base = "http://127.0.0.1:1/api"')
    monkeypatch.setenv("PAPERBOT_DISCORD__API_BASE", "https://proxy.example/api/v10/")
    monkeypatch.setenv("DISCORD_TOKEN", "plain.one")
    config = load_config(file)
    assert config.discord.api_base == "https://proxy.example/api/v10"
    assert config.discord.token.get_secret_value() == "plain.one"
    monkeypatch.setenv("PAPERBOT_DISCORD__TOKEN", "Bot full.one ")
    assert load_config(file).discord.token.get_secret_value() == "full.one"


@pytest.mark.parametrize("value", ['["{0}", "{1}"]', "{0}:{1}"])
def test_a_list_comes_from_the_environment_as_json_or_like_path(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    monkeypatch.setenv("PAPERBOT_CORPUS__DIGESTS", value.format(tmp_path / "a", tmp_path / "b"))
    assert load_config().digests == (tmp_path / "a", tmp_path / "b")


def test_every_fault_is_reported_at_once_with_its_key_and_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERBOT_STAET__DATABASE", "x")
    file = write(
        tmp_path,
        """
        [discord]
        token = 5
        tokn = "x"
        api_base = "ftp://discord.com"
        [corpus]
        digests = "seeds"
        [state]
        database = " "
        [colours]
        """,
    )
    with pytest.raises(ConfigError) as error:
        load_config(file)
    said = "\n".join(sentences(error))
    for expected in (
        f"{file}: discord.token: expected a string",
        f"{file}: discord.tokn: unknown setting; there are: token, api_base, gateway",
        f"{file}: discord.api_base: expected an address that starts with https:// / http://",
        f"{file}: corpus.digests: expected a list of strings",
        f"{file}: state.database: must not be empty",
        f"{file}: colours: unknown setting; there are: discord, corpus, state",
        "PAPERBOT_STAET__DATABASE: unknown setting",
    ):
        assert expected in said
    assert len(error.value.faults) == 7


def test_a_fault_in_the_environment_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAPERBOT_DISCORD__GATEWAY", "http://127.0.0.1")
    with pytest.raises(ConfigError) as error:
        load_config()
    assert sentences(error) == [
        "PAPERBOT_DISCORD__GATEWAY: discord.gateway: expected an address that starts with wss:// / ws://."
    ]


def test_digests_that_are_not_there_are_a_fault(tmp_path: Path) -> None:
    file = write(tmp_path, '[corpus]\ndigests = ["nowhere"]')
    with pytest.raises(ConfigError) as error:
        load_config(file)
    assert sentences(error) == [f"{file}: corpus.digests: no such folder or file: {tmp_path / 'nowhere'}"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [(b"[discord\n", "not valid TOML"), (b"token = '\xff'", "not UTF-8"), (None, "no such file")],
)
def test_a_file_that_cannot_be_read_is_a_fault(content: bytes | None, expected: str, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConfigError) as error:
        load_config(file)
    assert expected in sentences(error)[0]
    assert str(file) in sentences(error)[0]


def test_faults_are_said_in_korean(tmp_path: Path) -> None:
    file = write(tmp_path, "[discord]\ntoken = 5")
    with pytest.raises(ConfigError) as error:
        load_config(file)
    assert error.value.faults[0].say("ko") == f"{file}: discord.token: 따옴표로 묶은 문자열이어야 합니다."


def test_the_token_shows_in_no_repr_and_no_error(tmp_path: Path) -> None:
    def load(token: str) -> Config:
        return load_config(write(tmp_path, f'[discord]\ntoken = "{token}"'))

    assert SECRET not in f"{load(SECRET)!r} {load(SECRET)}"
    with pytest.raises(ConfigError) as error:
        load(f"{SECRET} 한글")
    assert SECRET not in f"{error.value!r} {error.value} {sentences(error)} {error.value.__cause__!r}"


def test_lists_of_terms_count_from_the_folder_of_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "etc"
    folder.mkdir()
    write(folder, '"reinforcement learning" = ["강화 학습"]', "my-terms.toml")
    assert load_config(write(folder, '[search]\nglossary = ["my-terms.toml"]')).glossary == (folder / "my-terms.toml",)
    assert load_config(write(folder, "")).glossary == ()


@pytest.mark.parametrize(
    ("terms", "english", "korean"),
    [
        (
            '# Ours\n"강화 학습" = []',
            "line 2: “강화 학습” needs another name that it goes by.",
            "2번째 줄: ‘강화 학습’에는 다른 이름이 하나 더 있어야 합니다.",
        ),
        ('RL = ["강화 학습"', "line 1: not valid TOML: ", "1번째 줄: TOML 문법에 맞지 않습니다: "),
        ('RL = ["{x}", "a {b} c", "%s"', "line 1: not valid TOML: ", "1번째 줄: TOML 문법에 맞지 않습니다: "),
    ],
)
def test_a_fault_in_a_list_of_terms_names_its_file_and_line(
    terms: str, english: str, korean: str, tmp_path: Path
) -> None:
    file = write(tmp_path, '[search]\nglossary = ["my-terms.toml"]')
    list_file = write(tmp_path, terms, "my-terms.toml")
    with pytest.raises(ConfigError) as error:
        load_config(file)
    [fault] = error.value.faults
    assert fault.say("en").startswith(f"{file}: search.glossary: {list_file}, {english}")
    assert fault.say("ko").startswith(f"{file}: search.glossary: {list_file}, {korean}")


def test_a_list_of_terms_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    file = write(tmp_path, '[search]\nglossary = ["a.toml", "b.toml"]')
    with pytest.raises(ConfigError) as error:
        load_config(file)
    assert sentences(error) == [
        f"{file}: search.glossary: {tmp_path / name}: there is no such file." for name in ("a.toml", "b.toml")
    ]


def test_every_fault_of_a_list_of_terms_has_a_korean_sentence() -> None:
    for fault in ListFault:
        assert phrases.CONFIG_TERMS[fault].say("ko", detail="{x}") != fault.value


def test_sources_are_off_and_their_folder_is_part_of_the_corpus_anyway(tmp_path: Path) -> None:
    config = load_config()
    settings = config.fetcher.settings
    assert (settings.enabled, settings.arxiv) == (False, False)
    assert config.fetched == settings.folder == tmp_path / "data/digests"
    assert (settings.settled, settings.refresh_days, settings.since) == (time(0, 30), 10, None)


def test_sources_are_read_from_the_file_and_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = '[sources]\nhuggingface = true\nsettled = "23:00"\nsince = "2026-11-01"\nfolder = "fetched"'
    file = write(tmp_path, text)
    monkeypatch.setenv("PAPERBOT_SOURCES__REFRESH_DAYS", "3")
    monkeypatch.setenv("PAPERBOT_SOURCES__ARXIV", "true")
    monkeypatch.setenv("PAPERBOT_SOURCES__HUGGINGFACE_BASE", "http://127.0.0.1:1/")
    monkeypatch.setenv("HF_TOKEN", " hf_key\n")
    settings = load_config(file).fetcher.settings
    assert (settings.enabled, settings.arxiv, settings.refresh_days) == (True, True, 3)
    assert (settings.settled, settings.since) == (time(23), date(2026, 11, 1))
    assert (settings.huggingface_base, settings.token) == ("http://127.0.0.1:1", "hf_key")
    assert "hf_key" not in f"{load_config(file)!r} {settings!r}"


@pytest.mark.parametrize(
    ("line", "english", "korean"),
    [
        ('huggingface = "yes"', "expected true or false.", "true나 false여야 합니다."),
        ("refresh_days = 61", "expected a whole number from 0 to 60.", "0부터 60까지의 정수여야 합니다."),
        ("refresh_days = -1", "expected a whole number from 0 to 60.", "0부터 60까지의 정수여야 합니다."),
        ("refresh_days = true", "expected a whole number from 0 to 60.", "0부터 60까지의 정수여야 합니다."),
        ('settled = "24:00"', "expected a time of day in UTC", '"00:30" 같은 시각(UTC)이어야 합니다.'),
        ('settled = "0:30"', "expected a time of day in UTC", '"00:30" 같은 시각(UTC)이어야 합니다.'),
        ('since = "2026-02-30"', "expected a day such as", '"2026-11-20" 같은 날짜이거나 비어 있어야 합니다.'),
        ("since = 2026-02-03", "expected a string in quotes.", "따옴표로 묶은 문자열이어야 합니다."),
        ('huggingface_base = ""', "must not be empty.", "비어 있습니다."),
        ('arxiv_base = "export.arxiv.org"', "expected an address that starts with", "시작하는 주소여야 합니다."),
        ('folder = " "', "must not be empty.", "비어 있습니다."),
        ('token = "x"', "unknown setting; there are: huggingface,", "없는 설정입니다."),
    ],
)
def test_a_fault_of_sources_is_said_with_its_key(line: str, english: str, korean: str, tmp_path: Path) -> None:
    file = write(tmp_path, f"[sources]\n{line}")
    with pytest.raises(ConfigError) as error:
        load_config(file)
    [fault] = error.value.faults
    assert fault.say("en").startswith(f"{file}: sources.{line.split()[0]}: ")
    assert english in fault.say("en")
    assert korean in fault.say("ko")


def test_the_pace_of_reloads_is_in_seconds_within_limits(tmp_path: Path) -> None:
    file = write(tmp_path, "[corpus]\nreload_cooldown = 0\ncheck_every = 1\n")
    assert load_config(file).pace == Pace(timedelta(0), timedelta(seconds=1))
    write(tmp_path, "[corpus]\nreload_cooldown = -1\ncheck_every = 0\n")
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert sentences(caught) == [
        f"{file}: corpus.reload_cooldown: expected a whole number from 0 to 86400.",
        f"{file}: corpus.check_every: expected a whole number from 1 to 86400.",
    ]


@pytest.mark.parametrize("path", ["0" * 256, "~nobody-of-that-name/x", "a\\u0000b"])
@pytest.mark.parametrize("key", ["corpus.database", "state.database", "sources.folder"])
def test_what_cannot_be_a_path_is_said(tmp_path: Path, key: str, path: str) -> None:
    section, name = key.split(".")
    with pytest.raises(ConfigError) as error:
        load_config(write(tmp_path, f'[{section}]\n{name} = "{path}"'))
    assert f"{key}: cannot be the path of a file or folder." in sentences(error)[0]


@pytest.mark.parametrize(
    "listen", ["9464", "localhost", ":9464", "127.0.0.1:0", "127.0.0.1:65536", "::1:9464", "http://a:1"]
)
def test_where_monitoring_cannot_listen_is_said(tmp_path: Path, listen: str) -> None:
    with pytest.raises(ConfigError) as error:
        load_config(write(tmp_path, f'[monitoring]\nlisten = "{listen}"'))
    assert "expected an address and a port" in sentences(error)[0]


@pytest.mark.parametrize("listen", ["", "127.0.0.1:9464", "localhost:1", "[::1]:9464", "0.0.0.0:65535"])
def test_monitoring_listens_at_a_host_and_a_port_or_not_at_all(tmp_path: Path, listen: str) -> None:
    assert load_config(write(tmp_path, f'[monitoring]\nlisten = "{listen}"')).monitoring.listen == listen
