"""Regular expressions that are compiled when they are first used. Hundreds stand in modules, and to compile them all
takes longer than many a command."""

from __future__ import annotations

import re
import time
from typing import Any, Final, cast
from weakref import WeakSet

_PAUSE_S: Final = 0.0005


class _LazyRegex:
    """Becomes like the `re.Pattern` at its first use: a method is looked up once, and then found as fast as there."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def compile_if_new(self) -> bool:
        if self._compiled is not None:
            return False
        self._compiled = re.compile(self.pattern, self._flags)
        return True

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.compile_if_new()
        found = self.__dict__[name] = getattr(self._compiled, name)
        return found


_made: WeakSet[_LazyRegex] = WeakSet()


def lazy_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off. A fault in `pattern` shows at its first use. What checks for `re.Pattern` itself, as the
    functions of `re` and discord.py's templates do, takes none of these."""
    made = _LazyRegex(pattern, flags)
    _made.add(made)
    return cast("re.Pattern[str]", made)


def compile_all() -> None:
    """Compile what nothing has used yet, so that no use has to wait for it. For a thread: after each, others go on."""
    for each in list(_made):
        if each.compile_if_new():
            time.sleep(_PAUSE_S)
