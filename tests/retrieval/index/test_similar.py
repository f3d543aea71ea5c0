"""Papers like one: about the same, not just with a word in common, and shown by what they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from retrieval.analysis.terms import terms
from retrieval.index.index import Index
from retrieval.index.similar import Likeness, Similar
from retrieval.inverted_index.bm25 import BM25
from retrieval.paper import Paper
from tests.retrieval.papers import HOSTILE, paper, seed_papers

ROBOTS = paper(
    "1",
    "Grasping Objects with a Robot Hand",
    "로봇 손이 물체를 파지하도록 촉각 센서로 학습합니다.",
    "파지 성공률이 높아집니다.",
)
GRASPS = paper("2", "A Robot Hand that Feels", "촉각 센서가 있는 로봇 손으로 물체를 파지하는 정책입니다.")
SCHEDULE = paper("3", "Schedule Grasping Prices", "학습률을 정하지 않는 최적화 기법입니다.")
OTHERS = [
    paper(f"9{number}", f"{topic} in Practice", f"{korean}에 관한 연구이고 {korean} 평가도 다룹니다.")
    for number, (topic, korean) in enumerate(
        [
            ("Speech Recognition", "음성 인식"),
            ("Protein Folding", "단백질 접힘"),
            ("Code Generation", "코드 생성"),
            ("Video Diffusion", "비디오 확산"),
            ("Question Answering", "질의 응답"),
            ("Graph Networks", "그래프 신경망"),
            ("Music Synthesis", "음악 합성"),
            ("Machine Translation", "기계 번역"),
            ("Depth Estimation", "깊이 추정"),
            ("Image Editing", "이미지 편집"),
        ]
        * 2
    )
]


def similar(to: Paper, papers: Sequence[Paper], limit: int = 5) -> tuple[Similar, ...]:
    likeness = Index.build(papers).likeness
    by_id = {each.arxiv_id: each for each in papers}
    return likeness.most_similar(to, [by_id[one] for one in likeness.candidates(to)], limit)


def ids(found: Sequence[Similar]) -> list[str]:
    return [each.paper.arxiv_id for each in found]


def marked(found: Similar) -> list[str]:
    assert found.excerpt
    text = found.paper.points[found.excerpt.index].text
    return [text[start:end] for start, end in found.excerpt.spans]


def test_papers_on_one_subject_are_alike_and_a_word_in_common_is_no_subject() -> None:
    found = similar(ROBOTS, [ROBOTS, GRASPS, SCHEDULE, *OTHERS])
    assert ids(found) == ["2"]
    assert 0 < found[0].likeness <= 1
    assert similar(SCHEDULE, [ROBOTS, GRASPS, SCHEDULE, *OTHERS]) == ()


def test_the_most_alike_come_first_and_only_so_many() -> None:
    twin = replace(ROBOTS, arxiv_id="4")
    papers = [ROBOTS, GRASPS, twin, *OTHERS]
    assert ids(similar(ROBOTS, papers)) == ["4", "2"]
    assert ids(similar(ROBOTS, papers, 1)) == ["4"]


def test_whole_words_that_both_have_are_marked() -> None:
    [found] = similar(ROBOTS, [ROBOTS, GRASPS, *OTHERS])
    assert set(" ".join(marked(found)).split()) == {"촉각", "센서", "로봇", "손", "물체", "파지"} - {"손"}


@pytest.mark.parametrize(
    "link",
    [
        "로봇 손 파지 촉각 센서의 프로젝트 페이지는 https://grasp.example 입니다.",
        "로봇 손 파지 촉각 센서 코드가 GitHub에 있습니다.",
        "로봇 손 파지 촉각 센서 물체 코드와 데이터는 곧 공개됩니다.",
        "Robot hand grasping code is available at grasp.example.",
    ],
)
def test_likeness_is_not_explained_by_a_sentence_that_links(link: str) -> None:
    points = [replace(GRASPS.points[0], text=text) for text in (link, f"{link} 물체를 파지합니다.")]
    linked = replace(GRASPS, points=(*points, GRASPS.points[0]))
    [found] = similar(ROBOTS, [ROBOTS, linked, *OTHERS])
    assert found.excerpt
    assert found.excerpt.index == 2
    [found] = similar(ROBOTS, [ROBOTS, replace(linked, points=tuple(points)), *OTHERS])
    assert found.excerpt
    assert found.excerpt.index == 1
    assert found.excerpt.spans[0][0] >= len(link)


def test_a_point_with_nothing_in_common_explains_nothing() -> None:
    titled = paper("5", ROBOTS.title, "성능이 올라갑니다.")
    found = similar(replace(ROBOTS, points=()), [replace(ROBOTS, points=()), titled, *OTHERS])
    assert ids(found) == ["5"]
    assert found[0].excerpt is None


def test_the_summary_of_another_paper_makes_nothing_alike() -> None:
    stranger = paper("6", "Reading Old Maps", *(point.text for point in ROBOTS.points))
    papers = [ROBOTS, GRASPS, stranger, *OTHERS]
    bm25 = BM25(terms("\n".join((each.title, *(point.text for point in each.points)))) for each in papers)
    trusting, doubting = (
        Likeness([each.arxiv_id for each in papers], bm25, doubted) for doubted in (set[str](), {"6"})
    )
    assert "6" in trusting.candidates(ROBOTS)
    assert "6" not in doubting.candidates(ROBOTS)
    assert trusting.most_similar(stranger, [GRASPS], 5) != ()
    assert doubting.most_similar(stranger, [GRASPS], 5) == ()


def test_no_paper_of_the_seeds_is_like_itself() -> None:
    papers = seed_papers()
    likeness = Index.build(papers).likeness
    for each in papers:
        assert each.arxiv_id not in likeness.candidates(each)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_compared(text: str) -> None:
    papers = [paper("1", text, text), paper("2", text, text), paper("3", "robot", "로봇"), *OTHERS]
    for found in similar(papers[0], papers):
        assert 0 < found.likeness <= 1
        assert found.excerpt is None or marked(found)
