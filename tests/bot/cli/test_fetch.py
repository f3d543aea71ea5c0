"""`paperbot fetch` and `check` as their users call them: a process, over a real socket, by the real clock."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.bot.cli.process import run, start
from tests.fakes.huggingface import FakeHub, Trick, hang, html, limited, record, says

LONG_AGO = "2026-01-05"
KEY = "hf_secret"


@pytest.fixture
async def hub() -> AsyncIterator[FakeHub]:
    hub = FakeHub(now=lambda: datetime.now(UTC))
    async with hub.served():
        yield hub


@pytest.fixture
def home(tmp_path: Path, hub: FakeHub) -> Path:
    (tmp_path / "digests").mkdir()
    (tmp_path / "config.toml").write_text(
        f'[corpus]\ndigests = ["digests"]\n[sources]\nhuggingface_base = "{hub.url}"\nfolder = "fetched"\n'
    )
    return tmp_path


async def fetched(home: Path, *arguments: str, code: int = 0, **environment: str) -> dict[str, Any]:
    returned, out, errors = await run(home, "fetch", *arguments, "--json", **environment)
    assert returned == code, errors
    [line] = out.splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


async def test_fetch_writes_the_day_that_was_settled_last_and_it_is_in_the_corpus(home: Path, hub: FakeHub) -> None:
    day = datetime.now(UTC).date() - timedelta(days=2)
    (home / "digests" / "old.md").write_text(
        f"## Daily Papers ({day - timedelta(days=1)})\n\n### [Old](https://arxiv.org/abs/2611.00001)\n\n- A point.\n"
    )
    hub.days[day.isoformat()] = [record("2611.00009", "A Fresh Paper", 12)]
    found = await fetched(home, HF_TOKEN=KEY)
    assert {*found} == {"days", "requests", "failures"}
    assert found["days"][0] == {
        "date": day.isoformat(),
        "papers": 1,
        "added": 1,
        "updated": 0,
        "file": (home / "fetched" / f"{day}.md").as_posix(),
        "state": "written",
    }
    assert found["requests"] == len(hub.asked)
    assert all(headers["Authorization"] == "Bearer hf_secret" for headers in hub.headers)
    assert hub.headers[0]["User-Agent"].startswith("paperbot/")
    _, out, _ = await run(home, "show", "2611.00009", "--json")
    assert json.loads(out)["title"] == "A Fresh Paper"


async def test_a_failure_is_said_with_its_day_and_ends_with_1(home: Path, hub: FakeHub) -> None:
    hub.play(LONG_AGO, *[html(404)] * 3)
    found = await fetched(home, "--since", LONG_AGO, "--until", LONG_AGO, code=1)
    assert found["failures"] == [{"date": LONG_AGO, "reason": "The source refused the request (HTTP 404)."}]
    hub.play(LONG_AGO, html(404))
    code, out, errors = await run(home, "--lang", "ko", "fetch", "--since", LONG_AGO, "--until", LONG_AGO)
    assert (code, out) == (1, "")
    assert errors == f"{LONG_AGO}  출처가 요청을 거절했습니다(HTTP 404).\n"
    _, out, _ = await run(home, "status", "--json")
    [source] = json.loads(out)["sources"]
    assert {*source} == {"name", "last_success", "last_error", "next"}
    assert (source["name"], source["last_success"], source["next"]) == ("huggingface", None, None)
    assert source["last_error"]["reason"] == "The source refused the request (HTTP 404)."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "yesterday"], "“yesterday” is not a day; write 2026-11-20."),
        (["--since", "2026-02-30"], "is not a day"),
        (["--since", "2026-01-09", "--until", "2026-01-05"], "--since is later than --until."),
    ],
)
async def test_days_that_are_none_are_wrong_usage(home: Path, arguments: list[str], said: str) -> None:
    code, out, errors = await run(home, "fetch", *arguments)
    assert (code, out) == (2, "")
    assert said in errors


async def test_a_dry_run_asks_for_nothing(home: Path, hub: FakeHub) -> None:
    found = await fetched(home, "--since", LONG_AGO, "--until", LONG_AGO, "--dry-run")
    assert [(day["date"], day["state"]) for day in found["days"]] == [(LONG_AGO, "missing")]
    assert hub.asked == []


async def test_days_that_are_not_settled_are_said_and_left(home: Path, hub: FakeHub) -> None:
    tomorrow = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()
    code, out, errors = await run(home, "fetch", "--since", tomorrow)
    assert (code, out) == (0, "There is nothing to fetch.\n")
    assert "Days can be fetched up to" in errors
    assert hub.asked == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_stopped_it_keeps_what_it_has_and_tells_it(home: Path, hub: FakeHub, number: signal.Signals) -> None:
    hub.days[LONG_AGO] = [record("2601.00001")]
    following = (date.fromisoformat(LONG_AGO) + timedelta(days=1)).isoformat()
    hanging = asyncio.Event()

    async def reached(request: Any) -> Any:
        hanging.set()
        return await hang(request)

    hub.play(following, reached)
    process = await start(home, "fetch", "--since", LONG_AGO, "--until", following, "--json")
    async with asyncio.timeout(30):
        await hanging.wait()
        process.send_signal(number)
        out, errors = await process.communicate()
    assert process.returncode == 1
    assert [(day["date"], day["state"]) for day in json.loads(out)["days"]] == [(LONG_AGO, "written")]
    assert "run it again to go on" in errors.decode()
    assert "Traceback" not in errors.decode()
    found = await fetched(home, "--since", LONG_AGO, "--until", following)
    assert [day["state"] for day in found["days"]] == ["kept", "empty"]


async def test_of_two_at_once_one_fetches_and_the_other_says_so(home: Path, hub: FakeHub) -> None:
    hub.days[LONG_AGO] = [record("2601.00001")]
    hanging, go_on = asyncio.Event(), asyncio.Event()

    async def wait(request: Any) -> Any:
        hanging.set()
        await go_on.wait()
        return await html(503)(request)

    hub.play(LONG_AGO, wait)
    first = asyncio.create_task(fetched(home, "--since", LONG_AGO, "--until", LONG_AGO))
    async with asyncio.timeout(30):
        await hanging.wait()
    code, out, errors = await run(home, "fetch", "--since", LONG_AGO, "--until", LONG_AGO)
    assert (code, out) == (1, "")
    assert "Another process is fetching" in errors
    go_on.set()
    assert [day["state"] for day in (await first)["days"]] == ["written"]


async def test_a_key_with_odd_characters_is_a_fault_that_does_not_show_it(home: Path) -> None:
    code, _, errors = await run(home, "fetch", HF_TOKEN=f"{KEY}\x01odd")
    assert code == 78
    assert "HF_TOKEN: it has characters that no token has" in errors
    assert "odd\n" not in errors


async def checked(home: Path, *arguments: str, enabled: bool = True) -> tuple[int | None, str]:
    (home / "digests" / "old.md").write_text(
        "## Daily Papers (2024-02-14)\n\n### [Old](https://arxiv.org/abs/2402.00001)\n\n- A point.\n"
    )
    code, out, errors = await run(home, *arguments, "check", PAPERBOT_SOURCES__HUGGINGFACE=str(enabled).lower())
    assert errors == ""
    return code, out


async def test_check_tries_the_source_and_leaves_nothing_behind(home: Path, hub: FakeHub) -> None:
    code, out = await checked(home)
    assert code == 0
    assert f"✓ Fetched papers can be written ({home / 'fetched'})" in out
    assert f"✓ Hugging Face answers ({hub.url})" in out
    assert len(hub.asked) == 1
    assert not (home / "fetched" / ".probe").exists()


async def test_check_does_not_try_what_is_not_fetched(home: Path, hub: FakeHub) -> None:
    code, out = await checked(home, enabled=False)
    assert (code, hub.asked) == (0, [])
    assert "Hugging Face" not in out


@pytest.mark.parametrize(
    ("trick", "language", "said"),
    [
        (html(503), "en", "The source is out of order (HTTP 503)."),
        (limited(Retry_After="1"), "ko", "출처가 기다려 달라고 합니다(HTTP 429)"),
        (says({"no": "list"}), "ko", "출처의 답을 이해할 수 없습니다"),
    ],
)
async def test_check_says_what_is_wrong_with_a_source_that_it_asks_once(
    home: Path, hub: FakeHub, trick: Trick, language: str, said: str
) -> None:
    for ago in range(3):
        hub.play(f"{datetime.now(UTC).date() - timedelta(days=ago)}", trick)
    code, out = await checked(home, "--lang", language)
    assert code == 1
    assert f"✗ {hub.url}: {said}" in out
    assert len(hub.asked) == 1


async def test_check_says_that_the_folder_cannot_be_written(home: Path, hub: FakeHub) -> None:
    (home / "fetched").write_text("a file")
    code, out = await checked(home)
    assert code == 1
    assert f"cannot be written ({home / 'fetched'}: File exists). Check disk and permissions." in out
