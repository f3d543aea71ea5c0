"""The panel of settings."""

from __future__ import annotations

from dataclasses import dataclass

from bot.features.settings import phrases
from bot.rendering.blocks import Block, Kind, line
from bot.rendering.language import Language
from bot.state.settings import ServerSettings, UserSettings


@dataclass(frozen=True, slots=True)
class SettingsPanel:
    """How somebody and their server want to be answered; `server` is None for who may not change that. It is to be said
    in `language`, which may just have been chosen."""

    user: UserSettings
    server: ServerSettings | None
    language: Language


def settings_blocks(panel: SettingsPanel) -> tuple[Block, ...]:
    language, user, server = panel.language, panel.user, panel.server
    spoken = phrases.LANGUAGES[user.language].say(language)
    yours = (
        line(phrases.YOURS.say(language), Kind.HEADING),
        line(phrases.YOUR_LANGUAGE.say(language, spoken=spoken), Kind.BULLET),
        line((phrases.PRIVATE if user.private else phrases.PUBLIC).say(language), Kind.BULLET),
    )
    if server is None:
        return (Block(yours),)
    spoken = phrases.LANGUAGES[server.language].say(language)
    servers = (
        line(phrases.SERVERS.say(language), Kind.HEADING),
        line(phrases.SERVER_LANGUAGE.say(language, spoken=spoken), Kind.BULLET),
        line(phrases.PER_PAGE.say(language, count=server.per_page), Kind.BULLET),
        line((phrases.RELOAD_BY_ROLE if server.reload_role else phrases.RELOAD_BY_MANAGERS).say(language), Kind.BULLET),
        line(phrases.SERVER_LANGUAGE_ABOUT.say(language), Kind.SMALL),
        *((line(phrases.RELOAD_ROLE_ABOUT.say(language), Kind.SMALL),) if server.reload_role else ()),
    )
    return Block(yours), Block(servers)
