"""A matrix on disk: a header line of JSON, then keys, scales and rows, to be mapped into memory, and a checksum.

It is a cache: what does not fit in every respect is passed over with a warning, and embedded anew.
"""

from __future__ import annotations

import fcntl
import json
import logging
import mmap
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import IO, Any, Final

import numpy as np
from numpy.typing import NDArray

from retrieval.vectors.matrix import Matrix, Merged

log = logging.getLogger(__name__)

_MAGIC: Final = "paperbot-vectors-1"
_ALIGNMENT: Final = 64  # bytes: a cache line, and more than any number type needs
_CHECKSUM: Final = 16  # bytes
_HASHED_AT_ONCE: Final = 1 << 20
_MAX_HEADER: Final = 1 << 12
_MAX_DIMENSION: Final = 1 << 16
_LEFTOVER: Final = "?" * 8  # of a process that was killed while it wrote
_PARTS: Final = (("keys", np.dtype("<u8")), ("scales", np.dtype("<f4")), ("rows", np.dtype("i1")))


class MatrixFile:
    """Where the vectors of one model are kept; a `path` of None keeps them out of named files."""

    def __init__(self, path: Path | None, model: str) -> None:
        self._path = path
        self._model = model
        self._stamp: tuple[int, int] | None = None

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Whether this is the only process that makes vectors for this file. The kernel lets go of the lock when a
        process ends, however it ends. Raises OSError where nobody can write there."""
        if self._path is None:
            yield True
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(self._path.with_name(f"{self._path.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            if locked := _locked(lock):
                for leftover in self._path.parent.glob(f"{self._path.name}.{_LEFTOVER}"):
                    leftover.unlink(missing_ok=True)
            yield locked
        finally:
            os.close(lock)

    def write(self, merged: Merged) -> Matrix:
        """Write a matrix in place of what the file holds, whole or not at all, and map it. Raises OSError."""
        if self._path is None:
            with tempfile.TemporaryFile() as file:
                _write(merged, file)
                return _mapped(file)
        name, folder = f"{self._path.name}.", self._path.parent
        with tempfile.NamedTemporaryFile("w+b", dir=folder, prefix=name, delete=False) as part:
            try:
                _write(merged, part)
                matrix, self._stamp = _mapped(part), _stamp(part)
                Path(part.name).replace(self._path)
            except BaseException:
                Path(part.name).unlink(missing_ok=True)
                raise
        return matrix

    def read(self) -> Matrix | None:
        """What the file holds, if that is not what was last read or written; None also where there is none, it is of
        another model, or it cannot be trusted."""
        try:
            if self._path is None:
                return None
            with self._path.open("rb") as file:
                if self._stamp == (stamp := _stamp(file)):
                    return None
                self._stamp = stamp
                matrix = _mapped(file)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("the vectors in %s are passed over and made again: %s", self._path, error)
            return None
        return matrix if matrix.model == self._model else None


def _locked(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _stamp(file: IO[bytes]) -> tuple[int, int]:
    """Tells a file from those that are put in its place."""
    found = os.fstat(file.fileno())
    return found.st_ino, found.st_mtime_ns


def _write(merged: Merged, file: IO[bytes]) -> None:
    header = {
        "magic": _MAGIC,
        "model": merged.new.model,
        "dimension": merged.new.dimension,
        "count": len(merged),
    }
    digest = blake2b(digest_size=_CHECKSUM)

    def put(data: bytes) -> None:
        file.write(data)
        digest.update(data)

    put(json.dumps(header).encode() + b"\n")
    for name, kind in _PARTS:
        put(bytes(-file.tell() % _ALIGNMENT))
        for block in merged.blocks(name):
            put(block.astype(kind, copy=False).tobytes())
    file.write(digest.digest())
    file.flush()


def _mapped(file: IO[bytes]) -> Matrix:
    """Raises ValueError, KeyError, TypeError and OSError for what is no whole matrix."""
    file.seek(0)
    header: Mapping[str, Any] = json.loads(file.readline(_MAX_HEADER))
    start = file.tell()
    data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if header["magic"] != _MAGIC:
        raise ValueError("it is of another release")
    model, count, dimension = str(header["model"]), int(header["count"]), int(header["dimension"])
    if not (count >= 0 and 0 <= dimension <= _MAX_DIMENSION):
        raise ValueError("its header makes no sense")
    parts: dict[str, NDArray[Any]] = {}
    for name, kind in _PARTS:
        start += -start % _ALIGNMENT
        size = count * (dimension if name == "rows" else 1)
        if start + size * kind.itemsize > len(data) - _CHECKSUM:
            raise ValueError("its end is missing")
        parts[name] = np.frombuffer(data, kind, size, start)
        start += size * kind.itemsize
    if start != len(data) - _CHECKSUM or _checksum(data, start) != data[start:]:
        raise ValueError("its checksum is wrong")
    return Matrix(model, parts["keys"], parts["scales"], parts["rows"].reshape(count, dimension))


def _checksum(data: mmap.mmap, end: int) -> bytes:
    digest = blake2b(digest_size=_CHECKSUM)
    with memoryview(data) as view:
        for start in range(0, end, _HASHED_AT_ONCE):
            digest.update(view[start : min(end, start + _HASHED_AT_ONCE)])
    return digest.digest()
