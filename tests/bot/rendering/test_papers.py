from __future__ import annotations

from datetime import date

from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.papers import PaperLines
from retrieval.paper import Appearance, Paper, SummaryPoint

SENTENCES = ("We present a thing.", "It is better than others.")
ABSTRACT = tuple(SummaryPoint("Abstract", sentence) for sentence in SENTENCES)
KOREAN = (SummaryPoint("What's New", "새로운 방법을 제안합니다."),)


def shown(language: str, points: tuple[SummaryPoint, ...]) -> str:
    day = Appearance(date(2026, 11, 20), 5, 1)
    paper = Paper("2611.00001", "A Paper", ("Ann Author",), None, points, (day,), " ".join(SENTENCES))
    options = RenderOptions("ko" if language == "ko" else "en", Limits())
    blocks = PaperLines(options).whole(paper, suspicious=False)
    return "\n".join(run.text for block in blocks for line in block.lines for run in line.runs)


def test_an_abstract_that_stands_for_the_summary_is_shown_once_in_either_language() -> None:
    for language in ("ko", "en"):
        assert all(shown(language, ABSTRACT).count(sentence) == 1 for sentence in SENTENCES)


def test_english_readers_get_the_abstract_before_a_korean_summary() -> None:
    text = shown("en", KOREAN)
    assert text.index(SENTENCES[0]) < text.index("새로운 방법을")
    assert SENTENCES[0] not in shown("ko", KOREAN)
