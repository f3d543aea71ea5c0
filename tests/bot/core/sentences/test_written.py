from __future__ import annotations

import pytest

from bot.core.sentences.written import language_written


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("최신 논문", "ko"),
        ("RAG papers 보여줘", "ko"),
        ("yesterday's papers", "en"),
        ("does MoE help RL?", "en"),
        ("hi", "en"),
        ("LoRA", None),
        ("diffusion model", None),
        ("2402.08609", None),
        ("https://arxiv.org/abs/2402.08609", None),
        ("https://example.com/the/papers", None),
        ("最新の論文", None),
        ("", None),
    ],
)
def test_the_language_of_a_message_is_that_of_its_words(text: str, language: str | None) -> None:
    assert language_written(text) == language
