"""The file of the corpus database, which heals: what cannot be used of it is set aside, and a new one is begun."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, Protocol, TypeVar

from retrieval.storage.aside import Kind, file_identity, set_aside
from retrieval.storage.database import MEMORY, Database
from retrieval.storage.faults import StoreError, StoreFault
from retrieval.storage.migrations import CORPUS

log = logging.getLogger(__name__)

_HEALED: Final = {
    StoreFault.DAMAGED_CACHE: "is damaged",
    StoreFault.TOO_NEW: "is of a newer Paperbot",
    StoreFault.FOREIGN: "is a database of another program",
}


class Cache:
    """A database that only keeps what can be read again.

    Whoever reads or writes does so in `watched` or `noted`, so that damage is known wherever it shows; `heal` then sets
    the file aside.
    """

    def __init__(self, path: Path | str) -> None:
        self._path = str(path)
        self.database = Database(path, CORPUS)
        self.on_damage: Callable[[], object] = lambda: None
        """Called when damage shows in the middle of use; soon after, somebody should call `heal`."""
        self._damage: StoreError | None = None
        self._refusal: StoreError | None = None

    @property
    def is_damaged(self) -> bool:
        return self._damage is not None

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Notes that the file is damaged, where an error says so. Raises StoreError."""
        try:
            yield
        except StoreError as error:
            if error.fault is StoreFault.DAMAGED_CACHE and self._damage is None:
                self._damage = error
                self.on_damage()
            raise

    @contextmanager
    def watched(self) -> Iterator[None]:
        """As `noted`, for what only reads: where what it reads makes no sense, the file is damaged too."""
        with self.noted():
            try:
                yield
            except (ValueError, TypeError, KeyError) as error:
                what = f"{type(error).__name__}: {error}"
                raise StoreError(StoreFault.DAMAGED_CACHE, path=self._path, detail=what) from error

    def refuse_while_empty(self) -> None:
        """Raise StoreError from when the file was found damaged until `filled`."""
        if self._refusal:
            raise self._refusal

    def filled(self) -> None:
        """The papers are there again."""
        self._refusal = None

    async def open(self) -> None:
        """Open the file, made where there is none, once what cannot be used there is set aside. Raises StoreError:
        where it is Paperbot's for another purpose, where it cannot be set aside, or for any other fault."""
        if error := await self._wrong():
            await self._set_aside(error, file_identity(self._path))
            await self.database.reach()

    async def heal(self) -> None:
        """Begin a new file if damage was noted, and go over to the one at the path if another took its place. Raises as
        `open` does."""
        if self._damage is None and not self._is_replaced():
            return
        self._refusal = StoreError(StoreFault.MADE_ANEW, path=self._path)
        try:
            if self._damage and not self._is_replaced():
                identity = self.database.identity
                await self._let_go()
                # What shows as damage may be another program's file, copied over ours.
                await self._set_aside(await self._wrong() or self._damage, identity)
            await self._let_go()
            await self.open()
        except StoreError as error:
            self._refusal = error
            raise
        self._damage = None

    async def _wrong(self) -> StoreError | None:
        """Open the file; what is wrong with it, where that can be healed."""
        try:
            await self.database.reach()
        except StoreError as error:
            if error.fault in _HEALED:
                return error
            raise
        return None

    async def _set_aside(self, error: StoreError, identity: tuple[int, int] | None) -> None:
        await self._let_go()
        if self._path == MEMORY:
            return
        kind = Kind.FOREIGN if error.fault is StoreFault.FOREIGN else Kind.DAMAGED
        try:
            aside = await asyncio.to_thread(set_aside, Path(self._path), kind, identity)
        except OSError as failure:
            log.error("%s cannot be set aside (%s)", self._path, failure)
            raise error from failure
        if aside:
            why = f"{_HEALED[error.fault]} ({error.values.get('detail', '')})".removesuffix(" ()")
            log.warning("%s %s: it was set aside as %s, and is made anew from the digests", self._path, why, aside)

    async def _let_go(self) -> None:
        """Of the file that is open; the one at the path is opened when it is needed."""
        held, self.database = self.database, Database(self._path, CORPUS)
        await held.close()

    def _is_replaced(self) -> bool:
        return self._path != MEMORY and self.database.identity != file_identity(self._path)


class _OnCache(Protocol):
    cache: Cache


_S = TypeVar("_S", bound=_OnCache)
_P = ParamSpec("_P")
_T = TypeVar("_T")


def watched(
    method: Callable[Concatenate[_S, _P], Awaitable[_T]],
) -> Callable[Concatenate[_S, _P], Coroutine[Any, Any, _T]]:
    """A method that reads from a cache, and so may be the first to find it damaged."""

    @wraps(method)
    async def watching(self: _S, /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        with self.cache.watched():
            return await method(self, *args, **kwargs)

    return watching
