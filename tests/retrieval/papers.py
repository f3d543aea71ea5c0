"""Papers for tests: those of the seeds, and made ones."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from retrieval.digests.digest import parse_digest
from retrieval.paper import Appearance, Paper, SummaryPoint

SEEDS = Path(__file__).parents[2] / "seeds"

HOSTILE = (
    "",
    " ",
    ".",
    "-",
    "-./_-",
    "\x00\x01\x1f\x7f\x9f",
    "\ud800\udfff",
    "a\ud800b",
    "😀👩‍👩‍👧‍👦🇰🇷",
    "\u202emodel\u202c \u200f\u061c",
    "a" + "\u0315\u0316" * 200,
    "ㄱㄴㅏ ㅋㅋㅋ",
    "ｆｕｌｌ ｗｉｄｔｈ ﾃｽﾄ",
    "漢字かなカナ",
    "שלום عربى हिन्दी ไทย",
    "C++ c# .NET $x^2$ \\alpha",
    '"" OR (NOT * ? ~1 ^2 : [ ]} AND',
    "the of and 은 는 이 가 논문 찾아줘",
    "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}ß\N{LATIN SMALL LIGATURE FFI}ŉ",
    "a-" * 2000,
    "가" * 4000,
    "1." * 2000,
    "x9#!가 " * 600,
)
"""Texts that something somewhere might stumble over."""


def paper(
    arxiv_id: str,
    title: str = "",
    *points: str,
    authors: tuple[str, ...] = (),
    day: str = "2024-01-01",
    votes: int | None = None,
) -> Paper:
    return Paper(
        arxiv_id,
        title,
        authors,
        None,
        tuple(SummaryPoint("", text) for text in points),
        (Appearance(date.fromisoformat(day), votes, 1),),
    )


@cache
def seed_papers() -> tuple[Paper, ...]:
    entries = [entry for file in sorted(SEEDS.glob("2*.md")) for entry in parse_digest(file.read_text("utf-8")).entries]
    papers = {
        entry.arxiv_id: Paper(
            entry.arxiv_id,
            entry.title,
            entry.authors,
            entry.media,
            entry.points,
            (Appearance(entry.date, entry.votes, entry.rank),),
        )
        for entry in entries
    }
    return tuple(papers.values())
