"""Buttons and menus that know from their custom ids alone what to do, and so go on working after a restart.

Each says what it does (`open:2402.08609:`). The list that a reply shows, or was opened from, travels with them: its
code, which can hold a query too long for one custom id, is parted over all of a message's ids behind the last colon,
each part behind its number. A press puts it together again from the message that it was made in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.core.answer import Answer, Notice
from bot.core.asker import Asker
from bot.core.location import Place, decode, place_of
from bot.features.daily.answers import DayPage, NoDay
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.answers import PaperCard, Results
from bot.features.saved import phrases as saved_phrases
from bot.features.top.answers import TopPage
from bot.features.top.span import Period, Span, span_of
from bot.rendering import phrases
from bot.rendering.blocks import Block
from bot.rendering.language import Language
from bot.rendering.plain import one_line
from bot.rendering.snippet import clip

if TYPE_CHECKING:
    from bot.discord.client import Paperbot

Item = ui.Item[Any]

MAX_CUSTOM_ID = 100  # https://discord.com/developers/docs/components/reference#custom-id
_MAX_OPTION = 100  # label and description of a menu's option, same page
# A space, which could be trimmed off the end of an id, changes places with a sign that is seldom typed.
_SPACES = str.maketrans({" ": "␣", "␣": " "})
_PART = re.compile(r"[a-z]+:[^:]*:(\d)(.+)", re.DOTALL)


class CardButton(
    ui.DynamicItem[ui.Button[ui.LayoutView]],
    template=re.compile(
        r"(?P<verb>page|literal|open|points|similar|save|day|top):(?P<argument>[^:]*):(?:\d.+)?", re.DOTALL
    ),
):
    """Turns the reply it stands in to another page, paper, list or day, or saves a paper."""

    def __init__(self, verb: str, argument: str | int = "", label: str = "…", *, disabled: bool = False) -> None:
        super().__init__(ui.Button(label=label, custom_id=f"{verb}:{argument}:", disabled=disabled))
        self.verb, self.argument = verb, str(argument)

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls(match["verb"], match["argument"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        place = carried(interaction.message)
        await bot.turn(interaction, lambda asker: self._answer(bot, place, asker))

    async def _answer(self, bot: Paperbot, place: Place | None, asker: Asker) -> Answer:
        answers = bot.answers
        match self.verb:
            case "open":
                return await answers.open(self.argument, origin=place.code if place else "")
            case "points":
                arxiv_id, _, page = self.argument.rpartition("/")
                return await answers.open(arxiv_id, _number(page), place.code if place else "")
            case "similar":
                return await answers.similar(self.argument)
            case "save":
                return await bot.saved.toggle(asker, self.argument)
            case "day":
                return await answers.daily(self.argument)
            case "top":
                return await Place("top", self.argument).answer(answers, asker)
            case "page" if place:
                return await place.turned(_number(self.argument)).answer(answers, asker)
            case "literal" if place:
                answer = await place.answer(answers, asker)
                literal = answer.literal if isinstance(answer, Results) else ""
                return await answers.search(literal or place.text, per_page=asker.per_page)
        return Notice(phrases.STALE_BUTTON)


def _number(digits: str) -> int:
    """The page that an id names; people can send ids that the bot never gave them."""
    return int(digits) if re.fullmatch(r"[0-9]{1,6}", digits) else 1


class PaperMenu(
    ui.DynamicItem[ui.Select[ui.LayoutView]], template=re.compile(r"jump:(?P<argument>):(?:\d.+)?", re.DOTALL)
):
    """Opens one of the papers of a list."""

    def __init__(self, options: Sequence[discord.SelectOption] = (), placeholder: str = "") -> None:
        super().__init__(ui.Select(custom_id="jump::", options=list(options), placeholder=placeholder or None))

    @classmethod
    def over(cls, blocks: Iterable[Block], language: Language) -> PaperMenu:
        """A menu of the papers that `blocks` are entries for; at most 25."""
        options = []
        for block in blocks:
            if paper := block.paper:
                lead = f"{block.place}. " if block.place else ""
                facts = f"{paper.latest.date} · {paper.arxiv_id}"
                label = clip(lead + one_line(paper.title), _MAX_OPTION)
                options.append(discord.SelectOption(label=label, value=paper.arxiv_id, description=facts))
        return cls(options, phrases.JUMP.say(language))

    @classmethod
    async def from_custom_id(cls, interaction: discord.Interaction[Any], item: Item, match: re.Match[str], /) -> Self:
        return cls()

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: Paperbot = interaction.client
        place = carried(interaction.message)
        [arxiv_id] = self.item.values
        await bot.turn(interaction, lambda _: bot.answers.open(arxiv_id, origin=place.code if place else ""))


Carrier = CardButton | PaperMenu


def load(place: Place | None, carriers: Iterable[Carrier]) -> None:
    """Let the custom ids of a message carry a place. One that they have no room for is left behind."""
    if place is None:
        return
    rest, loaded = place.code.translate(_SPACES), []
    for number, carrier in enumerate(carriers):
        if not rest or number > 9:
            break
        room = MAX_CUSTOM_ID - len(carrier.custom_id) - 1
        loaded.append((carrier, f"{carrier.custom_id}{number}{rest[:room]}"))
        rest = rest[room:]
    if not rest:
        for carrier, custom_id in loaded:
            carrier.custom_id = custom_id


def carried(message: discord.Message | None) -> Place | None:
    """The place that a message's custom ids carry."""
    if message is None:
        return None
    ids = (getattr(item, "custom_id", None) or "" for item in ui.LayoutView.from_message(message).walk_children())
    parts = sorted((int(match[1]), match[2]) for match in map(_PART.fullmatch, ids) if match)
    return decode("".join(text for _, text in parts).translate(_SPACES))


def entry_row(block: Block, language: Language) -> list[CardButton]:
    """What can be done with one entry of a list."""
    if block.paper is None or block.place is None:
        return []
    arxiv_id, number = block.paper.arxiv_id, block.place
    return [
        CardButton("open", arxiv_id, phrases.OPEN_NUMBER.say(language, number=number)),
        CardButton("similar", arxiv_id, phrases.SIMILAR_TO_NUMBER.say(language, number=number)),
    ]


def turn_rows(answer: Answer, pages: int, language: Language) -> list[list[CardButton]]:
    """The rows of buttons below `answer`; `pages` is into how many a paper was parted."""
    match answer:
        case Results():
            row = _page_row(answer.page, answer.pages, language)
            rows = [
                [*row, CardButton("literal", label=papers_phrases.LITERAL.say(language))] if answer.literal else row
            ]
        case DayPage():
            turns = _page_row(answer.page, answer.pages, language)
            rows = [[*_day_before(answer.day.previous), *turns, *_day_after(answer.day.next)]]
        case TopPage():
            rows = [[*_page_row(answer.page, answer.pages, language), *_span_row(answer.span)]]
        case NoDay():
            rows = [[*_day_before(answer.previous), *_day_after(answer.next)]]
        case PaperCard():
            rows = [_paper_row(answer, language), _points_row(answer, pages, language)]
        case _:
            rows = []
    return [row for row in rows if row]


def _page_row(page: int, pages: int, language: Language) -> list[CardButton]:
    return _turns("page", "", page, pages, language)


def _points_row(answer: PaperCard, pages: int, language: Language) -> list[CardButton]:
    return _turns("points", f"{answer.paper.arxiv_id}/", answer.page, pages, language)


def _turns(verb: str, lead: str, page: int, pages: int, language: Language) -> list[CardButton]:
    if pages <= 1:
        return []
    previous, following = phrases.PREVIOUS_PAGE.say(language), phrases.NEXT_PAGE.say(language)
    return [
        CardButton(verb, f"{lead}{page - 1}", f"← {previous}", disabled=page <= 1),
        CardButton(verb, f"{lead}{page}", f"{page} / {pages}", disabled=True),
        CardButton(verb, f"{lead}{page + 1}", f"{following} →", disabled=page >= pages),
    ]


def _paper_row(answer: PaperCard, language: Language) -> list[CardButton]:
    arxiv_id, origin = answer.paper.arxiv_id, place_of(answer)
    row = [
        CardButton("similar", arxiv_id, papers_phrases.SIMILAR_TO.say(language)),
        CardButton("save", arxiv_id, saved_phrases.SAVE.say(language)),
    ]
    if origin:
        label = papers_phrases.BACK[origin.kind].say(language, text=origin.text)
        row.insert(0, CardButton("page", origin.page, label))
    return row


def _day_before(day: date | None) -> list[CardButton]:
    return [CardButton("day", day.isoformat(), f"← {day}")] if day else []


def _day_after(day: date | None) -> list[CardButton]:
    return [CardButton("day", day.isoformat(), f"{day} →")] if day else []


_SPAN_LABELS: Mapping[Period, str] = {"week": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


def _span_row(span: Span) -> list[CardButton]:
    """To the nearest spans of the same length before and after."""
    if span.period not in _SPAN_LABELS:
        return []
    row = []
    for day, label in ((span.previous, "← {}"), (span.next, "{} →")):
        if day:
            said = f"{span_of(span.period, day, ()).since:{_SPAN_LABELS[span.period]}}"
            row.append(CardButton("top", f"{span.period} {day}", label.format(said)))
    return row
