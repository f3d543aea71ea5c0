"""What can go wrong with a source, and with keeping what it says."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum


class SourceFault(StrEnum):
    """Why something could not be fetched or kept."""

    REFUSED = "refused"
    LIMITED = "limited"
    SERVER = "server"
    SLOW = "slow"
    UNREACHABLE = "unreachable"
    CUT = "cut"
    TOO_LARGE = "too-large"
    NONSENSE = "nonsense"
    REDIRECTED = "redirected"
    UNWRITABLE = "unwritable"
    BUSY = "busy"
    CORPUS = "corpus"


_MESSAGES = {
    SourceFault.REFUSED: "The source refused the request ({detail}).",
    SourceFault.LIMITED: "The source asks to wait ({detail}). Fetch again after {until}.",
    SourceFault.SERVER: "The source is out of order ({detail}). It is asked again later.",
    SourceFault.SLOW: "The source did not answer within {detail} s. It is asked again later.",
    SourceFault.UNREACHABLE: "The source cannot be reached ({detail}). Is there a connection?",
    SourceFault.CUT: "The answer of the source broke off ({detail}). It is asked again later.",
    SourceFault.TOO_LARGE: "The answer of the source is larger than {detail} MB, and was not read.",
    SourceFault.NONSENSE: "The answer of the source makes no sense ({detail}). It is asked again later.",
    SourceFault.REDIRECTED: "The source sends to another address ({detail}), which is not followed. Check the setting.",
    SourceFault.UNWRITABLE: "What was fetched cannot be written ({detail}). Check disk and permissions.",
    SourceFault.BUSY: "Another process is fetching into {detail} now. Let it end, then try again.",
    SourceFault.CORPUS: "{detail}",
}

PASSING = frozenset(
    {
        SourceFault.LIMITED,
        SourceFault.SERVER,
        SourceFault.SLOW,
        SourceFault.UNREACHABLE,
        SourceFault.CUT,
        SourceFault.NONSENSE,
    }
)
"""What may be gone a moment later."""


class SourceError(Exception):
    """Something could not be fetched or kept. `wait` are the seconds that the source asks for; `until` is when to go
    on, where it says so."""

    def __init__(self, fault: SourceFault, detail: str = "", *, wait: float = 0.0, until: datetime | None = None):
        self.fault = fault
        self.detail = detail
        self.wait = wait
        self.until = until
        super().__init__(message(fault, detail, until))


def message(fault: SourceFault, detail: str, until: datetime | None = None) -> str:
    """One or two English sentences: what is wrong, and what to do."""
    return _MESSAGES[fault].format(detail=detail, until=say_moment(until))


def say_moment(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC" if moment else "a while"
