"""A sample of every kind of answer, and what they are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from bot.core.answer import Answer, Attachment, Document, Notice
from bot.core.paging import Page
from bot.features.corpus.answers import Reloaded, Status
from bot.features.daily.answers import DayPage, NoDay
from bot.features.follow.answers import Alert, AlertGroup, FollowList, FollowRow
from bot.features.help.answers import Help, Welcome
from bot.features.papers.answers import Listed, NoAnswer, PaperCard, Passages, Similar, Term
from bot.features.papers.phrases import CLOSEST_TITLES, EMPTY_QUERY
from bot.features.papers.results import Closest, Nearest, NothingMeets, Results
from bot.features.privacy.answers import Deletion
from bot.features.registry import FEATURES
from bot.features.saved.answers import SavedList
from bot.features.schedule.answers import DailyPost, ScheduleList, ScheduleRow
from bot.features.settings.answers import SettingsPanel
from bot.features.top.answers import TopPage
from bot.features.top.span import Span
from bot.features.trends.answers import Rising, Trend, TrendNumbers
from bot.state.follows import Follow, Mailbox, Owner
from bot.state.saved import SavedPaper
from bot.state.schedules import Schedule
from bot.state.settings import ServerSettings, UserSettings
from retrieval.digests.digest import Fault
from retrieval.digests.files import FileWarning
from retrieval.library import CorpusStatus, Hit, ReloadReport
from retrieval.paper import Appearance, Media, Paper, SummaryPoint
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.passages import Passage
from retrieval.query.query import parse_query
from retrieval.storage.store import Day
from retrieval.trends.rising import Rise, Rises
from retrieval.trends.trends import Series, Trends

DAY: Final = date(2024, 2, 14)
NOON: Final = datetime(2024, 2, 14, 3, 0, tzinfo=UTC)


def paper(
    number: int = 1,
    title: str = "A Title",
    points: tuple[SummaryPoint, ...] = (SummaryPoint("", "요점입니다."),),
    authors: tuple[str, ...] = ("Ada Lovelace",),
    media: Media | None = None,
) -> Paper:
    return Paper(f"2402.{number:05}", title, authors, media, points, (Appearance(DAY, 3, number),))


def results(hits: int = 5, title: str = "A Title", text: str = "요점", query: str = "q", pages: int = 9) -> Results:
    """The second of so many pages of results."""
    found = tuple(
        Hit(paper(number, title, (SummaryPoint("", text),)), 1.0, Excerpt(0, ((0, 2),))) for number in range(hits)
    )
    return Results(parse_query(query), found, 5 * pages, Page.of(5 * pages, 5, 2))


def pictured(answer: Results) -> Results:
    """The same with a picture for each paper."""
    picture = Media("image", "https://cdn.example/a.png")
    return replace(answer, hits=tuple(replace(hit, paper=replace(hit.paper, media=picture)) for hit in answer.hits))


def day_page(papers: int, title: str = "A Title", text: str = "요점", page: int = 1) -> DayPage:
    """A page of a day of so many papers."""
    all_papers = tuple(paper(number, title, (SummaryPoint("", text),)) for number in range(1, papers + 1))
    shown = Page.of(papers, 10, page)
    return DayPage(Day(DAY, all_papers, date(2024, 2, 13), date(2024, 2, 21)), shown, shown.cut(all_papers))


_MAILBOX = Mailbox(1, Owner(7), "en")
_SCHEDULE = Schedule(1, 2, 540, "Asia/Seoul", 5, None, False, "en", DAY, NOON)
_TRENDS = Trends(
    (date(2024, 1, 1), date(2024, 2, 1)), (80, 90), (Series("diffusion model", ("확산 모델",), (8, 9), 17, False),), DAY
)
_RISES = Rises(
    date(2023, 12, 1),
    date(2023, 12, 1),
    date(2024, 1, 1),
    date(2024, 2, 1),
    100,
    170,
    (Rise("Mamba", "맘바", 1, 12, ("2402.00001",)),),
)
_HITS = results().hits

SAMPLES: Final[tuple[Answer, ...]] = (
    Notice(EMPTY_QUERY),
    Document(Notice(EMPTY_QUERY), Attachment("saved-papers.csv", b"a,b")),
    results(),
    Nearest(parse_query("자율주행"), _HITS, suggestions=("Lumiere",)),
    Closest(parse_query("A Title"), _HITS, Notice(CLOSEST_TITLES, {"query": "A Title"})),
    NothingMeets(parse_query("자율주행 votes:>50 has:code"), ((None, 40),)),
    PaperCard(paper()),
    Passages("?", (Passage(paper(), Excerpt(0, ()), 1.0),)),
    NoAnswer("?", _HITS),
    Similar(paper(), _HITS),
    Term("diffusion", (), _HITS),
    Listed((paper(), paper(2)), ("2402.99999",)),
    day_page(12),
    NoDay(DAY, date(2024, 2, 13), None),
    TopPage(Span("week", DAY, DAY, None, None), (paper(),), 1, Page.of(1, 5, 1)),
    Trend(_TRENDS, 12),
    TrendNumbers(_TRENDS),
    Rising(_RISES, 12),
    SavedList((SavedPaper("2402.00001", "A Title", NOON),), 1, Page.of(1, 10, 1)),
    ScheduleList((ScheduleRow(_SCHEDULE, "#papers", "https://discord.com/channels/2/1", NOON),)),
    DailyPost(day_page(3), "en"),
    FollowList((FollowRow(_MAILBOX, (Follow(1, "diffusion"),)),)),
    Alert(_MAILBOX, "2024-02-14", (AlertGroup("diffusion", (paper(),), 1),), 1),
    SettingsPanel(UserSettings(), ServerSettings(), "en"),
    Deletion(3),
    Reloaded(ReloadReport(1, 4, 3, 2, 1, (FileWarning("2024/02/14.md", 12, Fault.BAD_VOTES, "x"),))),
    Status(CorpusStatus(58, 5, DAY, DAY, 5, 0, NOON, False)),
    Help(tuple(pair for feature in FEATURES for pair in feature.help)),
    Welcome(),
)
