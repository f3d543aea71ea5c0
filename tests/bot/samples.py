"""A sample of every kind of answer, and what they are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.core.answer import Answer, Attachment, Document, Notice
from bot.core.examples.examples import Examples
from bot.core.paging import Page
from bot.core.sentences.sentences import Intent
from bot.core.sentences.understood import Order, Slots, Understood
from bot.features.corpus.answers import ModelUse, Reloaded, Status
from bot.features.daily.answers import DayPage, NoDay
from bot.features.daily.sentences import NEWEST
from bot.features.follow.answers import Alert, AlertGroup, Flood, Followed, FollowList, FollowRow
from bot.features.follow.expectation import Expectation, Narrower
from bot.features.help.answers import Help, Manual, Welcome
from bot.features.papers.answers import Definition, Listed, NoAnswer, PaperCard, Passages, Similar, Term, Unanswered
from bot.features.papers.phrases import CLOSEST_TITLES, EMPTY_QUERY
from bot.features.papers.results import Closest, Nearest, NothingMeets, Results
from bot.features.papers.worded import Cited, Doubted, Worded, Words
from bot.features.privacy.answers import Deletion, Stored
from bot.features.registry import FEATURES
from bot.features.saved.answers import Bookmark, SavedList
from bot.features.saved.entry import Entry
from bot.features.saved.phrases import SAVED
from bot.features.schedule.answers import DailyPost, ScheduleList, ScheduleRow
from bot.features.settings.answers import SettingsPanel
from bot.features.talk.answers import Said
from bot.features.top.answers import TopPage
from bot.features.top.span import Span
from bot.features.trends.answers import Rising, Trend, TrendNumbers
from bot.model.model import LastFault, ModelFault, Spent
from bot.rendering.language import Phrase
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
from retrieval.sources.faults import SourceFault
from retrieval.sources.fetcher import SourceStatus
from retrieval.sources.journal import Failure
from retrieval.storage.store import Day
from retrieval.trends.rising import Rise, Rises
from retrieval.trends.trends import Series, Trends
from retrieval.vectors.meaning import VectorStatus

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


EXAMPLES: Final = Examples(
    Phrase("강화학습", "reinforcement learning"),
    Phrase("GAIA에는 질문이 몇 개 있나요?", "How many questions are in GAIA?"),
    DAY,
    "2402.00001",
)
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
_WORDS = Words(
    (("첫째 문장입니다.", (1,)), ("둘째 문장입니다.", (1, 2))),
    (Cited(paper(), (Excerpt(0, ()),), ("요점",)), Cited(paper(2), (), ("A Title",))),
)
_PICTURE = Media("image", "https://cdn.example/a.png")
_NO_PERMISSION = (
    "permissions:view_channel,send_messages,read_message_history,create_public_threads,send_messages_in_threads"
)

_MODEL_USE = ModelUse(
    Spent(DAY, 12_345, {ModelFault.TIMED_OUT: 3}, LastFault(ModelFault.TIMED_OUT, "60 s", NOON)), 500_000
)
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
    Worded("?", _WORDS, Passages("?", (Passage(paper(7), Excerpt(0, ()), 1.0),))),
    Doubted(Passages("?", (Passage(paper(), Excerpt(0, ()), 1.0),))),
    Unanswered(paper(), (Passage(paper(7), Excerpt(0, ()), 1.0),)),
    Similar(paper(), _HITS),
    Term("diffusion", (), _HITS),
    Definition("LoRA", Passage(paper(), Excerpt(0, ((0, 6),)), 9.0), ("Low-Rank Adaptation",), paper(9), _HITS),
    Listed((paper(), paper(2)), ("2402.99999",)),
    Said(results(), Understood("최신 논문", Intent.NEWEST, Slots(sort=Order.NEWEST), NEWEST)),
    day_page(12),
    NoDay(DAY, date(2024, 2, 13), None),
    TopPage(Span("week", DAY, DAY, None, None), (paper(),), 1, Page.of(1, 5, 1)),
    Trend(_TRENDS, 12),
    TrendNumbers(_TRENDS),
    Rising(_RISES, 12),
    SavedList((Entry(SavedPaper("2402.00001", "A Title", NOON), paper()),), 1, Page.of(1, 10, 1)),
    Bookmark(SAVED, "2402.00001", "A Title", saved=True),
    ScheduleList((ScheduleRow(_SCHEDULE, "#papers", "https://discord.com/channels/2/1", NOON),), 1, Page.of(1, 10, 1)),
    DailyPost(day_page(3), "en"),
    Followed("diffusion", Expectation(8, 2, 30)),
    Flood("LLM", Expectation(2_199, 190, 30), Narrower("votes:>=20 LLM", 20, Expectation(60, 60, 30))),
    FollowList((FollowRow(_MAILBOX, (Follow(1, "diffusion"),)),), 1, Page.of(1, 10, 1)),
    Alert(_MAILBOX, "2024-02-14", (AlertGroup("diffusion", (paper(),), 1),), 1),
    SettingsPanel(UserSettings(), ServerSettings(), "en"),
    SettingsPanel(UserSettings(words=False), ServerSettings(), "en", words=True),
    Deletion(3),
    Stored({"saved_papers": 2, "follows": 1}, Attachment("paperbot-privacy.json", b"{}")),
    Stored({"saved_papers": 2}, Attachment("paperbot-privacy.json", b"{}"), model=True),
    Reloaded(ReloadReport(1, 4, 3, 2, 1, (FileWarning("2024/02/14.md", 12, Fault.BAD_VOTES, "x"),))),
    Status(CorpusStatus(58, 5, DAY, DAY, 5, 0, NOON, False)),
    Status(CorpusStatus(58, 5, DAY, DAY, 5, 0, NOON, True, VectorStatus("bge-m3", 1_200, 1_350))),
    Status(
        CorpusStatus(58, 5, DAY, DAY, 5, 0, NOON, False),
        (SourceStatus("huggingface", NOON, Failure(NOON, SourceFault.SERVER, "HTTP 503"), NOON, NOON),),
        DAY + timedelta(days=3),
        _MODEL_USE,
    ),
    Help(EXAMPLES),
    Manual(tuple(pair for feature in FEATURES for pair in feature.help), EXAMPLES),
    Welcome(EXAMPLES),
)


_LONG_KO: Final = "확산 모델의 강화 학습을 위한 다중모달 대규모 언어 모델을 제안합니다 " * 40
_HOSTILE: Final = "[`*_~|<@1>@everyone" * 40


def _fullest(text: str) -> tuple[Answer, ...]:
    """Every list with the most that it can hold, and `text` (at least 500 characters) wherever people write."""
    channel, query, title = f"#{text[:100]}".replace(" ", "-"), text[:240], text[:400]
    papers = tuple(paper(n, title, (SummaryPoint(text[:80], text),), media=_PICTURE) for n in range(1, 11))
    hits = tuple(Hit(one, 1.0, Excerpt(0, ((0, 2),))) for one in papers)
    shown, page = Page.of(500, 10, 25), Page.of(1_000, 10, 50)
    entries = tuple(Entry(SavedPaper(one.arxiv_id, title, NOON), one) for one in papers)
    failing = Mailbox(10**9, Owner(None, 10**18, 10**18), "ko", "refused:50035", paused=True, sent_on=DAY)
    rows = tuple(
        FollowRow(replace(failing, id=10**9 + n), (Follow(10**9 + n, query),), channel) for n in range(shown.size)
    )
    schedule = replace(
        _SCHEDULE,
        timezone="America/Argentina/ComodRivadavia",
        role_id=1,
        thread=True,
        failure=_NO_PERMISSION,
        posted=DAY,
    )
    url = f"https://discord.com/channels/{10**18}/{10**18}"
    alert = tuple(AlertGroup(query, (one,), 99) for one in papers[:8])
    narrower = Narrower(f"votes:>=100 {text[:50]}", 100, Expectation(60, 60, 30))
    span = Span("week", DAY, DAY, date(2024, 2, 7), date(2024, 2, 21))
    return (
        FollowList(rows, 25_000, Page.of(25_000, 10, 25), query),
        FollowList((FollowRow(failing, tuple(Follow(10**9 + n, query) for n in range(10)), channel),), 500, shown),
        ScheduleList(tuple(ScheduleRow(schedule, channel, url, NOON) for _ in range(10)), 20, Page.of(20, 10, 1)),
        SavedList(entries, 1_000, page),
        SavedList(entries, 1_000, Page.of(10, 10, 1), query),
        Alert(failing, "2024-02-14", alert, 800),
        Flood(text[:65], Expectation(2_199, 190, 30), narrower, 10**18),
        Followed(query, Expectation(2_199, 190, 30), channel),
        Bookmark(SAVED, "hep-th/9901001", title, saved=True),
        Results(
            parse_query(f"votes:>=10 since:2024-01 has:code {query}"),
            (*hits[:5], *(replace(hit, loose=True) for hit in hits[5:])),
            *(500, shown, (Notice(EMPTY_QUERY),) * 3, query, (query[:40],) * 3, 2_000, True),
        ),
        Similar(papers[0], hits),
        Term(query, (), hits, query),
        Listed(papers, ("2402.99999",) * 9),
        DayPage(Day(DAY, papers * 6, date(2024, 2, 13), date(2024, 2, 21)), Page.of(60, 10, 3), papers),
        DailyPost(
            DayPage(Day(DAY, papers * 6, date(2024, 2, 13), date(2024, 2, 21)), Page.of(10, 10, 1), papers),
            "ko",
            10**18,
            (DAY,) * 9,
            "09:00",
        ),
        TopPage(span, papers, 500, shown),
        Passages(query, passages := tuple(Passage(one, Excerpt(0, ((0, 5),)), 1.0) for one in papers[:3])),
        Worded(
            query,
            Words(
                ((_LONG_KO[:320], (1, 2, 3)),) * 3,
                tuple(Cited(one, (Excerpt(0, ()),), (text[:100],)) for one in papers[5:10]),
            ),
            Passages(query, passages, (Notice(EMPTY_QUERY),)),
        ),
        Doubted(Passages(query, passages)),
        NoAnswer(query, hits[:3]),
    )


FULLEST: Final = (*_fullest(_LONG_KO), *_fullest(_HOSTILE))
"""Every list as long as it can be, with Korean text, which takes the most bytes, and with text of signs, which escaping
makes longer."""
