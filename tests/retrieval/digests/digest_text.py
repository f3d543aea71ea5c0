"""The smallest digest there is, and ways to look at what is read from it."""

from __future__ import annotations

from datetime import date

from retrieval.digests.digest import Digest, Entry, Fault, parse_digest

DAY = date(2024, 2, 14)
HEADING = "## Daily Papers (2024-02-14)\n\n"
PAPER = "### [A title](https://arxiv.org/abs/2402.00001)\n\n"


def only(text: str, day: date | None = None) -> Entry:
    """The one paper of a digest that gives no warning."""
    digest = parse_digest(text, day)
    assert digest.warnings == ()
    (entry,) = digest.entries
    return entry


def paper(body: str) -> Entry:
    """The paper that has `body` for its lines, whatever the warnings."""
    (entry,) = parse_digest(HEADING + PAPER + body).entries
    return entry


def points(body: str) -> list[tuple[str, str]]:
    return [(point.label, point.text) for point in paper(body).points]


def faults(digest: Digest) -> list[tuple[int, Fault]]:
    return [(warning.line, warning.fault) for warning in digest.warnings]
