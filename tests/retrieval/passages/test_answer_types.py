from __future__ import annotations

import pytest

from retrieval.passages.answer_types import find_cues
from tests.retrieval.papers import HOSTILE


def answers(question: str, text: str) -> bool:
    """Whether `text` holds every kind of answer that `question` asks for, of which there is at least one."""
    cues = list(find_cues(question))
    return bool(cues) and all(cue.answered_by(text) for cue in cues)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("질문이 몇 개야?", "3,000개의 질문을 모았다"),
        ("얼마나 커졌어?", "절반으로 줄었다"),
        ("규모가 어느 정도야?", "75M개의 이미지"),
        ("얼마 동안 훈련했어?", "이틀, 곧 48시간"),
        ("몇 배 빨라?", "7배 더 빠릅니다"),
        ("몇 배 걸려?", "두 배의 시간이 걸린다"),
        ("정확도는 몇 퍼센트야?", "97%의 정확도"),
        ("몇 시간 학습했어?", "10만 시간의 음성"),
        ("How many languages?", "200개 언어"),
        ("코드는 어디서 받아?", "https://github.com/a/b 에 있다"),
        ("is the code available?", "코드는 공개될 예정이다"),
        ("어떤 GPU를 썼어?", "A100 8장"),
        ("왜 느려져?", "누적합 때문에 느려진다"),
        ("단점은?", "그러나 시간이 오래 걸린다"),
        ("어떤 언어를 지원해?", "영어와 한국어를 지원한다"),
        ("데이터셋 이름이 뭐야?", "FooBench라는 데이터셋"),
        ("Under which license?", "Apache 2.0으로 공개"),
        ("How long does it take?", "15초 만에 만든다"),
        ("얼마나 오래 걸려?", "학습에 48시간이 든다"),
        ("문장은 몇 줄이야?", "3줄이면 된다"),
        ("학습 비용이 얼마야?", "단 6달러로 학습했다"),
        ("How much does the training cost?", "$450 미만으로 학습했다"),
    ],
)
def test_an_answer_of_the_kind_that_is_asked_for_is_seen(question: str, text: str) -> None:
    assert answers(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("질문이 몇 개야?", "많은 질문을 모았다"),
        ("몇 개야?", "GPT-4와 Llama3, H100을 썼다"),
        ("LLaMA 2는 몇 개야?", "LLaMA 2 모델이다"),
        ("몇 배 빨라?", "정확도가 97%이고 빠르다"),
        ("코드는 어디서 받아?", "새로운 방법을 제안한다"),
        ("왜 그래?", "새로운 방법을 제안한다"),
        ("How long does it take?", "정확도가 97이고 5 일반 모델보다 낫다"),
        ("H100 가격이 얼마야?", "H100보다 3.7배 빠릅니다"),
    ],
)
def test_another_answer_is_none(question: str, text: str) -> None:
    assert not answers(question, text)


@pytest.mark.parametrize(
    "question", ["확산 모델", "강화 학습은 무엇인가요?", "How does it work?", "encode and recode", ""]
)
def test_most_questions_want_no_kind_of_answer(question: str) -> None:
    assert not list(find_cues(question))


def test_a_cue_says_which_words_ask() -> None:
    question = "토큰 몇 개로 학습했고 코드는?"
    assert sorted({question[start:end] for cue in find_cues(question) for start, end in cue.asked}) == [
        "몇 개로",
        "코드는",
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_understood(text: str) -> None:
    for cue in find_cues(f"몇 배 빨라? how many? code? {text}"):
        assert cue.answered_by(text) in (True, False)
