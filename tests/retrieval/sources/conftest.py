from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.huggingface import FakeHub
from tests.retrieval.sources.fetching import Fetching


@pytest.fixture
async def fetching(tmp_path: Path) -> AsyncIterator[Fetching]:
    (tmp_path / "others").mkdir()
    async with FakeHub().served() as hub:
        yield Fetching(hub, tmp_path / "fetched", tmp_path / "others")
