"""What Hugging Face says about papers, as JSON → records in which nothing can be wrong any more."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from retrieval.digests.abstracts import MAX_ABSTRACT
from retrieval.digests.line_parser import MAX_VOTES, clip, media, plain
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Media, parse_arxiv_id

log = logging.getLogger(__name__)

MAX_TITLE: Final = 500
MAX_NAME: Final = 200
MAX_AUTHORS: Final = 3_000
PAGE: Final = 100
"""Records that are asked for at once, the most that the Hub gives."""

_NEXT = lazy_regex(r"""<[^<>]*>[^<>]*;\s*rel\s*=\s*"?next\b""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListedPaper:
    """A paper as the Hub lists it: text on one line, without control or invisible characters. `votes` None: not known;
    an `abstract` is "" where there is none."""

    arxiv_id: str
    title: str
    authors: tuple[str, ...]
    abstract: str
    votes: int | None
    media: Media | None


@dataclass(frozen=True, slots=True)
class Page:
    """The papers of one answer, how many records it had, and whether the Hub says that another page follows."""

    papers: tuple[ListedPaper, ...]
    records: int
    more: bool


def read_page(body: bytes, headers: Mapping[str, str]) -> Page:
    """A page of a day's list. Raises ValueError where it is none, or where none of its records names a paper."""
    records = json.loads(body)
    if not isinstance(records, list):
        raise ValueError(f"{type(records).__name__} instead of a list")
    if records and not any(map(_has_id, records)):
        raise ValueError(f"{len(records)} records, none of them a paper")
    papers = [paper for record in records if (paper := _listed(record))]
    if unusable := len(records) - len(papers):
        log.warning("%d of the %d papers listed have no arXiv id or no title, and are left out", unusable, len(records))
    return Page(tuple(papers), len(records), _NEXT.search(headers.get("Link", "")) is not None)


def read_record(body: bytes, headers: Mapping[str, str]) -> ListedPaper | None:
    """The record of one paper; None where it is not usable. Raises ValueError where it is no object."""
    record = json.loads(body)
    if not isinstance(record, dict):
        raise ValueError(f"{type(record).__name__} instead of an object")
    return _paper(record, {})


def unique(papers: list[ListedPaper]) -> tuple[ListedPaper, ...]:
    """Each paper once, where it came first, with the most votes: the list moves while its pages are read."""
    found: dict[str, ListedPaper] = {}
    for paper in papers:
        earlier = found.setdefault(paper.arxiv_id, paper)
        if paper.votes is not None and paper.votes > (earlier.votes or 0):
            found[paper.arxiv_id] = replace(earlier, votes=paper.votes)
    return tuple(found.values())


def _has_id(record: object) -> bool:
    inner = record.get("paper") if isinstance(record, dict) else None
    return isinstance(inner, dict) and isinstance(inner.get("id"), str)


def _listed(record: object) -> ListedPaper | None:
    if not isinstance(record, dict) or not isinstance(record.get("paper"), dict):
        return None
    return _paper(record["paper"], record)


def _paper(inner: Mapping[str, Any], outer: Mapping[str, Any]) -> ListedPaper | None:
    arxiv_id = _id(inner.get("id"))
    title = _text(inner.get("title"), MAX_TITLE) or _text(outer.get("title"), MAX_TITLE)
    if arxiv_id is None or not title:
        return None
    return ListedPaper(
        arxiv_id,
        title,
        _authors(inner.get("authors")),
        _text(inner.get("summary"), MAX_ABSTRACT) or _text(outer.get("summary"), MAX_ABSTRACT),
        _votes(inner.get("upvotes")),
        _media(outer.get("thumbnail"), inner.get("mediaUrls"), outer.get("mediaUrls")),
    )


def _id(value: object) -> str | None:
    """Only a bare id: the Hub has papers of other sources, too."""
    if not isinstance(value, str) or ":" in value or value.count("/") > 1:
        return None
    return parse_arxiv_id(value)


def _text(value: object, limit: int) -> str:
    return clip(plain(value), limit) if isinstance(value, str) else ""


def _authors(value: object) -> tuple[str, ...]:
    people = value[:MAX_AUTHORS] if isinstance(value, list) else []
    names = (_text(one.get("name"), MAX_NAME) for one in people if isinstance(one, dict))
    return tuple(dict.fromkeys(name for name in names if any(character.isalpha() for character in name)))


def _votes(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return max(0, min(value, MAX_VOTES))


def _media(*candidates: object) -> Media | None:
    """The first address that a digest can show."""
    urls = (url for one in candidates for url in (one[:1] if isinstance(one, list) else [one]))
    found = (as_media(url) for url in urls if isinstance(url, str))
    return next((each for each in found if each), None)


def as_media(url: str) -> Media | None:
    """What a digest would show for an address; None where it could not, or would take another address for it."""
    shown = media(f"![]({url})") if plain(url) == url else None
    return shown if shown and shown.url == url else None
