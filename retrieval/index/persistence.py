"""An index on disk, so that a start with nothing changed need not build one.

The file is a header line of JSON, then a pickle whose arrays stand behind it, each to be mapped into memory in place.
It is only ever a cache: what is of another release is passed over, what is damaged is set aside, and it is made anew.
"""

from __future__ import annotations

import io
import json
import logging
import mmap
import pickle
import tempfile
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from retrieval.index.index import Index
from retrieval.storage.aside import Kind, file_identity, set_aside

log = logging.getLogger(__name__)

_MAGIC: Final = "paperbot-index-1"
_ALIGNMENT: Final = 64  # bytes: a cache line, and more than any number type needs
_MAX_HEADER: Final = 1 << 20
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
    the lists of terms that it is made with.

    Where that cannot be done, it is logged: the next start is slower, and nothing else.
    """
    buffers: list[pickle.PickleBuffer] = []
    body = _Body()
    pickle.Pickler(body, protocol=5, buffer_callback=buffers.append).dump(index)
    parts = [memoryview(body.data), *(buffer.raw() for buffer in buffers)]
    header = {
        "magic": _MAGIC,
        "code": _code(),
        "terms": terms,
        "revision": revision,
        "sizes": [part.nbytes for part in parts],
        "checksum": _checksum(parts),
    }
    try:
        _replace(path, header, parts)
    except OSError as error:
        log.warning("the index was not saved in %s (%s); the next start builds it again", path, error)


def load(path: Path, terms: str = "") -> tuple[Index, str] | None:
    """The index that `path` holds, and the corpus state that it is of; None where there is none, it is of other lists
    of terms, or it cannot be trusted."""
    try:
        with path.open("rb") as file:
            header = _header(file.readline(_MAX_HEADER))
            if (header["magic"], header["code"], header["terms"]) != (_MAGIC, _code(), terms):
                return None  # of another release, or of other terms
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            parts = _parts(memoryview(mapped), file.tell(), header["sizes"])
        if _checksum(parts) != header["checksum"]:
            raise ValueError("its checksum is wrong")
        index = _Unpickler(io.BytesIO(parts[0]), buffers=parts[1:]).load()
        if not isinstance(index, Index):
            raise ValueError("it holds no index")
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("the saved index in %s cannot be read, and is built again: %s", path, error)
        return None
    except (ValueError, KeyError, TypeError, RecursionError, pickle.UnpicklingError) as error:
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


class _Body:
    """Takes a pickle frame by frame. Unlike a pickle made at once, that lets other threads run in between."""

    def __init__(self) -> None:
        self.data = bytearray()

    def write(self, frame: bytes) -> None:
        self.data += frame


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


def _header(line: bytes) -> dict[str, Any]:
    header = json.loads(line)
    if not isinstance(header, dict):
        raise ValueError("it has no header")
    return header


def _parts(data: memoryview, start: int, sizes: list[int]) -> list[memoryview]:
    parts = []
    for size in sizes:
        start += -start % _ALIGNMENT
        parts.append(data[start : start + size])
        start += size
    if start != len(data):
        raise ValueError(f"it has {len(data)} bytes in place of {start}")
    return parts


def _checksum(parts: list[memoryview]) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


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
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f"{path.name}.", delete=False) as file:
        try:
            file.write(json.dumps(header).encode() + b"\n")
            for part in parts:
                file.write(bytes(-file.tell() % _ALIGNMENT))
                file.write(part)
            file.flush()
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
