"""A pydantic model as the JSON schema that all four servers take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel

# OpenAI refuses what it does not know (https://platform.openai.com/docs/guides/structured-outputs#supported-schemas),
# and the other servers ignore it.
_KEPT: Final = frozenset({"type", "enum", "description", "minItems", "maxItems"})
_LENGTHS: Final = {"minLength": "at least {} characters", "maxLength": "at most {} characters"}

Schema = dict[str, Any]


def strict_schema(shape: type[BaseModel]) -> Schema:
    """All keys required, no others allowed, and nothing referred to. Limits of length are words of the description.

    Raises ValueError where the shape contains itself.
    """
    whole = shape.model_json_schema()
    return _strict(whole, whole.get("$defs", {}), ())


def _strict(node: Mapping[str, Any], shapes: Mapping[str, Any], inside: tuple[str, ...]) -> Schema:
    if name := str(node.get("$ref", "")).rpartition("/")[2]:
        if name in inside:
            raise ValueError(f"{name} contains itself")
        return _strict({**shapes[name], **_described(node)}, shapes, (*inside, name))
    strict = {key: value for key, value in node.items() if key in _KEPT} | _described(node)
    if "const" in node:
        strict["enum"] = [node["const"]]
    if ways := node.get("anyOf", node.get("oneOf")):
        strict["anyOf"] = [_strict(way, shapes, inside) for way in ways]
    if "items" in node:
        strict["items"] = _strict(node["items"], shapes, inside)
    if node.get("type") == "object":
        fields = node.get("properties", {})
        strict["properties"] = {key: _strict(field, shapes, inside) for key, field in fields.items()}
        strict |= {"required": list(fields), "additionalProperties": False}
    return strict


def _described(node: Mapping[str, Any]) -> Schema:
    words = [node["description"]] if "description" in node else []
    words += [said.format(node[key]) for key, said in _LENGTHS.items() if key in node]
    return {"description": "; ".join(words)} if words else {}
