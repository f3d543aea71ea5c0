"""The command line as its user calls it: a process, its output and its exit code."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests import forks

ROOT = Path(__file__).parents[3]
DIGEST = """## Daily Papers (2024-02-15)

### [A New Digest Arrives](https://arxiv.org/abs/2402.99901)

Vote: 3

Authors: Ada Lovelace

- 새로운 다이제스트의 첫 논문입니다.
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    digests = tmp_path / "digests"
    digests.mkdir()
    for seed in (ROOT / "seeds").glob("2024-*.md"):
        (digests / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "config.toml").write_text('[corpus]\ndigests = ["digests"]\n')
    return tmp_path


def run(home: Path, *arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PAPERBOT_", "DISCORD_", "LC_"))}
    return forks.run(home, arguments, kept | {"LANG": "en_US.UTF-8"} | environment, stdin)


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_search_prints_one_object(home: Path) -> None:
    [found] = objects(run(home, "search", "비디오", "생성", "--json", "--limit", "3"))
    assert found["query"] == "비디오 생성"
    assert set(found) == {"query", "took_ms", "total", "near_total", "corrections", "suggestions", "hits", "near"}
    assert len(found["hits"]) == 3
    assert found["total"] > 3
    for hit in found["hits"]:
        assert set(hit) == {"arxiv_id", "title", "url", "date", "votes", "score", "point", "loose"}
        assert set(hit["point"]) == {"index", "label", "text"}
        assert hit["score"] > 0


def test_search_and_ask_read_a_query_a_line_and_answer_each(home: Path) -> None:
    lines = "diffusion\n\n2402.08609v2\n😀\n"
    found = objects(run(home, "search", "--json", stdin=lines))
    assert [one["query"] for one in found] == ["diffusion", "", "2402.08609v2", "😀"]
    assert [bool(one["hits"]) for one in found] == [True, False, True, False]
    asked = objects(run(home, "ask", "--json", stdin=lines))
    assert [one["question"] for one in asked] == ["diffusion", "", "2402.08609v2", "😀"]
    assert {*asked[0]} == {"question", "passages", "nearest", "answer"}


def test_ask_prints_the_sentences_that_answer_or_the_nearest_papers(home: Path) -> None:
    lines = "BASE TTS는 음성 몇 시간으로 훈련했어?\nLumiere의 저작권은?\n오늘 서울 날씨 어때?\n"
    answered, near, hopeless = objects(run(home, "ask", "--json", stdin=lines))
    [passage, *_] = answered["passages"]
    assert set(passage) == {"arxiv_id", "title", "date", "score", "sentence", "point"}
    assert "10만 시간" in passage["sentence"]
    assert passage["sentence"] in passage["point"]["text"]
    assert answered["nearest"] == []
    assert near["passages"] == []
    assert [hit["arxiv_id"] for hit in near["nearest"]] == ["2401.12945"]
    assert set(near["nearest"][0]) == {"arxiv_id", "title", "url", "date", "votes", "score", "point"}
    assert hopeless["passages"] == hopeless["nearest"] == []


def test_a_query_may_begin_with_a_minus_sign(home: Path) -> None:
    [found] = objects(run(home, "search", "--json", "-diffusion", "-q"))
    assert found["query"] == "-diffusion -q"


def test_daily_prints_the_day_and_its_neighbours(home: Path) -> None:
    [day] = objects(run(home, "daily", "2024-02-14", "--json"))
    assert (day["date"], day["previous"], day["next"]) == ("2024-02-14", "2024-01-24", "2024-03-11")
    assert len(day["papers"]) == 12
    votes = [paper["appearances"][-1]["votes"] for paper in day["papers"]]
    assert votes == sorted(votes, reverse=True)
    [newest] = objects(run(home, "daily", "--json"))
    assert newest["date"] == "2024-06-13"
    assert newest["next"] is None


def test_show_prints_the_paper(home: Path) -> None:
    [paper] = objects(run(home, "show", "https://huggingface.co/papers/2402.08609", "--json"))
    assert paper["arxiv_id"] == "2402.08609"
    assert paper["url"] == "https://arxiv.org/abs/2402.08609"
    assert paper["appearances"] == [{"date": "2024-02-14", "votes": 19, "rank": 2}]
    assert paper["media"]["kind"] == "image"
    assert len(paper["authors"]) == 9
    assert [set(point) for point in paper["points"]] == [{"label", "text", "by"}] * 4


def test_reload_reports_what_changed_and_reads_only_that(home: Path) -> None:
    [first] = objects(run(home, "reload", "--json"))
    assert (first["files_read"], first["files_unchanged"], first["added"]) == (5, 0, 58)
    (home / "digests" / "2024-02-15.md").write_text(DIGEST, "utf-8")
    [second] = objects(run(home, "reload", "--json"))
    assert second == {
        "files_read": 1,
        "files_unchanged": 5,
        "added": 1,
        "updated": 0,
        "removed": 0,
        "warnings": [],
    }
    (home / "digests" / "2024-02-15.md").unlink()
    [third] = objects(run(home, "reload", "--json"))
    assert (third["files_read"], third["removed"]) == (0, 1)


def test_a_broken_digest_warns_with_file_and_line_until_it_is_mended(home: Path) -> None:
    broken = home / "digests" / "2024-02-15.md"
    broken.write_text(DIGEST + "\n### a heading without a link\n\n- lost?\n", "utf-8")
    for _ in range(2):
        [report] = objects(run(home, "reload", "--json"))
        [warning] = report["warnings"]
        assert warning["file"] == broken.as_posix()
        assert warning["line"] == 11
        assert "a heading without a link" in warning["message"]
    assert objects(run(home, "show", "2402.99901", "--json"))
    checked = run(home, "check")
    assert checked.returncode == 1
    assert "2024-02-15.md:11" in checked.stdout


def test_status_counts(home: Path) -> None:
    [status] = objects(run(home, "status", "--json"))
    assert {key: status[key] for key in ("papers", "days", "first_day", "last_day")} == {
        "papers": 58,
        "days": 5,
        "first_day": "2024-01-10",
        "last_day": "2024-06-13",
    }


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("show", "9999.99999"), 1, "9999.99999 is not among the papers here"),
        (("show", "mixture of diffusion"), 1, "No paper is titled"),
        (("daily", "2024-02-30"), 2, "is not in the calendar"),
        (("daily", "someday"), 2, "is not a date"),
        (("search", "--limit", "0", "x"), 2, "--limit"),
        (("serach", "x"), 2, "there is no command"),
        (("--config", "nowhere.toml", "status"), 78, "there is no such file"),
        (("run",), 78, "DISCORD_TOKEN"),
    ],
)
def test_what_cannot_be_done_is_said_on_stderr(home: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    done = run(home, *arguments)
    assert done.returncode == code
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    json_wanted = run(home, *arguments, "--json") if arguments[0] in {"show", "daily"} else done
    assert json_wanted.stdout == "" or arguments[0] not in {"show", "daily"}


def test_a_day_without_a_digest_is_an_empty_day_with_neighbours(home: Path) -> None:
    [day] = objects(run(home, "daily", "2024-02-15", "--json"))
    assert day == {"date": "2024-02-15", "previous": "2024-02-14", "next": "2024-03-11", "papers": []}


def test_every_configuration_fault_ends_with_78_in_the_readers_language(home: Path) -> None:
    (home / "config.toml").write_text('[corpus]\ndigest = ["x"]\n[state]\ndatabase = 5\n')
    done = run(home, "status", LANG="ko_KR.UTF-8")
    assert done.returncode == 78
    assert "corpus.digest: 없는 설정입니다" in done.stderr
    assert "state.database: 따옴표로 묶은 문자열이어야 합니다" in done.stderr


def test_chat_answers_each_line_and_ends_with_its_input(home: Path) -> None:
    done = run(home, "--lang", "ko", "chat", stdin="/데일리 2.14\n강화학습\n/nope\n\n")
    assert done.returncode == 0, done.stderr
    assert "2024년 2월 14일 (수) 논문 12편" in done.stdout
    assert "‘강화학습’ 검색 결과" in done.stdout
    assert "/nope 명령은 없습니다" in done.stdout
    assert done.stderr == ""


def test_chat_can_be_left(home: Path) -> None:
    done = run(home, "chat", stdin="/quit\n강화학습\n")
    assert (done.returncode, done.stdout) == (0, "")


def test_what_stands_where_the_cache_should_be_is_set_aside_and_kept(home: Path) -> None:
    foreign = home / "data" / "corpus.db"
    foreign.parent.mkdir()
    foreign.write_bytes(b"not a database, but precious" * 100)
    done = run(home, "status")
    assert done.returncode == 0, done.stderr
    assert f"{foreign} is damaged (file is not a database): it was set aside as {foreign}.damaged-1" in done.stderr
    assert foreign.with_name("corpus.db.damaged-1").read_bytes().startswith(b"not a database, but precious")


def test_faults_of_databases_are_said_in_the_readers_language(home: Path) -> None:
    (home / "data").mkdir()
    for name in ("corpus.db", "state.db"):
        with closing(sqlite3.connect(home / "data" / name)) as other:
            other.execute(f"PRAGMA application_id = {0x50617078}")  # "Papx"
    checked = run(home, "--lang", "ko", "check")
    assert checked.returncode == 1
    assert checked.stdout.count("Paperbot이 다른 용도로 쓰는 데이터베이스라 건드리지 않았습니다") == 2
    refused = run(home, "--lang", "ko", "status")
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"paperbot: {home / 'data' / 'corpus.db'}은(는) Paperbot이 다른 용도로")


def test_check_says_that_all_is_well(home: Path) -> None:
    done = run(home, "check")
    assert done.returncode == 0
    assert "58 papers on 5 days" in done.stdout


def test_the_state_is_backed_up_but_never_over_a_file(home: Path) -> None:
    assert run(home, "check").returncode == 0
    assert run(home, "backup", "copy.db").returncode == 0
    assert (home / "copy.db").read_bytes().startswith(b"SQLite format 3")
    again = run(home, "backup", "copy.db")
    assert again.returncode == 1
    assert "exists already" in again.stderr


def test_trends_print_counts_by_month_and_draw_them_into_a_file(home: Path) -> None:
    [found] = objects(run(home, "trends", "확산", "모델,", "LLM", "--months", "6", "--png", "chart.png", "--json"))
    assert found["months"] == ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06"]
    assert found["papers"] == [18, 12, 7, 0, 0, 21]
    assert [(one["term"], one["counts"][3:5]) for one in found["terms"]] == [
        ("확산 모델", [None] * 2),
        ("LLM", [None] * 2),
    ]
    assert (home / "chart.png").read_bytes().startswith(b"\x89PNG")
    [risen] = objects(run(home, "trends", "--json"))
    assert risen["lately"] == {"first": "2024-06", "last": "2024-06", "papers": 21}
    assert {"term": "LLaVA", "translation": "", "before": 0, "lately": 3} in risen["terms"]
    refused = run(home, "trends", "LLM", "--months", "25")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "Months go from 1 to 24; try 24." in refused.stderr


def test_trends_refused_for_how_they_were_asked_are_wrong_usage(home: Path) -> None:
    assert run(home, "trends", "LLM", "--months", "0", "--json").returncode == 2
    assert run(home, "trends", "a,b,c,d,e").returncode == 2
    assert run(home, "trends", "zyxwvut").returncode == 1


def test_a_day_of_an_empty_corpus_is_no_wrong_usage(home: Path) -> None:
    for digest in (home / "digests").iterdir():
        digest.unlink()
    done = run(home, "daily", "2024-02-14", "--json")
    assert (done.returncode, done.stdout) == (1, "")
    assert "no papers yet" in done.stderr


@pytest.mark.parametrize("command", ["search --json", "ask", "chat"])
def test_a_closed_standard_input_is_an_empty_one(home: Path, command: str) -> None:
    done = shell(home, f"{command} <&-")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["status --json", "search 확산 --limit 1000", "check"])
def test_output_that_cannot_be_written_is_a_failure_said_in_one_line(home: Path, command: str) -> None:
    done = shell(home, f"{command} >/dev/full")
    assert (done.returncode, done.stderr) == (1, "paperbot: No space left on device\n")


def shell(home: Path, command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m bot {command}'],
        cwd=home,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "en_US.UTF-8"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_say_prints_what_a_sentence_is_understood_as_and_its_answer(home: Path) -> None:
    [said] = objects(run(home, "say", "2월", "강화학습", "논문", "최신순으로", "--json", "--today", "2024-06-14"))
    assert set(said) == {"text", "intent", "slots", "answer"}
    assert (said["text"], said["intent"]) == ("2월 강화학습 논문 최신순으로", "search")
    assert said["slots"] == {"query": "강화학습", "since": "2024-02-01", "until": "2024-02-29", "sort": "newest"}
    assert said["answer"]["kind"] == "Results"
    assert "2024년 2월 · 최신순" in said["answer"]["text"]


def test_say_reads_a_message_a_line_and_an_empty_line_begins_anew(home: Path) -> None:
    stdin = "강화학습 논문\n비디오는?\n\n비디오는?\nyesterday's papers\n"
    said = objects(run(home, "say", "--json", "--today", "2024-06-14", stdin=stdin))
    assert [one["intent"] for one in said] == ["search", "refine", "search", "day"]
    assert said[-1]["slots"] == {"day": "2024-06-13"}


def test_say_goes_on_from_the_answer_to_the_line_before(home: Path) -> None:
    stdin = "확산 모델 논문\n최신순으로\n2번 자세히\n저장해줘\n뒤로\n\n더 보여줘\n"
    said = objects(run(home, "--lang", "ko", "say", "--json", "--today", "2024-06-14", stdin=stdin))
    assert [one["intent"] for one in said] == ["search", "refine", "open", "save", "more", "more"]
    assert [one["slots"] for one in said[1:]] == [{"sort": "newest"}, {"number": 2}, {}, {}, {}]
    kinds = [one["answer"]["kind"] for one in said]
    assert kinds == ["Results", "Results", "PaperCard", "Bookmark", "Results", "Notice"]
    assert "최신순" in said[4]["answer"]["text"]


def test_say_answers_in_plain_text(home: Path) -> None:
    done = run(home, "--lang", "ko", "say", "어제 논문 보여줘", "--today", "2024-06-14")
    assert "2024년 6월 13일 (목) 논문 21편" in done.stdout
    assert run(home, "say", "--today", "someday").returncode == 2
