"""The settings of [sources]."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, SecretStr
from pydantic_core import PydanticCustomError

from bot.cli.fields import FilePath, Filled, Section, address, whole
from retrieval.sources.fetcher import SourceSettings

MAX_REFRESH_DAYS: Final = 60


def _time_of_day(value: str) -> str:
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value, re.ASCII):
        raise PydanticCustomError("time_of_day", "time_of_day")
    return value


def _day_or_empty(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        raise PydanticCustomError("day", "day") from None


class Sources(Section):
    huggingface: bool = False
    huggingface_base: Annotated[str, Filled, address("https", "http")] = "https://huggingface.co"
    arxiv: bool = False
    arxiv_base: Annotated[str, Filled, address("https", "http")] = "https://export.arxiv.org"
    folder: FilePath = "data/digests"
    settled: Annotated[str, AfterValidator(_time_of_day)] = "00:30"
    refresh_days: Annotated[int, whole(0, MAX_REFRESH_DAYS)] = 10
    since: Annotated[str, AfterValidator(_day_or_empty)] = ""

    def settings(self, folder: Path, digests: tuple[Path, ...], token: SecretStr) -> SourceSettings:
        """As a fetcher takes them."""
        return SourceSettings(
            folder,
            digests,
            self.huggingface,
            self.huggingface_base,
            token.get_secret_value(),
            time.fromisoformat(self.settled),
            self.refresh_days,
            date.fromisoformat(self.since) if self.since else None,
            self.arxiv,
            self.arxiv_base,
        )
