"""Which terms are on the rise: topics and names, each once, whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from retrieval.index.index import Index
from retrieval.paper import Paper, SummaryPoint
from retrieval.trends.rising import Rises, find_risen
from retrieval.trends.topics import is_half, name_of, what_follows
from tests.retrieval.papers import HOSTILE, paper

FILLER = [f"{number}번째 논문은 평범합니다." for number in range(20)]


def papers_of(month: str, texts: Sequence[str], title: str = "A Title") -> list[Paper]:
    """A paper for each text: its summary, points parted by slashes."""
    number = month.replace("-", "")[2:]
    return [
        paper(f"{number}.{place:05}", title, *text.split(" / "), day=f"{month}-10") for place, text in enumerate(texts)
    ]


def before_and_lately(before: list[str], lately: list[str], title: str = "A Title") -> list[Paper]:
    papers = [each for month in ("2023-10", "2023-11", "2023-12") for each in papers_of(month, FILLER)]
    return [
        *papers,
        *papers_of("2024-01", [*before, *FILLER], title),
        *papers_of("2024-02", [*lately, *FILLER], title),
    ]


def risen(papers: list[Paper], months: int = 12, limit: int = 5) -> Rises:
    found = find_risen(Index.build(papers).mentions, months)
    assert found
    return found.rises([each for each in papers if each.arxiv_id in found.arxiv_ids], limit)


def rising(*lately: str, before: Sequence[str] = ()) -> set[str]:
    """What rises where the last month has these texts, six papers of each."""
    papers = before_and_lately(list(before), [text for text in lately for _ in range(6)])
    return {rise.term for rise in risen(papers).rises}


def test_a_term_that_more_papers_speak_of_lately_has_risen() -> None:
    rises = risen(before_and_lately(["Transformer는 여전합니다."] * 6, ["Mamba 구조입니다."] * 6 + ["Transformer"] * 2))
    assert [(rise.term, rise.before, rise.lately) for rise in rises.rises] == [("Mamba", 0, 6)]
    assert (rises.first, rises.until) == (date(2023, 10, 1), date(2024, 1, 1))
    assert (rises.since, rises.last) == (date(2024, 2, 1), date(2024, 2, 1))
    assert (rises.papers_before, rises.papers_lately) == (86, 28)
    assert len(rises.rises[0].examples) == 5


def test_a_term_of_the_glossary_rises_with_its_translation_and_its_words_do_not_rise_beside_it() -> None:
    lately = ["그룹 상대 정책 최적화(group relative policy optimization)로 학습합니다."] * 5
    [rise] = risen(before_and_lately([], lately)).rises
    assert {rise.term, rise.translation} == {"그룹 상대 정책 최적화", "group relative policy optimization"}


def test_an_abbreviation_and_what_it_is_in_full_are_one() -> None:
    lately = ["그룹 상대 정책 최적화(Group Relative Policy Optimization; GRPO)를 씁니다. GRPO는 빠릅니다."] * 6
    [rise] = risen(before_and_lately([], lately)).rises
    assert rise.term == "GRPO"
    assert rise.translation in ("그룹 상대 정책 최적화", "Group Relative Policy Optimization")


def test_a_model_family_rises_once() -> None:
    found = rising("Qwen2.5-7B를 학습합니다.", "Qwen2-VL을 학습합니다.", "Qwen 3을 학습합니다.", "Mamba를 학습합니다.")
    assert len([term for term in found if term.startswith("Qwen")]) == 1
    assert "Mamba" in found


def test_what_the_same_papers_speak_of_is_one_subject() -> None:
    assert len(rising("Mamba와 Jamba를 섞습니다.")) == 1
    assert rising("Mamba를 씁니다.", "Jamba를 씁니다.") == {"Mamba", "Jamba"}


@pytest.mark.parametrize(
    "text",
    [
        "느린 사고(slow Thinking Model)를 다룹니다.",
        "생각(thinking)을 다룹니다.",
        "Kimi-VL-Thinking을 공개합니다.",
        "We keep Thinking About Structure 라고 합니다.",
    ],
)
def test_plain_words_and_parts_of_longer_terms_do_not_rise(text: str) -> None:
    assert not {term.lower() for term in rising(text)} & {"thinking", "slow", "structure", "model", "keep", "about"}


def test_a_korean_term_that_always_follows_the_same_word_is_half_of_another() -> None:
    papers = papers_of("2024-02", ["다중모달 언어 모델입니다.", "다중 모달 언어 모델을 씁니다."])
    assert is_half(["모달 언어 모델"], papers)
    assert not is_half(["다중 모달 언어 모델"], papers)
    assert not is_half(
        ["언어 모델"], papers_of("2024-02", ["큰 언어 모델", "작은 언어 모델", "언어 모델", "새 언어 모델"])
    )


def test_a_term_that_the_same_word_always_follows_is_half_of_another_too() -> None:
    text = "키-값(Key-Value; KV) 캐시를 줄입니다. KV 캐시(KV cache)는 큽니다."
    assert rising(text) <= {"KV 캐시", "KV cache"}
    assert what_follows(["KV"], papers_of("2024-02", [text, "KV 캐시의 크기", "KV를 씁니다"])) == "캐시"
    assert what_follows(["KV"], papers_of("2024-02", ["KV 캐시", "KV 헤드", "KV를 씁니다"])) == ""


def test_what_stands_only_among_the_results_is_measured_with_and_does_not_rise() -> None:
    benchmark = "새 방법을 제안합니다. / 구조를 바꿉니다. / AIME에서 앞섭니다."
    topic = "새 방법을 제안합니다. / Mamba를 바꿉니다. / 앞섭니다."
    assert rising(benchmark, topic) == {"Mamba"}


def test_few_papers_plain_english_numbers_and_how_digests_are_written_are_no_rise() -> None:
    papers = before_and_lately([], ["Sora", "Sora", "21.8", "21.8", "21.8", "21.8", "21.8"])
    titled = [paper(f"2402.9{place:04}", "Towards Making", "요약", day="2024-02-10") for place in range(8)]
    labelled = [
        replace(each, points=(SummaryPoint("Highlight", each.points[0].text),)) if each.latest.date.month == 2 else each
        for each in (*papers, *titled)
    ]
    assert risen(labelled).rises == ()


def test_a_month_that_has_hardly_begun_is_taken_together_with_the_one_before() -> None:
    papers = [
        *(each for month in ("2023-12", "2024-01") for each in papers_of(month, FILLER)),
        *papers_of("2024-02", [*["Mamba 구조입니다."] * 6, *FILLER]),
        *papers_of("2024-03", ["평범합니다.", "Mamba 구조입니다."]),
    ]
    rises = risen(papers)
    assert (rises.since, rises.last, rises.papers_lately) == (date(2024, 2, 1), date(2024, 3, 1), 28)
    assert [(rise.term, rise.lately) for rise in rises.rises] == [("Mamba", 7)]


def test_one_month_is_not_enough_to_tell_a_rise() -> None:
    assert find_risen(Index.build(papers_of("2024-01", ["Mamba"] * 3)).mentions, 12) is None
    assert find_risen(Index.build([]).mentions, 12) is None


@pytest.mark.parametrize(
    ("term", "texts", "name"),
    [
        ("qwen2.5", ["Qwen2.5-7B를", "Qwen2.5를", "qwen2.5"], "Qwen2.5"),
        ("qwen", ["Qwen 2.5를", "Qwen 3은", "Qwen 7B를"], "Qwen"),
        ("llava", ["Video-LLaVA-7B를", "LLaVA-1.5는", "LLaVA로"], "LLaVA"),
        ("r1", ["DeepSeek-R1을", "X-R1을"], ""),
        ("llm", ["LLMs를", "LLMs는", "LLM은"], "LLM"),
        ("testtime", ["Test-Time Scaling을", "Test-Time Training을"], ""),
        ("agent", ["agents를", "agent는"], ""),
        ("mamba", ["Vision Mamba를", "State Space Mamba를", "Mamba를"], ""),
    ],
)
def test_a_name_is_written_as_papers_write_it(term: str, texts: list[str], name: str) -> None:
    assert name_of(term, papers_of("2024-02", texts)) == name


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_may_rise(text: str) -> None:
    rises = risen(before_and_lately([], [text] * 6, text))
    assert all(rise.term for rise in rises.rises)
