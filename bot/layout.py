"""`Answer` → a Components V2 view, inside Discord's budgets."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

import discord
from discord import ui

from bot import words
from bot.answer import Answer, Document, NoDay, Notice, PaperCard
from bot.buttons import turn_rows
from bot.compose import compose
from bot.markdown import escape, escape_start, link
from bot.page import Block, Kind, Limits, Line
from bot.words import Language
from retrieval.paper import Paper

# A Components V2 message holds 40 components and 4,000 characters of text
# (https://discord.com/developers/docs/components/reference), and Discord has been seen to fail above about 10,000
# bytes of UTF-8: some of both is left for what is not text.
TEXT_CHARS = 3_800
TEXT_BYTES = 9_000
ACCENT = 0x3B6EA8
NOTICE_ACCENT = 0xC98A1B
_LIMITS = Limits(title=200, authors=300, excerpt=260, day_excerpt=60, point=1_500, query=120, warnings=8)
_SHRINK = (1.0, 0.7, 0.45, 0.25, 0.1)
_MAX_PICTURE_URL = 2_000
_MAX_BUTTON_URL = 512

Drawn = tuple[Block, str]


def layout(answer: Answer, language: Language) -> ui.LayoutView:
    """The whole reply for `answer`. It never expires, and holds nothing that a restart would lose."""
    drawn, pages = _fitting(answer, language)
    if isinstance(answer, PaperCard):
        answer = replace(answer, page=min(answer.page, pages))
    items: list[ui.Item[ui.LayoutView]] = []
    for block, text in drawn:
        if items:
            items.append(ui.Separator())
        items += _display(block, text)
    if isinstance(answer, Document):
        items.append(ui.File(f"attachment://{answer.attachment.name}"))
    colour = NOTICE_ACCENT if isinstance(answer, Notice | NoDay) else ACCENT
    container = ui.Container[ui.LayoutView](*items, accent_colour=colour)
    rows = turn_rows(answer, pages, language)
    if isinstance(answer, PaperCard):
        rows.append(_link_buttons(answer.paper, language))
    for row in rows:
        container.add_item(ui.ActionRow(*row))
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def attachments(answer: Answer) -> list[discord.File]:
    """The files that go with the reply for `answer`, fresh ones at every call: sending uses a file up."""
    match answer:
        case Document(attachment=one):
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


def _display(block: Block, text: str) -> list[ui.Item[ui.LayoutView]]:
    items: list[ui.Item[ui.LayoutView]] = [ui.TextDisplay(text)]
    if block.picture and len(block.picture) <= _MAX_PICTURE_URL:
        items.append(ui.MediaGallery(discord.MediaGalleryItem(block.picture)))
    return items


_PREFIX = {Kind.HEADING: "### ", Kind.TEXT: "", Kind.SMALL: "-# ", Kind.BULLET: "- ", Kind.NESTED: "  - "}


def _draw(block: Block) -> str:
    return "\n".join(_PREFIX[line.kind] + escape_start(_draw_line(line)) for line in block.lines)


def _draw_line(line: Line) -> str:
    parts = []
    for bold, runs in groupby(line.runs, lambda run: run.bold):
        text = "".join(link(run.text, run.url) if run.url else escape(run.text) for run in runs)
        parts.append(f"**{text}**" if bold and text.strip() else text)
    return "".join(parts)


def _link_buttons(paper: Paper, language: Language) -> list[ui.Item[ui.LayoutView]]:
    links = [
        (words.LINK_ARXIV, paper.url),
        (words.LINK_PDF, paper.pdf_url),
        (words.LINK_HUGGING_FACE, paper.huggingface_url),
    ]
    if paper.media and paper.media.kind == "video" and len(paper.media.url) <= _MAX_BUTTON_URL:
        links.append((words.LINK_VIDEO, paper.media.url))
    return [ui.Button(label=label.say(language), url=url) for label, url in links]
