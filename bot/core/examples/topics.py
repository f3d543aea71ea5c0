"""A topic that many papers are about."""

from __future__ import annotations

from typing import Final

from bot.rendering.language import Language, Phrase
from retrieval.library import Library
from retrieval.trends.trends import Trends

LEAST: Final = 5
"""Papers that a search for a topic lists, so that it is worth offering."""

_MOST, _MOST_OF = 15, 0.1  # papers, or this part of all: what more of them are about says little
_MONTHS = 6  # in which a topic shall be frequent
_TRIED = 5  # of the most frequent

# What people who read about AI look for, the broad fields first.
_TOPICS: Final = (
    Phrase("강화학습", "reinforcement learning"),
    Phrase("비디오 생성", "video generation"),
    Phrase("이미지 생성", "image generation"),
    Phrase("확산 모델", "diffusion models"),
    Phrase("언어 모델 추론", "language model reasoning"),
    Phrase("AI 에이전트", "AI agents"),
    Phrase("코드 생성", "code generation"),
    Phrase("로봇 조작", "robot manipulation"),
    Phrase("자율주행", "autonomous driving"),
    Phrase("음성 합성", "text-to-speech"),
    Phrase("음성 인식", "speech recognition"),
    Phrase("멀티모달 모델", "multimodal models"),
    Phrase("비전 언어 모델", "vision-language models"),
    Phrase("3D 생성", "3D generation"),
    Phrase("가우시안 스플래팅", "Gaussian splatting"),
    Phrase("지식 증류", "knowledge distillation"),
    Phrase("양자화", "quantization"),
    Phrase("환각", "hallucination"),
    Phrase("검색 증강 생성", "retrieval-augmented generation"),
    Phrase("긴 문맥", "long context"),
    Phrase("전문가 혼합", "mixture of experts"),
    Phrase("미세 조정", "fine-tuning"),
    Phrase("의료 영상", "medical imaging"),
    Phrase("추천 시스템", "recommender systems"),
    Phrase("기계 번역", "machine translation"),
    Phrase("그래프 신경망", "graph neural networks"),
    Phrase("시계열 예측", "time series forecasting"),
    Phrase("단백질", "proteins"),
)


async def frequent_topic(library: Library) -> Phrase | None:
    """The topic that most papers of late are about, of those that a search finds in both languages; None without one
    that LEAST papers are about."""
    trends = await library.trends([topic.ko for topic in _TOPICS], _MONTHS)
    for topic in _by_frequency(trends, library.status().papers)[:_TRIED]:
        if await _is_found(library, topic, "ko") and await _is_found(library, topic, "en"):
            return topic
    return None


def _by_frequency(trends: Trends, papers: int) -> list[Phrase]:
    """The topics with neither too few papers nor too many, those with most of late first."""
    most = max(_MOST, _MOST_OF * papers)
    fitting = [
        (-sum(series.counts), number)
        for number, series in enumerate(trends.series)
        if LEAST <= series.ever <= most and not series.scattered
    ]
    return [_TOPICS[number] for _, number in sorted(fitting)]


async def _is_found(library: Library, topic: Phrase, language: Language) -> bool:
    result = await library.search(topic.say(language), LEAST)
    return result.total >= LEAST and not (result.corrections or result.suggestions)
