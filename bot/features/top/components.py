"""The buttons below the best papers of a period."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.location import Location
from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, Rows, page_buttons
from bot.discord.navigation import PageButton, carrying, page_id
from bot.discord.replies import turn
from bot.features.top.answers import TopPage
from bot.features.top.span import Period, Span, span_of
from bot.rendering.language import Language

_LABELS: Mapping[Period, str] = {"week": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


class SpanButton(LastingButton, template=carrying("top:(?P<span>[^:]*)")):
    """Turns the reply to another period of the same length."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        app, there = interaction.client.app, Location("top", self.fields["span"])
        await turn(interaction, lambda asker: app.open(there, asker))


def top_rows(answer: TopPage, language: Language) -> Rows:
    return [[*page_buttons(answer.page, language, PageButton, page_id), *_span_buttons(answer.span)]]


def _span_buttons(span: Span) -> list[Item]:
    """To the nearest spans of the same length before and after."""
    if span.period not in _LABELS:
        return []
    row: list[Item] = []
    for day, label in ((span.previous, "← {}"), (span.next, "{} →")):
        if day:
            since = span_of(span.period, day, ()).since
            row.append(SpanButton(f"top:{span.period} {day}:", label.format(f"{since:{_LABELS[span.period]}}")))
    return row
