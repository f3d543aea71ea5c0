from __future__ import annotations

import platform
from pathlib import Path

import pytest

from retrieval.index.memory import give_back

MEGABYTE = 1024 * 1024


def resident() -> int:
    """Bytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries give memory back by themselves")
def test_gives_back_what_has_been_freed_below_what_is_in_use() -> None:
    pieces = [bytes([number % 256]) * 4000 for number in range(15_000)]
    in_use = pieces[::1000]
    del pieces
    before = resident()

    give_back()

    assert before - resident() > 30 * MEGABYTE
    assert len(in_use) == 15
