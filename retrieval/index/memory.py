"""Giving memory back to the system."""

from __future__ import annotations

import ctypes


def give_back() -> None:
    """Return to the system what has been freed: glibc keeps it, for each thread that ever allocated, and a process
    that builds one index after another, each in whichever thread is idle, would grow by all of them.

    Takes a few milliseconds without the interpreter's lock. Does nothing where the C library has no such call.
    https://man7.org/linux/man-pages/man3/malloc_trim.3.html
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):
        return
    trim(0)
