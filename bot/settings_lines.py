"""What is said of settings, line by line."""

from __future__ import annotations

from bot import settings_words as words
from bot.answer import SettingsPanel
from bot.page import Block, Kind, line


def settings_blocks(panel: SettingsPanel) -> tuple[Block, ...]:
    language, user, server = panel.language, panel.user, panel.server
    spoken = words.LANGUAGES[user.language].say(language)
    yours = (
        line(words.YOURS.say(language), Kind.HEADING),
        line(words.YOUR_LANGUAGE.say(language, spoken=spoken), Kind.BULLET),
        line((words.PRIVATE if user.private else words.PUBLIC).say(language), Kind.BULLET),
    )
    if server is None:
        return (Block(yours),)
    spoken = words.LANGUAGES[server.language].say(language)
    servers = (
        line(words.SERVERS.say(language), Kind.HEADING),
        line(words.SERVER_LANGUAGE.say(language, spoken=spoken), Kind.BULLET),
        line(words.PER_PAGE.say(language, count=server.per_page), Kind.BULLET),
        line((words.RELOAD_BY_ROLE if server.reload_role else words.RELOAD_BY_MANAGERS).say(language), Kind.BULLET),
        line(words.SERVER_LANGUAGE_ABOUT.say(language), Kind.SMALL),
        *((line(words.RELOAD_ROLE_ABOUT.say(language), Kind.SMALL),) if server.reload_role else ()),
    )
    return Block(yours), Block(servers)
