"""The settings of each section of the configuration but [sources], with their defaults."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from bot.cli.fields import FilePath, Filled, Section, address, is_token, socket_address, whole
from bot.core.scheduler import Pace
from bot.state import place_of

DISCORD_API = "https://discord.com/api/v10"
MAX_SHARDS = 16_384


def _clean_token(value: SecretStr) -> SecretStr:
    token = value.get_secret_value().strip().removeprefix("Bot ")
    if not is_token(token):
        raise PydanticCustomError("token", "token")
    return SecretStr(token)


def _different(shards: list[int]) -> list[int]:
    if len(set(shards)) < len(shards) or min(shards, default=0) < 0:
        raise PydanticCustomError("shards", "shards")
    return shards


def _beyond(count: int, info: ValidationInfo) -> int:
    if (shards := info.data.get("shards")) and max(shards) >= count:
        raise PydanticCustomError("shard_count", "shard_count", {"shard": max(shards)})
    return count


class Discord(Section):
    token: Annotated[SecretStr, AfterValidator(_clean_token)] = SecretStr("")
    api_base: Annotated[str, Filled, address("https", "http")] = DISCORD_API
    gateway: Annotated[str, address("wss", "ws")] = ""
    shards: Annotated[list[int], AfterValidator(_different)] = Field(default=[])
    shard_count: Annotated[int, whole(0, MAX_SHARDS), AfterValidator(_beyond)] = Field(default=0, validate_default=True)


class Corpus(Section):
    digests: list[FilePath] = Field(default=["seeds"])
    database: FilePath = "data/corpus.db"
    reload_cooldown: Annotated[int, whole(0, 86_400)] = 60
    check_every: Annotated[int, whole(1, 86_400)] = 900

    @property
    def pace(self) -> Pace:
        return Pace(timedelta(seconds=self.reload_cooldown), timedelta(seconds=self.check_every))


def _readable_place(value: str) -> str:
    try:
        place_of(value, Path())
    except ValueError:
        raise PydanticCustomError("url", "url", {"schemes": "postgresql://"}) from None
    return value


class State(Section):
    database: Annotated[FilePath, AfterValidator(_readable_place)] = "data/state.db"


class Search(Section):
    glossary: list[FilePath] = Field(default=[])


class Monitoring(Section):
    listen: Annotated[str, socket_address] = ""


class Log(Section):
    format: Literal["text", "json"] = "text"
    level: Literal["debug", "info", "warning", "error"] = "info"


class Model(Section):
    base_url: Annotated[str, address("https", "http")] = ""
    name: str = ""
    embeddings: str = ""
    language: Literal["ko", "en"] = "ko"
    summaries: bool = True
    answers: bool = True
    daily_tokens: Annotated[int, whole(0, 1_000_000_000)] = 500_000
    timeout: Annotated[int, whole(1, 600)] = 60

    @model_validator(mode="after")
    def _is_named(self) -> Model:
        if self.base_url and not (self.name or self.embeddings):
            raise PydanticCustomError("no_model", "no_model")
        return self
