"""Requests about what is kept on a person → answers."""

from __future__ import annotations

import json

from bot.core.answer import Answer, Attachment, Notice
from bot.core.app import App
from bot.core.asker import Asker
from bot.features.privacy import phrases
from bot.features.privacy.answers import Deletion, Stored


class PersonalData:
    """Shows and deletes what is kept on who asks. Each request raises StateError."""

    def __init__(self, app: App) -> None:
        self._privacy = app.state.privacy
        self._app = app

    async def show(self, asker: Asker) -> Answer:
        """Everything that is kept on who asks, as a file."""
        kept = await self._privacy.of(asker.user_id)
        model = self._app.writes_answers
        if not kept:
            return Notice(phrases.NOTHING_BUT_MODEL if model else phrases.NOTHING)
        # As text: many programs read numbers only up to 2^53.
        whole = {"user_id": str(asker.user_id)} | {
            table: [_without_user(row) for row in rows] for table, rows in kept.items()
        }
        content = json.dumps(whole, ensure_ascii=False, indent=2).encode()
        counts = {table: len(kept[table]) for table in [*phrases.KINDS, *kept] if table in kept}
        return Stored(counts, Attachment("paperbot-privacy.json", content), model)

    async def ask_to_delete(self, asker: Asker) -> Answer:
        """The question whether to delete all of it."""
        count = sum(map(len, (await self._privacy.of(asker.user_id)).values()))
        return Deletion(count) if count else Notice(phrases.NOTHING)

    async def delete(self, asker: Asker) -> Answer:
        """Delete it all; where that raises StateError, nothing is deleted."""
        return Deletion(await self._privacy.forget(asker.user_id), done=True)


def _without_user(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name != "user_id"}
