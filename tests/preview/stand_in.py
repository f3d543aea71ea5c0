"""Stands in for the pictures of papers, which the simulated Discord cannot load from where they are."""

from __future__ import annotations

import io
import zlib
from functools import cache

from PIL import Image, ImageDraw

_SIZE = (960, 540)
_INKS = ("#5b7fa6", "#6a9a8b", "#a0785a", "#8a76a8", "#a8697b", "#7d8a5c")
_BOXES = ((90, 190, 290, 350), (390, 90, 590, 250), (390, 290, 590, 450), (690, 190, 870, 350))
_ARROWS = ((290, 250, 390, 170), (290, 290, 390, 370), (590, 170, 690, 250), (590, 370, 690, 290))


def stand_in(url: str) -> bytes:
    """A PNG that could be a figure of a paper: boxes and arrows, always the same ones for the same address."""
    return _figure(_INKS[zlib.crc32(url.encode()) % len(_INKS)])


@cache
def _figure(ink: str) -> bytes:
    image = Image.new("RGB", _SIZE, "#f4f5f7")
    draw = ImageDraw.Draw(image)
    for arrow in _ARROWS:
        draw.line(arrow, fill="#9aa0a8", width=6)
    for box in _BOXES:
        draw.rounded_rectangle(box, radius=18, fill="#ffffff", outline=ink, width=8)
        left, top, right, _ = box
        draw.rounded_rectangle((left + 30, top + 40, right - 30, top + 64), radius=10, fill=ink)
        draw.rounded_rectangle((left + 30, top + 92, right - 70, top + 108), radius=8, fill="#ccd1d8")
    written = io.BytesIO()
    image.quantize(64).save(written, "PNG", optimize=True)
    return written.getvalue()
