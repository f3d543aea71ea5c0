"""The slash commands, a module for each top-level one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.features.corpus.commands import CorpusGroup
from bot.features.daily.commands import daily
from bot.features.follow.commands import FollowGroup
from bot.features.help.commands import help_
from bot.features.papers.commands import PaperGroup
from bot.features.privacy.commands import PrivacyGroup
from bot.features.saved.commands import SavedGroup
from bot.features.schedule.commands import ScheduleGroup
from bot.features.settings.commands import settings
from bot.features.talk.commands import find_papers
from bot.features.top.commands import top_group
from bot.features.trends.commands import trends

if TYPE_CHECKING:
    from bot.discord.tree import Tree


def add_commands(tree: Tree) -> None:
    tree.add_command(PaperGroup())
    tree.add_command(daily)
    tree.add_command(top_group())
    tree.add_command(trends)
    tree.add_command(SavedGroup())
    tree.add_command(ScheduleGroup())
    tree.add_command(FollowGroup())
    tree.add_command(settings)
    tree.add_command(PrivacyGroup())
    tree.add_command(CorpusGroup())
    tree.add_command(help_)
    tree.add_command(find_papers())
