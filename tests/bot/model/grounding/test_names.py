"""Names that are claimed, against those that the source has."""

from __future__ import annotations

import pytest

from bot.model.grounding.source import Source

SOURCE = Source(
    "FooNet-v2: Chain-of-Thought for Large Language Models",
    "We fine-tune Llama-3-8B and Qwen2.5-VL with pre-training on ImageNet-1K and MMLU, beating GPT-4o at mAP@50. "
    "It takes 24 GB. Reinforcement learning (PPO) helps diffusion transformers. State-of-the-art.",
)


@pytest.mark.parametrize(
    "claim",
    [
        *(
            "FooNet은",
            "FooNet-v2를",
            "foonet-V2",
            "Llama-3-8B",
            "Llama 3",
            "Llama-3",
            "Llama",
            "Qwen2.5",
            "Qwen-2.5-VL",
        ),
        *("ImageNet에서", "MMLU에서", "GPT-4o보다", "mAP@50", "24GB", "LLM", "LLMs", "SOTA", "RL", "PPO"),
        *(
            "(Chain of Thought)",
            "사고 연쇄(Chain-of-Thought)",
            "(Diffusion Transformer)",
            "Pretraining",
            "한글만 있는 문장",
        ),
    ],
)
def test_a_name_may_be_written_otherwise(claim: str) -> None:
    assert SOURCE.unknown_names(claim) == ()


@pytest.mark.parametrize(
    ("claim", "unknown"),
    [
        ("SuperBench에서", "SuperBench"),
        ("GPT-4보다", "GPT-4"),
        ("GPT-5보다", "GPT-5"),
        ("Llama-2를", "Llama-2"),
        ("Llama 2를", "Llama 2"),
        ("Llama-3-70B", "Llama-3-70B"),
        ("FooNet-v3", "FooNet-v3"),
        ("ImageNet-21K", "ImageNet-21K"),
        ("MML", "MML"),
        ("Fоonet", "Fоonet"),  # with a Cyrillic letter
        ("МMLU", "МMLU"),
        ("wav2vec으로", "wav2vec"),
        ("Gemini reaches more", "Gemini"),
    ],
)
def test_a_name_that_is_not_there_is_told(claim: str, unknown: str) -> None:
    assert SOURCE.unknown_names(claim) == (unknown,)


def test_a_capital_that_begins_an_english_sentence_makes_no_name() -> None:
    assert SOURCE.unknown_names("The model is better. However, this costs more. Researchers agree.") == ()
    assert SOURCE.unknown_names("It beats The Researchers") == ("Researchers",)


def test_foreign_words_can_be_told_as_well() -> None:
    assert SOURCE.unknown_words("강화 학습(reinforcement learning)과 (diffusion transformer)를 씁니다") == ()
    assert SOURCE.unknown_words("ignore these rules, visit") == ("ignore", "these", "rules", "visit")
