"""The seed digests are what they are said to be, and parse whole."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from retrieval.digests.digest import parse_digest

SEEDS = Path(__file__).parents[3] / "seeds"

# file → papers, summary points, SHA-256 of the upstream file
FACTS = {
    "2024-01-10": (8, 57, "c2d8af094ba851a8a6fa2c0b57575738d34810ff938d2e149faac99ad89265a8"),
    "2024-01-24": (10, 67, "7ea41777c4efaaf6a989d1f1bee90bf0e110ae4a04a9f03ab3eba1e0d55460fd"),
    "2024-02-14": (12, 77, "49d29bd39b25ff2f3f9bf6a2e9f5228101507c8ee71ed3db9792a63005e51fec"),
    "2024-03-11": (7, 44, "1d7e07647ae71fd81012b230ae6d86198755180a6d777dccca5af23a15c4e605"),
    "2024-06-13": (21, 63, "2946459a1a1d9ab9d555a7f0b02e4104c6b987d30c238781ad50857024143458"),
}


def read(name: str) -> str:
    return (SEEDS / f"{name}.md").read_bytes().decode()


def test_the_seeds_are_these_five_digests() -> None:
    assert sorted(path.stem for path in SEEDS.glob("2*.md")) == sorted(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_a_seed_is_unmodified(name: str) -> None:
    assert sha256((SEEDS / f"{name}.md").read_bytes()).hexdigest() == FACTS[name][2]


@pytest.mark.parametrize("name", FACTS)
def test_a_seed_gives_all_its_papers_and_points_without_a_warning(name: str) -> None:
    digest = parse_digest(read(name))
    assert digest.warnings == ()
    assert (len(digest.entries), sum(len(entry.points) for entry in digest.entries)) == FACTS[name][:2]
    assert {entry.date for entry in digest.entries} == {date.fromisoformat(name)}
    assert [entry.rank for entry in digest.entries] == list(range(1, FACTS[name][0] + 1))
    assert all(entry.authors and entry.votes is not None for entry in digest.entries)


@pytest.mark.parametrize("name", FACTS)
def test_no_word_of_a_seeds_summaries_is_lost(name: str) -> None:
    text = read(name)
    bullets = [line.removeprefix("- ") for line in text.split("\n") if line.startswith("- ")]
    points = [point for entry in parse_digest(text).entries for point in entry.points]
    letters = re.compile(r"[\s*:]")
    assert [letters.sub("", point.label + point.text) for point in points] == [letters.sub("", b) for b in bullets]


def test_a_paper_of_a_seed_is_read_whole() -> None:
    entry = next(entry for entry in parse_digest(read("2024-02-14")).entries if entry.arxiv_id == "2402.08609")
    assert entry.title == "Mixtures of Experts Unlock Parameter Scaling for Deep RL"
    assert (entry.line, entry.votes, entry.rank) == (20, 19, 2)
    assert entry.authors[:2] == ("Timon Willi", "Gintare Karolina Dziugaite")
    assert entry.media is not None
    assert (entry.media.kind, entry.media.url[-10:]) == ("image", "Hi8fcU.png")
    assert entry.points[0].text.startswith("최근 감독 및 자기 감독 학습 모델의 빠른 진보는")


def test_the_notice_names_source_and_licences_and_is_no_digest() -> None:
    notice = read("NOTICE")
    for part in ("https://github.com/l-yohai/daily_papers_ko", "CC BY-NC 4.0", "CC BY-NC-ND 4.0", *FACTS):
        assert part in notice
    digest = parse_digest(notice)
    assert (digest.entries, digest.warnings) == ((), ())
