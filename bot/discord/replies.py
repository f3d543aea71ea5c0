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
    """Who asks, with what they and their server have set; the defaults where that cannot be read now, and no words of a
    model, which they may not want. Where the person has set no language, that counts which they have `written`, then
    the server's, then `locale`."""
    settings, known = client.app.state.settings, True
    user, server = UserSettings(), ServerSettings()
    try:
        chosen = settings.known(user_id, guild_id)
        if chosen is None:
            chosen = await within(SETTINGS_WITHIN, settings.of(user_id, guild_id))
        user, server = chosen
    except (StateError, TimeoutError) as error:
        log.warning("answering without settings: %s", str(error) or "the state database is busy")
        known = False
    language = user.language or written or language_for(user, server, locale)
    words = known and user.words and server.words
    return Asker(user_id, guild_id, language, server.per_page, user.private, words)


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
    """Answer a command: at once where it can be, else by way of a deferral, and better when that has been written.
    `private`: only the asker sees it. `same` names what is asked, where everybody of the same language and page size
    gets the same answer; nothing better comes of that."""
    client, asker = interaction.client, await who_asks(interaction)
    private, key = private or asker.private, client.kept.key(same, asker)
    if (kept := client.kept.get(key)) and await is_known(client.app.state, asker):
        await _send(interaction, kept, asker.language, private=private)
        await _follow_up(interaction, asker)
        return
    task, newcomer = _begin(client, asker, request), False
    if await _is_prompt(client, task):
        answer = await outcome(task)
        # Where others wait, newcomers are told with their next answer.
        newcomer = not client.turns.waiting and await is_newcomer(client.app.state, asker, answer)
        view = client.draw(answer, asker.language, newcomer=newcomer)
        if not newcomer:
            client.kept.keep(key, answer, view)
        message_id = await _send(interaction, view, asker.language, answer, private=private)
    else:
        await deliver(lambda: interaction.response.defer(ephemeral=private, thinking=True))
        answer = await outcome(task)
        message_id = await _replace(interaction, answer, asker.language)
    await _follow_up(interaction, asker)
    await _improve(interaction, answer, asker, message_id, newcomer=newcomer)


async def _follow_up(interaction: Interaction, asker: Asker) -> None:
    for follow_up in interaction.client.after_response:
        await follow_up(interaction, asker)


async def _improve(
    interaction: Interaction,
    answer: Answer,
    asker: Asker,
    message_id: int | None,
    *,
    newcomer: bool = False,
    presses: int = 0,
) -> None:
    """Put in place of the reply, the message of that id, what is better than `answer` once that has been written.
    `presses` is how many the pressed message has had."""
    client = interaction.client
    if message_id is None or not client.app.improves(asker):
        return
    pressed = interaction.message.id if interaction.message else None

    async def edit(better: Answer) -> None:
        await interaction.edit_original_response(view=client.draw(better, asker.language, newcomer=newcomer))

    expected = presses if message_id == pressed else 0
    await client.improvements.improve(message_id, client.app.better(answer, asker), edit, expected)


async def turn(interaction: Interaction, request: Request, *, same: Hashable | None = None) -> None:
    """Answer a press: in place for whoever the reply belongs to, in a private copy for anyone else. `same` as above."""
    client, asker = interaction.client, await who_asks(interaction)
    own, hint = belongs_to_presser(interaction), has_hint(interaction.message)
    presses = await _taken_over(interaction) if own else 0
    key = client.kept.key(same, asker, hint=hint and own)
    if kept := client.kept.get(key):
        await (_edit if own else _send)(interaction, kept, asker.language)
        return
    task = _begin(client, asker, request)
    if await _is_prompt(client, task):
        answer = await outcome(task)
        in_place = own and not isinstance(answer, Notice)
        view = client.draw(answer, asker.language, newcomer=hint and in_place)
        client.kept.keep(key, answer, view)
        message_id = await (_edit if in_place else _send)(interaction, view, asker.language, answer)
    else:
        await deliver(lambda: interaction.response.defer(ephemeral=True, thinking=not own))
        answer = await outcome(task)
        message_id = await _replace(interaction, answer, asker.language, keep=own)
    await _improve(interaction, answer, asker, message_id, newcomer=own and hint, presses=presses)


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


async def _taken_over(interaction: Interaction) -> int:
    """Let nothing that is still being written come over what the press makes of its message; how many presses that has
    had."""
    if interaction.message is None:
        return 0
    improvements, message_id = interaction.client.improvements, interaction.message.id
    await improvements.pressed(message_id)
    return improvements.presses(message_id)


async def turn_unseen(interaction: Interaction, request: Request) -> None:
    """Answer a press with what is for the presser's eyes only: in place where nobody else can read the reply."""
    if is_shared(interaction):
        await respond(interaction, request, private=True)
    else:
        await turn(interaction, request)


async def say(interaction: Interaction, answer: Answer) -> None:
    """Send `answer` to the asker only."""
    language = (await who_asks(interaction)).language
    await _send(interaction, interaction.client.draw(answer, language), language, answer)


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


async def _send(
    interaction: Interaction,
    view: ui.LayoutView,
    language: Language,
    answer: Answer | None = None,
    *,
    private: bool = True,
) -> int | None:
    """Send `view`, drawn of `answer`, as the first response; the message's id, where it was taken. What refuses is for
    the asker's eyes only."""
    private = private or (answer is not None and answer.refuses)
    sent: list[int | None] = []

    async def send() -> None:
        response = await interaction.response.send_message(view=view, files=files(answer), ephemeral=private)
        sent.append(response.message_id)

    if not await deliver(send):
        await _apologize(interaction, language)
    return next(iter(sent), None)


async def _edit(
    interaction: Interaction, view: ui.LayoutView, language: Language, answer: Answer | None = None
) -> int | None:
    """Put `view`, drawn of `answer`, in the place of the message that was pressed; its id, where it was taken."""
    if not await deliver(lambda: interaction.response.edit_message(view=view, attachments=files(answer))):
        await _apologize(interaction, language)
        return None
    return interaction.message.id if interaction.message else None


async def _replace(interaction: Interaction, answer: Answer, language: Language, *, keep: bool = False) -> int | None:
    """Put `answer` in the place of what a deferral promised; the message's id, where it was taken. `keep`: a reply
    stands there already, and a sentence must not take its place."""
    view = interaction.client.draw(answer, language, newcomer=keep and has_hint(interaction.message))
    sent: list[int] = []

    async def edit() -> None:
        sent.append((await interaction.edit_original_response(view=view, attachments=files(answer))).id)

    if keep and isinstance(answer, Notice):
        await deliver(lambda: interaction.followup.send(view=view, ephemeral=True))
    elif not await deliver(edit):
        await _apologize(interaction, language, keep=keep)
    return next(iter(sent), None)


async def _apologize(interaction: Interaction, language: Language, *, keep: bool = False) -> None:
    """Say that Discord did not take the answer, rather than nothing. `keep`: a reply stands where it was to be."""
    view = interaction.client.draw(broken(), language)
    if not interaction.response.is_done():
        await deliver(lambda: interaction.response.send_message(view=view, ephemeral=True))
    elif keep:
        await deliver(lambda: interaction.followup.send(view=view, ephemeral=True))
    else:
        await deliver(lambda: interaction.edit_original_response(view=view, attachments=[]))
