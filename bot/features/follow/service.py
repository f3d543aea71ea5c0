"""Requests about follows → answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from bot.core.answer import Answer, Choice, Notice, Reason
from bot.core.app import App
from bot.core.asker import Asker
from bot.core.paging import Page
from bot.core.send_failure import say_failure
from bot.core.server import Server
from bot.features.follow import phrases
from bot.features.follow.answers import Flood, Followed, FollowList, FollowRow
from bot.features.follow.expectation import MOST_CONFIRMED, expect
from bot.rendering.conditions import say_query
from bot.state.follows import MAX_FOLLOWS, Follow, Mailbox, Owner
from retrieval.lazy_regex import lazy_regex
from retrieval.query.query import Query

PER_PAGE = 10
_NAMED = 10  # follows, in a sentence
_SORT = lazy_regex(r"(?<!\S)(?:sort|정렬) ?[:：] ?\S+", re.IGNORECASE)


class Following:
    """Adds, lists and removes follows. What `server` is about is only for those who manage it."""

    def __init__(self, app: App) -> None:
        self._library = app.library
        self._state = app.state

    async def add(
        self, asker: Asker, text: str, channel: tuple[int, str] | None = None, *, sure: bool = False
    ) -> Answer:
        """Follow a query, for the asker or for a channel (id and name) of the server that they ask in. Whether they
        want that is asked first where it brings many papers, unless they are `sure`."""
        query = self._library.parse(text)
        if query.sort:  # what is new has no order, and a topic is not followed twice for its order
            query = self._library.parse(_SORT.sub(" ", text))
        if not _says_what(query):
            return Notice(phrases.EMPTY, reason=Reason.MISUSE)
        owner = Owner(None, channel[0], asker.guild_id) if channel else Owner(asker.user_id)
        expectation, narrower = await expect(self._library, query)
        if expectation.floods and not sure and await self._may_ask(owner, query):
            return Flood(query.text, expectation, narrower, owner.channel_id)
        if await self._state.alerts.unseen(self._library.ids()) is None:
            await self._state.alerts.mark_seen(self._library.ids())  # papers from before the first follow are not new
        added = await self._state.follows.add(owner, query.text, asker.language)
        if added is None:
            return Notice(phrases.TOO_MANY, {"most": MAX_FOLLOWS})
        if not added:
            return Notice(phrases.ALREADY_FOLLOWED, {"query": query.text})
        return Followed(query.text, expectation, channel[1] if channel else "")

    async def _may_ask(self, owner: Owner, query: Query) -> bool:
        """Whether the query could be followed at all, and a button has room for it."""
        _, follows = await self._state.follows.of(owner)
        known = any(follow.query == query.text for follow in follows)
        return len(query.text) <= MOST_CONFIRMED and not known and len(follows) < MAX_FOLLOWS

    async def overview(self, asker: Asker, server: Server, page: int = 1, ended: str = "") -> Answer:
        """A page of what the asker follows, and the channels of the server do; the last page where there are fewer.
        `ended` is what was just unfollowed."""
        follows = [(mailbox, one) for mailbox, found in await self._mailboxes(asker, server) for one in found]
        if not (follows or ended):
            return Notice(phrases.FOLLOWS_NOTHING)
        shown = Page.of(len(follows), PER_PAGE, page)
        rows = tuple(
            FollowRow(mailbox, tuple(one for _, one in found), _channel(mailbox, server))
            for mailbox, found in groupby(shown.cut(follows), lambda pair: pair[0])
        )
        return FollowList(rows, len(follows), shown, ended)

    async def end(self, asker: Asker, follow_id: str, server: Server, page: int) -> Answer:
        """End a follow of a page of the overview, and show that page."""
        follows = [follow for _, found in await self._mailboxes(asker, server) for follow in found]
        ended = next((follow for follow in follows if str(follow.id) == follow_id), None)
        if ended:
            await self._state.follows.remove(ended.id)
        return await self.overview(asker, server, page, ended.query if ended else "")

    async def remove(self, asker: Asker, which: str, server: Server) -> Answer:
        """End the follow that is named by its number or its query."""
        follows = [follow for _, found in await self._mailboxes(asker, server) for follow in found]
        if not follows:
            return Notice(phrases.FOLLOWS_NOTHING)
        typed = which.strip()
        for follow in follows:
            if typed == str(follow.id) or " ".join(typed.casefold().split()) == follow.query.casefold():
                await self._state.follows.remove(follow.id)
                return Notice(phrases.REMOVED, {"query": say_query(self._library.parse(follow.query), asker.language)})
        queries = ", ".join(follow.query for follow in follows[:_NAMED])
        return Notice(phrases.NO_SUCH, {"typed": typed, "queries": queries})

    async def resume(self, asker: Asker, mailbox_id: int, server: Server) -> Answer:
        """Resume a paused mailbox of the asker, or of a channel of the server."""
        if any(mailbox.id == mailbox_id for mailbox, _ in await self._mailboxes(asker, server)):
            await self._state.follows.resume(mailbox_id)
            return Notice(phrases.RESUMED)
        return Notice(phrases.FOLLOWS_NOTHING)

    async def suggest(self, asker: Asker, server: Server) -> Sequence[Choice]:
        """What can be removed: each follow by its number."""
        return [
            Choice(f"{_channel(mailbox, server)} {follow.query}".strip(), str(follow.id))
            for mailbox, follows in await self._mailboxes(asker, server)
            for follow in follows
        ]

    async def unreported(self, asker: Asker, server: Server | None = None) -> Sequence[Notice]:
        """That alerts of the asker, or of the server, are paused, where nobody has been told. It is told once."""
        guild_id = server.guild_id if server and server.managed else None
        return [
            Notice(phrases.UNREPORTED, {"failure": say_failure(mailbox.failure, asker.language)})
            for mailbox in await self._state.follows.take_unreported(asker.user_id, guild_id)
            if mailbox.failure
        ]

    async def _mailboxes(self, asker: Asker, server: Server) -> list[tuple[Mailbox, tuple[Follow, ...]]]:
        mailbox, follows = await self._state.follows.of(Owner(asker.user_id))
        found = [(mailbox, follows)] if mailbox and follows else []
        if server.guild_id and server.managed:
            found += await self._state.follows.channels(server.guild_id)
        return found


def _says_what(query: Query) -> bool:
    return bool(query.arxiv_id or query.terms or query.required or query.excluded)


def _channel(mailbox: Mailbox, server: Server) -> str:
    """The name of the mailbox's channel, "" where it is a person's."""
    channel_id = mailbox.owner.channel_id
    return server.channels.get(channel_id, f"#{channel_id}") if channel_id else ""
