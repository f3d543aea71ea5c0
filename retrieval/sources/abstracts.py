"""The English abstracts, beside the digests: `abstracts.jsonl`, an object a line, in the order of their ids.

{"arxiv_id": "2611.00001", "source": "huggingface", "abstract": "We …"}
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from retrieval.digests.line_parser import clip, plain
from retrieval.paper import parse_arxiv_id
from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.listing import MAX_ABSTRACT
from retrieval.sources.whole_files import write_whole

log = logging.getLogger(__name__)

FILE: Final = "abstracts.jsonl"
MAX_BYTES: Final = 256 * 1024 * 1024
"""Of the file; a year's papers have some 10 MB."""


@dataclass(frozen=True, slots=True)
class Abstract:
    """An abstract on one line, never empty, and the name of the source that gave it."""

    source: str
    text: str


def read_abstracts(folder: Path) -> dict[str, Abstract]:
    """The abstracts that are kept in a folder, by arXiv id; none where there is no file. What a line cannot be read as
    is passed over, with a line in the log. Raises SourceError where the file cannot be read."""
    path = folder / FILE
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(SourceFault.UNWRITABLE, f"{path} is larger than {MAX_BYTES >> 20} MB")
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SourceError(SourceFault.UNWRITABLE, f"{path}: {error.strerror}") from None
    found = [_read(line) for line in lines if line.strip()]
    if unread := found.count(None):
        log.warning("%d lines of %s are no abstracts, and are passed over", unread, path)
    return dict(filter(None, found))


def write_abstracts(folder: Path, abstracts: Mapping[str, Abstract]) -> None:
    """Keep the abstracts in place of those there were. Raises SourceError."""
    lines = (
        json.dumps({"arxiv_id": each, "source": one.source, "abstract": one.text}, ensure_ascii=False)
        for each, one in sorted(abstracts.items())
    )
    write_whole(folder / FILE, "".join(f"{line}\n" for line in lines).encode())


def _read(line: str) -> tuple[str, Abstract] | None:
    try:
        value = json.loads(line)
        arxiv_id, text = parse_arxiv_id(value["arxiv_id"]), clip(plain(value["abstract"]), MAX_ABSTRACT)
        source = plain(value.get("source", ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return (arxiv_id, Abstract(source, text)) if arxiv_id and text else None
