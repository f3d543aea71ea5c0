"""Stands in for the pictures of papers, which the simulated Discord cannot load from the web."""

from __future__ import annotations

import io
import zlib
from functools import cache

from PIL import Image, ImageDraw

_SIZE = (960, 540)
_SHADES = (  # paper and ink
    ("#dde6f0", "#5b7fa6"),
    ("#dcebe5", "#5a8f7f"),
    ("#efe5da", "#a0785a"),
    ("#e6e0ef", "#8a76a8"),
    ("#f0dfe4", "#a8697b"),
    ("#e6e9da", "#7d8a5c"),
)


def stand_in(url: str) -> bytes:
    """A PNG of a landscape, whole in its middle square; its colour is always the same for the same address."""
    return _landscape(*_SHADES[zlib.crc32(url.encode()) % len(_SHADES)])


@cache
def _landscape(paper: str, ink: str) -> bytes:
    image = Image.new("RGB", _SIZE, paper)
    draw = ImageDraw.Draw(image)
    draw.ellipse((340, 130, 430, 220), fill=ink)
    draw.polygon(((280, 430), (430, 260), (510, 350), (590, 240), (700, 430)), fill=ink)
    written = io.BytesIO()
    image.quantize(16).save(written, "PNG", optimize=True)
    return written.getvalue()
