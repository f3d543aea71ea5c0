"""What a process that reloads for another is told, and what it says: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from retrieval.digests.files import CorpusError, CorpusFault
from retrieval.glossary.term_list import TermEntry
from retrieval.reloading.intake import TakenUp
from retrieval.storage.faults import StoreError, StoreFault


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be brought up to date, and from what.

    `index` is where the index is saved, None: nowhere; `concepts` are those of lists of terms, beside those that come
    with Paperbot; `fetched` is a folder that is part of the digests from when it has any.
    """

    database: Path | str
    index: Path | None
    digests: tuple[Path, ...]
    concepts: tuple[TermEntry, ...]
    fetched: Path | None


def encode(message: Mapping[str, Any]) -> bytes:
    return json.dumps(message).encode() + b"\n"


def done_message(taken: TakenUp) -> bytes:
    return encode({"done": asdict(taken)})


def read_done(said: Mapping[str, Any]) -> TakenUp:
    return TakenUp(**{**said, "warned": tuple(said["warned"])})


def error_message(error: StoreError | CorpusError) -> bytes:
    values = {name: str(value) for name, value in error.values.items()}
    return encode({"error": [type(error.fault).__name__, error.fault.name, values]})


def read_error(said: tuple[str, str, dict[str, str]]) -> StoreError | CorpusError:
    kind, name, values = said
    if kind == StoreFault.__name__:
        return StoreError(StoreFault[name], **values)
    return CorpusError(CorpusFault[name], **values)
