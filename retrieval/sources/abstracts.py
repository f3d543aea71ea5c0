"""The English abstracts of fetched papers, beside the digests: a file for each month of arXiv ids.

`abstracts-2026-11.jsonl` holds `{"id": "2611.00001", "abstract": "We …"}` a line, in the order of ids; see
`retrieval.digests.abstracts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from json import dumps
from pathlib import Path
from typing import Final

from retrieval.digests.abstracts import parse_abstracts
from retrieval.digests.files import MAX_BYTES
from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.whole_files import unwritable, write_whole

_FIRST_YEAR: Final = 91  # of arXiv, in the two digits that its ids have


def keep_abstracts(folder: Path, found: Mapping[str, str]) -> int:
    """Write abstracts, each on one line, that are new or changed, beside those there are; how many there were.

    `found` are texts by arXiv id. Lines that nobody can read are left out. Raises SourceError.
    """
    by_file: dict[str, dict[str, str]] = {}
    for arxiv_id, text in found.items():
        by_file.setdefault(_file(arxiv_id), {})[arxiv_id] = text
    return sum(_merge(folder / name, texts) for name, texts in sorted(by_file.items()))


def known_abstract(folder: Path, arxiv_id: str) -> str:
    """The abstract that is kept of a paper, "" where none is. Raises SourceError."""
    return _read(folder / _file(arxiv_id)).get(arxiv_id, "")


def _merge(path: Path, found: Mapping[str, str]) -> int:
    kept = _read(path)
    changed = {arxiv_id: text for arxiv_id, text in found.items() if kept.get(arxiv_id) != text}
    if not changed:
        return 0
    lines = (
        dumps({"id": arxiv_id, "abstract": text}, ensure_ascii=False) + "\n"
        for arxiv_id, text in sorted((kept | changed).items())
    )
    content = "".join(lines).encode()
    if len(content) > MAX_BYTES:
        raise SourceError(SourceFault.UNWRITABLE, f"{path}: larger than {MAX_BYTES >> 20} MB")
    write_whole(path, content)
    return len(changed)


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise unwritable(error) from None
    abstracts, _ = parse_abstracts(text)
    return {one.arxiv_id: one.text for one in abstracts}


def _file(arxiv_id: str) -> str:
    number = arxiv_id.rpartition("/")[2]
    century = "19" if int(number[:2]) >= _FIRST_YEAR else "20"
    return f"abstracts-{century}{number[:2]}-{number[2:4]}.jsonl"
