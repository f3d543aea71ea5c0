"""What a list of terms on the rise says to readers of either language."""

from __future__ import annotations

from datetime import date

import pytest

from bot.features.trends.answers import Rising
from bot.rendering.language import Language
from retrieval.trends.rising import Rise, Rises
from tests.bot.views import components, text_of, walk

MONTH = date(2024, 1, 1)
RISING = Rising(
    Rises(MONTH, MONTH, MONTH, MONTH, 100, 100, (Rise("공간적 추론", "spatial reasoning", 1, 9, ()),)), months=12
)


@pytest.mark.parametrize(
    ("language", "said", "charted"),
    [
        ("ko", "**공간적 추론** (spatial reasoning)", "공간적 추론"),
        ("en", "**spatial reasoning** (공간적 추론)", "spatial reasoning"),
    ],
)
def test_a_term_leads_with_its_name_in_the_readers_language(language: Language, said: str, charted: str) -> None:
    shown = components(RISING, language)
    assert said in text_of(shown)
    [menu] = [item for item in walk(shown) if item["type"] == 3]
    assert [option["value"] for option in menu["options"]] == [charted]
