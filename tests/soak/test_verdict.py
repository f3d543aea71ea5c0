from __future__ import annotations

from dataclasses import replace

import pytest

from tests.soak.verdict import Row, faults, growth
from tests.soak.vitals import Vitals

FLAT = [
    Row(10.0 * n, 500 * n, 0.05 + 0.5 * (n % 3), 0, Vitals(2.0 * n, 100 + n % 2, 30 + n % 4, 8, 20)) for n in range(40)
]


def test_what_stays_as_it_was_has_no_fault() -> None:
    assert list(faults(FLAT)) == []
    assert abs(growth(FLAT)) < 1


def test_what_grows_only_while_it_warms_up_has_no_fault() -> None:
    cold = [replace(row, vitals=replace(row.vitals, memory=60 + 4 * n)) for n, row in enumerate(FLAT[:10])]
    assert list(faults([*cold, *FLAT[10:]])) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda n, row: replace(row, vitals=replace(row.vitals, memory=100 + 1.5 * n)), "memory grows by 30 MB"),
        (lambda n, row: replace(row, vitals=replace(row.vitals, descriptors=30 + n)), "descriptors grew from"),
        (lambda n, row: replace(row, vitals=replace(row.vitals, tasks=20 + n)), "tasks grew from"),
        (
            lambda n, row: replace(row, vitals=replace(row.vitals, processor=0.1 * n**2)),
            "processor time of an interaction",
        ),
        (lambda n, row: replace(row, p99=1.6), "the p99 of first responses is 1.60 s"),
        (lambda n, row: replace(row, lost=int(n == 3)), "1 interactions were lost"),
    ],
)
def test_what_grows_is_said(change: object, said: str) -> None:
    assert callable(change)
    [fault] = faults([change(n, row) for n, row in enumerate(FLAT)])
    assert said in fault
