"""What settings are made of: the kinds of their values, and what is wrong with those that are not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError
from yarl import URL

_MAX_NAME: Final = 255  # bytes of the name of a file: NAME_MAX of Linux and macOS


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


def address(*schemes: str) -> AfterValidator:
    def check(value: str) -> str:
        try:
            url = URL(value)
        except ValueError:
            url = URL()
        if value and (url.scheme not in schemes or not url.host):
            raise PydanticCustomError("url", "url", {"schemes": " / ".join(f"{scheme}://" for scheme in schemes)})
        return value.rstrip("/")

    return AfterValidator(check)


def whole(low: int, high: int) -> BeforeValidator:
    """A whole number from `low` to `high`."""

    def check(value: object) -> object:
        if type(value) is not int or not low <= value <= high:
            raise PydanticCustomError("whole", "whole", {"low": low, "high": high})
        return value

    return BeforeValidator(check)


def _socket_address(value: str) -> str:
    host, _, port = value.rpartition(":")
    bracketed = host.startswith("[") and host.endswith("]")
    named = bracketed or (host and not set(host) & set(" /:@[]"))
    if value and not (named and port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise PydanticCustomError("socket_address", "socket_address")
    return value


socket_address = AfterValidator(_socket_address)
"""A host, by name or number (IPv6 in brackets), and a port; or nothing."""


def is_token(value: str) -> bool:
    return all("!" <= character <= "~" for character in value)


def _filled(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "empty")
    return value


Filled = AfterValidator(_filled)


def _file_path(value: str) -> str:
    try:
        parts = Path(value).expanduser().parts
        if any(len(os.fsencode(part)) > _MAX_NAME or "\0" in part for part in parts):
            raise ValueError
    except (ValueError, RuntimeError):  # what no file system can hold; `~somebody` who has no home
        raise PydanticCustomError("file_path", "file_path") from None
    return value


FilePath = Annotated[str, Filled, AfterValidator(_file_path)]


def is_missing(path: Path) -> bool:
    """Whether nothing is there. Where that cannot be told, who reads it will say why."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False
