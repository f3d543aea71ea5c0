"""`paperbot summarize` as its users call it: a process, a model's server over a socket, files on the disk."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from retrieval.sources.abstract_points import abstract_points
from retrieval.sources.digest_writer import DigestPaper, write_digest
from retrieval.sources.provenance import Provenance, sign
from tests.bot.cli.process import run, start
from tests.bot.model.summaries.papers import other_paper
from tests.fakes.model_dialects import OPENAI
from tests.fakes.model_failures import hang, out_of_quota
from tests.fakes.model_lies import WORDS
from tests.fakes.model_server import MODEL, Asked, FakeModelServer, Turn, answer_well

DAYS = (date(2026, 11, 19), date(2026, 11, 20))
PAPERS = [other_paper(number) for number in range(4)]
KEY = {"PAPERBOT_MODEL__KEY": OPENAI.key}


def written_by_fake(asked: Asked) -> dict[str, str]:
    return next(said for paper, said in PAPERS if paper.title in asked.material)


@pytest.fixture
async def server() -> AsyncIterator[FakeModelServer]:
    async with FakeModelServer(writer=written_by_fake).served() as server:
        yield server


@pytest.fixture
def home(tmp_path: Path, server: FakeModelServer) -> Path:
    """Two days, of two papers each."""
    (tmp_path / "digests").mkdir()
    (tmp_path / "fetched").mkdir()
    for number, day in enumerate(DAYS):
        papers = [
            DigestPaper(paper.arxiv_id, paper.title, ("Ann Author",), None, 3, abstract_points(paper.abstract))
            for paper, _ in PAPERS[2 * number : 2 * number + 2]
        ]
        text = sign(Provenance("huggingface", day, backfilled=False), write_digest(day, papers))
        (tmp_path / "fetched" / f"{day}.md").write_text(text, "utf-8")
    (tmp_path / "config.toml").write_text(
        f'[corpus]\ndigests = ["digests"]\n[sources]\nfolder = "fetched"\n'
        f'[model]\nbase_url = "{server.url}"\nname = "{MODEL}"\n'
    )
    return tmp_path


async def summarized(home: Path, *arguments: str, code: int = 0) -> dict[str, Any]:
    returned, out, errors = await run(home, "summarize", *arguments, "--json", **KEY)
    assert returned == code, errors
    [line] = out.splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


async def test_papers_are_summarised_shown_and_found(home: Path) -> None:
    paper, said = PAPERS[2]

    found = await summarized(home)

    assert found == {
        "days": [{"date": f"{day}", "papers": 2, "written": 2} for day in reversed(DAYS)],
        "written": 4,
        "left_out": {},
        "stopped": None,
    }
    _, out, _ = await run(home, "show", paper.arxiv_id, "--json")
    shown = json.loads(out)
    points = shown["points"]
    assert shown["abstract"] == paper.abstract
    assert points[0] == {"label": "What's New", "text": said["whats_new"], "by": MODEL}
    _, out, _ = await run(home, "--lang", "ko", "show", paper.arxiv_id)
    assert f"모델 요약 · {MODEL}" in out
    _, out, _ = await run(home, "search", "문장끼리 짝", "--json")
    assert [hit["arxiv_id"] for hit in json.loads(out)["hits"]] == [paper.arxiv_id]
    assert (await summarized(home))["days"] == []


async def test_a_dry_run_asks_and_writes_nothing(home: Path, server: FakeModelServer) -> None:
    before = {path.name: path.read_bytes() for path in (home / "fetched").iterdir()}

    found = await summarized(home, "--dry-run", "--since", f"{DAYS[1]}")

    assert found["days"] == [{"date": f"{DAYS[1]}", "papers": 2, "written": 0}]
    assert {path.name: path.read_bytes() for path in (home / "fetched").iterdir()} == before
    assert server.asked == []


async def test_it_says_in_both_languages_what_was_left_out(home: Path, server: FakeModelServer) -> None:
    server.always = WORDS["an invented name"]

    code, out, errors = await run(home, "--lang", "ko", "summarize", "--since", f"{DAYS[1]}", **KEY)
    assert (code, out) == (0, f"{DAYS[1]}  요약이 없던 논문 2편 중 0편을 요약했습니다.\n")
    assert "2편은 초록을 그대로 둡니다: 초록에 없는 이름이 있었습니다" in errors

    code, out, errors = await run(home, "summarize", "--until", f"{DAYS[0]}", **KEY)
    assert (code, out) == (0, f"{DAYS[0]}  0 of 2 papers without a summary have one now.\n")
    assert "2 papers keep their abstracts: it had names that the abstract does not have" in errors


async def test_where_the_model_is_out_of_quota_it_says_so(home: Path, server: FakeModelServer) -> None:
    server.always = out_of_quota()

    found = await summarized(home, code=1)

    assert (found["written"], found["stopped"]["kind"]) == (0, "out-of-quota")
    assert OPENAI.key not in json.dumps(found)


async def test_without_a_model_it_says_what_is_missing(home: Path) -> None:
    (home / "config.toml").write_text('[corpus]\ndigests = ["digests"]\n[sources]\nfolder = "fetched"\n')

    code, out, errors = await run(home, "summarize")

    assert (code, out) == (78, "")
    assert "No model is configured to summarise." in errors


@pytest.mark.parametrize("arguments", [("--since", "yesterday"), ("--since", "2026-11-20", "--until", "2026-11-19")])
async def test_days_that_make_no_sense_are_wrong_usage(arguments: tuple[str, ...], home: Path) -> None:
    assert (await run(home, "summarize", *arguments))[0] == 2


async def test_stopped_by_ctrl_c_it_keeps_what_it_has(home: Path, server: FakeModelServer) -> None:
    last_asked = asyncio.Event()

    async def never_the_second_day(turn: Turn) -> web.StreamResponse:
        if len(server.asked) == 4:
            last_asked.set()
        return await (hang()(turn) if len(server.asked) > 2 else answer_well(turn))

    server.always = never_the_second_day
    process = await start(home, "summarize", "--json", **KEY)
    async with asyncio.timeout(30):
        await last_asked.wait()
        process.send_signal(signal.SIGINT)
        out, errors = await process.communicate()
    assert process.returncode == 1
    assert json.loads(out)["written"] == 2
    assert "Stopped." in errors.decode()
    server.always = answer_well
    server.asked.clear()

    assert (await summarized(home))["written"] == 2
    assert len(server.asked) == 2
