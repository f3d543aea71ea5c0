"""Replies to commands and presses: sent at once where they can be, put in place of a deferral otherwise."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Awaitable, Callable, Coroutine, Hashable, Iterable
from functools import partial
from typing import Any

import discord
from discord import ui

from bot.core.answer import Answer, Notice
from bot.core.asker import Asker
from bot.core.deadlines import DEFER_AFTER, done, outcome, within
from bot.core.errors import broken
from bot.core.sentences.written import language_written
from bot.core.turns import LONG
from bot.discord.base import Client, Interaction
from bot.discord.components import custom_ids
from bot.discord.kept_replies import Key
from bot.discord.newcomers import has_hint, is_known, is_newcomer
from bot.discord.retry import deliver
from bot.rendering.language import Language
from bot.state import StateError
from bot.state.settings import ServerSettings, UserSettings, language_for

log = logging.getLogger(__name__)

SOON = 0.3  # seconds, after which it is looked again whether many wait
SETTINGS_WITHIN = 0.5  # seconds; after that people are answered as if they had set nothing

Request = Callable[[Asker], Coroutine[Any, Any, Answer]]


async def asker_of(
    client: Client, user_id: int, guild_id: int | None, locale: str, written: Language | None = None
) -> Asker:
    """Who asks, with what they and their server have set; the defaults where that cannot be read now. Where the person
    has set no language, that counts which they have `written`, then the server's, then `locale`."""
    user, server = UserSettings(), ServerSettings()
    try:
        user, server = await within(SETTINGS_WITHIN, client.app.state.settings.of(user_id, guild_id))
    except (StateError, TimeoutError) as error:
        log.warning("answering without settings: %s", str(error) or "the state database is busy")
    language = user.language or written or language_for(user, server, locale)
    return Asker(user_id, guild_id, language, server.per_page, user.private)


async def who_asks(interaction: Interaction) -> Asker:
    written = _written(interaction)
    return await asker_of(
        interaction.client, interaction.user.id, interaction.guild_id, interaction.locale.value, written
    )


def _written(interaction: Interaction) -> Language | None:
    """The language of the presser's own message that the reply answers, where it answers one."""
    asked = _message_answered(interaction.message)
    return language_written(asked.content) if asked and asked.author == interaction.user else None


def _message_answered(message: discord.Message | None) -> discord.Message | None:
    found = message.reference.resolved if message and message.reference else None
    return found if isinstance(found, discord.Message) else None


async def respond(
    interaction: Interaction, request: Request, *, private: bool = False, same: Hashable | None = None
) -> None:
    """Answer a command: at once where it can be, else by way of a deferral. `private`: only the asker sees it. `same`
    names what is asked, where everybody of the same language and page size gets the same answer."""
    client, asker = interaction.client, await who_asks(interaction)
    key = client.kept.key(same, asker)
    if (kept := client.kept.get(key)) and await is_known(client.app.state, asker):
        await _send_view(interaction, kept, asker.language, private=private or asker.private)
    else:
        await _answer(interaction, asker, request, key, private=private or asker.private)
    for follow_up in client.after_response:
        await follow_up(interaction, asker)


async def _answer(interaction: Interaction, asker: Asker, request: Request, key: Key | None, *, private: bool) -> None:
    client = interaction.client
    task = _begin(client, asker, request)
    if not await _is_prompt(client, task):
        await deliver(lambda: interaction.response.defer(ephemeral=private, thinking=True))
        await _replace(interaction, await outcome(task), asker.language)
        return
    answer = await outcome(task)
    # Where others wait, newcomers are told with their next answer.
    newcomer = not client.turns.waiting and await is_newcomer(client.app.state, asker, answer)
    view = client.draw(answer, asker.language, newcomer=newcomer)
    if not newcomer:
        client.kept.keep(key, answer, view)
    await _send_view(interaction, view, asker.language, answer, private=private)


async def turn(interaction: Interaction, request: Request, *, same: Hashable | None = None) -> None:
    """Answer a press: in place for whoever the reply belongs to, in a private copy for anyone else. `same` as above."""
    client, asker = interaction.client, await who_asks(interaction)
    own, hint = belongs_to_presser(interaction), has_hint(interaction.message)
    key = None if hint else client.kept.key(same, asker)
    if kept := client.kept.get(key):
        await (_edit(interaction, kept, asker.language) if own else _send_view(interaction, kept, asker.language))
        return
    task = _begin(client, asker, request)
    if not await _is_prompt(client, task):
        await deliver(lambda: interaction.response.defer(ephemeral=True, thinking=not own))
        await _replace(interaction, await outcome(task), asker.language, keep=own)
        return
    answer = await outcome(task)
    view = client.draw(answer, asker.language, newcomer=hint and own and not isinstance(answer, Notice))
    client.kept.keep(key, answer, view)
    if own and not isinstance(answer, Notice):
        await _edit(interaction, view, asker.language, answer)
    else:
        await _send_view(interaction, view, asker.language, answer)


def _begin(client: Client, asker: Asker, request: Request) -> asyncio.Task[Answer]:
    """Work on a request as soon as it is its turn."""
    return asyncio.create_task(client.turns.answer(asker.user_id, lambda: request(asker)))


async def _is_prompt(client: Client, task: asyncio.Task[Answer]) -> bool:
    """Whether the answer is there before it has to be put off: sooner where many wait for theirs, for then what sends
    it is late as well."""
    for seconds in (SOON, DEFER_AFTER - SOON):
        if client.turns.waiting >= LONG and not task.done():
            return False
        if await done(task, seconds):
            return True
    return False


async def turn_unseen(interaction: Interaction, request: Request) -> None:
    """Answer a press with what is for the presser's eyes only: in place where nobody else can read the reply."""
    if is_shared(interaction):
        await respond(interaction, request, private=True)
    else:
        await turn(interaction, request)


async def say(interaction: Interaction, answer: Answer) -> None:
    """Send `answer` to the asker only."""
    language = (await who_asks(interaction)).language
    await _send_view(interaction, interaction.client.draw(answer, language), language, answer)


async def add_reports(interaction: Interaction, asker: Asker, reports: Awaitable[Iterable[Notice]]) -> None:
    """Say to the asker only, below a command that is answered, what nobody could be told when it happened."""
    try:
        notices = await reports
    except StateError as error:
        log.warning("reports have to wait: %s", error)
        return
    for notice in notices:
        view = interaction.client.draw(notice, asker.language)
        await deliver(partial(interaction.followup.send, view=view, ephemeral=True))


def files(answer: Answer | None) -> list[discord.File]:
    """The files that go with the reply for `answer`, new ones at every call: sending uses a file up."""
    if answer is None or (one := answer.attachment) is None:
        return []
    return [discord.File(io.BytesIO(one.content), one.name, description=one.description or None)]


def belongs_to_presser(interaction: Interaction) -> bool:
    """A reply belongs to who asked for it, by a command or in a message; what the bot posted in a channel to nobody."""
    message = interaction.message
    if message is None:
        return True
    if message.interaction_metadata:
        return message.interaction_metadata.user == interaction.user
    if interaction.guild_id is None:
        return not is_unsolicited(interaction.client, message)
    asked = _message_answered(message)
    return asked is not None and asked.author == interaction.user


def is_shared(interaction: Interaction) -> bool:
    """Whether others can read the message of a press."""
    message = interaction.message
    return message is not None and interaction.guild_id is not None and not message.flags.ephemeral


def is_unsolicited(client: Client, message: discord.Message) -> bool:
    """Whether nobody asked for a message: one of its components says so."""
    ids = custom_ids(message)
    return any(template.fullmatch(custom_id) for template in client.unsolicited for custom_id in ids)


async def _send_view(
    interaction: Interaction,
    view: ui.LayoutView,
    language: Language,
    answer: Answer | None = None,
    *,
    private: bool = True,
) -> None:
    """Send `view`, drawn of `answer`, as the first response. What refuses is for the asker's eyes only."""
    private = private or (answer is not None and answer.refuses)
    taken = await deliver(lambda: interaction.response.send_message(view=view, files=files(answer), ephemeral=private))
    if not taken:
        await _apologize(interaction, language)


async def _edit(
    interaction: Interaction, view: ui.LayoutView, language: Language, answer: Answer | None = None
) -> None:
    """Put `view`, drawn of `answer`, in the place of the message that was pressed."""
    if not await deliver(lambda: interaction.response.edit_message(view=view, attachments=files(answer))):
        await _apologize(interaction, language)


async def _replace(interaction: Interaction, answer: Answer, language: Language, *, keep: bool = False) -> None:
    """Put `answer` in the place of what a deferral promised. `keep`: a reply stands there already, and a sentence must
    not take its place."""
    view = interaction.client.draw(answer, language, newcomer=keep and has_hint(interaction.message))
    if keep and isinstance(answer, Notice):
        await deliver(lambda: interaction.followup.send(view=view, ephemeral=True))
    elif not await deliver(lambda: interaction.edit_original_response(view=view, attachments=files(answer))):
        await _apologize(interaction, language, keep=keep)


async def _apologize(interaction: Interaction, language: Language, *, keep: bool = False) -> None:
    """Say that Discord did not take the answer, rather than nothing. `keep`: a reply stands where it was to be."""
    view = interaction.client.draw(broken(), language)
    if not interaction.response.is_done():
        await deliver(lambda: interaction.response.send_message(view=view, ephemeral=True))
    elif keep:
        await deliver(lambda: interaction.followup.send(view=view, ephemeral=True))
    else:
        await deliver(lambda: interaction.edit_original_response(view=view, attachments=[]))
