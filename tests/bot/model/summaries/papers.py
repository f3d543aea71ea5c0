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


_FIELDS = (
    (
        "retrieval",
        "검색",
        "BEIR",
        "ranks passages by what they answer",
        "어떤 질문에 답하는지로 순위를 매깁니다.",
    ),
    (
        "segmentation",
        "분할",
        "COCO",
        "labels pixels from coarse scribbles",
        "성긴 낙서로 화소마다 이름표를 붙입니다.",
    ),
    (
        "translation",
        "번역",
        "FLORES",
        "aligns sentences without a dictionary",
        "사전 없이 문장끼리 짝을 지웁니다.",
    ),
    ("robotics", "로봇 공학", "CALVIN", "plans grasps from one camera", "카메라 한 대로 물건을 잡는 순서를 세웁니다."),
    (
        "speech",
        "음성",
        "VoxPopuli",
        "separates speakers who interrupt",
        "말을 끊는 화자를 나누어 듣습니다.",
    ),
)
_OPENINGS = (
    "이 연구는 {field}({english}) 문제를 새로 풀어 보이는 {name}를 소개합니다.",
    "{name}는 {field}({english})에 드는 품을 덜기 위해 나온 방법입니다.",
    "저자들은 {field}({english}) 모델이 놓치던 부분을 {name}로 메웁니다.",
)


def other_paper(number: int) -> tuple[Unsummarized, dict[str, str]]:
    """A paper of its own name and numbers, and a good summary of it."""
    english, field, benchmark, does, korean = _FIELDS[number % len(_FIELDS)]
    name, score = f"Quarry{chr(65 + number % 26)}{chr(97 + number // 26)}", f"{30 + number % 60}.{number % 9 + 1}"
    paper = Unsummarized(
        f"2611.{number + 100:05}",
        f"{name}: Better {english.title()} with Less",
        f"We introduce {name}, a method for {english} that {does}. On {benchmark}, {name} scores {score}% and needs "
        f"{number + 3} GPUs. Its cache takes {number + 2}.5 GB of memory.",
    )
    said = {
        "whats_new": _OPENINGS[number % len(_OPENINGS)].format(field=field, english=english, name=name),
        "technical_details": f"{korean} {name}의 캐시(cache)는 {number + 2}.5 GB입니다.",
        "performance": f"{benchmark}에서 {score}%를 얻었고 GPU {number + 3}장이 듭니다.",
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
