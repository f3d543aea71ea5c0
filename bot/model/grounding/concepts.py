"""What papers measure, in Korean and English: with the names, it tells what a number is said of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from retrieval.lazy_regex import lazy_regex

_CONCEPTS: Final = {
    "accuracy": "정확도|accuracy|accuracies",
    "precision": "정밀도|precision",
    "recall": "재현율|recall",
    "error": "오류|오차|errors?",
    "memory": "메모리|memory",
    "parameters": "매개변수|매개 변수|파라미터|parameters?",
    "latency": "지연|latency|latencies",
    "throughput": "처리량|throughput",
    "speed": "속도|빠르|빨라|빠른|speed|speeds|speedup|faster",
    "cost": "비용|costs?",
    "time": "시간|times? to|hours?",
    "compute": "연산|계산량|compute|computation",
    "tokens": "토큰|tokens?",
    "training": "훈련|학습|train|trained|training",
    "inference": "추론|inference",
    "data": "데이터|data",
    "images": "이미지|images?",
    "videos": "비디오|영상|동영상|videos?",
    "size": "크기|용량|size",
    "english": "영어|english",
    "german": "독일어|german",
    "french": "프랑스어|french",
    "chinese": "중국어|chinese",
    "korean": "한국어|korean",
    "japanese": "일본어|japanese",
    "spanish": "스페인어|spanish",
}


def _written(words: str) -> str:
    """Any of the words; the English ones not as a part of another."""
    return "|".join(rf"(?<![a-z]){word}(?![a-z])" if word.isascii() else word for word in words.split("|"))


_ANY: Final = lazy_regex("|".join(f"(?P<{name}>{_written(words)})" for name, words in _CONCEPTS.items()), re.IGNORECASE)


def concepts(text: str) -> Iterator[tuple[int, str]]:
    """Where each begins, and its name."""
    for match in _ANY.finditer(text):
        yield match.start(), f"({match.lastgroup})"
