"""What every answer is, and those that no feature owns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.features.corpus.answers import Reloaded, Status
from bot.features.daily.answers import DayPage, NoDay
from bot.features.follow.answers import Alert, FollowList
from bot.features.help.answers import Help, Welcome
from bot.features.papers.answers import Listed, NoAnswer, PaperCard, Passages, Results, Similar, Term
from bot.features.privacy.answers import Deletion
from bot.features.saved.answers import SavedList
from bot.features.schedule.answers import DailyPost, ScheduleList
from bot.features.settings.answers import SettingsPanel
from bot.features.top.answers import TopPage
from bot.features.trends.answers import Rising, Trend
from bot.rendering.language import Phrase


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

MAX_CHOICES = 25  # what Discord shows of an autocomplete


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion while typing: what is shown, and what is sent when it is chosen."""

    name: str
    value: str
