"""Files of saved papers: whatever titles and names hold, a program that reads them sees just that."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.saved.entry import Entry
from bot.features.saved.export import Format, export
from bot.state.saved import SavedPaper
from retrieval.paper import Appearance, Paper, SummaryPoint

SAVED_AT = datetime(2024, 6, 14, 3, 0, tzinfo=UTC)
HOSTILE = r"""}, author = {Nobody} @article{x, \input{/etc/passwd} 100% $5 & #1 a_b ~ ^ { "<script>" [x](http://evil)"""


def entry(title: str = "A Title", authors: tuple[str, ...] = ("Ada Lovelace",), arxiv_id: str = "2402.00001") -> Entry:
    paper = Paper(
        arxiv_id, title, authors, None, (SummaryPoint("", "요점"),), (Appearance(date(2024, 2, 14), None, 1),)
    )
    return Entry(SavedPaper(arxiv_id, title, SAVED_AT), paper)


def gone(title: str) -> Entry:
    return Entry(SavedPaper("2401.00002", title, SAVED_AT), None)


def written(entries: list[Entry], kind: Format) -> str:
    return export(entries, kind).decode()


def bibtex_fields(text: str) -> list[dict[str, str]]:
    """The entries as BibTeX parts them: a field ends where the braces that it opened are closed, escaped or not."""
    entries = []
    for body in re.findall(r"^@misc\{(.*?)^\}$", text, re.DOTALL | re.MULTILINE):
        key, _, rest = body.partition(",\n")
        fields = {"key": key}
        for line in rest.splitlines():
            field = re.fullmatch(r"  (\w+) = \{(.*)\},", line)
            assert field
            name, value = field.groups()
            depth = 0
            for character in value:
                depth += (character == "{") - (character == "}")
                assert depth >= 0
            assert depth == 0
            fields[name] = value
        entries.append(fields)
    return entries


def test_bibtex_has_what_citing_an_arxiv_paper_takes() -> None:
    text = written([entry(authors=("Ada Lovelace", "김 민수")), gone("Gone Since")], Format.BIBTEX)
    assert bibtex_fields(text) == [
        {
            "key": "arxiv:2402.00001",
            "title": "{A Title}",
            "author": "Ada Lovelace and 김 민수",
            "year": "2024",
            "eprint": "2402.00001",
            "archivePrefix": "arXiv",
            "url": "https://arxiv.org/abs/2402.00001",
        },
        {
            "key": "arxiv:2401.00002",
            "title": "{Gone Since}",
            "year": "2024",
            "eprint": "2401.00002",
            "archivePrefix": "arXiv",
            "url": "https://arxiv.org/abs/2401.00002",
        },
    ]


@pytest.mark.parametrize(
    ("arxiv_id", "year"),
    [("2402.00001", "2024"), ("0704.0001", "2007"), ("cs/0112017", "2001"), ("hep-th/9901001", "1999")],
)
def test_the_year_is_that_of_the_arxiv_id(arxiv_id: str, year: str) -> None:
    [fields] = bibtex_fields(written([entry(arxiv_id=arxiv_id)], Format.BIBTEX))
    assert (fields["year"], fields["eprint"]) == (year, arxiv_id)


@given(st.lists(st.tuples(st.text(), st.lists(st.text(), max_size=3)), max_size=3))
def test_any_title_and_name_is_one_field_of_one_bibtex_entry(papers: list[tuple[str, list[str]]]) -> None:
    papers.append((HOSTILE, [HOSTILE]))
    entries = [entry(title, tuple(names), f"2402.{number:05}") for number, (title, names) in enumerate(papers)]
    found = bibtex_fields(written(entries, Format.BIBTEX))
    assert [fields["eprint"] for fields in found] == [one.arxiv_id for one in entries]
    assert len({fields["key"] for fields in found}) == len(found)
    # What TeX would act on is escaped: only the names of characters are left of its commands.
    for fields in found:
        plain = re.sub(r"\{\\text\w+\}|\\[&%$#_]", "", fields["title"])
        assert not re.search(r"[\\&%$#_~^]", plain)


def test_a_name_that_bibtex_would_part_stays_one() -> None:
    [fields] = bibtex_fields(written([entry(authors=("Smith and Sons", "Doe, Jane", "Ann Brandt"))], Format.BIBTEX))
    assert fields["author"] == "{Smith and Sons} and {Doe, Jane} and Ann Brandt"


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_opens_in_excel_and_holds_a_row_for_each_paper() -> None:
    content = export([entry('확산, "모델"', ("Ada", "Bob")), gone("Gone")], Format.CSV)
    assert content.startswith(b"\xef\xbb\xbf")
    head, first, second = rows(content)
    assert head == ["arxiv_id", "title", "authors", "date", "votes", "url", "saved_at"]
    url, saved = "https://arxiv.org/abs/2402.00001", "2024-06-14T03:00:00+00:00"
    assert first == ["2402.00001", '확산, "모델"', "Ada; Bob", "2024-02-14", "", url, saved]
    assert second[:5] == ["2401.00002", "Gone", "", "", ""]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n=", " =", "＝", "\u200b="])
def test_no_cell_is_a_formula(start: str) -> None:
    formula = f'{start}HYPERLINK("http://evil")'
    _, row = rows(export([entry(formula, (formula,))], Format.CSV))
    assert [cell[0] for cell in row[1:3]] == ["'", "'"]


@given(st.text(), st.text())
def test_any_text_stays_in_its_cell(title: str, name: str) -> None:
    table = rows(export([entry(title, (name,)), entry()], Format.CSV))
    assert [len(row) for row in table] == [7, 7, 7]


def test_json_holds_all_that_is_known() -> None:
    first, second = json.loads(written([entry(HOSTILE), gone("Gone")], Format.JSON))
    assert first["title"] == HOSTILE
    assert first["points"] == [{"label": "", "text": "요점", "by": None}]
    assert second == {
        "saved_at": "2024-06-14T03:00:00+00:00",
        "arxiv_id": "2401.00002",
        "title": "Gone",
        "url": "https://arxiv.org/abs/2401.00002",
    }


def test_markdown_holds_no_links_but_its_own() -> None:
    text = written([entry(HOSTILE), gone("Gone")], Format.MARKDOWN)
    unescaped = re.sub(r"\\.", "", text)
    assert re.findall(r"\]\((.*?)\)", unescaped) == [
        "https://arxiv.org/abs/2402.00001",
        "https://arxiv.org/abs/2401.00002",
    ]
    assert "<" not in unescaped
    assert text.count("\n- ") == 1
