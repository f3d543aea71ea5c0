"""What can be answered: plain data, without Discord and without a terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.span import Span
from bot.state.follows import Follow, Mailbox
from bot.state.saved import SavedPaper
from bot.state.schedules import Schedule
from bot.state.settings import ServerSettings, UserSettings
from bot.words import Language, Phrase
from retrieval.glossary.translations import Translation
from retrieval.library import CorpusStatus, Hit, ReloadReport
from retrieval.paper import Paper
from retrieval.passages.passages import Passage
from retrieval.storage.store import Day
from retrieval.trends.rising import Rises
from retrieval.trends.trends import Trends


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence in place of an answer, or above one; `values` fill the places of `phrase`."""

    phrase: Phrase
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a reply; `description` says what a picture shows to who cannot see it."""

    name: str
    content: bytes
    description: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file, and the sentence that says what it is."""

    notice: Notice
    attachment: Attachment


@dataclass(frozen=True, slots=True)
class Results:
    """One page (from 1) of the papers that match `query`: the `first`th (from 1) and those that follow.

    `corrections` are the words that were searched in place of what was typed; `literal` is the query without them.
    """

    query: str
    hits: tuple[Hit, ...]
    total: int
    page: int
    pages: int
    first: int
    took_ms: float
    notices: tuple[Notice, ...] = ()
    literal: str = ""


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One paper whole; `page` (from 1) where a reply cannot hold all its points at once. `suspicious`: its summary may
    be another paper's. `origin` is the code of the place it was opened from, "" where there is none."""

    paper: Paper
    page: int = 1
    suspicious: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True)
class DayPage:
    """One page (from 1) of a day's papers, the `first`th (from 1) and those that follow; there is at least one."""

    day: Day
    page: int
    pages: int
    first: int
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class TopPage:
    """One page (from 1) of the papers with the most votes in a span of days, the `first`th (from 1) and those that
    follow; there is at least one. `total` counts the papers of the span, of which only the best are listed."""

    span: Span
    papers: tuple[Paper, ...]
    total: int
    page: int
    pages: int
    first: int


@dataclass(frozen=True, slots=True)
class DailyPost:
    """The best papers of a day as a channel gets them, in the channel's language. `missed` are days that it never got,
    oldest first; `late` is the time of day at which it should have come, where it did not."""

    page: DayPage
    language: Language
    role_id: int | None = None
    missed: tuple[date, ...] = ()
    late: str = ""


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """A schedule with its channel's name and address, and its next moment in its own time zone."""

    schedule: Schedule
    channel: str
    url: str
    next: datetime


@dataclass(frozen=True, slots=True)
class ScheduleList:
    """A server's daily posts; there is at least one."""

    rows: tuple[ScheduleRow, ...]


@dataclass(frozen=True, slots=True)
class NoDay:
    """A day without a digest, and the nearest days with one."""

    day: date
    previous: date | None
    next: date | None


@dataclass(frozen=True, slots=True)
class Passages:
    """The summary points that answer a question, best first; never empty."""

    question: str
    passages: tuple[Passage, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A question that no summary answers, and the papers that come nearest to it, if any comes near."""

    question: str
    nearest: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """Papers about the same things as `paper`; there is at least one."""

    paper: Paper
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """What a term is in the other language, what most speaks for first, and the best papers for it; at least one of
    either.

    `nearest` is a term that may have been meant where there is no translation, "" where none is like it.
    """

    term: str
    translations: tuple[Translation, ...]
    hits: tuple[Hit, ...]
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class SavedList:
    """One page (from 1) of the papers that somebody keeps, the `first`th (from 1) and those that follow; there is at
    least one. With a `query`: those of them that match it best, of `total` that match."""

    papers: tuple[SavedPaper, ...]
    total: int
    page: int
    pages: int
    first: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class SettingsPanel:
    """How somebody and their server want to be answered; `server` is None for who may not change that. It is to be said
    in `language`, which may just have been chosen."""

    user: UserSettings
    server: ServerSettings | None
    language: Language


@dataclass(frozen=True, slots=True)
class Deletion:
    """Whether to delete all that is kept on who asks, so many pieces of it; or, if `done`, that it is deleted."""

    pieces: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """How many papers speak of some terms in each of at most the last `months` months; there is a month and a term.

    `chart` draws that, None where nobody can see it.
    """

    trends: Trends
    months: int
    notices: tuple[Notice, ...] = ()
    chart: Attachment | None = None


@dataclass(frozen=True, slots=True)
class Rising:
    """Terms on the rise in the last `months` months; there is at least one."""

    rises: Rises
    months: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Papers that were named by their ids, at least one, and the ids of which there is no paper here."""

    papers: tuple[Paper, ...]
    missing: tuple[str, ...] = ()

    @property
    def arxiv_ids(self) -> tuple[str, ...]:
        return (*(paper.arxiv_id for paper in self.papers), *self.missing)


@dataclass(frozen=True, slots=True)
class Welcome:
    """To whoever runs a server that the bot has joined."""


@dataclass(frozen=True, slots=True)
class Reloaded:
    report: ReloadReport


@dataclass(frozen=True, slots=True)
class Status:
    status: CorpusStatus


@dataclass(frozen=True, slots=True)
class Help:
    """What the bot can do."""


@dataclass(frozen=True, slots=True)
class Following:
    """A mailbox and what it follows; `channel` is the name of the channel that it is, "" for a person's."""

    mailbox: Mailbox
    follows: tuple[Follow, ...]
    channel: str = ""


@dataclass(frozen=True, slots=True)
class FollowList:
    """What somebody follows, and the channels of the server that they run; there is at least one follow."""

    rows: tuple[Following, ...]


@dataclass(frozen=True, slots=True)
class AlertGroup:
    """New papers on a query that is followed: those that are listed, and how many there are."""

    query: str
    papers: tuple[Paper, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Alert:
    """The new papers that go to a mailbox with one message; `batch` names it. Each paper comes once."""

    mailbox: Mailbox
    batch: str
    groups: tuple[AlertGroup, ...]
    total: int


Answer = (
    Notice
    | Document
    | Results
    | PaperCard
    | DayPage
    | TopPage
    | DailyPost
    | ScheduleList
    | FollowList
    | Alert
    | NoDay
    | Passages
    | NoAnswer
    | Similar
    | Term
    | SavedList
    | SettingsPanel
    | Deletion
    | Trend
    | Rising
    | Listed
    | Welcome
    | Reloaded
    | Status
    | Help
)
