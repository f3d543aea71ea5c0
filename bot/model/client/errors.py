"""What servers say when they refuse a request, in the dialects of OpenAI, vLLM, Ollama and llama.cpp."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from bot.model.model import ModelFault
from retrieval.lazy_regex import lazy_regex

# https://platform.openai.com/docs/guides/error-codes: these come with 429, and waiting does not help.
_SPENT: Final = frozenset(
    {
        "insufficient_quota",
        "billing_hard_limit_reached",
        "billing_not_active",
        "credit_balance_exhausted",
        "organization_spend_limit_exceeded",
        "project_spend_limit_exceeded",
        "organization_usage_limit_exceeded",
    }
)
_TOO_LONG = lazy_regex(r"context[ _-]?(?:length|size|window)|maximum context|prompt is too long|too many tokens", re.I)
_FILTERED = frozenset({"content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation"})
_ABOUT_MODEL = lazy_regex(r"\bmodel\b", re.I)
_IDENTIFIER = lazy_regex(r"[A-Za-z][A-Za-z0-9_]{0,59}")
_SECONDS = lazy_regex(r"[0-9]{1,7}(?:\.[0-9]{1,6})?")
_BY_STATUS: Final[Mapping[int, ModelFault]] = {
    401: ModelFault.REFUSED_KEY,
    402: ModelFault.OUT_OF_QUOTA,
    403: ModelFault.REFUSED_KEY,
    408: ModelFault.OVERLOADED,
    413: ModelFault.TOO_LONG,
    429: ModelFault.OVERLOADED,
    503: ModelFault.OVERLOADED,
    504: ModelFault.OVERLOADED,
    529: ModelFault.OVERLOADED,
}


class ServerError(Exception):
    """An answer that is no success. `message` may repeat the prompt, so it is read, and neither logged nor shown;
    `wait` are the seconds that the server asks for."""

    def __init__(self, status: int, body: bytes, headers: Mapping[str, str], now: datetime) -> None:
        self.status = status
        told = _told(body)
        self.message = _text(told.get("message"))
        self.param = _text(told.get("param"))
        self.codes = tuple(code for key in ("code", "type") if _IDENTIFIER.fullmatch(code := _text(told.get(key))))
        self.wait = _asked_wait(headers, now)
        super().__init__(f"HTTP {status}")

    @property
    def detail(self) -> str:
        """The status and the server's own words for it, without its sentence."""
        return ", ".join((f"HTTP {self.status}", *dict.fromkeys(self.codes)))

    @property
    def fault(self) -> ModelFault:
        if _SPENT.intersection(self.codes):
            return ModelFault.OUT_OF_QUOTA
        if fault := _BY_STATUS.get(self.status):
            return fault
        if self.status >= 500:
            return ModelFault.SERVER_ERROR
        if 300 <= self.status < 400:
            return ModelFault.MISDIRECTED
        if self.status in {404, 405}:
            return ModelFault.UNKNOWN_MODEL if self._is_about_model else ModelFault.MISDIRECTED
        return self._fault_of_request

    @property
    def _fault_of_request(self) -> ModelFault:
        if _FILTERED.intersection(self.codes):
            return ModelFault.REFUSED
        if any(_TOO_LONG.search(text) for text in (self.message, *self.codes)):
            return ModelFault.TOO_LONG
        if "model_not_found" in self.codes or self.param == "model":
            return ModelFault.UNKNOWN_MODEL
        return ModelFault.BAD_REQUEST

    @property
    def _is_about_model(self) -> bool:
        return "model_not_found" in self.codes or bool(_ABOUT_MODEL.search(self.message))


def _told(body: bytes) -> Mapping[str, Any]:
    """The record that describes the error: under `error`, or the whole answer, as vLLM had it before 0.10."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(answer, dict):
        return {}
    error = answer.get("error", answer)
    if isinstance(error, dict):
        return error
    return {"message": error}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _asked_wait(headers: Mapping[str, str], now: datetime) -> float:
    """Seconds that `retry-after-ms` or `Retry-After` ask for, 0 where neither does; at most a day."""
    milliseconds, after = headers.get("retry-after-ms", "").strip(), headers.get("retry-after", "").strip()
    wait = 0.0
    if _SECONDS.fullmatch(milliseconds):
        wait = float(milliseconds) / 1000
    elif _SECONDS.fullmatch(after):
        wait = float(after)
    elif after:
        wait = _until(after, now)
    return min(wait, 86_400.0)


def _until(text: str, now: datetime) -> float:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return 0.0
    return max(0.0, ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds())
