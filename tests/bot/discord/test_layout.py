from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.answer import Answer, Notice
from bot.core.app import App
from bot.core.location import Location
from bot.core.paging import Page
from bot.features.corpus.answers import Reloaded
from bot.features.daily.answers import DayPage, NoDay
from bot.features.daily.service import Daily
from bot.features.help.answers import Manual
from bot.features.papers.answers import PaperCard, Passages
from bot.features.papers.phrases import BACK_TO_RESULTS, EMPTY_QUERY, NO_MATCH
from bot.features.papers.results import Results
from bot.features.registry import FEATURES
from bot.features.top.answers import TopPage
from bot.features.top.span import Span
from bot.rendering.language import Language
from retrieval.digests.digest import Fault
from retrieval.digests.files import FileWarning
from retrieval.library import Hit, ReloadReport
from retrieval.paper import Appearance, Media, SummaryPoint
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage
from retrieval.query.query import parse_query
from tests.bot.samples import DAY, EXAMPLES, day_page, paper, pictured, results
from tests.bot.views import assert_within_budget, components, text_of, walk

LANGUAGES: tuple[Language, ...] = ("ko", "en")
SYLLABLES = "확산 모델의 강화 학습을 위한 다중모달 대규모 언어 모델을 제안합니다 " * 100


HOSTILE = "[`*_~|<@1>@everyone" * 40
LARGE: dict[str, Answer] = {
    "hangul results": results(title=SYLLABLES[:400], text=SYLLABLES, query=SYLLABLES[:240]),
    "hostile results": results(title=HOSTILE, text=HOSTILE, query=HOSTILE[:240]),
    "ten results": results(10, title=SYLLABLES[:400], text=SYLLABLES, query=SYLLABLES[:240]),
    "ten results with pictures": replace(
        pictured(results(10, title=SYLLABLES[:400], text=SYLLABLES, query=SYLLABLES[:240])), literal='"a"'
    ),
    "five results with pictures": replace(
        pictured(results(title=SYLLABLES[:400], text=SYLLABLES, query=SYLLABLES[:240])), literal='"a"'
    ),
    "top papers with pictures": TopPage(
        Span("week", DAY, DAY, date(2024, 2, 1), date(2024, 2, 28)),
        tuple(hit.paper for hit in pictured(results(title=SYLLABLES[:400], text=SYLLABLES)).hits),
        90,
        Page.of(50, 5, 2),
    ),
    "a paper opened from a long search": PaperCard(
        paper(points=(SummaryPoint("What's New", SYLLABLES[:200]),) * 300),
        origin=Location("results", SYLLABLES[:240], 12),
        back=BACK_TO_RESULTS,
    ),
    "sixty papers": day_page(60, title=SYLLABLES[:300], text=SYLLABLES),
    "sixty hostile papers": day_page(60, title=HOSTILE, text=HOSTILE, page=6),
    "663 authors": PaperCard(paper(authors=tuple(f"Author Number {n}" for n in range(663)))),
    "hundreds of points": PaperCard(paper(points=(SummaryPoint("What's New", SYLLABLES[:200]),) * 300)),
    "one endless point": PaperCard(paper(points=(SummaryPoint("", SYLLABLES),))),
    "hostile paper": PaperCard(paper(title=HOSTILE, points=(SummaryPoint(HOSTILE[:80], HOSTILE),) * 20)),
    "passages": Passages(
        SYLLABLES[:240],
        tuple(Passage(paper(n, points=(SummaryPoint("", SYLLABLES),)), Excerpt(0, ((0, 5),)), 1.0) for n in range(3)),
    ),
    "warnings": Reloaded(
        ReloadReport(9, 9, 9, 9, 9, (FileWarning("/x/" + "y" * 250, 12, Fault.BAD_VOTES, SYLLABLES[:100]),) * 700)
    ),
    "notice": Notice(NO_MATCH, {"query": SYLLABLES}),
    "no day": NoDay(DAY, date(2024, 2, 13), date(2024, 2, 21)),
    "help": Manual(tuple(pair for feature in FEATURES for pair in feature.help), EXAMPLES),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", LARGE)
def test_every_reply_keeps_to_discords_budgets(name: str, language: Language) -> None:
    assert_within_budget(components(LARGE[name], language))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=600), st.text(max_size=900), st.text(min_size=1, max_size=240))
def test_any_text_keeps_to_discords_budgets(title: str, text: str, query: str) -> None:
    for answer in (results(title=title or "x", text=text, query=query), day_page(12, title or "x", text)):
        assert_within_budget(components(answer))


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="[]()<>@*_`~|\\# https://evil.example", max_size=200))
def test_no_text_of_a_digest_makes_a_link_or_a_mention_of_its_own(hostile: str) -> None:
    shown = text_of(components(PaperCard(paper(title=hostile or "x", points=(SummaryPoint("", hostile),)))))
    unescaped = re.sub(r"\\.", "", shown)
    assert re.findall(r"\]\((.*?)\)", unescaped) == ["https://arxiv.org/abs/2402.00001"]
    assert not re.search(r"<[@#:]|@(everyone|here)", unescaped)


async def test_the_longest_papers_show_every_point_over_their_pages() -> None:
    points = tuple(SummaryPoint("", f"요점 {number}: {SYLLABLES[:150]}") for number in range(60))
    shown = ""
    for page in range(1, 20):
        nested = components(PaperCard(paper(points=points), page))
        shown += text_of(nested)
        turns = {item["label"]: item for item in walk(nested) if item.get("custom_id")}
        if turns["Next →"]["disabled"]:
            break
    assert [number for number in range(60) if f"요점 {number}: " not in shown] == []


def test_a_page_beyond_the_last_is_the_last() -> None:
    assert text_of(components(PaperCard(paper(), 7))) == text_of(components(PaperCard(paper(), 1)))


def test_matched_words_are_bold_except_inside_links() -> None:
    text = "코드는 https://github.com/a/diffusion 에서, diffusion 모델"
    spans = tuple((found.start(), found.end()) for found in re.finditer("diffusion", text))
    hit = Hit(paper(points=(SummaryPoint("", text),)), 1.0, Excerpt(0, spans))
    shown = text_of(components(Results(parse_query("diffusion"), (hit,), 1, Page.of(1, 5, 1)), "ko"))
    assert shown.endswith("코드는 https://github.com/a/diffusion 에서, **diffusion** 모델")


def test_many_authors_are_counted_rather_than_listed() -> None:
    shown = text_of(components(LARGE["663 authors"]))
    listed = shown.count("Author Number")
    assert f"and {663 - listed} more" in shown
    assert listed >= 10


@pytest.mark.parametrize(
    ("media", "pictures", "labels"),
    [
        (Media("image", "https://cdn.example/a.png"), 1, ["arXiv", "PDF", "Hugging Face"]),
        (Media("video", "https://cdn.example/a.mp4"), 0, ["arXiv", "PDF", "Hugging Face", "Video"]),
        (Media("image", "https://cdn.example/" + "a" * 2_040), 0, ["arXiv", "PDF", "Hugging Face"]),
        (Media("image", "http://localhost/a.png"), 0, ["arXiv", "PDF", "Hugging Face"]),
        (Media("image", "https://cdn.example:99999/a.png"), 0, ["arXiv", "PDF", "Hugging Face"]),
        (Media("image", "https://user@cdn.example/a.png"), 0, ["arXiv", "PDF", "Hugging Face"]),
        (Media("image", "http://127.0.0.1/a.png"), 0, ["arXiv", "PDF", "Hugging Face"]),
        (None, 0, ["arXiv", "PDF", "Hugging Face"]),
    ],
)
def test_a_usable_picture_is_shown_and_a_video_linked(media: Media | None, pictures: int, labels: list[str]) -> None:
    nested = components(PaperCard(paper(media=media)))
    assert_within_budget(nested)
    assert sum(item["type"] == 12 for item in walk(nested)) == pictures
    assert [item["label"] for item in walk(nested) if item.get("url")] == labels


def test_unknown_votes_are_not_shown_as_none() -> None:
    unknown = replace(paper(), appearances=(Appearance(DAY, None, 1),))
    none = replace(paper(), appearances=(Appearance(DAY, 0, 1),))
    assert "no votes given" in text_of(components(PaperCard(unknown)))
    assert "0 votes" in text_of(components(PaperCard(none)))


def test_replies_are_said_in_the_readers_language() -> None:
    assert "무엇을 찾을지 적어 주세요" in text_of(components(Notice(EMPTY_QUERY), "ko"))
    assert "2024년 2월 14일 (수) 논문 12편" in text_of(components(day_page(12), "ko"))
    assert "← 이전" in {item.get("label") for item in walk(components(results(), "ko"))}


async def test_every_real_paper_and_day_fits(app: App) -> None:
    daily = app.service(Daily)
    for day_there_is in daily.suggest(""):
        page = await daily.show(day_there_is.isoformat())
        assert isinstance(page, DayPage)
        for language in LANGUAGES:
            assert_within_budget(components(page, language))
            for one in page.papers:
                assert_within_budget(components(PaperCard(one), language))
