"""Sentences that say what something is."""

from __future__ import annotations

import pytest

from retrieval.passages.definition import DEFINES, Definer
from tests.retrieval.papers import paper

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
    found = Definer(names).best([paper("2401.00001", "A Paper", "다른 요점.", text)])
    assert (found[1].sentence(found[0]) if found else None) == sentence


def test_the_paper_of_that_name_says_it_best() -> None:
    text = "본 논문은 GAIA라는 벤치마크를 소개합니다. GAIA는 비서를 시험하는 질문으로 이루어져 있습니다."
    own = paper("2401.00002", "GAIA: a benchmark", text)
    other = paper("2401.00003", "Other", "GAIA는 비서를 시험하는 벤치마크입니다.")
    found = Definer(("GAIA",)).best([other, own], own)
    assert found is not None
    assert found[0] is own


@pytest.mark.parametrize(
    ("sentence", "defines"),
    [
        ("LoRA는 작은 행렬만 학습하는 방법입니다.", True),
        ("LoRA(Low-Rank Adaptation)는 가중치를 고정하는 기법으로, 널리 쓰입니다.", True),
        ("저랭크 적응(Low-Rank Adaptation, LoRA)은 가중치를 고정하는 기법입니다.", True),
        ("LoRA 방식은 가중치를 고정하면서 작은 행렬을 통해 모델을 바꿉니다.", True),
        ("이 논문은 LoRA를 소개합니다.", True),
        ("LoRA는 느리다는 한계가 있는 방법입니다.", False),
        ("LoRA를 쓰면 빨라지는 방법입니다.", False),
        ("LoRA는 빠릅니다.", False),
        ("QLoRA는 작은 행렬만 학습하는 방법입니다.", False),
        ("TTA(Test-Time LoRA)는 시험할 때 학습하는 방법입니다.", False),
    ],
)
def test_a_definition_says_what_kind_of_thing_something_is(sentence: str, defines: bool) -> None:
    assert (Definer(("LoRA",)).score(sentence) >= DEFINES) is defines


def test_what_is_proposed_anew_is_one_of_a_kind_and_does_not_say_what_the_kind_is() -> None:
    assert Definer(("확산 모델", "diffusion model")).score("새로운 확산 모델(diffusion model)을 제안합니다.") < DEFINES
