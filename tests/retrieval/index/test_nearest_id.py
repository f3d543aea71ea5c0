"""A wrong id is taken for another only where one digit, or the dot, slipped."""

from __future__ import annotations

import pytest

from retrieval.index.nearest_id import nearest_id
from tests.retrieval.papers import HOSTILE

KNOWN = {"2402.08609", "2311.14207", "2501.00663", "cs/0112017"}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2402.08608", "2402.08609"),
        ("2482.08609", "2402.08609"),
        ("2402.08690", "2402.08609"),
        ("4202.08609", "2402.08609"),
        ("2402.8609", "2402.08609"),
        ("2402.0869", "2402.08609"),
        ("402.08609", "2402.08609"),
        ("2402.088609", "2402.08609"),
        ("22402.08609", "2402.08609"),
        ("240208609", "2402.08609"),
        ("2402 08609", "2402.08609"),
        ("2402,08609", "2402.08609"),
        ("24020.8609", "2402.08609"),
        (" 2311.14208 ", "2311.14207"),
        ("cs/0112018", "cs/0112017"),
        ("cs/011217", "cs/0112017"),
    ],
)
def test_one_slip_is_mended(typed: str, meant: str) -> None:
    assert nearest_id(typed, KNOWN) == meant


@pytest.mark.parametrize(
    "typed",
    ["9999.99999", "2399.00001", "2402.99999", "2402.06089", "2402.08512", "2311.14", "1234.56789", "math/0112017", ""],
)
def test_more_than_a_slip_is_another_id(typed: str) -> None:
    assert nearest_id(typed, KNOWN) is None


@pytest.mark.parametrize("text", [*HOSTILE, "diffusion", "GPT-4", "2024", "2402.08609 similar", "12,345"])
def test_other_text_is_no_slip(text: str) -> None:
    assert nearest_id(text, KNOWN) is None


def test_of_a_few_the_nearest_in_number_is_meant_and_of_many_none() -> None:
    few = {"2402.08609", "2402.08659", "2402.98609"}
    assert nearest_id("2402.08619", few) == "2402.08609"
    assert nearest_id("2402.08619", {*few, "2402.08617"}) == "2402.08617"
    many = {f"2402.0860{last}" for last in range(9)}
    assert nearest_id("2402.08609", many) is None


def test_digits_that_were_swapped_come_before_one_that_is_wrong() -> None:
    assert nearest_id("2402.08690", {"2402.08609", "2402.08691"}) == "2402.08609"
