"""What every feature brings to Discord, in the order in which the commands are registered there."""

from __future__ import annotations

from typing import Final

from bot.discord.extension import Extension
from bot.features.corpus.commands import EXTENSION as CORPUS
from bot.features.daily.commands import EXTENSION as DAILY
from bot.features.follow.commands import EXTENSION as FOLLOW
from bot.features.help.commands import EXTENSION as HELP
from bot.features.papers.commands import EXTENSION as PAPERS
from bot.features.privacy.commands import EXTENSION as PRIVACY
from bot.features.saved.commands import EXTENSION as SAVED
from bot.features.schedule.commands import EXTENSION as SCHEDULE
from bot.features.settings.commands import EXTENSION as SETTINGS
from bot.features.talk.commands import EXTENSION as TALK
from bot.features.top.commands import EXTENSION as TOP
from bot.features.trends.commands import EXTENSION as TRENDS

EXTENSIONS: Final[tuple[Extension, ...]] = (
    PAPERS,
    DAILY,
    TOP,
    TRENDS,
    SAVED,
    SCHEDULE,
    FOLLOW,
    SETTINGS,
    PRIVACY,
    CORPUS,
    HELP,
    TALK,
)
