"""The help of the command line and its usage errors, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from rich.cells import cell_len

from bot.cli.help import Command
from bot.cli.invocation import Invocation
from bot.cli.main import main, paperbot
from bot.rendering.language import LANGUAGES, Language

HANGUL = re.compile("[가-힣]")
COMMANDS: list[click.Command] = [paperbot, *paperbot.commands.values()]


def page(command: click.Command, language: Language) -> str:
    root = click.Context(paperbot, info_name="paperbot", obj=Invocation(None, language))
    at = root if command is paperbot else click.Context(command, parent=root, info_name=command.name)
    return command.get_help(at)


def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], language: Language, *arguments: str
) -> tuple[object, str]:
    """The exit code, and what is said on standard error."""
    monkeypatch.setattr("sys.argv", ["paperbot", "--lang", language, *arguments])
    with pytest.raises(SystemExit) as end:
        main()
    said, complained = capsys.readouterr()
    assert said == ""
    return end.value.code, complained


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_help_is_whole_at_any_width(
    command: click.Command, width: int, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100000")
    wide = page(command, language)
    monkeypatch.setenv("COLUMNS", str(width))
    shown = page(command, language)
    assert max(map(cell_len, shown.splitlines())) <= width
    assert sorted(re.sub(r"\s", "", shown)) == sorted(re.sub(r"\s", "", wide))
    assert "…" not in shown


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_help_is_said_in_the_readers_language(command: click.Command) -> None:
    assert isinstance(command, Command)
    in_korean, in_english = page(command, "ko"), page(command, "en")
    assert in_korean.startswith("사용법: paperbot")
    assert in_english.startswith("Usage: paperbot")
    assert not HANGUL.search(in_english)
    rows = [line for line in in_korean.splitlines() if line.startswith("  ")]
    assert all(HANGUL.search(line) or "(TOML)" in line for line in rows)


def test_the_help_lists_every_command_with_what_it_does() -> None:
    shown = page(paperbot, "ko")
    for name in paperbot.commands:
        assert re.search(rf"(?m)^  {name} +\S*[가-힣]", shown)


@pytest.mark.parametrize(
    ("arguments", "korean", "english"),
    [
        (
            ("serach", "x"),
            "serach 명령은 없습니다. 혹시 search인가요?",
            "there is no command serach. Did you mean search?",
        ),
        (("전부",), "전부 명령은 없습니다.", "there is no command 전부."),
        (
            ("status", "--jsn"),
            "--jsn 옵션은 없습니다. 혹시 --json인가요?",
            "there is no option --jsn. Did you mean --json?",
        ),
        (("backup",), "FILE을(를) 적어 주세요.", "FILE is missing."),
        (("backup", "/"), "FILE에는 폴더가 아니라 파일을 적어 주세요.", "FILE is a file, not a folder."),
        (("search", "--limit"), "--limit 뒤에 값을 적어 주세요.", "--limit needs a value behind it."),
        (("status", "--json=3"), "--json에는 값을 적지 않습니다.", "--json takes no value."),
        (("status", "a", "b"), "이 명령에는 다음 말을 쓸 수 없습니다: a b", "this command does not take: a b"),
        (
            ("search", "--limit", "ten"),
            "--limit에는 1부터 10,000까지의 정수를 적어 주세요.",
            "--limit is a whole number from 1 to 10,000.",
        ),
        (("trends", "--months", "x"), "--months에는 정수를 적어 주세요.", "--months is a whole number."),
        (
            ("say", "--today", "someday"),
            "--today에는 날짜를 2024-02-14처럼 적어 주세요.",
            "--today is a day, written like 2024-02-14.",
        ),
    ],
)
def test_wrong_usage_is_said_in_the_readers_language(
    arguments: tuple[str, ...],
    korean: str,
    english: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    command = f"paperbot {arguments[0]}" if arguments[0] in paperbot.commands else "paperbot"
    said: dict[Language, str] = {
        "ko": f"paperbot: {korean}\n자세한 사용법은 {command} --help에 있습니다.\n",
        "en": f"paperbot: {english}\nSee {command} --help.\n",
    }
    for language in LANGUAGES:
        assert call(monkeypatch, capsys, language, *arguments) == (2, said[language])


def test_the_language_may_be_given_in_either_way_or_by_the_locale(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    for arguments, said in (
        (["--nope"], "없습니다"),
        (["--lang=en", "--nope"], "no option"),
        (["--lang", "fr"], "ko, en"),
    ):
        monkeypatch.setattr("sys.argv", ["paperbot", *arguments])
        with pytest.raises(SystemExit):
            main()
        assert said in capsys.readouterr().err


def test_without_a_command_the_help_is_shown_as_wrong_usage(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, complained = call(monkeypatch, capsys, "ko")
    assert code == 2
    assert complained.startswith("사용법: paperbot")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show",), "어느 논문을 볼지 적어 주세요."),
        (("show", ""), "어느 논문을 볼지 적어 주세요."),
        (("search", "  "), "무엇을 찾을지 적어 주세요."),
        (("ask", ""), "무엇이 궁금한지 적어 주세요."),
        (("term",), "한국어나 영어 용어를 적어 주세요."),
    ],
)
def test_what_is_missing_is_said(
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    code, complained = call(monkeypatch, capsys, "ko", *arguments)
    assert (code, complained.startswith(f"paperbot: {said}")) == (2, True)
