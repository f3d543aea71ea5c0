from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.recorded.recordings import MAKERS

Now = Callable[[str], str]
"""How a recording, by its name, would be now."""


@pytest.fixture(scope="session")
def now(tmp_path_factory: pytest.TempPathFactory) -> Now:
    """What is made together is made once."""
    made: dict[str, str] = {}

    def of(name: str) -> str:
        if name not in made:
            make = next(make for make, names in MAKERS.items() if name in names)
            made.update(make(tmp_path_factory.mktemp("home")))
        return made[name]

    return of
