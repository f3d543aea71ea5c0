"""The fake's REST side refuses what Discord's does, records it, and fails as a test asks it to."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest

from . import FakeDiscord
from .raw import COMMAND, COMPONENT, Api
from .world import COMPONENTS_V2, EPHEMERAL, LOADING, Json

AUTOCOMPLETE = 4
HELLO = {"content": "hello"}


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    async with FakeDiscord.start() as fake, aiohttp.ClientSession() as session:
        yield Api(fake, session)
        fake.take_problems()


async def test_leaving_the_block_fails_on_a_problem_and_on_a_fault_never_met() -> None:
    with pytest.raises(AssertionError, match="no such route"):
        async with FakeDiscord.start() as fake, aiohttp.ClientSession() as session:
            await Api(fake, session).call("GET", "/users/1/connections")
    with pytest.raises(AssertionError, match="1 planned faults never met"):
        async with FakeDiscord.start() as fake:
            fake.faults.cut("GET /gateway")


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("POST", "/users/@me", 405)])
async def test_an_unknown_route_is_refused_and_recorded(api: Api, method: str, path: str, status: int) -> None:
    assert (await api.call(method, path))[0] == status
    assert len(api.fake.problems) == 1


@pytest.mark.parametrize("path", ["/users/@me", "/oauth2/applications/@me", "/gateway/bot", "/applications/1/commands"])
async def test_a_route_without_the_bots_token_is_refused(api: Api, path: str) -> None:
    for headers in ({}, {"Authorization": api.fake.token}, {"Authorization": "Bot other"}):
        assert await api.call("GET", path, headers=headers) == (401, {"message": "401: Unauthorized", "code": 0})
    assert len(api.fake.problems) == 3


async def test_gateways_name_the_fakes_own_address(api: Api) -> None:
    _, plain = await api.call("GET", "/gateway")
    _, full = await api.call("GET", "/gateway/bot", headers={"Authorization": f"Bot {api.fake.token}"})
    assert plain["url"] == full["url"] == api.fake.gateway.url
    assert full["shards"] == 1


async def test_a_sync_overwrites_and_keeps_ids(api: Api) -> None:
    path = f"/applications/{api.fake.world.application_id}/commands"
    headers = {"Authorization": f"Bot {api.fake.token}"}
    one, two = ({"name": name, "description": "x"} for name in ("one", "two"))
    _, first = await api.call("PUT", path, json=[one, two], headers=headers)
    _, second = await api.call("PUT", path, json=[two], headers=headers)
    _, listed = await api.call("GET", path, headers=headers)
    assert [command["id"] for command in second] == [first[1]["id"]]
    assert listed == second
    assert api.fake.syncs == 2
    refused, body = await api.call("PUT", path, json=[one | {"name": "Two Words"}], headers=headers)
    assert (refused, body["code"]) == (400, 50035)


@pytest.mark.parametrize(
    ("content_type", "body", "code"),
    [("application/json", "{", 50109), ("text/plain", "{}", 50035), ("application/json", "[]", 50035)],
)
async def test_a_body_that_is_no_json_object_is_refused(api: Api, content_type: str, body: str, code: int) -> None:
    interaction = api.open()
    path = f"/interactions/{interaction.id}/{interaction.token}/callback"
    status, answer = await api.call("POST", path, data=body, headers={"Content-Type": content_type})
    assert (status, answer["code"]) == (400, code)


async def test_a_second_response_is_refused(api: Api) -> None:
    interaction = api.open()
    status, body = await api.respond(interaction, {"type": 4, "data": HELLO})
    assert (status, body["resource"]["message"]["content"]) == (200, "hello")
    status, body = await api.respond(interaction, {"type": 5})
    assert (status, body["code"]) == (400, 40060)
    assert len(api.fake.problems) == 1


async def test_a_refused_response_may_be_mended(api: Api) -> None:
    interaction = api.open()
    assert (await api.respond(interaction, {"type": 4, "data": {"content": "x" * 2001}}))[0] == 400
    assert (await api.respond(interaction, {"type": 4, "data": HELLO}))[0] == 200


async def test_a_response_after_three_seconds_is_refused(api: Api) -> None:
    interaction = api.open()
    api.fake.advance(3.1)
    status, body = await api.respond(interaction, {"type": 5})
    assert (status, body["code"]) == (404, 10062)
    assert "first response after 3.1 s" in api.fake.problems[0]


async def test_a_wrong_interaction_token_is_unknown(api: Api) -> None:
    interaction = api.open()
    status, body = await api.call("POST", f"/interactions/{interaction.id}/wrong/callback", json={"type": 5})
    assert (status, body["code"]) == (404, 10062)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        *((COMMAND, answer) for answer in (1, 6, 7, 8, 9, 10, 12, 99, None, "4")),
        *((COMPONENT, answer) for answer in (1, 8, 9)),
        *((AUTOCOMPLETE, answer) for answer in (4, 5, 9)),
    ],
)
async def test_a_response_of_the_wrong_type_is_refused(api: Api, kind: int, answer: object) -> None:
    status, body = await api.respond(api.open(kind), {"type": answer, "data": HELLO})
    assert (status, body["code"]) == (400, 50035)


@pytest.mark.parametrize(
    "choices",
    [
        [{"name": str(n), "value": str(n)} for n in range(26)],
        [{"name": "", "value": "a"}],
        [{"name": "x" * 101, "value": "a"}],
        [{"name": "a", "value": "x" * 101}],
        [{"name": "a", "value": 3}],
    ],
    ids=["26", "no name", "long name", "long value", "number"],
)
async def test_choices_beyond_the_limits_are_refused(api: Api, choices: list[Json]) -> None:
    status, body = await api.respond(api.open(AUTOCOMPLETE), {"type": 8, "data": {"choices": choices}})
    assert (status, body["code"]) == (400, 50035)


async def test_a_followup_before_the_response_finds_no_webhook(api: Api) -> None:
    interaction = api.open()
    assert (await api.hook(interaction, "POST", body=HELLO))[1]["code"] == 10015
    assert (await api.hook(interaction, "GET", "@original"))[1]["code"] == 10015


async def test_the_token_lives_for_fifteen_minutes(api: Api) -> None:
    interaction = api.open()
    await api.respond(interaction, {"type": 5})
    api.fake.advance(14 * 60)
    assert (await api.hook(interaction, "PATCH", "@original", HELLO))[0] == 200
    api.fake.advance(61)
    status, body = await api.hook(interaction, "POST", body=HELLO)
    assert (status, body["code"]) == (401, 50027)


async def test_the_first_followup_completes_the_deferred_message(api: Api) -> None:
    interaction = api.open()
    _, body = await api.respond(interaction, {"type": 5})
    assert body["interaction"]["response_message_loading"] is True
    _, deferred = await api.hook(interaction, "GET", "@original")
    assert deferred["flags"] == LOADING
    _, first = await api.hook(interaction, "POST", body=HELLO | {"flags": EPHEMERAL})
    _, second = await api.hook(interaction, "POST", body=HELLO | {"flags": EPHEMERAL})
    assert (first["id"], first["flags"]) == (deferred["id"], 0)
    assert (second["id"] != first["id"], second["flags"]) == (True, EPHEMERAL)


async def test_a_deleted_original_stays_deleted(api: Api) -> None:
    interaction = api.open()
    await api.respond(interaction, {"type": 4, "data": HELLO})
    assert (await api.hook(interaction, "DELETE", "@original"))[0] == 204
    assert (await api.hook(interaction, "PATCH", "@original", HELLO))[1]["code"] == 10008
    assert (await api.hook(interaction, "GET", "12345"))[1]["code"] == 10008


async def test_an_update_changes_the_message_that_was_pressed(api: Api) -> None:
    asked = api.open()
    layout = {"flags": COMPONENTS_V2, "components": [{"type": 10, "content": "one"}]}
    await api.respond(asked, {"type": 4, "data": layout})
    pressed = api.open(COMPONENT, asked.original)
    _, body = await api.respond(pressed, {"type": 7, "data": {"components": [{"type": 10, "content": "two"}]}})
    assert asked.original is not None
    assert body["resource"]["message"]["id"] == asked.original.id
    assert asked.original.components[0]["content"] == "two"
    refused, _ = await api.hook(pressed, "PATCH", "@original", {"content": "x"})
    assert refused == 400


async def test_a_user_install_has_five_followups(api: Api) -> None:
    user = api.fake.user()
    interaction = api.fake.interactions.open(COMMAND, user.user, None, user.channel, {})
    await api.respond(interaction, {"type": 4, "data": HELLO})
    answers = [await api.hook(interaction, "POST", body=HELLO) for _ in range(6)]
    assert [status for status, _ in answers] == [200] * 5 + [400]


async def test_a_rate_limit_comes_with_or_without_via(api: Api) -> None:
    interaction = api.open()
    url = f"{api.fake.api_base}/interactions/{interaction.id}/{interaction.token}/callback"
    for via in (True, False):
        api.fake.faults.rate_limit("POST /interactions/*/callback", retry_after=0.5, via=via)
        async with api.session.post(url, json={"type": 5}) as response:
            assert (response.status, response.headers["Retry-After"]) == (429, "0.5")
            assert ("Via" in response.headers) is via
    assert interaction.answer is None
    assert api.fake.problems == []


async def test_a_fault_before_the_call_leaves_it_undone_and_one_after_it_loses_the_answer(api: Api) -> None:
    undone, done, cut = api.open(), api.open(), api.open()
    api.fake.faults.status("POST /interactions/*", 503)
    assert (await api.respond(undone, {"type": 5}))[0] == 503
    api.fake.faults.status("POST /interactions/*", 502, after=True)
    assert (await api.respond(done, {"type": 5}))[0] == 502
    api.fake.faults.cut("POST /interactions/*", after=True)
    with pytest.raises(aiohttp.ClientConnectionError):
        await api.respond(cut, {"type": 5})
    assert [undone.answer, done.answer, cut.answer] == [None, 5, 5]
    assert (await api.respond(done, {"type": 5}))[1]["code"] == 40060
    assert api.fake.problems == []
