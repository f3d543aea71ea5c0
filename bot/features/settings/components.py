"""The selects and buttons of the settings; they know from their custom ids alone what to set."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.core.answer import Answer, Notice
from bot.discord.permissions import manages_server
from bot.features.settings import phrases
from bot.features.settings.answers import SettingsPanel
from bot.rendering import phrases as common
from bot.rendering.language import Language, Phrase
from bot.state.settings import PAGE_SIZES, Settings, language_for

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

Interaction = discord.Interaction[Any]
Row = list[ui.Item[Any]]

_LANGUAGES: dict[str, Language | None] = {"discord": None, "ko": "ko", "en": "en"}
_PAGE_SIZES = {str(size): size for size in PAGE_SIZES}


async def settings_panel(interaction: Interaction) -> SettingsPanel:
    """The settings as they are, for who asks."""
    bot: Paperbot = interaction.client
    user, server = await bot.state.settings.of(interaction.user.id, interaction.guild_id)
    if interaction.guild and server.reload_role and interaction.guild.get_role(server.reload_role) is None:
        server = replace(server, reload_role=None)  # it has been deleted
    language = language_for(user, server, interaction.locale.value)
    return SettingsPanel(user, server if manages_server(interaction) else None, language)


Change = Callable[[Settings], Awaitable[None]]


async def _apply(interaction: Interaction, change: Change | None, *, to_server: bool = False) -> None:
    """Make the change, and show the panel with it; `None` is a value that nobody was offered. What counts is what who
    presses may do now, not what they might when the panel was made."""
    bot: Paperbot = interaction.client

    async def request(_: object) -> Answer:
        if to_server and not manages_server(interaction):
            return Notice(common.NO_PERMISSION)
        if change is None:
            return Notice(common.STALE_BUTTON)
        await change(bot.state.settings)
        return await settings_panel(interaction)

    await bot.turn(interaction, request)


class SettingMenu(
    ui.DynamicItem[ui.Select[ui.LayoutView]],
    template=re.compile(r"set:(?P<setting>language|server-language|per-page)"),
):
    """One setting, and the values it can have."""

    def __init__(self, setting: str, options: list[discord.SelectOption]) -> None:
        super().__init__(ui.Select(custom_id=f"set:{setting}", options=options))
        self.setting = setting

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(match["setting"], [])

    async def callback(self, interaction: Interaction) -> None:
        [value] = self.item.values
        change = self._change(value, interaction.user.id, interaction.guild_id or 0)
        await _apply(interaction, change, to_server=self.setting != "language")

    def _change(self, value: str, user_id: int, guild_id: int) -> Change | None:
        match self.setting:
            case "language" if value in _LANGUAGES:
                return lambda settings: settings.set_language(user_id, _LANGUAGES[value])
            case "server-language" if value in _LANGUAGES:
                return lambda settings: settings.set_server_language(guild_id, _LANGUAGES[value])
            case "per-page" if value in _PAGE_SIZES:
                return lambda settings: settings.set_per_page(guild_id, _PAGE_SIZES[value])
        return None


class PrivateButton(ui.DynamicItem[ui.Button[ui.LayoutView]], template=re.compile(r"set:private:(?P<private>on|off)")):
    """Makes the replies to who presses it private, or public again."""

    def __init__(self, private: bool, label: str = "…") -> None:
        super().__init__(ui.Button(label=label, custom_id=f"set:private:{'on' if private else 'off'}"))
        self.private = private

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls(match["private"] == "on")

    async def callback(self, interaction: Interaction) -> None:
        await _apply(interaction, lambda settings: settings.set_private(interaction.user.id, self.private))


class ReloadRoleMenu(ui.DynamicItem[ui.RoleSelect[ui.LayoutView]], template=re.compile(r"set:reload-role")):
    """The role that may reload; with none chosen only those who manage the server may."""

    def __init__(self, role_id: int | None = None, placeholder: str = "…") -> None:
        chosen = [] if role_id is None else [discord.SelectDefaultValue.from_role(discord.Object(role_id))]
        super().__init__(
            ui.RoleSelect(custom_id="set:reload-role", min_values=0, default_values=chosen, placeholder=placeholder)
        )

    @classmethod
    async def from_custom_id(cls, interaction: Interaction, item: ui.Item[Any], match: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: Interaction) -> None:
        role_id = next((role.id for role in self.item.values), None)
        guild_id = interaction.guild_id or 0
        await _apply(interaction, lambda settings: settings.set_reload_role(guild_id, role_id), to_server=True)


def settings_rows(panel: SettingsPanel) -> list[Row]:
    """What the panel is set with, a row for each setting."""
    language, user, server = panel.language, panel.user, panel.server
    label = phrases.MAKE_PUBLIC if user.private else phrases.MAKE_PRIVATE
    rows: list[Row] = [
        [_language_menu("language", phrases.YOUR_LANGUAGE, user.language, language)],
        [PrivateButton(not user.private, label.say(language))],
    ]
    if server:
        sizes = [
            discord.SelectOption(
                label=phrases.PER_PAGE.say(language, count=size),
                value=str(size),
                default=size == server.per_page,
            )
            for size in PAGE_SIZES
        ]
        rows += [
            [_language_menu("server-language", phrases.SERVER_LANGUAGE, server.language, language)],
            [SettingMenu("per-page", sizes)],
            [ReloadRoleMenu(server.reload_role, phrases.RELOAD_ROLE.say(language))],
        ]
    return rows


def _language_menu(setting: str, phrase: Phrase, chosen: Language | None, language: Language) -> SettingMenu:
    options = [
        discord.SelectOption(
            label=phrase.say(language, spoken=phrases.LANGUAGES[one].say(language)),
            value=value,
            default=one == chosen,
        )
        for value, one in _LANGUAGES.items()
    ]
    return SettingMenu(setting, options)
