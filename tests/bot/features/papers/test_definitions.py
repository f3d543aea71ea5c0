"""What a term means, as far as the summaries say it."""

from __future__ import annotations

from bot.core.answer import Notice
from bot.core.app import App
from bot.features.papers.answers import Definition
from bot.features.papers.definitions import Definitions
from tests.bot.views import components, text_of, walk


async def test_a_definition_has_the_other_names_the_paper_of_that_name_and_the_best_papers(app: App) -> None:
    answer = await app.service(Definitions).of("NaRCan")
    assert isinstance(answer, Definition)
    assert answer.introduced is not None
    assert answer.introduced.title.startswith("NaRCan:")
    assert answer.introduced not in [hit.paper for hit in answer.hits]
    other = await app.service(Definitions).of("강화학습")
    assert isinstance(other, Definition)
    assert 0 < len(other.hits) <= 3
    assert "What “강화학습” is" in text_of(components(other))


async def test_a_term_that_is_nowhere_or_empty_gets_a_sentence(app: App) -> None:
    for term in ("", "?!", "zzqqxxyy"):
        assert isinstance(await app.service(Definitions).of(term), Notice)


async def test_what_was_defined_can_be_charted_and_followed(app: App) -> None:
    shown = components(await app.service(Definitions).of("강화학습"), "en")
    assert {"Trend", "Follow this"} <= {item.get("label") for item in walk(shown)}
    assert text_of(shown).count("Papers on it") == 1
    assert "These papers are about it" not in text_of(shown)
