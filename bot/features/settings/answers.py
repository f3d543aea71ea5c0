"""The panel of settings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.core.answer import Answer
from bot.features.settings import phrases
from bot.rendering.blocks import Block, LineKind, RenderOptions, line
from bot.rendering.language import Language
from bot.state.settings import ServerSettings, UserSettings


@dataclass(frozen=True, slots=True)
class SettingsPanel(Answer):
    """How somebody and their server want to be answered; `server` is None for who may not change that. The panel is
    shown in `language`, which may just have been chosen, and not in that of the reply. `words`: there is a model whose
    answers they can switch off."""

    user: UserSettings
    server: ServerSettings | None
    language: Language
    words: bool = False

    def render(self, options: RenderOptions) -> tuple[Block, ...]:
        options = replace(options, language=self.language)
        yours = _of_user(self.user, options, words=self.words)
        return (yours, _of_server(self.server, options, words=self.words)) if self.server else (yours,)


def _of_user(user: UserSettings, options: RenderOptions, *, words: bool) -> Block:
    language = options.say(phrases.YOUR_LANGUAGE, spoken=options.say(phrases.LANGUAGES[user.language]))
    lines = [
        line(options.say(phrases.YOURS), LineKind.HEADING),
        line(language, LineKind.BULLET),
        line(options.say(phrases.PRIVATE if user.private else phrases.PUBLIC), LineKind.BULLET),
    ]
    if words:
        lines.append(line(options.say(phrases.WORDS if user.words else phrases.NO_WORDS), LineKind.BULLET))
        lines.append(line(options.say(phrases.WORDS_ABOUT), LineKind.SMALL))
    return Block(tuple(lines))


def _of_server(server: ServerSettings, options: RenderOptions, *, words: bool) -> Block:
    language = options.say(phrases.SERVER_LANGUAGE, spoken=options.say(phrases.LANGUAGES[server.language]))
    who_reloads = phrases.RELOAD_BY_ROLE if server.reload_role else phrases.RELOAD_BY_MANAGERS
    lines = [
        line(options.say(phrases.SERVERS), LineKind.HEADING),
        line(language, LineKind.BULLET),
        line(options.say(phrases.PER_PAGE, count=server.per_page), LineKind.BULLET),
        line(options.say(who_reloads), LineKind.BULLET),
        *([line(options.say(phrases.WORDS if server.words else phrases.NO_WORDS), LineKind.BULLET)] if words else []),
        line(options.say(phrases.SERVER_LANGUAGE_ABOUT), LineKind.SMALL),
    ]
    if server.reload_role:
        lines.append(line(options.say(phrases.RELOAD_ROLE_ABOUT), LineKind.SMALL))
    return Block(tuple(lines))
