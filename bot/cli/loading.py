"""Importing what a command needs."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Import without Python's collector of cycles: what is imported stays, and to look for garbage in it, now or later,
    takes a sixth of a start. https://docs.python.org/3/library/gc.html#gc.freeze"""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
