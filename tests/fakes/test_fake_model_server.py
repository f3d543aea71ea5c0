"""That the stand-in for models' servers is as strict as they are."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.fakes.model_dialects import DIALECTS, LLAMACPP, OLLAMA, OPENAI, OPENAI_REASONING, VLLM, Dialect, name_of
from tests.fakes.model_server import MODEL, FakeModelServer

GOOD_SCHEMA = {
    "type": "object",
    "properties": {"text": {"type": "string"}},
    "required": ["text"],
    "additionalProperties": False,
}


def body(schema: Any = GOOD_SCHEMA, words: str = "Answer in JSON.", **more: Any) -> dict[str, Any]:
    form = {"type": "json_schema", "json_schema": {"name": "Text", "strict": True, "schema": schema}}
    return {"model": MODEL, "messages": [{"role": "user", "content": words}], "response_format": form, **more}


async def post(server: FakeModelServer, sent: dict[str, Any], key: str = OPENAI.key) -> tuple[int, Any]:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.post(f"{server.url}/chat/completions", json=sent) as answer,
    ):
        return answer.status, await answer.json()


@pytest.mark.parametrize("dialect", DIALECTS, ids=name_of)
async def test_a_good_request_is_answered(model_server: FakeModelServer, dialect: Dialect) -> None:
    model_server.dialect = dialect

    status, answer = await post(model_server, body())

    assert status == 200
    assert answer["choices"][0]["message"]["content"] == '{"text": "네."}'


@pytest.mark.parametrize(
    "schema",
    [
        {**GOOD_SCHEMA, "additionalProperties": True},
        {**GOOD_SCHEMA, "required": []},
        {**GOOD_SCHEMA, "properties": {"text": {"type": "string", "default": ""}}},
        {**GOOD_SCHEMA, "properties": {"text": {"type": "array", "items": {"type": "string"}, "uniqueItems": True}}},
        {"allOf": [GOOD_SCHEMA]},
        None,
    ],
)
async def test_openai_refuses_a_schema_that_is_not_strict(model_server: FakeModelServer, schema: Any) -> None:
    status, answer = await post(model_server, body(schema))

    assert (status, answer["error"]["code"]) == (400, "invalid_json_schema")


@pytest.mark.parametrize(
    ("dialect", "more", "param"),
    [
        (OPENAI_REASONING, {"max_tokens": 10}, "max_tokens"),
        (OPENAI_REASONING, {"temperature": 0}, "temperature"),
        (OPENAI, {"guided_json": {}}, None),
    ],
)
async def test_openai_refuses_what_it_does_not_know(
    model_server: FakeModelServer, dialect: Dialect, more: dict[str, Any], param: str | None
) -> None:
    model_server.dialect = dialect

    status, answer = await post(model_server, body(**more))

    assert (status, answer["error"]["param"]) == (400, param)


@pytest.mark.parametrize("key", ["", "sk-wrong"])
async def test_openai_wants_its_key(model_server: FakeModelServer, key: str) -> None:
    assert (await post(model_server, body(), key))[0] == 401


async def test_vllm_wants_roles_to_alternate(model_server: FakeModelServer) -> None:
    model_server.dialect = VLLM
    sent = body()
    sent["messages"] *= 2

    assert (await post(model_server, sent))[0] == 400


@pytest.mark.parametrize(("dialect", "status"), [(OLLAMA, 200), (LLAMACPP, 400), (VLLM, 400), (OPENAI, 400)])
async def test_only_ollama_cuts_what_is_too_long(model_server: FakeModelServer, dialect: Dialect, status: int) -> None:
    model_server.dialect = dialect

    answered, answer = await post(model_server, body(words="The beginning. " + "word " * 200_000 + "The end."))

    assert answered == status
    if dialect is OLLAMA:
        read = model_server.asked[0].read
        assert "The beginning" not in read
        assert read.endswith("The end.")
        assert answer["usage"]["prompt_tokens"] <= OLLAMA.window


async def test_an_answer_ends_at_the_limit_of_tokens(model_server: FakeModelServer) -> None:
    model_server.writer = lambda asked: {"text": "길고 긴 답입니다." * 50}

    _, answer = await post(model_server, body(max_tokens=20))

    assert answer["choices"][0]["finish_reason"] == "length"
    assert answer["usage"]["completion_tokens"] <= 20
