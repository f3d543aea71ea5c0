"""Files of abstracts: what is taken from them, and what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.digests.abstracts import MAX_ABSTRACT, Abstract, parse_abstracts
from retrieval.digests.digest import MAX_DETAIL, MAX_WARNINGS, Fault
from retrieval.digests.files import read_changes
from tests.retrieval.papers import HOSTILE


def line(arxiv_id: object, abstract: object) -> str:
    return json.dumps({"id": arxiv_id, "abstract": abstract}, ensure_ascii=False)


def test_each_line_is_the_abstract_of_a_paper() -> None:
    text = f"{line('2402.08609', 'We study x.')}\n\n{line('https://arxiv.org/abs/cs/0112017v2', 'Old.')}\r\n"
    assert parse_abstracts(text) == ((Abstract("2402.08609", "We study x."), Abstract("cs/0112017", "Old.")), ())


def test_the_last_line_of_a_paper_counts() -> None:
    abstracts, _ = parse_abstracts(f"{line('2402.08609', 'First.')}\n{line('2402.08609v2', 'Second.')}")
    assert abstracts == (Abstract("2402.08609", "Second."),)


@pytest.mark.parametrize(
    "bad",
    [
        "no json",
        "[]",
        "{}",
        '{"id": "2402.08609"',
        line("2402.08609", None),
        line("no id", "x"),
        line(7, "x"),
        line("2402.08609", " \u200b"),
    ],
)
def test_a_line_that_is_no_abstract_is_left_out_and_said(bad: str) -> None:
    abstracts, [warning] = parse_abstracts(f"{line('2402.00001', 'Good.')}\n{bad}\n{line('2402.00002', 'Good.')}")
    assert [abstract.arxiv_id for abstract in abstracts] == ["2402.00001", "2402.00002"]
    assert (warning.line, warning.fault) == (2, Fault.BAD_ABSTRACT)
    assert '{"id": "2402.08609", "abstract": "…"}' in warning.message


def test_text_is_on_one_line_and_has_a_limit() -> None:
    [abstract], _ = parse_abstracts(line("2402.08609", f"We\n\u202estudy\x00 x.{'a' * MAX_ABSTRACT}"))
    assert abstract.text.startswith("We study x.aaa")
    assert len(abstract.text) == MAX_ABSTRACT


def test_warnings_have_a_limit() -> None:
    _, warnings = parse_abstracts("\n".join(["x" * 1000] * (MAX_WARNINGS + 7)))
    assert len(warnings) == MAX_WARNINGS + 1
    assert (warnings[-1].fault, warnings[-1].detail) == (Fault.MORE, "7")
    assert max(len(warning.detail) for warning in warnings) == MAX_DETAIL


@given(st.one_of(st.text(), st.sampled_from(HOSTILE), st.recursive(st.text(), st.lists).map(json.dumps)))
def test_nothing_makes_it_raise(text: str) -> None:
    for abstract in parse_abstracts(f"{text}\n{line('2402.08609', text)}")[0]:
        assert abstract.text
        assert abstract.text == " ".join(abstract.text.split())


def test_deep_nesting_is_one_warning() -> None:
    assert [warning.fault for warning in parse_abstracts("[" * 100_000)[1]] == [Fault.BAD_ABSTRACT]


def test_files_of_abstracts_stand_beside_digests(tmp_path: Path) -> None:
    for name in ("abstracts.jsonl", "2024/abstracts-2024.jsonl", "notes.jsonl", ".abstracts.jsonl", "abstracts.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(line("2402.08609", name), encoding="utf-8")
    changes = read_changes([tmp_path], {})
    assert [one.text for change in changes.changed for one in change.abstracts] == [
        "2024/abstracts-2024.jsonl",
        "abstracts.jsonl",
    ]
    assert read_changes([tmp_path], {change.name: change.hash for change in changes.changed}).unchanged == 2
