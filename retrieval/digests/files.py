"""Which digest files there are, and what changed in them since they were last read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import Final

from retrieval.digests.abstracts import Abstract, holds_abstracts, parse_abstracts
from retrieval.digests.digest import DigestWarning, Entry, Fault, parse_digest
from retrieval.lazy_regex import lazy_regex

MAX_BYTES: Final = 16 * 1024 * 1024  # of one digest; real ones have 30 kB
MAX_FILES: Final = 200_000
MAX_FOLDERS: Final = 50_000
UNREAD: Final = ""  # the hash of a file that could not be read

# Part of every hash. Raise it when a parser answers otherwise to the same text: every file is then read anew.
_READING = b"2"

_DAY = lazy_regex(r"/(\d{4})(?:([-_./])(\d{1,2})\2(\d{1,2})|(\d\d)(\d\d))\.md\Z", re.ASCII | re.IGNORECASE)


class CorpusFault(Enum):
    """What may be wrong with digests or the reading of them; the value says it in English, with `{place}` and, in the
    words of the system, `{detail}`."""

    UNREACHABLE = "The digests in {place} cannot be reached ({detail}). Is the path right, and is it mounted?"
    CUT_OFF = "Reading the digests was cut off ({detail}). All stays as it was, until they are read again."
    TOO_MANY = "There are too many folders or files in {place}. Name the one that holds the digests."


class CorpusError(Exception):
    """The digests cannot be looked for. `fault` says why, and `values` fill the places of its sentence."""

    def __init__(self, fault: CorpusFault, **values: object) -> None:
        super().__init__(fault.value.format(**values))
        self.fault = fault
        self.values = values


class FileFault(StrEnum):
    """What can be wrong with a file as a whole."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    NO_DIGESTS = "no-digests"


_MESSAGES = {
    FileFault.UNREADABLE: "It cannot be read ({detail}); what was read from it before stays. Check its permissions.",
    FileFault.TOO_LARGE: f"It is larger than {MAX_BYTES // 1024**2} MB and was left out. Split it into one file a day.",
    FileFault.NOT_UTF8: "It is not UTF-8 text here ({detail}). What could not be read shows as �. Save it as UTF-8.",
    FileFault.NO_DIGESTS: "There is no .md file in this folder. Is it the right one, and is it mounted?",
}


@dataclass(frozen=True, slots=True)
class FileWarning:
    """What is wrong in a file, on a line counted from 1; 0 stands for the file as a whole."""

    file: str
    line: int
    fault: Fault | FileFault
    detail: str = ""

    @property
    def message(self) -> str:
        """One or two English sentences: what is wrong, and what to do."""
        if isinstance(self.fault, FileFault):
            return _MESSAGES[self.fault].format(detail=self.detail)
        return DigestWarning(self.line, self.fault, self.detail).message


@dataclass(frozen=True, slots=True)
class DigestFile:
    """A Markdown file, or one of abstracts. `name` is its absolute path with slashes, the key by which stores know it;
    `day` is the day that the path tells, if any."""

    name: str
    path: Path
    day: date | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The files, in the order of their names, and the folders that are empty or cannot be read."""

    files: tuple[DigestFile, ...]
    warnings: tuple[FileWarning, ...]


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file as it is now. With `hash` UNREAD only the warnings are news: its papers stay as they are known."""

    name: str
    hash: str
    entries: tuple[Entry, ...]
    warnings: tuple[FileWarning, ...]
    abstracts: tuple[Abstract, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """New and changed files, the names of vanished ones, and how many files are as they were."""

    changed: tuple[FileChange, ...]
    vanished: tuple[str, ...]
    unchanged: int

    @property
    def read(self) -> int:
        """How many files were read and differ from what was known."""
        return sum(change.hash != UNREAD for change in self.changed)


def digest_files(sources: Sequence[Path]) -> Listing:
    """The files named by `sources`, and all digests (*.md) and files of abstracts below the folders named by it.

    Hidden files and folders are left out, links are followed, a file that is reached in several ways comes once:
    by the path that tells its day, else the first by name. Raises CorpusError where a source cannot be reached:
    better no answer than to take an unmounted folder for an empty one.
    """
    paths: set[str] = set()
    warnings: dict[str, FileWarning] = {}
    for source in sources:
        root = os.path.normpath(source.absolute())
        found = _below(root, warnings) if _is_folder(root) else [root]
        paths.update(found)
        if not found:
            _warn(warnings, root, FileFault.NO_DIGESTS)
    files = sorted((_digest_file(path) for path in paths), key=lambda file: (file.day is None, file.name))
    unique = {os.path.realpath(file.path): file for file in reversed(files)}
    return Listing(tuple(sorted(unique.values(), key=lambda file: file.name)), tuple(warnings.values()))


def read_changes(
    sources: Sequence[Path], known: Mapping[str, str], progress: Callable[[int, int], None] | None = None
) -> Changes:
    """Compare the digests with the hashes that a store knows by name, and parse those that differ.

    Works the disk and the processor: call it in a thread. `progress(done, total)` is called there after each file.
    Raises CorpusError, and nothing for a fault of a single file.
    """
    listing = digest_files(sources)
    changed = [FileChange(warning.file, UNREAD, (), (warning,)) for warning in listing.warnings]
    for done, file in enumerate(listing.files, start=1):
        change = _read(file, known.get(file.name))
        if change is not None:
            changed.append(change)
        if progress is not None:
            progress(done, len(listing.files))
    unchanged = len(listing.files) + len(listing.warnings) - len(changed)
    return Changes(tuple(changed), _vanished(listing, known), unchanged)


def has_changes(sources: Sequence[Path], known: Mapping[str, str]) -> bool:
    """Whether `read_changes` would find what a store does not know; of the files it parses one at most. Raises
    CorpusError."""
    listing = digest_files(sources)
    if _vanished(listing, known) or any(known.get(warning.file) != UNREAD for warning in listing.warnings):
        return True
    changes = filter(None, (_read(file, known.get(file.name)) for file in listing.files))
    return any(change.hash != known.get(change.name) for change in changes)


def _vanished(listing: Listing, known: Iterable[str]) -> tuple[str, ...]:
    names = {warning.file for warning in listing.warnings} | {file.name for file in listing.files}
    unreadable = tuple(f"{w.file}/" for w in listing.warnings if w.fault is FileFault.UNREADABLE)
    return tuple(name for name in sorted(known) if name not in names and not name.startswith(unreadable))


def _is_folder(root: str) -> bool:
    try:
        return stat.S_ISDIR(Path(root).stat().st_mode)
    except OSError as error:
        raise CorpusError(CorpusFault.UNREACHABLE, place=root, detail=error.strerror) from error


def _warn(warnings: dict[str, FileWarning], folder: str, fault: FileFault, detail: str = "") -> None:
    """One warning a folder, the first: it is known by its name, as files are."""
    name = _name(folder)
    warnings.setdefault(name, FileWarning(name, 0, fault, detail))


def _below(root: str, warnings: dict[str, FileWarning]) -> list[str]:
    """Each folder is looked into once, and by its own path rather than a link's: loops end, and paths tell the day."""
    files: list[str] = []
    folders, links = [root], list[str]()
    seen: set[tuple[int, int]] = set()
    while folders or links:
        folder = folders.pop() if folders else links.pop()
        try:
            status = Path(folder).stat()
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            for entry, is_folder in _entries(folder):
                if is_folder:
                    (links if entry.is_symlink() else folders).append(entry.path)
                elif entry.name.lower().endswith(".md") or holds_abstracts(entry.path):
                    files.append(entry.path)
        except OSError as error:
            _warn(warnings, folder, FileFault.UNREADABLE, str(error.strerror))
        if len(seen) > MAX_FOLDERS or len(files) > MAX_FILES:
            raise CorpusError(CorpusFault.TOO_MANY, place=root)
    return files


def _entries(folder: str) -> Iterator[tuple[os.DirEntry[str], bool]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            try:
                yield entry, entry.is_dir()
            except OSError:  # a link to itself, or to where we may not look
                yield entry, False


def _name(path: str) -> str:
    # SQLite takes no lone surrogates, which stand for the bytes of a file name that is not UTF-8.
    return os.fsencode(Path(path).as_posix()).decode("utf-8", "backslashreplace")


def _digest_file(path: str) -> DigestFile:
    name = _name(path)
    return DigestFile(name, Path(path), _day(name))


def _day(name: str) -> date | None:
    match = _DAY.search(name)
    if match is None:
        return None
    year, _, month, day, compact_month, compact_day = match.groups()
    try:
        return date(int(year), int(month or compact_month), int(day or compact_day))
    except ValueError:
        return None


def _read(file: DigestFile, known: str | None) -> FileChange | None:
    """The file as it is now; None where it is as known."""

    def fault(kind: FileFault, detail: str = "") -> tuple[FileWarning]:
        return (FileWarning(file.name, 0, kind, detail),)

    try:
        data = _content(file.path)
    except OSError as error:
        return FileChange(file.name, UNREAD, (), fault(FileFault.UNREADABLE, error.strerror or str(error)))
    digest_hash = blake2b(data, digest_size=16, person=_READING).hexdigest()
    if digest_hash == known:
        return None
    if len(data) > MAX_BYTES:
        return FileChange(file.name, digest_hash, (), fault(FileFault.TOO_LARGE))
    text = data.decode("utf-8", "replace")
    if holds_abstracts(file.name):
        return _abstracts(file.name, digest_hash, text)
    digest = parse_digest(text, file.day)
    warnings = tuple(FileWarning(file.name, w.line, w.fault, w.detail) for w in digest.warnings)
    if digest.entries or file.day is not None:
        warnings += _undecodable(file.name, data)
    return FileChange(file.name, digest_hash, digest.entries, warnings)


def _abstracts(name: str, digest_hash: str, text: str) -> FileChange:
    abstracts, found = parse_abstracts(text)
    warnings = tuple(FileWarning(name, w.line, w.fault, w.detail) for w in found)
    return FileChange(name, digest_hash, (), warnings, abstracts)


def _content(path: Path) -> bytes:
    """At most one byte more than MAX_BYTES, so that a larger file shows."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError("not a regular file")  # opening a named pipe would wait for its other end
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _undecodable(name: str, data: bytes) -> tuple[FileWarning, ...]:
    """Where the first bytes are that are no UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return (FileWarning(name, line, FileFault.NOT_UTF8, f"byte {error.start}"),)
    return ()
