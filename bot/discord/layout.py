"""`Answer` → a Components V2 view, inside Discord's budgets."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import groupby

import discord
from discord import ui

from bot.core.answer import Answer, Attachment, Document, Notice
from bot.core.compose import compose
from bot.core.location import place_of
from bot.discord.markdown import escape, escape_start, link
from bot.discord.navigation import CardButton, Item, PaperMenu, entry_row, load, turn_rows
from bot.features.daily.answers import NoDay
from bot.features.follow.components import follow_row
from bot.features.help.answers import Help, Welcome
from bot.features.help.components import tour_row
from bot.features.papers import phrases as papers_phrases
from bot.features.papers.answers import PaperCard
from bot.features.privacy.answers import Deletion
from bot.features.privacy.components import forget_rows
from bot.features.saved.answers import SavedList
from bot.features.saved.components import saved_rows
from bot.features.schedule.answers import DailyPost
from bot.features.schedule.components import AROUND_POST, post_view
from bot.features.settings.answers import SettingsPanel
from bot.features.settings.components import settings_rows
from bot.features.trends.answers import Trend
from bot.features.trends.components import trend_rows
from bot.rendering import phrases
from bot.rendering.blocks import Block, Kind, Limits, Line
from bot.rendering.language import Language
from bot.rendering.papers import picture_of
from retrieval.paper import Paper

# A Components V2 message holds 40 components and 4,000 characters of text
# (https://discord.com/developers/docs/components/reference), and Discord has been seen to fail above about 10,000
# bytes of UTF-8: some of both is left for what is not text.
MAX_COMPONENTS = 40
TEXT_CHARS = 3_800
TEXT_BYTES = 9_000
ACCENT = 0x3B6EA8
NOTICE_ACCENT = 0xC98A1B
_LIMITS = Limits(title=200, authors=300, excerpt=190, day_excerpt=90, point=1_500, query=120, warnings=8)
_SHRINK = (1.0, 0.7, 0.45, 0.25, 0.1)
_MAX_PICTURE_URL = 2_000
_MAX_BUTTON_URL = 512

Drawn = tuple[Block, str]


def layout(answer: Answer, language: Language, *, newcomer: bool = False, reserved: int = 0) -> ui.LayoutView:
    """The whole reply for `answer`. It never expires, and holds nothing that a restart would lose. Below the reply, a
    `newcomer` is told how to go on; so many components are `reserved` for what is put around it."""
    if isinstance(answer, DailyPost):
        return post_view(answer, partial(layout, reserved=AROUND_POST))
    drawn, pages = _fitting(answer, language)
    if isinstance(answer, PaperCard):
        answer = replace(answer, page=min(answer.page, pages))
    below = _below(answer, [block for block, _ in drawn], pages, language)
    hint: list[Item] = [ui.TextDisplay(_hint(language))] if newcomer else []
    room = MAX_COMPONENTS - 1 - reserved - _size(below)
    groups = _groups(drawn, language, buttons=True)
    if _size(item for group in groups for item in group) > room:
        groups = _groups(drawn, language, buttons=False)  # the menu below has to do
    if _size(item for group in groups for item in group) < room:
        below, room = below + hint, room - len(hint)
    colour = NOTICE_ACCENT if isinstance(answer, Notice | NoDay) else ACCENT
    container = ui.Container[ui.LayoutView](*_separated(groups, room), accent_colour=colour)
    for item in below:
        container.add_item(item)
    load(place_of(answer), [item for item in container.walk_children() if isinstance(item, CardButton | PaperMenu)])
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def has_hint(message: discord.Message | None) -> bool:
    """Whether a reply of ours has what a newcomer is told: it stays while the reply is turned."""
    shown = ui.LayoutView.from_message(message).walk_children() if message else ()
    hints = {_hint("ko"), _hint("en")}
    return any(isinstance(item, ui.TextDisplay) and item.content in hints for item in shown)


def _hint(language: Language) -> str:
    return f"-# {phrases.FIRST_TIME.say(language)}"


def _groups(drawn: list[Drawn], language: Language, *, buttons: bool) -> list[list[Item]]:
    """What is drawn of each block: its text, its picture, and what can be done with the paper it is about."""
    groups = []
    for block, text in drawn:
        group: list[Item] = [_text(block, text, language)]
        if block.picture and len(block.picture) <= _MAX_PICTURE_URL:
            group.append(ui.MediaGallery(discord.MediaGalleryItem(block.picture, description=block.alt or None)))
        if buttons and (row := entry_row(block, language)):
            group.append(ui.ActionRow(*row))
        groups.append(group)
    return groups


def _text(block: Block, text: str, language: Language) -> Item:
    """A block's text; beside that of a numbered entry its picture, beside another's a button to open the paper."""
    shown = ui.TextDisplay[ui.LayoutView](text)
    if block.paper is None:
        return shown
    if block.place is None:
        return ui.Section(shown, accessory=CardButton("open", block.paper.arxiv_id, phrases.OPEN.say(language)))
    url = picture_of(block.paper)
    return ui.Section(shown, accessory=ui.Thumbnail(url)) if 0 < len(url) <= _MAX_PICTURE_URL else shown


def _below(answer: Answer, blocks: list[Block], pages: int, language: Language) -> list[Item]:
    """The menu and the rows of buttons that are about the whole reply."""
    rows: list[list[Item]] = []
    if sum(block.paper is not None for block in blocks) > 1:
        rows.append([PaperMenu.over(blocks, language)])
    rows += [list(row) for row in turn_rows(answer, pages, language)]
    rows += _personal_rows(answer, language)
    rows += trend_rows(answer, language)
    if isinstance(answer, PaperCard):
        rows.append(_link_buttons(answer.paper, language))
    if isinstance(answer, Help | Welcome):
        rows.append(list(tour_row(answer, language)))
    if row := follow_row(answer, language):
        rows.append([*row])
    items: list[Item] = [ui.ActionRow(*row) for row in rows]
    if isinstance(answer, Document):
        items.insert(0, ui.File(f"attachment://{answer.attachment.name}"))
    return items


def _personal_rows(answer: Answer, language: Language) -> list[list[Item]]:
    match answer:
        case SavedList():
            return saved_rows(answer, language)
        case SettingsPanel():
            return settings_rows(answer)
        case Deletion():
            return forget_rows(answer, language)
    return []


def _separated(groups: list[list[Item]], room: int) -> list[Item]:
    """All groups in one list, with lines between them where `room` for so many components allows that."""
    items = [item for group in groups for item in group]
    if _size(items) + len(groups) - 1 > room:
        return items
    return [item for group in groups for item in (ui.Separator(), *group)][1:]


_NESTING = (ui.Section, ui.ActionRow)


def _size(items: Iterable[Item]) -> int:
    """How many components the items are, with all that is in them."""
    return sum(
        1 + len(list(item.walk_children())) if isinstance(item, ui.Section | ui.ActionRow) else 1 for item in items
    )


def attachments(answer: Answer) -> list[discord.File]:
    """The files that go with the reply for `answer`, fresh ones at every call: sending uses a file up."""
    match answer:
        case Document(attachment=one) | Trend(chart=Attachment() as one):
            return [discord.File(io.BytesIO(one.content), one.name, description=one.description or None)]
    return []


def _fitting(answer: Answer, language: Language) -> tuple[list[Drawn], int]:
    """What is drawn, and into how many pages it had to be parted; longer texts are cut only as far as is needed."""
    if isinstance(answer, PaperCard):
        blocks = compose(answer, language, _LIMITS)
        return _paper_page([(block, _draw(block)) for block in blocks], answer.page)
    for scale in _SHRINK:
        drawn = [(block, _draw(block)) for block in compose(answer, language, _LIMITS.scaled(scale))]
        if _fits(text for _, text in drawn):
            break
    return drawn, 1


def _paper_page(drawn: list[Drawn], page: int) -> tuple[list[Drawn], int]:
    """The head and as many of a paper's points, in one text, as a message holds beside it."""
    head, *points = drawn
    pages: list[list[str]] = [[]]
    for _, text in points:
        if pages[-1] and not _fits([head[1], *pages[-1], text]):
            pages.append([])
        pages[-1].append(text)
    chosen = pages[min(page, len(pages)) - 1]
    return [head, (Block(()), "\n".join(chosen))], len(pages)


def _fits(texts: Iterable[str]) -> bool:
    joined = "\n".join(texts)
    return len(joined) <= TEXT_CHARS and len(joined.encode()) <= TEXT_BYTES


_PREFIX = {Kind.HEADING: "### ", Kind.TEXT: "", Kind.SMALL: "-# ", Kind.BULLET: "- ", Kind.NESTED: "  - "}


def _draw(block: Block) -> str:
    return "\n".join(_PREFIX[line.kind] + escape_start(_draw_line(line)) for line in block.lines)


def _draw_line(line: Line) -> str:
    parts = []
    for bold, runs in groupby(line.runs, lambda run: run.bold):
        text = "".join(link(run.text, run.url) if run.url else escape(run.text) for run in runs)
        parts.append(f"**{text}**" if bold and text.strip() else text)
    return "".join(parts)


def _link_buttons(paper: Paper, language: Language) -> list[Item]:
    links = [
        (papers_phrases.LINK_ARXIV, paper.url),
        (papers_phrases.LINK_PDF, paper.pdf_url),
        (papers_phrases.LINK_HUGGING_FACE, paper.huggingface_url),
    ]
    if paper.media and paper.media.kind == "video" and len(paper.media.url) <= _MAX_BUTTON_URL:
        links.append((papers_phrases.LINK_VIDEO, paper.media.url))
    return [ui.Button(label=label.say(language), url=url) for label, url in links]
