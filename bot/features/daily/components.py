"""The buttons below a day."""

from __future__ import annotations

from datetime import date

from bot.discord.base import Interaction
from bot.discord.components import Item, LastingButton, Rows, page_buttons
from bot.discord.navigation import PageButton, carrying, page_id
from bot.discord.replies import turn
from bot.features.daily.answers import DayPage, NoDay
from bot.features.daily.service import Daily
from bot.rendering.language import Language


class DayButton(LastingButton, template=carrying("day:(?P<day>[^:]*)")):
    """Turns the reply to another day."""

    carries = True

    async def press(self, interaction: Interaction) -> None:
        daily, day = interaction.client.app.service(Daily), self.fields["day"]
        await turn(interaction, lambda _: daily.show(day), same=("day", day))


def day_rows(answer: DayPage, language: Language) -> Rows:
    """The day before, the pages, the day after."""
    pages = page_buttons(answer.page, language, PageButton, page_id)
    return [[*_day_before(answer.day.previous), *pages, *_day_after(answer.day.next)]]


def nearest_rows(answer: NoDay, language: Language) -> Rows:
    return [[*_day_before(answer.previous), *_day_after(answer.next)]]


def _day_before(day: date | None) -> list[Item]:
    return [DayButton(f"day:{day}:", f"← {day}")] if day else []


def _day_after(day: date | None) -> list[Item]:
    return [DayButton(f"day:{day}:", f"{day} →")] if day else []
