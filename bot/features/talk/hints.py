"""What is said to who asks for nothing in particular, with examples of what can be asked."""

from __future__ import annotations

from bot.core.answer import Notice, Reason
from bot.core.app import App
from bot.features.talk import phrases
from bot.rendering.language import Phrase


async def hint(app: App) -> Notice:
    """A hint at what can be asked."""
    return await _with_examples(app, phrases.HINT, phrases.HINT_PLAIN, Reason.SAYS_LITTLE)


async def off_topic(app: App) -> Notice:
    """That the bot knows nothing of what was asked."""
    return await _with_examples(app, phrases.OFF_TOPIC, phrases.OFF_TOPIC_PLAIN, Reason.UNAVAILABLE)


async def _with_examples(app: App, phrase: Phrase, plain: Phrase, reason: Reason) -> Notice:
    """`phrase` with a topic and a question that the papers answer; `plain` where there is no such."""
    examples = await app.examples.current()
    if examples.topic and examples.question:
        return Notice(phrase, {"topic": examples.topic, "question": examples.question}, reason)
    return Notice(plain, reason=reason)
