"""What a term means, as far as the summaries say it."""

from __future__ import annotations

import pytest

from bot.core.answer import Notice
from bot.core.app import App
from bot.features.papers.answers import Definition
from bot.features.papers.definitions import Definitions, defining_sentence
from retrieval.paper import SummaryPoint
from tests.bot.samples import paper
from tests.bot.views import components, text_of, walk

SLOW = "확산 모델은 추론 속도가 느린 문제점이 있습니다."
MEANS = "확산 모델(Diffusion Model)은 잡음을 조금씩 없애며 이미지를 만드는 생성 기법입니다."
OTHER = "잠재 확산 모델은 이미지를 압축한 공간에서 학습하는 기법입니다."


@pytest.mark.parametrize(
    ("names", "text", "sentence"),
    [
        (("확산 모델",), f"{SLOW} {MEANS} {OTHER}", MEANS),
        (("diffusion model",), f"{SLOW} {MEANS} {OTHER}", MEANS),
        (
            ("LoRA",),
            "X-LoRA는 여러 전문가를 섞는 방법입니다. LoRA는 적은 행렬만 학습하는 방식입니다.",
            "LoRA는 적은 행렬만 학습하는 방식입니다.",
        ),
        (("확산 모델",), SLOW, None),
        (("양자화",), MEANS, None),
    ],
)
def test_the_sentence_that_says_what_it_is_is_chosen(names: tuple[str, ...], text: str, sentence: str | None) -> None:
    found = defining_sentence(names, [paper(points=(SummaryPoint("", "다른 요점."), SummaryPoint("", text)))], None)
    if found is None:
        assert sentence is None
    else:
        assert found.sentence == sentence


def test_the_paper_of_that_name_says_it_best() -> None:
    text = "본 논문은 GAIA라는 벤치마크를 소개합니다. GAIA는 비서를 시험하는 질문으로 이루어져 있습니다."
    own = paper(2, "GAIA: a benchmark", (SummaryPoint("", text),))
    found = defining_sentence(("GAIA",), [own], own)
    assert found is not None
    assert found.paper is own


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
