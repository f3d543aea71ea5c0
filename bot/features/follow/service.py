"""/follow: what people ask about their follows, and their servers', answered."""

from __future__ import annotations

from bot.core.answer import Answer, Notice
from bot.core.asker import Asker
from bot.core.send_failure import say_trouble
from bot.core.server import Place
from bot.features.follow import phrases
from bot.features.follow.answers import Following, FollowList
from bot.features.papers.service import Answers
from bot.rendering import phrases as common
from bot.rendering.language import Language
from bot.state import State
from bot.state.follows import MAX_FOLLOWS, Follow, Mailbox, Owner
from retrieval.query.query import Query

_NAMED = 10  # follows, in a sentence


class Follower:
    """Answers the commands on follows."""

    def __init__(self, answers: Answers, state: State) -> None:
        self._library = answers.library
        self._state = state

    async def add(self, asker: Asker, text: str, channel: tuple[int, str] | None = None) -> Answer:
        """Follow a query, for the asker or for a channel (id and name) of the server they ask in."""
        query = self._library.parse(text)
        if not _says_what(query):
            return Notice(phrases.EMPTY)
        if await self._state.alerts.unseen(self._library.ids()) is None:
            await self._state.alerts.take_up(
                self._library.ids(), ()
            )  # what is there before the first follow is no news
        owner = Owner(None, channel[0], asker.guild_id) if channel else Owner(asker.user_id)
        added = await self._state.follows.add(owner, query.text, asker.language)
        if added is None:
            return Notice(phrases.TOO_MANY, {"most": MAX_FOLLOWS})
        if not added:
            return Notice(phrases.KNOWN, {"query": query.text})
        count = len(await self._library.matching(query))
        values = {"query": query.text, "papers": common.papers(count, asker.language)}
        if channel:
            return Notice(phrases.ADDED_CHANNEL, {**values, "channel": channel[1]})
        return Notice(phrases.ADDED, values)

    async def overview(self, asker: Asker, place: Place) -> Answer:
        """What the asker follows, and the channels of the server where they may see that."""
        rows = [
            Following(mailbox, follows, _name(mailbox, place))
            for mailbox, follows in await self._mailboxes(asker, place)
        ]
        return FollowList(tuple(rows)) if rows else Notice(phrases.NOTHING)

    async def remove(self, asker: Asker, which: str, place: Place) -> Answer:
        """Follow no longer what is named by its number or its query."""
        follows = [one for _, found in await self._mailboxes(asker, place) for one in found]
        if not follows:
            return Notice(phrases.NOTHING)
        typed = which.strip()
        for one in follows:
            if typed == str(one.id) or " ".join(typed.casefold().split()) == one.query.casefold():
                await self._state.follows.remove(one.id)
                return Notice(phrases.REMOVED, {"query": one.query})
        queries = ", ".join(one.query for one in follows[:_NAMED])
        return Notice(phrases.NO_SUCH, {"typed": typed, "queries": queries})

    async def resume(self, asker: Asker, mailbox_id: int, place: Place) -> Answer:
        """Let a paused mailbox of the asker's, or of a server that they run, go on."""
        if any(mailbox.id == mailbox_id for mailbox, _ in await self._mailboxes(asker, place)):
            await self._state.follows.resume(mailbox_id)
            return Notice(phrases.RESUMED)
        return Notice(phrases.NOTHING)

    async def choices(self, asker: Asker, place: Place) -> list[tuple[str, str]]:
        """What can be removed: name and number."""
        return [
            (f"{_name(mailbox, place)} {one.query}".strip(), str(one.id))
            for mailbox, follows in await self._mailboxes(asker, place)
            for one in follows
        ]

    async def untold(self, user_id: int, guild_id: int | None, language: Language) -> tuple[Notice, ...]:
        """That alerts are paused, where nobody has been told; it is told once."""
        return tuple(
            Notice(phrases.NOTED, {"trouble": say_trouble(mailbox.trouble, language)})
            for mailbox in await self._state.follows.take_untold(user_id, guild_id)
            if mailbox.trouble
        )

    async def _mailboxes(self, asker: Asker, place: Place) -> list[tuple[Mailbox, tuple[Follow, ...]]]:
        mailbox, follows = await self._state.follows.of(Owner(asker.user_id))
        found = [(mailbox, follows)] if mailbox and follows else []
        if place.guild_id and place.manages:
            found += await self._state.follows.channels(place.guild_id)
        return found


def _says_what(query: Query) -> bool:
    return bool(query.arxiv_id or query.terms or query.required or query.excluded)


def _name(mailbox: Mailbox, place: Place) -> str:
    channel_id = mailbox.owner.channel_id
    return place.channels.get(channel_id, f"#{channel_id}") if channel_id else ""
