"""Discord's REST API, as far as the bot may use it: any other route is an error of the bot's."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable

from aiohttp import web

from .channel_routes import ChannelRoutes
from .definitions import check_commands
from .errors import ApiError
from .faults import Fault, Faults
from .fields import Field
from .interactions import Interactions
from .payloads import application_payload, callback_payload, message_payload, self_payload
from .responses import answer
from .uploads import read_body, read_object
from .world import Json, World

API = "/api/v10"
OPEN_ROUTES = ("/interactions/", "/webhooks/", "/gateway")
"""Routes that need no bot token; the first two carry the interaction's."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Rest:
    def __init__(
        self, world: World, interactions: Interactions, channels: ChannelRoutes, faults: Faults, shards: int
    ) -> None:
        self._world = world
        self._interactions = interactions
        self._channels = channels
        self._faults = faults
        self._shards = shards
        self.gateway_url = ""

    def routes(self) -> list[web.RouteDef]:
        hook = f"{API}/webhooks/{{application_id}}/{{token}}"
        commands = f"{API}/applications/{{application_id}}/commands"
        return [
            web.get(f"{API}/gateway", self._gateway),
            web.get(f"{API}/gateway/bot", self._gateway_bot),
            web.get(f"{API}/users/@me", self._me),
            web.get(f"{API}/oauth2/applications/@me", self._application),
            web.get(f"{API}/applications/@me", self._application),
            web.get(commands, self._get_commands),
            web.put(commands, self._put_commands),
            web.post(f"{API}/interactions/{{interaction_id}}/{{token}}/callback", self._callback),
            web.post(hook, self._follow_up),
            web.get(f"{hook}/messages/{{message_id}}", self._get_message),
            web.patch(f"{hook}/messages/{{message_id}}", self._edit_message),
            web.delete(f"{hook}/messages/{{message_id}}", self._delete_message),
            *self._channels.routes(API),
        ]

    @web.middleware
    async def middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turns errors into Discord's answers, records them, and plays the faults a test asked for."""
        path = request.path.removeprefix(API)
        fault = self._faults.meet(f"{request.method} {path}")
        if fault is not None and not fault.after:
            if fault.hold:
                await fault.hold.wait()
            return self._fail(request, fault)
        try:
            self._authorize(request, path)
            response = await handler(request)
        except ApiError as error:
            if error.blame:
                self._world.problem(f"{request.method} {path}: {error.status} ({error.code}) {error}")
            response = answer(error.body(), error.status)
        except web.HTTPException as error:
            self._world.problem(f"{request.method} {request.path}: {error.status} no such route")
            response = answer({"message": f"{error.status}: {error.reason}", "code": 0}, error.status)
        if fault is not None:
            interaction = self._world.interactions.get(request.match_info.get("interaction_id", ""))
            if interaction is not None:
                interaction.answer_lost = True
            if fault.hold:
                await fault.hold.wait()
            return self._fail(request, fault)
        if not response.prepared:
            response.headers.update(_rate_limit(request))
        return response

    def _authorize(self, request: web.Request, path: str) -> None:
        known = request.match_info.http_exception is None and request.path.startswith(API)
        wanted = path == "/gateway/bot" or not path.startswith(OPEN_ROUTES)
        if known and wanted and request.headers.get("Authorization") != f"Bot {self._world.token}":
            raise ApiError(401, 0, "401: Unauthorized")

    @staticmethod
    def _fail(request: web.Request, fault: Fault) -> web.Response:
        if fault.status is None:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        if fault.status != 429:
            return web.Response(status=fault.status, text="upstream connect error")
        limited = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": False}
        response = answer(limited, 429)
        response.headers.update({"Retry-After": str(fault.retry_after), "X-RateLimit-Scope": "user"})
        if fault.via:
            response.headers["Via"] = "1.1 google"
        return response

    async def _gateway(self, request: web.Request) -> web.Response:
        return answer({"url": self.gateway_url})

    async def _gateway_bot(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 86_400_000, "max_concurrency": 1}
        return answer({"url": self.gateway_url, "shards": self._shards, "session_start_limit": limit})

    async def _me(self, request: web.Request) -> web.Response:
        return answer(self_payload(self._world))

    async def _application(self, request: web.Request) -> web.Response:
        return answer(application_payload(self._world))

    async def _get_commands(self, request: web.Request) -> web.Response:
        self._own_application(request)
        return answer(self._world.commands)

    async def _put_commands(self, request: web.Request) -> web.Response:
        """The bulk overwrite: what is not named is gone, what keeps its name and type keeps its id."""
        self._own_application(request)
        body, _ = await read_body(request)
        check_commands(Field(body))
        world = self._world
        ids = {(command["type"], command["name"]): command["id"] for command in world.commands}
        commands: list[Json] = []
        for given in body:
            command: Json = {"description": "", "default_member_permissions": None, "nsfw": False} | given
            command |= {"type": given.get("type") or 1, "options": given.get("options") or []}
            number = ids.get((command["type"], command["name"])) or world.snowflake()
            commands.append(command | {"id": number, "application_id": world.application_id, "version": number})
        world.commands = commands
        world.syncs += 1
        world.bell.ring()
        return answer(commands)

    def _own_application(self, request: web.Request) -> None:
        if request.match_info["application_id"] != self._world.application_id:
            raise ApiError(403, 20012, "You are not authorized to perform this action on this application")

    async def _callback(self, request: web.Request) -> web.Response:
        body, uploads = await read_object(request)
        interaction = self._interactions.respond(
            request.match_info["interaction_id"], request.match_info["token"], body, uploads
        )
        if request.query.get("with_response", "").lower() in ("1", "true"):
            return answer(callback_payload(self._world, interaction))
        return web.Response(status=204)

    async def _follow_up(self, request: web.Request) -> web.Response:
        message = self._interactions.follow_up(*_hook(request), *await read_object(request))
        return answer(message_payload(self._world, message))

    async def _get_message(self, request: web.Request) -> web.Response:
        _, message = self._interactions.find(*_hook(request), request.match_info["message_id"])
        return answer(message_payload(self._world, message))

    async def _edit_message(self, request: web.Request) -> web.Response:
        body = await read_object(request)
        message = self._interactions.edit(*_hook(request), request.match_info["message_id"], *body)
        return answer(message_payload(self._world, message))

    async def _delete_message(self, request: web.Request) -> web.Response:
        self._interactions.delete(*_hook(request), request.match_info["message_id"])
        return web.Response(status=204)


def _hook(request: web.Request) -> tuple[str, str]:
    return request.match_info["application_id"], request.match_info["token"]


def _rate_limit(request: web.Request) -> dict[str, str]:
    """Every answer of Discord's names a bucket, one for each route; ours never run out."""
    resource = request.match_info.route.resource
    bucket = f"{request.method} {resource.canonical if resource else ''}"
    return {
        "Via": "1.1 google",
        "X-RateLimit-Bucket": hashlib.sha256(bucket.encode()).hexdigest()[:32],
        "X-RateLimit-Limit": "50",
        "X-RateLimit-Remaining": "49",
        "X-RateLimit-Reset-After": "1.000",
    }
