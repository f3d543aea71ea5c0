"""Every feature, in the order of their lines in the help."""

from __future__ import annotations

from typing import Final

from bot.core.app import Feature
from bot.features.corpus.feature import FEATURE as CORPUS
from bot.features.daily.feature import FEATURE as DAILY
from bot.features.follow.feature import FEATURE as FOLLOW
from bot.features.help.feature import FEATURE as HELP
from bot.features.papers.feature import FEATURE as PAPERS
from bot.features.privacy.feature import FEATURE as PRIVACY
from bot.features.saved.feature import FEATURE as SAVED
from bot.features.schedule.feature import FEATURE as SCHEDULE
from bot.features.settings.feature import FEATURE as SETTINGS
from bot.features.talk.feature import FEATURE as TALK
from bot.features.top.feature import FEATURE as TOP
from bot.features.trends.feature import FEATURE as TRENDS

FEATURES: Final[tuple[Feature, ...]] = (
    PAPERS,
    DAILY,
    TOP,
    TRENDS,
    FOLLOW,
    SCHEDULE,
    SAVED,
    SETTINGS,
    PRIVACY,
    CORPUS,
    HELP,
    TALK,
)
