"""What was found: inputs, by target, that once were not taken as they should be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

FINDINGS: Final[Mapping[str, Sequence[Any]]] = {
    "configuration": [
        ("", {"PAPERBOT_CORPUS__DIGESTS": "0" * 256}),  # longer than a name can be
        ('[state]\ndatabase = "~nobody-of-that-name/state.db"', {}),
        ('[corpus]\ndatabase = "\\u0000"', {}),
    ],
    "layout": [("[" + "\\" * 1_000, "\\" * 4_000, 1)],  # each escaped is twice as long
}
