"""English abstracts as they are kept beside the digests: JSON Lines, one paper a line. Pure: no I/O, no clock."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from retrieval.digests import line_parser
from retrieval.digests.digest import MAX_DETAIL, MAX_WARNINGS, DigestWarning, Fault
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import parse_arxiv_id

MAX_ABSTRACT: Final = 8_000
"""Characters kept of one abstract. arXiv takes 1,920: https://info.arxiv.org/help/prep.html."""

_NAME = lazy_regex(r"/abstracts[^/]*\.jsonl\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Abstract:
    """The English abstract of one paper, on one line and without control characters; `text` is never empty."""

    arxiv_id: str
    text: str


def holds_abstracts(name: str) -> bool:
    """Whether a file of that path is one of abstracts: `abstracts.jsonl`, `abstracts-2024.jsonl` and the like."""
    return _NAME.search(name) is not None


def parse_abstracts(text: str) -> tuple[tuple[Abstract, ...], tuple[DigestWarning, ...]]:
    """The abstracts of a file, one of each paper, and warnings by line; it never raises.

    A line is an object with `id`, as `parse_arxiv_id` takes it, and `abstract`; other keys are left alone. Where a
    paper comes again, the last line counts.
    """
    found: dict[str, Abstract] = {}
    warnings: list[DigestWarning] = []
    unsaid = 0
    for number, line in _lines(text):
        abstract = _abstract(line)
        if abstract is not None:
            found[abstract.arxiv_id] = abstract
        elif len(warnings) < MAX_WARNINGS:
            detail = line_parser.clip(line_parser.plain(line), MAX_DETAIL)
            warnings.append(DigestWarning(number, Fault.BAD_ABSTRACT, detail))
        else:
            unsaid += 1
    if unsaid:
        warnings.append(DigestWarning(warnings[-1].line, Fault.MORE, str(unsaid)))
    return tuple(found.values()), tuple(warnings)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    # Not splitlines: JSON may hold its other line ends, such as U+2028, as they are.
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _abstract(line: str) -> Abstract | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    written, text = record.get("id"), record.get("abstract")
    if not isinstance(written, str) or not isinstance(text, str):
        return None
    arxiv_id, text = parse_arxiv_id(written), line_parser.clip(line_parser.plain(text), MAX_ABSTRACT)
    return Abstract(arxiv_id, text) if arxiv_id and text else None
