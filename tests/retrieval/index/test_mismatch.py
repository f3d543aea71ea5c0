from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from retrieval.glossary.glossary import Glossary
from retrieval.glossary.pairs import Pair
from retrieval.index.mismatch import Suspicion
from retrieval.paper import Paper, SummaryPoint
from tests.retrieval.papers import HOSTILE, paper, seed_papers

TOPICS = {
    "Video Diffusion": "비디오 확산",
    "Robot Manipulation": "로봇 조작",
    "Speech Recognition": "음성 인식",
    "Protein Folding": "단백질 접힘",
    "Code Generation": "코드 생성",
}
GLOSSARY = Glossary(
    [
        Pair(word, english, 9, 0.0)
        for term, korean in TOPICS.items()
        for english, word in zip(term.split(), korean.split(), strict=True)
    ]
)
FILLER = (
    "이 연구는 새로운 방법을 제안하고 여러 실험에서 기존 방법보다 나은 성능을 보여 주며 그 까닭을 자세히 살펴봅니다. "
    * 5
)
NAMES = ("Alba", "Borea", "Ceres", "Delos", "Elara", "Fjord", "Gaia", "Helio", "Ikaro", "Juno", "Kairo", "Lyra", "Mira")


def made(number: int, topic: str, name: str, about: str) -> Paper:
    """A paper on `topic` whose summary is `about` something."""
    title = f"{name}: Towards {topic}"
    return paper(f"2401.{number:05}", title, f"{about}에 관한 연구입니다.", FILLER)


def corpus() -> list[Paper]:
    """Papers whose summaries are their own, but for what every summary leaves out of its title."""
    topics = list(TOPICS.items())
    return [
        made(number, topic, name, f"{name}, 곧 {korean}")
        for number, (name, (topic, korean)) in enumerate(
            (name, topic) for place, name in enumerate(NAMES) for topic in (topics[place % 5], topics[(place + 1) % 5])
        )
    ]


def large_corpus() -> list[Paper]:
    """The same eight times over, under other names."""
    return [
        replace(
            each,
            arxiv_id=f"24{times + 10}{each.arxiv_id[4:]}",
            title=f"{letter}{each.title}",
            points=(replace(each.points[0], text=f"{letter}{each.points[0].text}"), *each.points[1:]),
        )
        for times, letter in enumerate("BCDFGHKL")
        for each in corpus()
    ]


def suspicious(papers: Sequence[Paper], glossary: Glossary) -> frozenset[str]:
    return Suspicion.build(papers, glossary).ids


def judged(about: str, topic: str = "Protein Folding", name: str = "Zephyr") -> bool:
    """Whether a summary about `about` is suspected where the title is `name: Towards topic`."""
    stranger = made(99999, topic, name, about)
    marked = suspicious([*corpus(), stranger], GLOSSARY)
    assert marked <= {stranger.arxiv_id}
    return bool(marked)


def test_a_summary_of_something_else_is_suspected() -> None:
    assert judged("로봇 조작")
    assert judged("Alba라는 비디오 확산")


@pytest.mark.parametrize(
    ("about", "topic"),
    [
        ("Zephyr와 단백질 접힘", "Protein Folding"),
        ("Zephyr", "Protein Folding"),
        ("단백질 접힘", "Protein Folding"),
        ("단백질접힘", "Protein Folding"),
        ("protein folding", "Proteins Folded"),
        ("제퍼", "Protein Folding"),
        ("Zepphyr", "Protein Folding"),
    ],
    ids=["both", "name", "topic", "joined", "literally", "by sound", "misspelt"],
)
def test_one_link_is_enough(about: str, topic: str) -> None:
    assert not judged(about, topic)


def test_a_title_without_words_that_summaries_take_up_proves_nothing() -> None:
    joke = paper("2401.99999", "Is This All You Ever Wanted?", FILLER)
    assert not suspicious([*corpus(), joke], GLOSSARY)


def test_short_summaries_are_not_judged() -> None:
    short = replace(made(99999, "Protein Folding", "Zephyr", ""), points=(SummaryPoint("", "로봇 조작 연구입니다."),))
    assert not suspicious([*corpus(), short], GLOSSARY)
    assert not suspicious([*corpus(), replace(short, points=())], GLOSSARY)


def test_few_papers_are_too_few() -> None:
    strangers = [made(number, "Protein Folding", name, "로봇 조작") for number, name in enumerate(NAMES[:3])]
    assert not suspicious(strangers, GLOSSARY)
    assert not suspicious([], GLOSSARY)


def test_the_seeds_are_all_what_they_say() -> None:
    papers = seed_papers()
    glossary = Glossary.mine([(each.title, "\n".join(point.text for point in each.points)) for each in papers])
    assert not suspicious(papers, glossary)


def test_a_paper_that_comes_later_is_judged_by_those_that_there_are() -> None:
    stranger, own = (made(99998, "Protein Folding", "Zephyr", about) for about in ("로봇 조작", "단백질 접힘"))
    before = Suspicion.build(corpus(), GLOSSARY)
    assert before.updated(set(), [stranger], GLOSSARY).ids == {stranger.arxiv_id}
    assert before.updated(set(), [own], GLOSSARY).ids == set()
    assert before.ids == set()


def test_a_suspicion_goes_with_its_paper_and_with_its_cause() -> None:
    stranger = made(99999, "Protein Folding", "Zephyr", "로봇 조작")
    before = Suspicion.build([*corpus(), stranger], GLOSSARY)
    assert before.ids == {stranger.arxiv_id}
    assert before.updated({stranger.arxiv_id}, [], GLOSSARY).ids == set()
    mended = made(99999, "Protein Folding", "Zephyr", "단백질 접힘")
    assert before.updated({stranger.arxiv_id}, [mended], GLOSSARY).ids == set()


MADE_UP = "최신 딥러닝 모델이 이미지 분류에서 높은 정확도를 보이며 다양한 데이터셋에서 우수함을 입증했습니다. " * 5
"""The manner of a summary that a language model wrote without having seen the paper."""


def strangers(number: int, said: str) -> list[Paper]:
    """Papers whose titles give them away, each summary with its own words beside what they all say."""
    topics = list(TOPICS.items())
    return [
        paper(
            f"2402.{place:05}",
            f"Nova{place}: Towards {topics[place % 5][0]}",
            f"{topics[(place + 2) % 5][1]} 연구입니다.",
            said,
        )
        for place in range(number)
    ]


def test_a_summary_written_like_those_made_up_is_suspected_on_less() -> None:
    """Its title alone, of words that hardly any summary takes up, proves little."""
    doubtful = paper("2403.00001", "Pixel 12B", MADE_UP, "그 밖의 것은 다루지 않습니다.")
    papers = large_corpus()
    assert doubtful.arxiv_id not in suspicious([*papers, doubtful], GLOSSARY)
    assert doubtful.arxiv_id in suspicious([*papers, *strangers(12, MADE_UP), doubtful], GLOSSARY)


def test_a_paper_that_comes_later_is_judged_by_how_made_up_ones_are_written() -> None:
    doubtful = paper("2403.00001", "Pixel 12B", MADE_UP, "그 밖의 것은 다루지 않습니다.")
    before = Suspicion.build([*large_corpus(), *strangers(12, MADE_UP)], GLOSSARY)
    assert doubtful.arxiv_id in before.updated(set(), [doubtful], GLOSSARY).ids


def test_a_summary_in_that_manner_that_has_what_its_title_says_is_not_suspected() -> None:
    own = paper("2403.00001", "Zephyr: Towards Protein Folding", "Zephyr와 단백질 접힘에 관한 연구입니다.", MADE_UP)
    assert own.arxiv_id not in suspicious([*large_corpus(), *strangers(12, MADE_UP), own], GLOSSARY)


def test_those_made_up_that_are_written_as_all_are_witness_against_none_of_them() -> None:
    marked = suspicious([*large_corpus(), *strangers(12, FILLER)], GLOSSARY)
    assert marked == {each.arxiv_id for each in strangers(12, FILLER)}


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_judged(text: str) -> None:
    made = paper("2401.99999", f"{text}: {text}", text, FILLER)
    assert suspicious([*corpus(), made], GLOSSARY) <= {"2401.99999"}
