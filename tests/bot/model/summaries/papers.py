"""Papers to summarise, and a writer that says what a test has it say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel

from bot.model.model import ModelError, ModelFault, Prompt
from retrieval.sources.summarizing import Unsummarized

T = TypeVar("T", bound=BaseModel)

PAPER = Unsummarized(
    "2611.00001",
    "TidalNet: Efficient Long-Context Attention for Language Models",
    "We present TidalNet, a sparse attention layer for long-context language models. TidalNet keeps a rolling cache of "
    "4,096 tokens and learns which blocks to read. Trained on 1.4 trillion tokens, TidalNet-7B reaches 61.5% on RULER "
    "and 48.2% on LongBench, runs 2.5x faster than FlashAttention-2 and cuts memory by 30%. Accuracy on short inputs "
    "drops by 0.4 points.",
)
GOOD = {
    "whats_new": "이 논문은 긴 문맥(long-context)을 다루는 언어 모델을 위한 희소 어텐션(sparse attention) 계층 "
    "TidalNet을 제안합니다.",
    "technical_details": "TidalNet은 4,096개 토큰을 담는 캐시(cache)를 유지하면서 읽을 블록을 학습하며, 1.4조 개의 "
    "토큰으로 훈련했습니다.",
    "performance": "TidalNet-7B는 RULER에서 61.5%, LongBench에서 48.2%를 기록하고, FlashAttention-2보다 2.5배 "
    "빠르며 메모리를 30% 줄입니다.",
}
GOOD_ENGLISH = {
    "whats_new": "The paper presents TidalNet, a sparse attention layer for language models with long context.",
    "technical_details": "It keeps a rolling cache of 4,096 tokens, and was trained on 1.4 trillion tokens.",
    "performance": "TidalNet-7B reaches 61.5% on RULER and is 2.5 times as fast as FlashAttention-2.",
}


def other_paper(number: int) -> tuple[Unsummarized, dict[str, str]]:
    """A paper of its own name and numbers, and a good summary of it."""
    name, score = f"Quarry{chr(65 + number % 26)}{chr(97 + number // 26)}", f"{30 + number}.{number % 9 + 1}"
    paper = Unsummarized(
        f"2611.{number + 100:05}",
        f"{name}: Mining Data with Retrieval",
        f"We introduce {name}, a method that mines training data for retrieval. On BEIR, {name} scores {score}% and "
        f"needs {number + 3} GPUs. Its index takes {number + 2}.5 GB of memory.",
    )
    said = {
        "whats_new": f"이 연구는 검색(retrieval)에 쓸 훈련 데이터를 캐내는 방법 {name}를 소개합니다.",
        "technical_details": f"{name}는 GPU {number + 3}장으로 돌아가며 색인은 메모리 {number + 2}.5 GB를 씁니다.",
        "performance": f"BEIR에서 {score}%를 기록했습니다.",
    }
    return paper, said


@dataclass
class SayingWriter:
    """Says what `says` makes of a prompt: a draft, or a fault. A complaint is met with `then`, else with the same."""

    says: Callable[[Prompt], dict[str, Any] | ModelFault]
    then: Callable[[Prompt, str], dict[str, Any]] | None = None
    asked: list[Prompt] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def write(
        self, prompt: Prompt, shape: type[T], *, within: float, check: Callable[[T], str] = lambda _: ""
    ) -> T:
        self.asked.append(prompt)
        said = self.says(prompt)
        if isinstance(said, ModelFault):
            raise ModelError(said)
        written = shape.model_validate(said)
        if complaint := check(written):
            self.complaints.append(complaint)
            written = shape.model_validate(self.then(prompt, complaint) if self.then else said)
            if check(written):
                raise ModelError(ModelFault.REJECTED)
        return written
