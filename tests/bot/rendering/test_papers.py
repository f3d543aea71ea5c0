from __future__ import annotations

from datetime import date

from bot.rendering.blocks import Limits, RenderOptions
from bot.rendering.papers import PaperLines
from retrieval.paper import Appearance, Paper, SummaryPoint
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage

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


def test_the_card_says_that_a_model_wrote_the_summary_and_which() -> None:
    by_model = (SummaryPoint("What's New", "새로운 방법을 제안합니다.", "gpt-4o-mini"),)

    assert "모델 요약 · gpt-4o-mini 모델이 초록을 읽고 썼습니다." in shown("ko", by_model)
    assert "Model summary · written by gpt-4o-mini from the abstract." in shown("en", by_model)
    assert all("gpt-4o-mini" not in shown(language, KOREAN) for language in ("ko", "en"))


def test_only_korean_summaries_are_said_to_be_in_korean() -> None:
    in_english = (SummaryPoint("What's New", "The paper presents a method.", "gpt-4o-mini"),)

    assert "is in Korean" in shown("en", KOREAN)
    assert "is in Korean" not in shown("en", in_english)


def test_a_passage_says_that_a_model_wrote_it() -> None:
    point = SummaryPoint("What's New", "새로운 방법을 제안합니다.", "gpt-4o-mini")
    paper = Paper("2611.00001", "A Paper", (), None, (point, *KOREAN), (Appearance(date(2026, 11, 20), 5, 1),))

    def where(index: int) -> str:
        passage = Passage(paper, Excerpt(index, ()), 1.0)
        return PaperLines(RenderOptions("ko", Limits())).passage(passage).lines[-1].runs[0].text

    assert where(0).endswith("모델 요약")
    assert "모델" not in where(1)
