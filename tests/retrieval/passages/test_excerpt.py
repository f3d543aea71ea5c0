from __future__ import annotations

import pytest

from retrieval.paper import Paper
from retrieval.passages.excerpt import Excerpt, introduction
from retrieval.query.query import parse_query
from tests.retrieval.papers import HOSTILE, paper
from tests.retrieval.passages.questions import index_of


def excerpt(query: str, made: Paper) -> Excerpt:
    index = index_of((made,))
    (found,) = index.excerpts([made], index.understand(parse_query(query)))
    assert found is not None
    return found


def test_the_sentence_that_says_most_is_chosen_and_marked() -> None:
    made = paper(
        "1", "Title", "첫 번째 요점입니다.", "배경입니다. 강화학습을 로봇에 씁니다. 결과입니다.", "로봇 이야기."
    )
    found = excerpt("강화학습 로봇", made)
    assert (found.index, found.sentence(made)) == (1, "강화학습을 로봇에 씁니다.")
    assert [found.sentence(made)[start:end] for start, end in found.marks] == ["강화학습", "로봇"]
    assert [made.points[1].text[start:end] for start, end in found.spans] == ["강화학습", "로봇"]


def test_words_of_the_title_hardly_count() -> None:
    made = paper("1", "MultiBooth: Concepts", "MultiBooth, MultiBooth concepts.", "MultiBooth uses a region.")
    assert excerpt("MultiBooth concepts region", made).index == 1


def test_what_a_paper_does_goes_before_what_the_world_lacks() -> None:
    lacks = "최근 음악 생성은 길이를 다루지 못했습니다."
    does = "본 논문은 음악 생성을 위한 새로운 모델을 제안합니다."
    assert excerpt("음악 생성", paper("1", "Music Generation", lacks, does)).index == 1
    both = paper("2", "Music Generation", f"{lacks} {does}")
    assert excerpt("음악 생성", both).sentence(both) == does


def test_without_a_match_it_says_what_the_paper_does() -> None:
    made = paper("1", "Lumiere", "최근 비디오가 많습니다. 우리는 모델을 제안합니다. 결과가 좋습니다.")
    found = excerpt("전혀다른것", made)
    assert (found.sentence(made), found.spans) == ("우리는 모델을 제안합니다.", ())
    first = introduction(made)
    assert first is not None
    assert first.sentence(made) == "우리는 모델을 제안합니다."


def test_a_paper_without_points_has_no_excerpt() -> None:
    bare = paper("1", "Lumiere")
    index = index_of((bare,))
    assert index.excerpts([bare], index.understand(parse_query("lumiere"))) == [None]
    assert introduction(bare) is None


def test_a_part_that_ends_before_its_sentence_says_so() -> None:
    made = paper("1", "Title", "하나 둘 셋 넷. 다섯")
    assert Excerpt(0, (), 0, 4).sentence(made) == "하나 둘…"
    assert Excerpt(0, (), 0, 9).sentence(made) == "하나 둘 셋 넷."
    assert Excerpt(0, ()).sentence(made) == made.points[0].text


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_has_an_excerpt(text: str) -> None:
    made = paper("1", text, text, f"{text} 로봇")
    found = excerpt(f"{text} 로봇", made)
    assert all(0 <= start <= end <= len(found.sentence(made)) for start, end in found.marks)


def test_what_a_paper_does_goes_before_how_well_it_does() -> None:
    does = "본 논문은 음악을 생성하는 새로운 모델을 제안합니다."
    results = "실험 결과, 제안한 음악 생성 모델이 기존 방법보다 우수한 성능을 달성했습니다."
    assert excerpt("음악 생성", paper("1", "Music Generation", results, does)).sentence(
        paper("1", "Music Generation", results, does)
    ) == (does)


def test_a_sentence_that_stands_by_itself_goes_before_one_that_goes_on() -> None:
    goes_on = "또한, 새로운 데이터셋을 소개합니다."
    alone = "새로운 데이터셋을 소개합니다."
    made = paper("1", "Data", f"{goes_on} {alone}")
    assert excerpt("전혀다른것", made).sentence(made) == alone


def test_the_sentence_with_the_terms_is_chosen_wherever_it_stands() -> None:
    made = paper(
        "1",
        "Tuning",
        "튜닝 방법을 제안합니다.",
        "추론 길이를 크게 줄입니다. 모델의 효율이 좋아집니다.",
    )
    assert excerpt("추론 길이", made).sentence(made) == "추론 길이를 크게 줄입니다."
