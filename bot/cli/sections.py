"""The settings of each section of the configuration but [sources], with their defaults."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, model_validator
from pydantic_core import PydanticCustomError

from bot.cli.fields import FilePath, Filled, Section, address, is_token, socket_address, whole
from bot.core.scheduler import Pace

DISCORD_API = "https://discord.com/api/v10"


def _clean_token(value: SecretStr) -> SecretStr:
    token = value.get_secret_value().strip().removeprefix("Bot ")
    if not is_token(token):
        raise PydanticCustomError("token", "token")
    return SecretStr(token)


class Discord(Section):
    token: Annotated[SecretStr, AfterValidator(_clean_token)] = SecretStr("")
    api_base: Annotated[str, Filled, address("https", "http")] = DISCORD_API
    gateway: Annotated[str, address("wss", "ws")] = ""


class Corpus(Section):
    digests: list[FilePath] = Field(default=["seeds"])
    database: FilePath = "data/corpus.db"
    reload_cooldown: Annotated[int, whole(0, 86_400)] = 60
    check_every: Annotated[int, whole(1, 86_400)] = 900

    @property
    def pace(self) -> Pace:
        return Pace(timedelta(seconds=self.reload_cooldown), timedelta(seconds=self.check_every))


class State(Section):
    database: FilePath = "data/state.db"


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
