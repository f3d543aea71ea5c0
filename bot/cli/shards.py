"""The shards that a call of `paperbot run` names, in place of those of the configuration."""

from __future__ import annotations

from pydantic import ValidationError

from bot.cli import phrases
from bot.cli.sections import Discord
from bot.rendering.language import Phrase


class ShardsError(Exception):
    """There are no such shards; `phrase` says why, with `values`."""

    def __init__(self, phrase: Phrase, **values: object) -> None:
        super().__init__(phrase.say("en", **values))
        self.phrase = phrase
        self.values = values


def with_shards(discord: Discord, shards: str | None, count: int | None) -> Discord:
    """The settings with the shards (`"0,1"`) and how many there are in all, where these are given. Raises
    ShardsError."""
    given: dict[str, object] = {} if count is None else {"shard_count": count}
    if shards is not None:
        try:
            given["shards"] = [int(number) for number in shards.split(",")]
        except ValueError:
            raise ShardsError(phrases.RUN_BAD_SHARDS) from None
    try:
        return Discord(**discord.model_dump() | given)
    except ValidationError as error:
        [details, *_] = error.errors(include_url=False)
        if details["type"] == "shard_count":
            raise ShardsError(phrases.RUN_SHARD_BEYOND, **details["ctx"]) from None
        raise ShardsError(phrases.RUN_BAD_SHARDS) from None
