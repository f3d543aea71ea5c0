"""The daily papers of Hugging Face, day by day.

Source of the interface: https://huggingface.co/docs/hub/api and `HfApi.list_daily_papers` of huggingface_hub.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from retrieval.sources.faults import SourceError, SourceFault
from retrieval.sources.web.listing import PAGE, ListedPaper, Page, read_page, read_record, unique

if TYPE_CHECKING:
    from retrieval.sources.web.polite import PoliteClient

_MOST_PAGES = 20


class HuggingFace:
    """Reads lists and papers through a client. `look` is given the first page of each list as it came, in a thread."""

    def __init__(self, client: PoliteClient, look: Callable[[bytes], None] = lambda body: None) -> None:
        self._client = client
        self._look = look

    async def day(self, day: date) -> tuple[ListedPaper, ...]:
        """All papers of a day's list; none for a day without. A list is read whole or not at all.

        Raises SourceError.
        """
        papers: list[ListedPaper] = []
        seen: set[str] = set()
        promised = False
        for number in range(_MOST_PAGES):
            params = {"date": day.isoformat(), "limit": str(PAGE), "p": str(number)}
            try:
                page = await self._client.get("/api/daily_papers", params, read_page if number else self._first_page)
            except SourceError as error:
                if number and not promised and error.fault is SourceFault.REFUSED:
                    break  # past the end, where no page was promised
                raise
            papers += page.papers
            new = {paper.arxiv_id for paper in page.papers} - seen
            if not new or not (page.more or page.records >= PAGE):
                break
            seen |= new
            promised = page.more
        return unique(papers)

    def _first_page(self, body: bytes, headers: Mapping[str, str]) -> Page:
        page = read_page(body, headers)
        if page.papers:
            self._look(body)
        return page

    async def paper(self, arxiv_id: str) -> ListedPaper | None:
        """One paper; None where the Hub does not have it. Raises SourceError."""
        try:
            return await self._client.get(f"/api/papers/{arxiv_id}", {}, read_record)
        except SourceError as error:
            if error.fault is SourceFault.REFUSED and error.detail.startswith("HTTP 404"):
                return None
            raise
