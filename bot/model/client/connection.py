"""The one place that holds the key: requests to one server, bounded, and sent nowhere else."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from typing import Any, Final

import httpx2
import openai

from bot.model.client.errors import ServerError
from bot.model.model import ModelError, ModelFault

MOST_BYTES: Final = 1024 * 1024
MOST_BYTES_OF_VECTORS: Final = 16 * 1024 * 1024
CONNECT_WITHIN: Final = 5.0  # seconds

_USER_AGENT = "paperbot/0.1"
_SENT_HEADERS = frozenset({"host", "accept", "connection", "content-type", "content-length"})

# They log what is asked and answered where somebody asks for more detail.
for _name in ("openai", "httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)


class _TooLarge(httpx2.RequestError):
    pass


class _Body(httpx2.AsyncByteStream):
    """The stream of a response, up to so many bytes."""

    def __init__(self, stream: httpx2.AsyncByteStream, most: int) -> None:
        self._stream = stream
        self._most = most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = self._most
        async for chunk in self._stream:
            left -= len(chunk)
            if left < 0:
                raise _TooLarge("too large")
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


class _Guard(httpx2.AsyncBaseTransport):
    """Sends no header but those that the request needs: the library adds others, from the environment too, such as an
    organization's name. Takes no compressed answer, whose size nobody knows before it is unpacked."""

    def __init__(self, inner: httpx2.AsyncBaseTransport, key: str) -> None:
        self._inner = inner
        self._ours = [("accept-encoding", "identity"), ("user-agent", _USER_AGENT)]
        if key:
            self._ours.append(("authorization", f"Bearer {key}"))

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        kept = [(name, value) for name, value in request.headers.items() if name.lower() in _SENT_HEADERS]
        request.headers = httpx2.Headers(kept + self._ours)
        response = await self._inner.handle_async_request(request)
        packed = response.headers.get("content-encoding", "identity").strip().lower() not in {"", "identity"}
        if packed or not isinstance(response.stream, httpx2.AsyncByteStream):
            await response.aclose()
            raise _TooLarge("compressed")
        most = MOST_BYTES_OF_VECTORS if request.url.path.endswith("/embeddings") else MOST_BYTES
        return httpx2.Response(
            response.status_code,
            headers=response.headers,
            stream=_Body(response.stream, most),
            extensions=response.extensions,
        )

    async def aclose(self) -> None:
        await self._inner.aclose()


class Connection:
    """Asks the server at `base_url`. No redirect is followed, and no proxy of the environment is used."""

    def __init__(self, base_url: str, key: str, now: Callable[[], datetime]) -> None:
        self._now = now
        self._client = openai.AsyncOpenAI(
            base_url=base_url,
            api_key="-",  # the real one is added last
            max_retries=0,
            timeout=httpx2.Timeout(None, connect=CONNECT_WITHIN),
            http_client=httpx2.AsyncClient(
                transport=_Guard(httpx2.AsyncHTTPTransport(trust_env=False), key),
                follow_redirects=False,
                trust_env=False,
            ),
        )

    async def post(self, path: str, body: Mapping[str, Any]) -> bytes:
        """What a request is answered. Raises ServerError and ModelError."""
        return await self._ask("post", path, body)

    async def get(self, path: str) -> bytes:
        return await self._ask("get", path, None)

    async def _ask(self, method: str, path: str, body: Mapping[str, Any] | None) -> bytes:
        try:
            if method == "get":
                response = await self._client.get(path, cast_to=httpx2.Response)
            else:
                response = await self._client.post(path, cast_to=httpx2.Response, body=body)
        except openai.APIStatusError as error:
            refused = error.response
            raise ServerError(refused.status_code, refused.content, refused.headers, self._now()) from None
        except openai.APITimeoutError:
            raise ModelError(ModelFault.UNREACHABLE, f"{CONNECT_WITHIN:g} s") from None
        except openai.APIConnectionError as error:
            raise _unreached(error.__cause__) from None
        if not 200 <= response.status_code < 300:
            raise ServerError(response.status_code, response.content, response.headers, self._now())
        return response.content

    async def close(self) -> None:
        await self._client.close()


def _unreached(cause: BaseException | None) -> ModelError:
    if isinstance(cause, _TooLarge):
        return ModelError(ModelFault.SERVER_ERROR, f"the answer is {cause}")
    if isinstance(cause, httpx2.ConnectError):
        return ModelError(ModelFault.UNREACHABLE, _system_error(cause) or str(cause)[:120])
    return ModelError(ModelFault.SERVER_ERROR, "the connection broke off")


def _system_error(error: BaseException | None) -> str:
    """What the system said first, as `os.strerror` has it."""
    while error is not None:
        if isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
        if isinstance(error, OSError) and error.errno and error.strerror:
            return os.strerror(error.errno) if error.errno > 0 else error.strerror
        error = error.__cause__ or error.__context__
    return ""
