from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.paper import Appearance, Paper, find_arxiv_ids, parse_arxiv_id


@pytest.mark.parametrize(
    "text",
    [
        "2402.08609",
        " 2402.08609\n",
        "2402.08609v2",
        "2402.08609V2",
        "arXiv:2402.08609",
        "arxiv: 2402.08609v12",
        "https://arxiv.org/abs/2402.08609",
        "http://arxiv.org/abs/2402.08609v1",
        "https://www.arxiv.org/pdf/2402.08609.pdf",
        "https://arxiv.org/pdf/2402.08609v3",
        "https://export.arxiv.org/html/2402.08609v1#S2",
        "arxiv.org/abs/2402.08609/",
        "<https://arxiv.org/abs/2402.08609>",
        "https://huggingface.co/papers/2402.08609?utm_source=x",
        "https://www.alphaxiv.org/abs/2402.08609",
    ],
)
def test_an_id_is_found_however_it_is_written(text: str) -> None:
    assert parse_arxiv_id(text) == "2402.08609"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cs/0112017", "cs/0112017"),
        ("CS/0112017v1", "cs/0112017"),
        ("https://arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("math.gt/0309136", "math.GT/0309136"),
        ("0704.0001", "0704.0001"),
    ],
)
def test_old_ids_are_written_as_arxiv_writes_them(text: str, expected: str) -> None:
    assert parse_arxiv_id(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2402",
        "2402.086",
        "2402.086091",
        "about 2402.08609",
        "2402.08609 and more",
        "https://example.com/abs/2402.08609",
        "https://arxiv.org/list/2402.08609",
        "https://arxiv.org.example.com/abs/2402.08609",
        "٢٤٠٢.٠٨٦٠٩",
        "２４０２.０８６０９",
        "cſ/0112017",
        "diffusion models",
    ],
)
def test_what_is_no_id_is_none(text: str) -> None:
    assert parse_arxiv_id(text) is None


@given(st.text() | st.text(alphabet="0123456789.v/:arxivhtps<>?#", max_size=60))
def test_any_text_gives_an_id_that_reads_as_itself_or_none(text: str) -> None:
    arxiv_id = parse_arxiv_id(text)
    assert arxiv_id is None or parse_arxiv_id(arxiv_id) == arxiv_id


def test_a_paper_links_to_its_pages_and_knows_its_latest_day() -> None:
    days = (Appearance(date(2024, 2, 14), None, 3), Appearance(date(2024, 2, 15), 7, 1))
    paper = Paper("2402.08609", "A title", (), None, (), days)
    assert paper.latest == days[1]
    assert paper.url == "https://arxiv.org/abs/2402.08609"
    assert paper.pdf_url == "https://arxiv.org/pdf/2402.08609"
    assert paper.huggingface_url == "https://huggingface.co/papers/2402.08609"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("https://arxiv.org/abs/2402.08609v2 어때?", ["2402.08609"]),
        ("<https://arxiv.org/pdf/2402.08609.pdf>, huggingface.co/papers/2402.08268을 봐", ["2402.08609", "2402.08268"]),
        ("2402.08609 2402.08609v3 (2402.08268)", ["2402.08609", "2402.08268"]),
        ("2402.08609랑 비슷한 거", ["2402.08609"]),
        ("arXiv:cs/0112017 and https://arxiv.org/abs/CS.AI/0112017", ["cs/0112017", "cs.AI/0112017"]),
        ("paid 1234.5678 USD, 2402.086091, v12402.08609, and/1234567, 1.2402.08609", []),
        ("", []),
    ],
)
def test_ids_are_found_within_other_text(text: str, ids: list[str]) -> None:
    assert list(find_arxiv_ids(text)) == ids
