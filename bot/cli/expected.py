"""What is said of a setting that is wrong, by the kind of its fault."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.cli import phrases
from bot.rendering.language import Phrase

EXPECTED: Final[Mapping[str, Phrase]] = {
    "string_type": phrases.CONFIG_EXPECTED_STRING,
    "list_type": phrases.CONFIG_EXPECTED_LIST,
    "model_type": phrases.CONFIG_EXPECTED_TABLE,
    "url": phrases.CONFIG_EXPECTED_URL,
    "token": phrases.CONFIG_BAD_TOKEN,
    "empty": phrases.CONFIG_EMPTY,
    "bool_type": phrases.CONFIG_EXPECTED_BOOL,
    "whole": phrases.CONFIG_EXPECTED_WHOLE,
    "literal_error": phrases.CONFIG_EXPECTED_ONE_OF,
    "time_of_day": phrases.CONFIG_EXPECTED_TIME,
    "shards": phrases.CONFIG_EXPECTED_SHARDS,
    "int_type": phrases.CONFIG_EXPECTED_SHARDS,
    "shard_count": phrases.CONFIG_SHARD_BEYOND,
    "day": phrases.CONFIG_EXPECTED_DAY,
    "socket_address": phrases.CONFIG_EXPECTED_LISTEN,
    "file_path": phrases.CONFIG_BAD_PATH,
    "no_model": phrases.CONFIG_NO_MODEL,
}
