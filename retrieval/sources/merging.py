"""A day's list and what is written of that day already → what is to be written. Nothing that was there is lost."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from retrieval.digests.digest import Entry
from retrieval.sources.abstract_points import abstract_points, is_summary
from retrieval.sources.digest_writer import DigestPaper
from retrieval.sources.holdings import Holdings, Points
from retrieval.sources.web.listing import ListedPaper


@dataclass(frozen=True, slots=True)
class Merged:
    """The papers of a day. `added` and `updated` count those that are new or changed; `lacking` are those that stay
    though the list lacks them."""

    papers: tuple[DigestPaper, ...]
    added: int
    updated: int
    lacking: frozenset[str]


def merge(
    day: date,
    listed: Sequence[ListedPaper],
    written: Sequence[Entry],
    lacked: Collection[str],
    holdings: Holdings,
    summaries: Mapping[str, Points],
) -> Merged:
    """Votes never fall, and what a list no longer tells of a paper stays. A paper goes only when the list lacks it for
    the second time in succession: `lacked` are those that it lacked the last time. `summaries` are for papers that have
    none."""
    before = {entry.arxiv_id: as_written(entry) for entry in written}
    papers = [_updated(day, one, before.get(one.arxiv_id), holdings, summaries.get(one.arxiv_id, ())) for one in listed]
    lacking = before.keys() - {paper.arxiv_id for paper in papers}
    kept = lacking - set(lacked) if listed else lacking
    return Merged(
        (*papers, *(before[arxiv_id] for arxiv_id in sorted(kept))),
        added=sum(paper.arxiv_id not in before for paper in papers),
        updated=sum(paper != before.get(paper.arxiv_id, paper) for paper in papers),
        lacking=frozenset(kept) if listed else frozenset(lacked),
    )


def as_written(entry: Entry) -> DigestPaper:
    """The paper as a digest has it."""
    return DigestPaper(entry.arxiv_id, entry.title, entry.authors, entry.media, entry.votes, entry.points)


def _updated(
    day: date, listed: ListedPaper, before: DigestPaper | None, holdings: Holdings, summary: Points
) -> DigestPaper:
    points = before.points if before else ()
    if not is_summary(points):
        points = holdings.summary(listed.arxiv_id, day) or summary or abstract_points(listed.abstract) or points
    votes = [one.votes for one in (listed, before) if one and one.votes is not None]
    return DigestPaper(
        listed.arxiv_id,
        listed.title,
        listed.authors or (before.authors if before else ()),
        listed.media or (before.media if before else None),
        max(votes, default=None),
        points,
    )
