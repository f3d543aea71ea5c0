"""`Answer` → a Components V2 view, inside Discord's budgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, groupby
from operator import attrgetter

from bot.core.answer import Answer
from bot.core.examples.examples import Examples
from bot.discord.components import Item, Rows
from bot.discord.controls import Controls, EntryControls, Frame, rows_below
from bot.discord.drawn import (
    Drawn,
    Part,
    container,
    file,
    picture,
    row,
    size,
    space,
    text_display,
    with_button,
    with_thumbnail,
)
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

    def __call__(self, answer: Answer, language: Language, *, newcomer: bool = False, reserved: int = 0) -> Drawn:
        """The whole reply for `answer`, ready to be sent, as often as is wanted. It never expires, and holds nothing
        that a restart would lose. Below it a `newcomer` is told how to go on; so many components are `reserved` for
        what is put around it."""
        for frame in self._frames:
            if isinstance(answer, frame.kind):
                return frame.draw(answer, self._draw)
        return self._draw(answer, language, newcomer=newcomer, reserved=reserved)

    def _draw(self, answer: Answer, language: Language, *, newcomer: bool = False, reserved: int = 0) -> Drawn:
        drawn, parts = _fitting(answer, language)
        answer = answer.in_parts(parts)
        blocks = [block for block, _ in drawn]
        openers = self._openers(blocks, language)
        rows = self._rows(answer, blocks, language)
        load(answer.location, [*filter(None, openers), *chain.from_iterable(rows)])
        below = [*_attached(answer, blocks), *map(row, rows)]
        told = [text_display(hint(language, self._examples()))] if newcomer else []
        room = MAX_COMPONENTS - 1 - reserved - size(below)
        groups = _groups(drawn, openers)
        if size(part for group in groups for part in group) < room:
            below, room = below + told, room - len(told)
        colour = NOTICE_ACCENT if answer.refuses else ACCENT
        return Drawn([container([*_separated(groups, room), *below], colour)])

    def _openers(self, blocks: Sequence[Block], language: Language) -> list[Item | None]:
        """The button beside each block that has one: what is an entry of a list is opened by the menu below."""
        several = bool(_listed(blocks))
        return [
            self._entries.opener(block.paper, language) if block.paper and not (several and block.number) else None
            for block in blocks
        ]

    def _rows(self, answer: Answer, blocks: Sequence[Block], language: Language) -> Rows:
        """The menu and the rows of buttons that are about the whole reply."""
        rows = rows_below(answer, language, self._controls)
        if listed := _listed(blocks):
            rows.insert(0, [self._entries.menu(listed, language)])
        return rows


def _listed(blocks: Iterable[Block]) -> list[Block]:
    """The entries of a list, which a menu opens; none where there is but one, which like any other paper has a button
    beside it."""
    entries = [block for block in blocks if block.paper and block.number]
    return entries if len(entries) > 1 else []


def _attached(answer: Answer, blocks: Iterable[Block]) -> list[Part]:
    """The file that goes with a reply, unless it is a picture in it."""
    attached = answer.attachment
    return [file(attached.url)] if attached and all(block.picture != attached.url for block in blocks) else []


def _groups(drawn: Sequence[_Text], openers: Sequence[Item | None]) -> list[list[Part]]:
    """What is drawn of each block: its text and its picture. Entries that follow one another are one group."""
    groups: list[list[Part]] = []
    listing = pictured = False
    for (block, content), opener in zip(drawn, openers, strict=True):
        if block.paper and not opener:
            entry = _entry(block.paper, content, pictured=not pictured)
            groups = [*groups[:-1], [*groups[-1], entry]] if listing else [*groups, [entry]]
            listing = pictured = True
            continue
        listing = False
        shown = text_display(content)
        group = [with_button(shown, opener) if opener else shown]
        if block.picture and len(block.picture) <= _MAX_PICTURE_URL:
            group += [space(line=False), picture(block.picture, block.alt)]  # else it touches the text
        groups.append(group)
    return groups


def _entry(paper: Paper, content: str, *, pictured: bool) -> Part:
    """An entry of a list. Only the first has its picture beside it: more of them would make the list twice as long."""
    shown, url = text_display(content), picture_of(paper) if pictured else ""
    return with_thumbnail(shown, url) if 0 < len(url) <= _MAX_PICTURE_URL else shown


def _separated(groups: list[list[Part]], room: int) -> list[Part]:
    """All groups in one list, with lines between them where `room` for so many components allows that."""
    parts = [part for group in groups for part in group]
    if size(parts) + len(groups) - 1 > room:
        return parts
    return [part for group in groups for part in (space(line=True), *group)][1:]


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
    return [(block, _text_of(block)) for block in answer.render(RenderOptions(language, limits))]


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


def _text_of(block: Block) -> str:
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
