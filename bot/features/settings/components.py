"""The menus and the button of the settings; they know from their custom ids alone what to set."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Self

import discord
from discord import ui

from bot.core.answer import Answer, Notice, Reason
from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, LastingMenu, Rows, chosen
from bot.discord.permissions import manages_server
from bot.discord.replies import turn
from bot.features.settings import phrases
from bot.features.settings.answers import SettingsPanel
from bot.rendering import phrases as common
from bot.rendering.language import Language, Phrase
from bot.state.settings import PAGE_SIZES, Settings, language_for

_LANGUAGES: dict[str, Language | None] = {"discord": None, "ko": "ko", "en": "en"}
_PAGE_SIZES = {str(size): size for size in PAGE_SIZES}

Change = Callable[[Settings], Awaitable[None]]


async def settings_panel(interaction: Interaction) -> SettingsPanel:
    """The settings as they are, for who asks."""
    user, server = await interaction.client.app.state.settings.of(interaction.user.id, interaction.guild_id)
    if interaction.guild and server.reload_role and interaction.guild.get_role(server.reload_role) is None:
        server = replace(server, reload_role=None)  # it has been deleted
    language = language_for(user, server, interaction.locale.value)
    words = interaction.client.app.writes_answers
    return SettingsPanel(user, server if manages_server(interaction) else None, language, words)


async def _apply(interaction: Interaction, change: Change | None, *, to_server: bool = False) -> None:
    """Make a change, and show the panel with it; None stands for a value that the panel does not offer. What counts is
    what the presser may do now, not what they might when the panel was made."""

    async def request(_: object) -> Answer:
        if to_server and not manages_server(interaction):
            return Notice(common.NO_PERMISSION)
        if change is None:
            return Notice(common.STALE_BUTTON, reason=Reason.MISUSE)
        await change(interaction.client.app.state.settings)
        return await settings_panel(interaction)

    await turn(interaction, request)


class SettingMenu(LastingMenu, template=re.compile(r"set:(?P<setting>language|server-language|per-page)")):
    """One setting, and the values it can have."""

    async def choose(self, interaction: Interaction, values: list[str]) -> None:
        setting = self.fields["setting"]
        change = _change(setting, next(iter(values), ""), interaction.user.id, interaction.guild_id or 0)
        await _apply(interaction, change, to_server=setting != "language")


def _change(setting: str, value: str, user_id: int, guild_id: int) -> Change | None:
    match setting:
        case "language" if value in _LANGUAGES:
            return lambda settings: settings.set_language(user_id, _LANGUAGES[value])
        case "server-language" if value in _LANGUAGES:
            return lambda settings: settings.set_server_language(guild_id, _LANGUAGES[value])
        case "per-page" if value in _PAGE_SIZES:
            return lambda settings: settings.set_per_page(guild_id, _PAGE_SIZES[value])
    return None


class PrivateButton(LastingButton, template=re.compile(r"set:private:(?P<private>on|off)")):
    """Makes the replies to who presses it private, or public again."""

    async def press(self, interaction: Interaction) -> None:
        private = self.fields["private"] == "on"
        await _apply(interaction, lambda settings: settings.set_private(interaction.user.id, private))


class WordsButton(LastingButton, template=re.compile(r"set:(?P<whose>words|server-words):(?P<words>on|off)")):
    """Lets a model answer who presses it, or the members of the server, or no longer."""

    async def press(self, interaction: Interaction) -> None:
        words, of_server = self.fields["words"] == "on", self.fields["whose"] == "server-words"

        async def change(settings: Settings) -> None:
            if of_server:
                await settings.set_server_words(interaction.guild_id or 0, words)
            else:
                await settings.set_words(interaction.user.id, words)

        await _apply(interaction, change, to_server=of_server)


class ReloadRoleMenu(ui.DynamicItem[ui.RoleSelect[ui.LayoutView]], template=re.compile(r"set:reload-role")):
    """The role that may reload; with none chosen only those who manage the server may."""

    def __init__(self, role_id: int | None = None, placeholder: str = "…") -> None:
        chosen = [] if role_id is None else [discord.SelectDefaultValue.from_role(discord.Object(role_id))]
        super().__init__(
            ui.RoleSelect(custom_id="set:reload-role", min_values=0, default_values=chosen, placeholder=placeholder)
        )

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        role_id = next(map(int, chosen(interaction)), None)
        guild_id = interaction.guild_id or 0
        await _apply(interaction, lambda settings: settings.set_reload_role(guild_id, role_id), to_server=True)


def settings_rows(panel: SettingsPanel, _: Language) -> Rows:
    """A row for each setting, in the language of the panel."""
    language, user, server = panel.language, panel.user, panel.server
    label = phrases.MAKE_PUBLIC if user.private else phrases.MAKE_PRIVATE
    rows: Rows = [
        [_language_menu("language", phrases.YOUR_LANGUAGE, user.language, language)],
        [PrivateButton(f"set:private:{'off' if user.private else 'on'}", label.say(language))],
    ]
    if panel.words:
        switch = phrases.WORDS_OFF if user.words else phrases.WORDS_ON
        rows[-1].append(WordsButton(f"set:words:{'off' if user.words else 'on'}", switch.say(language)))
    if server:
        rows += [
            [_language_menu("server-language", phrases.SERVER_LANGUAGE, server.language, language)],
            [_page_size_menu(server.per_page, language)],
            [ReloadRoleMenu(server.reload_role, phrases.RELOAD_ROLE.say(language))],
        ]
    if server and panel.words:
        switch = phrases.SERVER_WORDS_OFF if server.words else phrases.SERVER_WORDS_ON
        rows.append([WordsButton(f"set:server-words:{'off' if server.words else 'on'}", switch.say(language))])
    return rows


def _language_menu(setting: str, phrase: Phrase, chosen: Language | None, language: Language) -> SettingMenu:
    labels = {
        value: phrase.say(language, spoken=phrases.LANGUAGES[spoken].say(language))
        for value, spoken in _LANGUAGES.items()
    }
    options = [
        discord.SelectOption(label=label, value=value, default=_LANGUAGES[value] == chosen)
        for value, label in labels.items()
    ]
    return SettingMenu(f"set:{setting}", options)


def _page_size_menu(chosen: int, language: Language) -> SettingMenu:
    options = [
        discord.SelectOption(label=phrases.PER_PAGE.say(language, count=size), value=value, default=size == chosen)
        for value, size in _PAGE_SIZES.items()
    ]
    return SettingMenu("set:per-page", options)
