"""Requests about what is kept on a person → `Answer`."""

from __future__ import annotations

import json

from bot.core.answer import Answer, Attachment, Document, Notice
from bot.core.asker import Asker
from bot.features.privacy import phrases
from bot.features.privacy.answers import Deletion
from bot.state.privacy import Privacy


async def show_kept(shelf: Privacy, asker: Asker) -> Answer:
    """Everything that is kept on who asks, as a file. Raises StateError."""
    kept = await shelf.of(asker.user_id)
    if not kept:
        return Notice(phrases.NOTHING)
    # As text: many programs read numbers only up to 2^53.
    whole = {"user_id": str(asker.user_id)} | {
        table: [_without_user(row) for row in rows] for table, rows in kept.items()
    }
    content = json.dumps(whole, ensure_ascii=False, indent=2).encode()
    return Document(Notice(phrases.EVERYTHING), Attachment("paperbot-privacy.json", content))


def _without_user(row: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in row.items() if name != "user_id"}


async def ask_to_delete(shelf: Privacy, asker: Asker) -> Answer:
    """The question whether to delete all of it. Raises StateError."""
    pieces = sum(map(len, (await shelf.of(asker.user_id)).values()))
    return Deletion(pieces) if pieces else Notice(phrases.NOTHING)


async def delete_kept(shelf: Privacy, asker: Asker) -> Answer:
    """Delete it. Raises StateError; then nothing is deleted."""
    return Deletion(await shelf.forget(asker.user_id), done=True)
