"""The REST routes of channels, direct messages and threads."""

from __future__ import annotations

from aiohttp import web

from .channels import MAX_HISTORY, Channels, Span
from .errors import ApiError
from .payloads import channel_payload, message_payload, user_payload
from .responses import answer
from .uploads import read_object
from .world import Json, Message, World


class ChannelRoutes:
    def __init__(self, world: World, channels: Channels) -> None:
        self._world = world
        self._channels = channels

    def routes(self, api: str) -> list[web.RouteDef]:
        channel = f"{api}/channels/{{channel_id}}"
        message = f"{channel}/messages/{{message_id}}"
        return [
            web.get(channel, self._get),
            web.post(f"{channel}/messages", self._send),
            web.get(f"{channel}/messages", self._history),
            web.get(message, self._message),
            web.patch(message, self._edit),
            web.delete(message, self._delete),
            web.post(f"{channel}/typing", self._type),
            web.post(f"{channel}/threads", self._begin_thread),
            web.post(f"{message}/threads", self._begin_thread_at),
            web.post(f"{api}/users/@me/channels", self._open_direct),
            web.get(f"{api}/users/{{user_id}}", self._user),
        ]

    async def _get(self, request: web.Request) -> web.Response:
        return answer(channel_payload(self._world, self._channels.get(_channel(request))))

    async def _send(self, request: web.Request) -> web.Response:
        return self._say(self._channels.send(_channel(request), *await read_object(request)))

    async def _history(self, request: web.Request) -> web.Response:
        limit = _number(request, "limit") or 50
        if not 1 <= limit <= MAX_HISTORY:
            raise ApiError(400, 50035, "Invalid Form Body", detail=f"limit {limit}")
        span = Span(limit, _number(request, "before"), _number(request, "after"))
        found = self._channels.history(_channel(request), span)
        return answer([self._shown(message) for message in found])

    async def _message(self, request: web.Request) -> web.Response:
        return self._say(self._channels.message(_channel(request), request.match_info["message_id"]))

    async def _edit(self, request: web.Request) -> web.Response:
        body = await read_object(request)
        return self._say(self._channels.edit(_channel(request), request.match_info["message_id"], *body))

    async def _delete(self, request: web.Request) -> web.Response:
        self._channels.delete(_channel(request), request.match_info["message_id"])
        return web.Response(status=204)

    async def _type(self, request: web.Request) -> web.Response:
        self._channels.type(_channel(request))
        return web.Response(status=204)

    async def _begin_thread(self, request: web.Request) -> web.Response:
        thread, first = self._channels.begin_thread(_channel(request), *await read_object(request))
        payload = channel_payload(self._world, thread)
        return answer(payload if first is None else payload | {"message": self._shown(first)}, 201)

    async def _begin_thread_at(self, request: web.Request) -> web.Response:
        body, _ = await read_object(request)
        thread = self._channels.begin_thread_at(_channel(request), request.match_info["message_id"], body)
        return answer(channel_payload(self._world, thread), 201)

    async def _open_direct(self, request: web.Request) -> web.Response:
        body, _ = await read_object(request)
        return answer(channel_payload(self._world, self._channels.open_direct(body)))

    async def _user(self, request: web.Request) -> web.Response:
        return answer(user_payload(self._channels.user(request.match_info["user_id"])))

    def _say(self, message: Message) -> web.Response:
        return answer(self._shown(message))

    def _shown(self, message: Message) -> Json:
        return message_payload(self._world, message, whole=False)


def _channel(request: web.Request) -> str:
    return request.match_info["channel_id"]


def _number(request: web.Request, name: str) -> int | None:
    text = request.query.get(name)
    if text is None:
        return None
    if not text.isdecimal():
        raise ApiError(400, 50035, "Invalid Form Body", detail=f"{name}={text}")
    return int(text)
