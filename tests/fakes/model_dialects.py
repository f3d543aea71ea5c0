"""How four servers of OpenAI's API differ: what they refuse, and in which words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from aiohttp import web

Body = dict[str, Any]

_KNOWN_TO_OPENAI = {
    *(
        "model",
        "messages",
        "max_tokens",
        "max_completion_tokens",
        "temperature",
        "top_p",
        "n",
        "seed",
        "stop",
        "stream",
    ),
    *("response_format", "reasoning_effort", "input", "encoding_format", "dimensions", "user"),
}
_SCHEMA_WORDS_OF_OPENAI = {
    *("type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "description"),
    *("$ref", "$defs", "title", "pattern", "format", "minimum", "maximum", "minItems", "maxItems"),
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """A server's ways. `window` is how many tokens it reads; `cuts`: it drops silently what is more. `reasons`: it has
    a reasoning model, with OpenAI's limits on what may be asked of one. `flat`: errors as vLLM had them before 0.10."""

    name: str
    key: str = ""
    window: int = 128_000
    cuts: bool = False
    reasons: bool = False
    flat: bool = False
    knows_base64: bool = True
    any_model: bool = False

    def error(
        self, status: int, message: str, kind: str, code: str | None = None, param: str | None = None
    ) -> web.Response:
        """An error in the words of this server."""
        body: Body = {"message": message, "type": kind, "param": param, "code": code}
        if self.name == "vllm":
            body["code"] = status
            if self.flat:
                return web.json_response({"object": "error", **body}, status=status)
        elif self.name == "ollama":
            body["code"] = None
        elif self.name == "llamacpp":
            body = {"code": status, "message": message, "type": kind}
        return web.json_response({"error": body}, status=status)

    def refusal(self, headers: Mapping[str, str], body: Body, models: set[str]) -> web.Response | None:
        """Why a request is not answered; None: it is."""
        if self.key and headers.get("Authorization") != f"Bearer {self.key}":
            return self._refused_key(headers)
        if body.get("model") not in models and not self.any_model:
            return self._unknown_model(str(body.get("model")))
        return self._bad_request(body)

    def too_long(self, tokens: int, limit: int) -> web.Response | None:
        if self.cuts or tokens + limit <= self.window:
            return None
        said = f"This model's maximum context length is {self.window} tokens. You requested {tokens + limit} tokens."
        if self.name == "llamacpp":
            said = f"the request exceeds the available context size ({self.window} tokens), try increasing it"
            return self.error(400, said, "exceed_context_size_error")
        if self.name == "vllm":
            return self.error(400, said, "BadRequestError")
        return self.error(400, said, "invalid_request_error", "context_length_exceeded", "messages")

    def _refused_key(self, headers: Mapping[str, str]) -> web.Response:
        if self.name == "vllm":
            return web.json_response({"error": "Unauthorized"}, status=401)
        if self.name == "llamacpp":
            return self.error(401, "Invalid API Key", "authentication_error")
        if "Authorization" not in headers:
            return self.error(401, "You didn't provide an API key.", "invalid_request_error")
        said = (
            f"Incorrect API key provided: {headers['Authorization'].removeprefix('Bearer ')}."  # others do not mask it
        )
        return self.error(401, said, "invalid_request_error", "invalid_api_key")

    def _unknown_model(self, name: str) -> web.Response:
        if self.name == "vllm":
            return self.error(404, f"The model `{name}` does not exist.", "NotFoundError")
        if self.name == "ollama":
            return self.error(404, f'model "{name}" not found, try pulling it first', "not_found_error")
        said = f"The model `{name}` does not exist or you do not have access to it."
        return self.error(404, said, "invalid_request_error", "model_not_found")

    def _bad_request(self, body: Body) -> web.Response | None:
        if "input" in body:
            return self._bad_input(body["input"])
        roles = [message.get("role") for message in body.get("messages") or []]
        if not roles or any(not isinstance(message.get("content"), str) for message in body["messages"]):
            return self.error(400, "Invalid type for 'messages'", "invalid_request_error", "invalid_type", "messages")
        if self.name in {"vllm", "llamacpp"} and roles != ["user", "assistant"] * (len(roles) // 2) + ["user"]:
            return self.error(
                400, "Conversation roles must alternate user/assistant/user/assistant/...", "BadRequestError"
            )
        return self._bad_for_openai(body) if self.name == "openai" else None

    def _bad_input(self, texts: list[Any]) -> web.Response | None:
        if not texts or len(texts) > 2048 or not all(isinstance(text, str) and text for text in texts):
            return self.error(400, "'$.input' is invalid.", "invalid_request_error", param="input")
        return None

    def _bad_for_openai(self, body: Body) -> web.Response | None:
        kind = "invalid_request_error"
        if unknown := set(body) - _KNOWN_TO_OPENAI:
            return self.error(
                400, f"Unrecognized request argument supplied: {unknown.pop()}", kind, "unknown_parameter"
            )
        if self.reasons and "max_tokens" in body:
            said = "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."
            return self.error(400, said, kind, "unsupported_parameter", "max_tokens")
        if self.reasons and body.get("temperature", 1) != 1:
            said = "Unsupported value: 'temperature' does not support this value. Only the default (1) is supported."
            return self.error(400, said, kind, "unsupported_value", "temperature")
        if wrong := wrong_format(body):
            said = f"Invalid schema for response_format: {wrong}"
            return self.error(400, said, kind, "invalid_json_schema", "response_format")
        return None


OPENAI = Dialect("openai", key="sk-right")
OPENAI_REASONING = replace(OPENAI, reasons=True)
VLLM = Dialect("vllm", window=32_768)
VLLM_BEFORE_0_10 = replace(VLLM, flat=True)
OLLAMA = Dialect("ollama", window=4_096, cuts=True, knows_base64=False)
LLAMACPP = Dialect("llamacpp", window=8_192, any_model=True)
DIALECTS = (OPENAI, OPENAI_REASONING, VLLM, VLLM_BEFORE_0_10, OLLAMA, LLAMACPP)


def name_of(dialect: Dialect) -> str:
    return f"{dialect.name}{'-reasoning' if dialect.reasons else ''}{'-old' if dialect.flat else ''}"


def wrong_format(body: Body) -> str:
    """What OpenAI would not take of `response_format`; "" where it would."""
    wanted = body.get("response_format")
    if wanted is None:
        return ""
    if wanted.get("type") == "json_object":
        said = any("json" in message["content"].lower() for message in body["messages"])
        return "" if said else "'messages' must contain the word 'json' in some form"
    form = wanted.get("json_schema", {})
    if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", form.get("name", "")):
        return "'name' is invalid"
    schema = form.get("schema")
    if not isinstance(schema, dict) or schema.get("type") != "object":
        return "schema must be a JSON Schema of 'type: \"object\"'"
    return next(_faults(schema), "") if form.get("strict") else ""


def _faults(schema: Body) -> Iterator[str]:
    if unknown := set(schema) - _SCHEMA_WORDS_OF_OPENAI:
        yield f"'{unknown.pop()}' is not permitted"
    if schema.get("type") == "object":
        fields = schema.get("properties", {})
        if schema.get("additionalProperties") is not False:
            yield "'additionalProperties' is required to be supplied and to be false"
        if set(schema.get("required", ())) != set(fields):
            yield "'required' is required to be an array including every key in properties"
        for field_schema in fields.values():
            yield from _faults(field_schema)
    for inner in (*([schema["items"]] if "items" in schema else ()), *schema.get("anyOf", ())):
        yield from _faults(inner)
