"""What was found: inputs, by target, that once were not taken as they should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

FINDINGS: Final[Mapping[str, Sequence[Any]]] = {}
