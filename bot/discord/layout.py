"""`Answer` → a Components V2 view, inside Discord's budgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

import discord
from discord import ui

from bot.core.answer import Answer
from bot.core.examples.examples import Examples
from bot.discord.components import Item
from bot.discord.controls import Controls, EntryControls, Frame, rows_below
from bot.discord.markdown import escape, escape_start, link
from bot.discord.navigation import load
from bot.discord.newcomers import hint
from bot.rendering.blocks import Block, Limits, Line, LineKind, RenderOptions, Run
from bot.rendering.language import Language
from bot.rendering.papers import picture_of
from retrieval.paper import Paper

# A Components V2 message holds 40 components and 4,000 characters of text
# (https://discord.com/developers/docs/components/reference), and Discord has been seen to fail above about 10,000
# bytes of UTF-8: some of both is left for what is not text.
MAX_COMPONENTS = 40
MAX_CHARS = 4_000
TEXT_CHARS = 3_800
TEXT_BYTES = 9_000
ACCENT = 0x3B6EA8
NOTICE_ACCENT = 0xC98A1B
_LIMITS = Limits(title=200, authors=300, excerpt=190, day_excerpt=90, point=1_500, query=120, warnings=8)
_SHRUNK = tuple(map(_LIMITS.scaled, (0.7, 0.45, 0.25, 0.1)))
_MAX_PICTURE_URL = 2_000

_Text = tuple[Block, str]


class Drawn(ui.LayoutView):
    """A view as it is sent. What is pressed below it is found by its custom ids alone, so that nothing of it has to be
    kept: for discord.py it is finished."""

    def __init__(self, view: ui.LayoutView) -> None:
        super().__init__(timeout=None)
        made: Any = view
        self._made: list[dict[str, Any]] = made.to_components()

    def to_components(self) -> list[dict[str, Any]]:
        return self._made

    def has_components_v2(self) -> bool:
        return True

    def is_finished(self) -> bool:
        return True


class Layout:
    """Draws answers with what the features registered for them."""

    def __init__(
        self,
        controls: Sequence[Controls],
        frames: Sequence[Frame],
        entries: EntryControls,
        examples: Callable[[], Examples],
    ) -> None:
        """`examples` gives those that newcomers are offered."""
        self._controls = tuple(controls)
        self._frames = tuple(frames)
        self._entries = entries
        self._examples = examples

    def __call__(
        self, answer: Answer, language: Language, *, newcomer: bool = False, reserved: int = 0
    ) -> ui.LayoutView:
        """The whole reply for `answer`, ready to be sent, as often as is wanted. It never expires, and holds nothing
        that a restart would lose. Below it a `newcomer` is told how to go on; so many components are `reserved` for
        what is put around it."""
        for frame in self._frames:
            if isinstance(answer, frame.kind):
                return Drawn(frame.draw(answer, self._view))
        return Drawn(self._view(answer, language, newcomer=newcomer, reserved=reserved))

    def _view(self, answer: Answer, language: Language, *, newcomer: bool = False, reserved: int = 0) -> ui.LayoutView:
        drawn, parts = _fitting(answer, language)
        answer = answer.in_parts(parts)
        below = self._below(answer, [block for block, _ in drawn], language)
        told: list[Item] = [ui.TextDisplay(hint(language, self._examples()))] if newcomer else []
        room = MAX_COMPONENTS - 1 - reserved - _size(below)
        groups = self._groups(drawn, language)
        if _size(item for group in groups for item in group) < room:
            below, room = below + told, room - len(told)
        colour = NOTICE_ACCENT if answer.refuses else ACCENT
        container = ui.Container[ui.LayoutView](*_separated(groups, room), accent_colour=colour)
        for item in below:
            container.add_item(item)
        load(answer.location, container.walk_children())
        view = ui.LayoutView(timeout=None)
        view.add_item(container)
        return view

    def _groups(self, drawn: list[_Text], language: Language) -> list[list[Item]]:
        """What is drawn of each block: its text and its picture. Entries that follow one another are one group."""
        groups: list[list[Item]] = []
        alone = len(_entries(block for block, _ in drawn)) == 1  # a menu of one would be none
        listing = pictured = False
        for block, text in drawn:
            if block.paper and block.number and not alone:
                entry = _entry(block.paper, text, pictured=not pictured)
                groups = [*groups[:-1], [*groups[-1], entry]] if listing else [*groups, [entry]]
                listing = pictured = True
                continue
            listing = False
            shown = ui.TextDisplay[ui.LayoutView](text)
            opener = self._entries.opener(block.paper, language) if block.paper else None
            group: list[Item] = [ui.Section(shown, accessory=opener) if opener else shown]
            if block.picture and len(block.picture) <= _MAX_PICTURE_URL:
                picture = discord.MediaGalleryItem(block.picture, description=block.alt or None)
                group += [ui.Separator(visible=False), ui.MediaGallery(picture)]  # else it touches the text
            groups.append(group)
        return groups

    def _below(self, answer: Answer, blocks: list[Block], language: Language) -> list[Item]:
        """The menu and the rows of buttons that are about the whole reply."""
        rows = rows_below(answer, language, self._controls)
        if len(entries := _entries(blocks)) > 1:
            rows.insert(0, [self._entries.menu(entries, language)])
        items: list[Item] = [ui.ActionRow(*row) for row in rows]
        file = answer.attachment
        if file and not any(block.picture == file.url for block in blocks):
            items.insert(0, ui.File(file.url))
        return items


def _entries(blocks: Iterable[Block]) -> list[Block]:
    """The entries of a list, which a menu opens; any other paper has a button beside it."""
    return [block for block in blocks if block.paper and block.number]


def _entry(paper: Paper, text: str, *, pictured: bool) -> Item:
    """An entry of a list. Only the first has its picture beside it: more of them would make the list twice as long."""
    shown, url = ui.TextDisplay[ui.LayoutView](text), picture_of(paper)
    if pictured and 0 < len(url) <= _MAX_PICTURE_URL:
        return ui.Section(shown, accessory=ui.Thumbnail(url))
    return shown


def _separated(groups: list[list[Item]], room: int) -> list[Item]:
    """All groups in one list, with lines between them where `room` for so many components allows that."""
    items = [item for group in groups for item in group]
    if _size(items) + len(groups) - 1 > room:
        return items
    return [item for group in groups for item in (ui.Separator(), *group)][1:]


def _size(items: Iterable[Item]) -> int:
    """How many components the items are, with all that is in them."""
    return sum(
        1 + len(list(item.walk_children())) if isinstance(item, ui.Section | ui.ActionRow) else 1 for item in items
    )


def _fitting(answer: Answer, language: Language) -> tuple[list[_Text], int]:
    """What is drawn, and how many pages its flowing blocks take; longer texts are cut only as far as is needed."""
    drawn = _drawn(answer, language, _LIMITS)
    for limits in _SHRUNK:
        if _has_room(drawn):
            break
        drawn = _drawn(answer, language, limits)
    return _one_part(drawn, answer.part) if any(block.flows for block, _ in drawn) else (drawn, 1)


def _has_room(drawn: list[_Text]) -> bool:
    """Whether everything fits into a message; of blocks that flow, each of them beside those that stand."""
    standing = [text for block, text in drawn if not block.flows]
    flowing = [text for block, text in drawn if block.flows]
    return all(_fits([*standing, text]) for text in flowing) if flowing else _fits(standing)


def _drawn(answer: Answer, language: Language, limits: Limits) -> list[_Text]:
    return [(block, _draw(block)) for block in answer.render(RenderOptions(language, limits))]


def _one_part(drawn: list[_Text], part: int) -> tuple[list[_Text], int]:
    """The blocks that stand, then as many of those that flow, in one text, as a message holds beside them."""
    standing = [(block, text) for block, text in drawn if not block.flows]
    parts: list[list[str]] = [[]]
    for text in (text for block, text in drawn if block.flows):
        if parts[-1] and not _fits([*(one for _, one in standing), *parts[-1], text]):
            parts.append([])
        parts[-1].append(text)
    chosen = parts[min(part, len(parts)) - 1]
    return [*standing, (Block(()), "\n".join(chosen))], len(parts)


def _fits(texts: Iterable[str]) -> bool:
    joined = "\n".join(texts)
    return len(joined) <= TEXT_CHARS and len(joined.encode()) <= TEXT_BYTES


_PREFIX = {
    LineKind.HEADING: "### ",
    LineKind.TEXT: "",
    LineKind.SMALL: "-# ",
    LineKind.BULLET: "- ",
    LineKind.NESTED: "  - ",
}


def _draw(block: Block) -> str:
    return "\n".join(_PREFIX[line.kind] + escape_start(_draw_line(line)) for line in block.lines)


def _draw_line(line: Line) -> str:
    if len(line.runs) == 1:
        return _bold(line.runs[0].bold, _draw_run(line.runs[0]))
    return "".join(_bold(bold, "".join(map(_draw_run, runs))) for bold, runs in groupby(line.runs, _is_bold))


def _draw_run(run: Run) -> str:
    return link(run.text, run.url) if run.url else escape(run.text)


def _bold(bold: bool, text: str) -> str:
    return f"**{text}**" if bold and text.strip() else text


_is_bold = attrgetter("bold")
