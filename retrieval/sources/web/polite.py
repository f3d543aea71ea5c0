"""A client that a public service need not mind: slow, patient a few times, and never trusting what it is sent."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Final, TypeVar

import aiohttp
from yarl import URL

from retrieval.digests.line_parser import clip, plain
from retrieval.lazy_regex import lazy_regex
from retrieval.sources.faults import PASSING, SourceError, SourceFault
from retrieval.sources.web.timing import Timing

T = TypeVar("T")
Read = Callable[[bytes, Mapping[str, str]], T]
"""Reads a body, given the headers that came with it; raises ValueError where it makes no sense. Runs in a thread."""

USER_AGENT: Final = "paperbot/0.1 (a Discord bot for paper digests)"
ATTEMPTS: Final = 3
LONGEST_WAIT: Final = 600.0
"""Seconds that are waited at most before another attempt; what wants more is left to a later run."""

_LONGEST_BACKOFF = 60.0
_WAIT_WHEN_LIMITED = 60.0  # where a 429 does not say how long
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 3
_CHUNK = 65_536
_DETAIL = 120  # characters of what a server says about its errors
_SECONDS = lazy_regex(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_RATE_LIMIT_TIME = lazy_regex(r";\s*t\s*=\s*([0-9]{1,9})")  # IETF draft-ietf-httpapi-ratelimit-headers-09


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one request may take: seconds to connect and as a whole, and bytes of its body."""

    connect: float = 10.0
    whole: float = 60.0
    body: int = 20 * 1024 * 1024


class PoliteClient:
    """Asks one server with GET, one request at a time, their starts at least `interval` seconds apart.

    A key goes to this server only: redirects are followed within it, and nowhere else. The second 429 of its life
    ends the work with the moment to go on.
    """

    def __init__(
        self,
        base: str,
        *,
        token: str = "",
        interval: float = 1.0,
        timing: Timing | None = None,
        bounds: Bounds | None = None,
        attempts: int = ATTEMPTS,
    ) -> None:
        self._base = URL(base)
        self._headers = {"User-Agent": USER_AGENT} | ({"Authorization": f"Bearer {token}"} if token else {})
        self._interval = interval
        self._timing = timing or Timing()
        self._bounds = bounds or Bounds()
        self._attempts = attempts
        self._earliest = 0.0
        self._limited = 0
        self._session: aiohttp.ClientSession | None = None
        self.requests = 0

    async def __aenter__(self) -> PoliteClient:
        timeout = aiohttp.ClientTimeout(total=self._bounds.whole, sock_connect=self._bounds.connect)
        self._session = aiohttp.ClientSession(
            timeout=timeout,
            connector=aiohttp.TCPConnector(limit=1),
            cookie_jar=aiohttp.DummyCookieJar(),
            middlewares=(_ask_once,),
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def get(self, path: str, params: Mapping[str, str], read: Read[T]) -> T:
        """What `read` makes of the answer, after so many attempts at most. Raises SourceError."""
        url = self._base.with_path(self._base.path.rstrip("/") + path).with_query(params)
        attempt = 1
        while True:
            try:
                body, headers = await self._follow(url)
                return await asyncio.to_thread(_readable, read, body, headers)
            except SourceError as error:
                await self._pause(error, attempt)
            attempt += 1

    async def _pause(self, error: SourceError, attempt: int) -> None:
        """Wait before another attempt; raises the error where there should be none."""
        if error.fault is SourceFault.LIMITED:
            self._limited += 1
            if self._limited > 1 or error.wait > LONGEST_WAIT:
                error.until = self._timing.now() + timedelta(seconds=error.wait)
                raise SourceError(error.fault, error.detail, until=error.until)
        if error.fault not in PASSING or attempt >= self._attempts or error.wait > LONGEST_WAIT:
            raise error
        backoff = self._timing.random() * min(_LONGEST_BACKOFF, 2.0**attempt)
        await self._timing.sleep(error.wait + backoff)

    async def _follow(self, url: URL) -> tuple[bytes, Mapping[str, str]]:
        for _ in range(_MOST_REDIRECTS + 1):
            answer = await self._ask(url)
            if not isinstance(answer, URL):
                return answer
            if (answer.scheme, answer.host, answer.port) != (url.scheme, url.host, url.port):
                raise SourceError(SourceFault.REDIRECTED, clip(plain(str(answer)), _DETAIL))
            url = answer
        raise SourceError(SourceFault.REDIRECTED, f"{_MOST_REDIRECTS} times and more")

    async def _ask(self, url: URL) -> URL | tuple[bytes, Mapping[str, str]]:
        """One request: the body and the headers, or where it sends to."""
        if self._session is None:
            raise RuntimeError("the client is not open")
        await self._wait_for_turn()
        self.requests += 1
        try:
            async with self._session.get(url, headers=self._headers, allow_redirects=False) as response:
                if response.status in _REDIRECTS:
                    return url.join(URL(response.headers.get("Location", "")))
                if response.status != 200:
                    raise self._error(response)
                return await self._body(response), response.headers
        except TimeoutError:
            raise SourceError(SourceFault.SLOW, f"{self._bounds.whole:g}") from None
        except aiohttp.ClientPayloadError as error:
            raise SourceError(SourceFault.CUT, type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            raise _unreachable(error) from None
        except ValueError as error:  # of addresses
            raise SourceError(SourceFault.REDIRECTED, clip(plain(str(error)), _DETAIL)) from None

    async def _wait_for_turn(self) -> None:
        wait = self._earliest - self._timing.monotonic()
        if wait > 0:
            await self._timing.sleep(wait)
        self._earliest = self._timing.monotonic() + self._interval

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        body = bytearray()
        async for chunk in response.content.iter_chunked(_CHUNK):
            body += chunk
            if len(body) > self._bounds.body:
                raise SourceError(SourceFault.TOO_LARGE, f"{self._bounds.body / 1024**2:g}")
        return bytes(body)

    def _error(self, response: aiohttp.ClientResponse) -> SourceError:
        said = clip(plain(response.headers.get("X-Error-Message", "")), _DETAIL)
        detail = f"HTTP {response.status}" + (f", {said}" if said else "")
        wait = _asked_wait(response.headers, self._timing.now())
        if response.status == 429:
            return SourceError(SourceFault.LIMITED, detail, wait=_WAIT_WHEN_LIMITED if wait is None else wait)
        if response.status == 408 or response.status >= 500:
            return SourceError(SourceFault.SERVER, detail, wait=wait or 0.0)
        return SourceError(SourceFault.REFUSED, detail)


async def _ask_once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    """Keep aiohttp from asking again by itself, unpaced and uncounted, when a connection breaks."""
    try:
        return await handler(request)
    except (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError) as error:
        raise _unreachable(error) from None


def _unreachable(error: Exception) -> SourceError:
    return SourceError(SourceFault.UNREACHABLE, clip(plain(str(error)), _DETAIL) or type(error).__name__)


def _readable(read: Read[T], body: bytes, headers: Mapping[str, str]) -> T:
    try:
        return read(body, headers)
    except (ValueError, RecursionError) as error:
        said = "nested too deeply" if isinstance(error, RecursionError) else clip(plain(str(error)), _DETAIL)
        raise SourceError(SourceFault.NONSENSE, said) from None


def _asked_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that `RateLimit` or `Retry-After` ask for, whichever is longer; None where neither says so."""
    waits = [float(match[1]) for match in _RATE_LIMIT_TIME.finditer(headers.get("RateLimit", ""))]
    after = headers.get("Retry-After", "").strip()
    if _SECONDS.fullmatch(after):
        waits.append(float(after))
    elif after:
        waits += _until_date(after, now)
    return max((math.ceil(wait) for wait in waits), default=None)


def _until_date(text: str, now: datetime) -> list[float]:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return []
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return [max(0.0, (aware - now).total_seconds())]
