from __future__ import annotations

import pytest

from bot.features.corpus.digest_warnings import say_warning
from retrieval.digests.digest import Fault
from retrieval.digests.files import FileFault, FileWarning


@pytest.mark.parametrize("fault", [*Fault, *FileFault])
def test_every_warning_is_said_in_both_languages(fault: Fault | FileFault) -> None:
    warning = FileWarning("/srv/papers/2024/02/14.md", 12, fault, "detail {x}")
    korean, english = say_warning(warning, "ko"), say_warning(warning, "en")
    assert korean.startswith("2024/02/14.md:12 ")
    assert any("가" <= letter <= "힣" for letter in korean)
    assert english.startswith("2024/02/14.md:12 ")
    assert not any("가" <= letter <= "힣" for letter in english)


def test_what_the_system_and_the_bytes_say_is_korean_too() -> None:
    denied = FileWarning("/srv/14.md", 0, FileFault.UNREADABLE, "Permission denied")
    garbled = FileWarning("/srv/14.md", 3, FileFault.NOT_UTF8, "byte 120")
    assert "읽을 수 없습니다(권한 없음)" in say_warning(denied, "ko")
    assert "(120번째 바이트)" in say_warning(garbled, "ko")


@pytest.mark.parametrize(
    ("file", "line", "shown"),
    [
        ("/srv/secret/2024-02-14.md", 3, "2024-02-14.md:3 "),
        ("/srv/secret/2024-02-14.md", 0, "2024-02-14.md "),
        ("/srv/secret/papers", 0, "papers "),
    ],
)
def test_the_place_is_named_without_the_rest_of_the_path(file: str, line: int, shown: str) -> None:
    said = say_warning(FileWarning(file, line, Fault.NO_POINTS, "2402.08609"), "en")
    assert said.startswith(shown)
    assert "secret" not in said
