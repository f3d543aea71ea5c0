"""Abstracts as arXiv has them. Source of the interface: https://info.arxiv.org/help/api/user-manual.html"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

from retrieval.digests.abstracts import MAX_ABSTRACT
from retrieval.digests.line_parser import clip, plain
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import parse_arxiv_id

if TYPE_CHECKING:
    from retrieval.sources.web.polite import PoliteClient

INTERVAL: Final = 3.0
"""Seconds between requests, over one connection: https://info.arxiv.org/help/api/tou.html"""
BATCH: Final = 100
"""Ids that are asked for at once: their addresses stay short enough for any server."""

_ATOM = "{http://www.w3.org/2005/Atom}"
_DOCTYPE = lazy_regex(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Arxiv:
    """Asks arXiv's query interface through a client of its own."""

    def __init__(self, client: PoliteClient) -> None:
        self._client = client

    async def abstracts(self, arxiv_ids: Sequence[str]) -> dict[str, str]:
        """The abstracts of at most BATCH papers, by id; arXiv leaves out those that it does not have.

        Raises SourceError.
        """
        params = {"id_list": ",".join(arxiv_ids), "start": "0", "max_results": str(len(arxiv_ids))}
        found = await self._client.get("/api/query", params, read_feed)
        return {arxiv_id: found[arxiv_id] for arxiv_id in arxiv_ids if arxiv_id in found}


def read_feed(body: bytes, headers: Mapping[str, str]) -> dict[str, str]:
    """The abstracts of an Atom feed, by id. Raises ValueError where it is none, or tells of an error."""
    text = body.decode("utf-8")
    if _DOCTYPE.search(text):
        raise ValueError("a feed with definitions of its own")
    try:
        feed = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise ValueError(f"no XML: {error}") from None
    if feed.tag != f"{_ATOM}feed":
        raise ValueError("no Atom feed")
    found: dict[str, str] = {}
    for entry in feed.iterfind(f"{_ATOM}entry"):
        link = (entry.findtext(f"{_ATOM}id") or "").strip()
        abstract = clip(plain(entry.findtext(f"{_ATOM}summary") or ""), MAX_ABSTRACT)
        if "api/errors" in link:
            raise ValueError(abstract or "an error without a word")
        if (arxiv_id := parse_arxiv_id(link)) and abstract:
            found[arxiv_id] = abstract
    return found
