"""The slash commands, a module for each top-level one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.commands.corpus import CorpusGroup
from bot.commands.daily import daily
from bot.commands.find import find_papers
from bot.commands.follow import FollowGroup
from bot.commands.help import help_
from bot.commands.paper import PaperGroup
from bot.commands.privacy import PrivacyGroup
from bot.commands.saved import SavedGroup
from bot.commands.schedule import ScheduleGroup
from bot.commands.settings import settings
from bot.commands.top import top_group
from bot.commands.trends import trends

if TYPE_CHECKING:
    from bot.tree import Tree


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
