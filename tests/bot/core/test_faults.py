"""What is wrong with databases and digests, in both languages."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.core.faults import explained, said_by_system, why_unreached
from bot.state import State, StateError, back_up
from retrieval.digests.files import CorpusError, CorpusFault, digest_files
from retrieval.storage.faults import StoreError, StoreFault

VALUES = {"path": "/p", "copy": "/c", "place": "/f", "detail": "Permission denied", "version": 9, "known": 3}


@pytest.mark.parametrize("fault", [*StoreFault, *CorpusFault])
def test_every_fault_is_said_whole_in_both_languages(fault: StoreFault | CorpusFault) -> None:
    places = re.findall(r"\{(\w+)\}", fault.value)
    values = {name: VALUES[name] for name in places}
    error = StoreError(fault, **values) if isinstance(fault, StoreFault) else CorpusError(fault, **values)
    korean, english = explained(error).say("ko"), explained(error).say("en")
    assert english == str(error)
    assert korean.endswith(("주세요.", "닫았습니다."))
    for name in places:
        assert ("권한 없음" if name == "detail" else str(VALUES[name])) in korean
    assert "{" not in korean + english


async def test_a_state_of_a_newer_program_is_refused_as_state(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "state.db")) as connection:
        connection.execute(f"PRAGMA application_id = {0x50617073}")
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StateError) as refused:
        await State.open(tmp_path / "state.db")
    assert "테이블 버전 99" in explained(refused.value).say("ko")


async def test_what_to_do_with_a_damaged_file_depends_on_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "state.db").write_bytes(b"no database at all" * 100)
    cache = StoreError(StoreFault.DAMAGED_CACHE, path="corpus.db", detail="malformed")
    with pytest.raises(StateError) as treasure:
        await State.open(tmp_path / "state.db")
    assert "다른 곳으로 옮겨 주세요" in explained(cache).say("ko")
    assert "paperbot restore FILE" in explained(treasure.value).say("ko")


def test_a_backup_over_a_file_and_a_missing_folder_of_digests_are_said(tmp_path: Path) -> None:
    (tmp_path / "copy.db").touch()
    with pytest.raises(StoreError) as exists:
        back_up(tmp_path / "state.db", tmp_path / "copy.db")
    assert explained(exists.value).say("ko").endswith("copy.db이(가) 이미 있습니다. 없는 파일 이름을 적어 주세요.")
    with pytest.raises(CorpusError) as missing:
        digest_files([tmp_path / "nowhere"])
    assert "찾을 수 없습니다(그런 파일이나 폴더가 없음)" in explained(missing.value).say("ko")


@pytest.mark.parametrize(
    ("error", "korean", "english"),
    [
        (ConnectionRefusedError(111, "Connect call failed ('127.0.0.1', 9)"), "연결이 거부됨", "Connection refused"),
        (OSError(-2, "Name or service not known"), "그런 주소가 없음", "Name or service not known"),
        (RuntimeError("odd"), "odd", "odd"),
        (RuntimeError(), "RuntimeError", "RuntimeError"),
    ],
)
def test_why_a_server_cannot_be_reached(error: Exception, korean: str, english: str) -> None:
    assert (why_unreached(error).say("ko"), why_unreached(error).say("en")) == (korean, english)


def test_words_of_the_system_are_translated_where_they_are_known() -> None:
    assert said_by_system(os.strerror(13)).say("ko") == "권한 없음"
    assert said_by_system("some {odd} words").say("ko") == "some {odd} words"
