"""An index on disk, so that a start with nothing changed need not build one.

The file is a header line of JSON, then a pickle whose arrays stand behind it, each to be mapped into memory in place.
It is only ever a cache: what is of another release is passed over, what is damaged is set aside, and it is made anew.
"""

from __future__ import annotations

import fcntl
import gc
import json
import logging
import mmap
import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from functools import cache
from glob import escape
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, Final

from retrieval.index.index import Index
from retrieval.storage.aside import Kind, file_identity, set_aside

log = logging.getLogger(__name__)

_MAGIC: Final = "paperbot-index-2"
_ALIGNMENT: Final = 64  # bytes: a cache line, and more than any number type needs
_MAX_HEADER: Final = 1 << 20
_PART: Final = ".part"  # the end of the name of what is not written to its end
_PIECE: Final = 1 << 20  # bytes that are read at a time
_DAMAGE: Final = (ValueError, KeyError, TypeError, RecursionError, pickle.UnpicklingError)
# What a pickled index is made of, besides our own classes. Nothing else is unpickled, whatever a file asks for.
_KNOWN: Final = frozenset(
    {
        ("array", "_array_reconstructor"),
        ("array", "array"),
        ("builtins", "list"),
        ("builtins", "set"),
        ("collections", "Counter"),
        ("collections", "defaultdict"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "scalar"),
        ("numpy._core.numeric", "_frombuffer"),
    }
)


def save(index: Index, revision: str, path: Path, terms: str = "") -> None:
    """Write the index of the corpus state `revision` in place of what `path` holds: whole, or not at all. `terms` names
    the lists of terms that it is made with. Raises OSError where that cannot be done."""
    buffers: list[pickle.PickleBuffer] = []
    body = _Body()
    pickle.Pickler(body, protocol=5, buffer_callback=buffers.append).dump(index)
    parts = [memoryview(body.data), *(buffer.raw() for buffer in buffers)]
    digest = blake2b(digest_size=16)
    for piece in _laid_out(parts):
        digest.update(piece)
    header = {
        "magic": _MAGIC,
        "code": _code(),
        "terms": terms,
        "revision": revision,
        "sizes": [part.nbytes for part in parts],
        "checksum": digest.hexdigest(),
    }
    _replace(path, header, parts)


def saved_revision(path: Path, terms: str = "") -> str | None:
    """The corpus state that `load` would give an index of, as far as the first line of the file says."""
    try:
        with path.open("rb") as file:
            header = _header(file)
    except (OSError, *_DAMAGE):
        return None
    return str(header.get("revision")) if _fits(header, terms) else None


def load(path: Path, terms: str = "", *, private: bool = False) -> tuple[Index, str] | None:
    """The index that `path` holds, and the corpus state that it is of; None where there is none, it is of other lists
    of terms, or it cannot be trusted.

    With `private` it is mapped from a copy without a name: whatever is done to the file, the index stays as it is.
    Other threads run meanwhile, but Python's collector of cycles does not, and later passes over what was loaded: it
    has no cycles, and to walk it would keep all threads waiting.
    """
    try:
        with path.open("rb") as file:
            header = _header(file)
            if not _fits(header, terms):
                return None  # of another release, or of other terms
            body = _body(file, path.parent if private else None, header["checksum"])
        index = _unpickled(_parts(body, header["sizes"]))
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("the saved index in %s cannot be read, and is built again: %s", path, error)
        return None
    except _DAMAGE as error:
        _set_aside(path, error)
        return None
    return index, str(header["revision"])


def _set_aside(path: Path, error: Exception) -> None:
    try:
        aside = set_aside(path, Kind.DAMAGED, file_identity(path))
    except OSError as failure:
        log.warning("the saved index in %s is damaged (%s) and cannot be set aside: %s", path, error, failure)
    else:
        log.warning("the saved index in %s is damaged (%s): set aside as %s, and built again", path, error, aside)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without Python's collector of cycles, which walks all objects there are while every thread waits: half a second
    where papers are read by ten thousands. They and what is made of them have no cycles."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class _Body:
    """Takes a pickle frame by frame, and gives it back so. Unlike one that is made or read at once, that lets other
    threads run in between."""

    def __init__(self, data: memoryview | None = None) -> None:
        self.data = bytearray()
        self._left = data or memoryview(b"")

    def write(self, frame: bytes) -> None:
        self.data += frame

    def readinto(self, target: bytearray) -> int:
        size = min(len(target), len(self._left))
        target[:size], self._left = self._left[:size], self._left[size:]
        return size

    def read(self, size: int) -> bytes:
        found, self._left = bytes(self._left[:size]), self._left[size:]
        return found

    def readline(self) -> bytes:
        raise pickle.UnpicklingError("it is of another protocol")


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("builtins", "getattr"):
            return _method
        if (module, name) in _KNOWN:
            return super().find_class(module, name)
        if module.startswith("retrieval.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"it asks for {module}.{name}")


def _method(owner: object, name: str) -> Any:
    if name.startswith("_") or not type(owner).__module__.startswith("retrieval."):
        raise pickle.UnpicklingError(f"it asks for {name} of {type(owner).__name__}")
    return getattr(owner, name)


def _unpickled(parts: Sequence[memoryview]) -> Index:
    with collector_paused():
        gc.collect(1)  # what is frozen is never collected: of what is no longer used, so little is
        index = _Unpickler(_Body(parts[0]), buffers=parts[1:]).load()
        gc.freeze()
    if not isinstance(index, Index):
        raise ValueError("it holds no index")
    return index


def _header(file: BinaryIO) -> dict[str, Any]:
    header = json.loads(file.readline(_MAX_HEADER))
    if not isinstance(header, dict):
        raise ValueError("it has no header")
    return header


def _fits(header: Mapping[str, Any], terms: str) -> bool:
    return (header["magic"], header["code"], header["terms"]) == (_MAGIC, _code(), terms)


def _body(file: BinaryIO, folder: Path | None, checksum: str) -> memoryview:
    """What is behind the header, mapped into memory, from a copy in `folder` where there is one and it has the room. It
    is read before, and so checked without being in memory."""
    start, digest = file.tell(), blake2b(digest_size=16)
    try:
        with tempfile.TemporaryFile(dir=folder) if folder else nullcontext() as copy:
            while piece := file.read(_PIECE):
                digest.update(piece)
                if copy:
                    copy.write(piece)
            if digest.hexdigest() != checksum:
                raise ValueError("its checksum is wrong")
            if not copy:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))[start:]
            copy.flush()
            return memoryview(mmap.mmap(copy.fileno(), 0, access=mmap.ACCESS_READ))
    except OSError:
        if not folder:
            raise
    file.seek(start)
    return _body(file, None, checksum)


def _laid_out(parts: Iterable[memoryview]) -> Iterator[bytes | memoryview]:
    """The parts with what fills the space between them, so that each is aligned."""
    end = 0
    for part in parts:
        yield bytes(-end % _ALIGNMENT)
        yield part
        end += -end % _ALIGNMENT + part.nbytes


def _parts(body: memoryview, sizes: Sequence[int]) -> list[memoryview]:
    parts, end = [], 0
    for size in sizes:
        start = end + -end % _ALIGNMENT
        end = start + size
        parts.append(body[start:end])
    if end != len(body):
        raise ValueError(f"it has {len(body)} bytes in place of {end}")
    return parts


@cache
def _code() -> str:
    """A hash of the code and the terms that make indexes: of others one may hold other things under the same names."""
    digest = blake2b(digest_size=8)
    package = Path(__file__).parents[1]
    for file in sorted([*package.rglob("*.py"), *package.rglob("*.toml")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _replace(path: Path, header: dict[str, Any], parts: list[memoryview]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear(path)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", suffix=_PART, delete=False) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)  # which goes with this process
            line = json.dumps(header).encode() + b"\n"
            file.write(line.rjust(len(line) + -len(line) % _ALIGNMENT))
            file.writelines(_laid_out(parts))
            file.flush()
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _clear(path: Path) -> None:
    """Remove what processes that were killed had begun to write."""
    for part in path.parent.glob(f"{escape(path.name)}.*{_PART}"):
        with suppress(OSError), part.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            part.unlink()
