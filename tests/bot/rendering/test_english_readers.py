"""What English readers are told of Korean summaries."""

from __future__ import annotations

import pytest

from bot.core.answer import Answer
from bot.features.schedule.answers import DailyPost
from tests.bot.samples import SAMPLES
from tests.bot.views import components, text_of

SUMMARY = "요점"  # stands in the summaries of the samples' papers


@pytest.mark.parametrize("answer", SAMPLES, ids=lambda answer: type(answer).__name__)
def test_a_reply_with_summaries_says_once_that_they_are_in_korean(answer: Answer) -> None:
    shown = text_of(components(answer, "en"))
    if SUMMARY in shown:
        assert shown.count("in Korean;") == 1
    if not isinstance(answer, DailyPost):  # it is in the language of its channel
        assert "in Korean;" not in text_of(components(answer, "ko"))
