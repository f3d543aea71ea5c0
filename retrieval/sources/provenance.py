"""The comment at the head of a digest that Paperbot wrote: where it is from, since when, and whether it is as written.

<!-- paperbot: source=huggingface written=2026-11-21 backfilled=no checksum=0123456789abcdef0123456789abcdef -->
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from retrieval.lazy_regex import lazy_regex

HEAD: Final = 200
"""Characters at the beginning of a file that the comment stands within."""

_CHECKSUM = 32  # hexadecimal digits
_COMMENT = lazy_regex(
    r"<!-- paperbot: source=([a-z]{1,20}) written=([0-9]{4}-[0-9]{2}-[0-9]{2}) backfilled=(yes|no) "
    rf"checksum=([0-9a-f]{{{_CHECKSUM}}}) -->\r?\n"
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """`written` is the day, in UTC, on which the file was first written; the day and no more, so that the same papers
    give the same bytes. What is `backfilled` is news to nobody."""

    source: str
    written: date
    backfilled: bool


@dataclass(frozen=True, slots=True)
class Signed:
    """The provenance of a text that has one, and whether somebody has edited it since."""

    provenance: Provenance
    edited: bool


def sign(provenance: Provenance, body: str) -> str:
    """The text with the comment before it."""
    return f"<!-- {_fields(provenance)} checksum={_checksum(provenance, body)} -->\n{body}"


def read_provenance(text: str) -> Signed | None:
    """What the comment says; None where there is none, so that Paperbot did not write the text. Of a text that is cut
    it still tells the provenance."""
    match = _COMMENT.match(text)
    if match is None:
        return None
    source, written, backfilled, checksum = match.groups()
    try:
        provenance = Provenance(source, date.fromisoformat(written), backfilled == "yes")
    except ValueError:
        return None
    return Signed(provenance, _checksum(provenance, text[match.end() :]) != checksum)


def _fields(provenance: Provenance) -> str:
    backfilled = "yes" if provenance.backfilled else "no"
    return f"paperbot: source={provenance.source} written={provenance.written} backfilled={backfilled}"


def _checksum(provenance: Provenance, body: str) -> str:
    return sha256(f"{_fields(provenance)}\n{body}".encode("utf-8", "surrogatepass")).hexdigest()[:_CHECKSUM]
