"""Saved papers → files for other programs, in which titles and names are text and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from bot.features.saved.entry import Entry
from bot.rendering.paper_json import paper_object
from retrieval.lazy_regex import lazy_regex


class Format(StrEnum):
    """The kinds of files, by the ends of their names."""

    BIBTEX = "bib"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"


def export(entries: Sequence[Entry], kind: Format) -> bytes:
    """The file's content, UTF-8."""
    return _WRITERS[kind](entries)


# BibTeX counts braces even behind a backslash, so escaping one is not enough.
_TEX: Final = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_"}
    | {
        "\\": "{\\textbackslash}",
        "{": "{\\textbraceleft}",
        "}": "{\\textbraceright}",
        "~": "{\\textasciitilde}",
        "^": "{\\textasciicircum}",
    }
)
_OLD_ID = lazy_regex(r"(?P<archive>[a-z-]+(?:\.[A-Z]{2})?)/(?P<year>\d\d)\d{5}")
_FIRST_YEAR = 91  # arXiv's, 1991: a smaller number is of this century


def _bibtex(entries: Sequence[Entry]) -> bytes:
    return "\n".join(map(_bibtex_entry, entries)).encode()


def _bibtex_entry(entry: Entry) -> str:
    old = _OLD_ID.fullmatch(entry.arxiv_id)
    year = int(old["year"] if old else entry.arxiv_id[:2])
    fields = {
        "title": f"{{{entry.title.translate(_TEX)}}}",  # a second pair of braces keeps its capitals
        "author": " and ".join(map(_bibtex_name, entry.authors)),
        "year": str(year + (1900 if old and year >= _FIRST_YEAR else 2000)),
        "eprint": entry.arxiv_id,
        "archivePrefix": "arXiv",
        "url": entry.saved.url,
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    # arXiv ids are unique, and all their characters but the slash of old ones are allowed in keys.
    return f"@misc{{arxiv:{entry.arxiv_id.replace('/', ':')},\n{''.join(lines)}}}\n"


def _bibtex_name(name: str) -> str:
    """A name, in braces where BibTeX would read it as several names, or in another order."""
    escaped = name.translate(_TEX)
    parted = re.search(r"(?:^|\s)(?:and|others)(?:$|\s)|,", name, re.IGNORECASE)
    return f"{{{escaped}}}" if parted else escaped


_MARKDOWN_SPECIAL = lazy_regex(r"([\\`*_\[\]<>&~|$#])")


def _markdown(entries: Sequence[Entry]) -> bytes:
    return "".join(map(_markdown_line, entries)).encode()


def _markdown_line(entry: Entry) -> str:
    facts = (", ".join(entry.authors), entry.day, f"arXiv:{entry.arxiv_id}")
    title, said = (_MARKDOWN_SPECIAL.sub(r"\\\1", text) for text in (entry.title, " · ".join(filter(None, facts))))
    return f"- [{title}]({entry.saved.url})  \n  {said}\n"


def _json(entries: Sequence[Entry]) -> bytes:
    objects = [
        {"saved_at": entry.saved.saved_at.isoformat()}
        | (
            paper_object(entry.paper)
            if entry.paper
            else {"arxiv_id": entry.arxiv_id, "title": entry.title, "url": entry.saved.url}
        )
        for entry in entries
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2).encode()


_COLUMNS: Final = ("arxiv_id", "title", "authors", "date", "votes", "url", "saved_at")
# Spreadsheets run a cell that begins so as a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def _csv(entries: Sequence[Entry]) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_COLUMNS)
    for entry in entries:
        votes = entry.paper.latest.votes if entry.paper else None
        names = "; ".join(entry.authors)
        saved_at = entry.saved.saved_at.isoformat(timespec="seconds")
        cells = (entry.arxiv_id, entry.title, names, entry.day, votes, entry.saved.url, saved_at)
        writer.writerow(["" if cell is None else _plain_cell(str(cell)) for cell in cells])
    return file.getvalue().encode("utf-8-sig")  # the byte order mark tells Excel that it is UTF-8


def _plain_cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


_WRITERS: Mapping[Format, Callable[[Sequence[Entry]], bytes]] = {
    Format.BIBTEX: _bibtex,
    Format.MARKDOWN: _markdown,
    Format.JSON: _json,
    Format.CSV: _csv,
}
