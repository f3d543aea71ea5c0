"""The Discord client: connects, answers interactions in time, and leaves tidily."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

import discord
from discord import ui

from bot.core.answer import Answer, Notice
from bot.core.asker import Asker
from bot.core.deadlines import done, outcome, within
from bot.core.scheduler import Scheduler
from bot.discord.events import forgiving
from bot.discord.layout import attachments, has_hint, layout
from bot.discord.navigation import CardButton, PaperMenu
from bot.discord.outbox import without_repeats
from bot.discord.replies import belongs_to_presser, own_up, replace
from bot.discord.retry import deliver
from bot.discord.tree import Tree
from bot.features.daily.answers import DayPage, NoDay
from bot.features.extensions import add_commands
from bot.features.follow.components import FollowButton
from bot.features.follow.job import AlertPosts
from bot.features.follow.service import Follower
from bot.features.help.components import TourButton
from bot.features.papers.answers import Listed, NoAnswer, PaperCard, Passages, Results, Similar, Term
from bot.features.papers.service import Answers
from bot.features.privacy.components import ForgetButton
from bot.features.saved.components import SavedMenu, SavedTurn
from bot.features.saved.service import SavedPapers
from bot.features.schedule.components import PostButton
from bot.features.schedule.job import DailyPosts
from bot.features.schedule.service import Scheduling
from bot.features.settings.components import PrivateButton, ReloadRoleMenu, SettingMenu
from bot.features.talk.listener import Messages
from bot.features.top.answers import TopPage
from bot.features.trends.components import TREND_ITEMS
from bot.rendering import phrases
from bot.rendering.language import Language
from bot.state import State, StateError
from bot.state.settings import ServerSettings, UserSettings, language_for

log = logging.getLogger(__name__)

SETTINGS_WITHIN = 0.5  # seconds; after that people are answered as if they had set nothing

# Buttons and menus that work by their custom ids alone, after a restart too.
DYNAMIC_ITEMS: tuple[type[ui.DynamicItem[Any]], ...] = (
    CardButton,
    PaperMenu,
    SavedTurn,
    SavedMenu,
    SettingMenu,
    PrivateButton,
    ReloadRoleMenu,
    ForgetButton,
    *TREND_ITEMS,
    PostButton,
    TourButton,
    FollowButton,
)

# Below these, people who meet the bot for the first time are told how to go on.
_HINTED_AT = (Results, PaperCard, DayPage, TopPage, Passages, NoAnswer, Similar, Term, Listed)

Interaction = discord.Interaction["Paperbot"]
Request = Callable[[Asker], Coroutine[Any, Any, Answer]]


class Paperbot(discord.AutoShardedClient):
    """Answers from `answers`. Needs no privileged intent and can mention nobody."""

    def __init__(self, answers: Answers, state: State) -> None:
        discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # no voice here, so nothing to warn of
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=discord.AllowedMentions.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0.0,  # nothing waits for the servers, and one that is joined meanwhile is not missed
            max_messages=None,
            http_trace=without_repeats(),
        )
        parsers = self._connection.parsers
        parsers |= {event: forgiving(event, parse) for event, parse in parsers.items() if event != "READY"}
        self.answers = answers
        self.state = state
        self.saved = SavedPapers(answers.library, state.saved, answers.now)
        self.scheduling = Scheduling(answers, state)
        self.posts = DailyPosts(self)
        self.follower = Follower(answers, state)
        self.alerts = AlertPosts(self)
        self.scheduler = Scheduler(answers.library, answers.now, (self.posts.due, self.alerts.due))
        self.up = asyncio.Event()
        self.messages = Messages(self)
        self.tree = Tree(self)
        add_commands(self.tree)

    async def setup_hook(self) -> None:
        self.add_dynamic_items(*DYNAMIC_ITEMS)
        changed = await self.tree.sync_if_changed(self.state)
        log.info("commands registered" if changed else "commands unchanged")

    async def launch_shards(self) -> None:
        """Ask how many shards to launch. Left to itself the client would also take the gateway that is answered, and
        pass over that of the settings."""
        if self.shard_count is None:
            try:
                self.shard_count, _, _ = await self.http.get_bot_gateway()
            except discord.GatewayNotFound:
                log.warning("the API does not say how many shards to use; going on with one")
                self.shard_count = 1
        await super().launch_shards()

    async def on_ready(self) -> None:
        self.up.set()
        log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def on_interaction(self, interaction: Interaction) -> None:
        """A button that an older release made, and this one does not know, must not stay silent."""
        if interaction.type is not discord.InteractionType.component:
            return
        data: Any = interaction.data
        if not any(kind.__discord_ui_compiled_template__.fullmatch(data["custom_id"]) for kind in DYNAMIC_ITEMS):
            await self.say(interaction, Notice(phrases.STALE_BUTTON))

    async def on_message(self, message: discord.Message) -> None:
        await self.messages.hear(message)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.messages.welcome(guild)

    async def asker(self, interaction: Interaction) -> Asker:
        """Who asks, with what they and their server have set; the defaults where that cannot be read now."""
        return await self.asker_of(interaction.user.id, interaction.guild_id, interaction.locale.value)

    async def asker_of(self, user_id: int, guild_id: int | None, locale: str) -> Asker:
        """As `asker`; `locale` decides the language where neither the person nor the server has set one."""
        user, server = UserSettings(), ServerSettings()
        try:
            user, server = await within(SETTINGS_WITHIN, self.state.settings.of(user_id, guild_id))
        except (StateError, TimeoutError) as error:
            log.warning("answering without settings: %s", str(error) or "the state database is busy")
        return Asker(user_id, guild_id, language_for(user, server, locale), server.per_page, user.private)

    async def is_newcomer(self, asker: Asker, answer: Answer) -> bool:
        """Whether `answer` is the first that this person gets, and one below which a hint is in place."""
        if not isinstance(answer, _HINTED_AT):
            return False
        try:
            return await within(SETTINGS_WITHIN, self.state.firsts.answer_to(asker.user_id))
        except (StateError, TimeoutError):
            return False

    async def respond(self, interaction: Interaction, request: Request, *, private: bool = False) -> None:
        """Answer a command: at once where it can be, else by way of a deferral. `private`: only the asker sees it."""
        asker = await self.asker(interaction)
        private = private or asker.private
        task = asyncio.create_task(request(asker))
        if await done(task):
            answer = await outcome(task)
            newcomer = await self.is_newcomer(asker, answer)
            await self._send(interaction, answer, asker.language, private=private, newcomer=newcomer)
        else:
            await deliver(lambda: interaction.response.defer(ephemeral=private, thinking=True))
            await replace(interaction, await outcome(task), asker.language)
        await self._tell_of_alerts(interaction, asker)

    async def _tell_of_alerts(self, interaction: Interaction, asker: Asker) -> None:
        """Say what could not be said in a direct message: that those do not come through."""
        try:
            notices = await self.follower.untold(asker.user_id, None, asker.language)
        except StateError:
            return
        for notice in notices:
            await self.add(interaction, notice, asker.language)

    async def say(self, interaction: Interaction, answer: Answer) -> None:
        """Send `answer` to the asker only."""
        await self._send(interaction, answer, (await self.asker(interaction)).language, private=True)

    async def _send(
        self, interaction: Interaction, answer: Answer, language: Language, *, private: bool, newcomer: bool = False
    ) -> None:
        """Send `answer` as the first response. What is no answer is for the asker's eyes only."""
        private = private or isinstance(answer, Notice | NoDay)
        view = layout(answer, language, newcomer=newcomer)
        taken = await deliver(
            lambda: interaction.response.send_message(view=view, files=attachments(answer), ephemeral=private)
        )
        if not taken:
            await own_up(interaction, language)

    async def add(self, interaction: Interaction, answer: Answer, language: Language) -> None:
        """Say something more to the asker only, once the command is answered."""
        await deliver(lambda: interaction.followup.send(view=layout(answer, language), ephemeral=True))

    async def turn(self, interaction: Interaction, request: Request) -> None:
        """Answer a press: in place for whoever the reply belongs to, in a private copy for anyone else."""
        asker = await self.asker(interaction)
        task = asyncio.create_task(request(asker))
        own = belongs_to_presser(interaction)
        if not await done(task):
            await deliver(lambda: interaction.response.defer(ephemeral=True, thinking=not own))
            await replace(interaction, await outcome(task), asker.language, keep=own)
            return
        answer = await outcome(task)
        if not own or isinstance(answer, Notice):
            await self._send(interaction, answer, asker.language, private=True)
            return
        view = layout(answer, asker.language, newcomer=has_hint(interaction.message))
        if not await deliver(lambda: interaction.response.edit_message(view=view, attachments=attachments(answer))):
            await own_up(interaction, asker.language)
