"""Whether a bot stayed as it was: the last third of a soak beside the first, after a warm-up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

from tests.soak.vitals import Vitals

GROWTH = 20.0
"""Megabytes that it may grow in 10,000 interactions."""
_SAME = 1.3  # times; how much two thirds of one load differ by themselves
_LATE = 1.5  # seconds: half of what Discord waits. How late it is depends on what else the machine does.
_FEW = 8  # descriptors, threads and tasks of what goes on at the moment
_WARM_UP = 0.25  # of a soak, in which what is kept is filled


@dataclass(frozen=True, slots=True)
class Row:
    """What was seen at one time; `p99` is of the seconds until first responses since the row before."""

    seconds: float
    done: int
    p99: float
    lost: int
    vitals: Vitals


def growth(rows: Sequence[Row]) -> float:
    """Megabytes in 10,000 interactions: the slope of a line through all that was seen after the warm-up."""
    steady = _steady(rows)
    return float(np.polyfit([row.done for row in steady], [row.vitals.memory for row in steady], 1)[0]) * 10_000


def processor(rows: Sequence[Row]) -> float:
    """Seconds of processor time that an interaction took."""
    done = max(1, rows[-1].done - rows[0].done)
    return (rows[-1].vitals.processor - rows[0].vitals.processor) / done


def faults(rows: Sequence[Row]) -> Iterator[str]:
    """What did not stay as it was."""
    steady = _steady(rows)
    third = max(1, len(steady) // 3)
    first, last = steady[:third], steady[-third:]
    if (grown := growth(rows)) > GROWTH:
        yield f"memory grows by {grown:.0f} MB in 10,000 interactions"
    for name in ("descriptors", "threads", "tasks"):
        before, after = (median(getattr(row.vitals, name) for row in part) for part in (first, last))
        if after > before + _FEW:
            yield f"{name} grew from {before:.0f} to {after:.0f}"
    before, after = (1000 * processor(part) for part in (first, last))
    if after > _SAME * before:
        yield f"processor time of an interaction grew from {before:.1f} to {after:.1f} ms"
    if (late := median(row.p99 for row in last)) > _LATE:
        yield f"the p99 of first responses is {late:.2f} s"
    if lost := sum(row.lost for row in rows):
        yield f"{lost} interactions were lost"


def _steady(rows: Sequence[Row]) -> Sequence[Row]:
    return rows[int(len(rows) * _WARM_UP) :]
