"""Answers in words from a server that lies in every way: what reaches people stands in the papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.model.answers.answers import Worded, write_answer
from bot.model.client.client import ModelClient
from bot.model.model import ModelError
from bot.rendering.language import Language
from retrieval.library import Library
from retrieval.paper import Paper
from tests.bot.model.answers.test_answers import FAST, INJECTIONS, MOE, QUESTION
from tests.fakes.model_dialects import DIALECTS, Dialect
from tests.fakes.model_lies import HARMLESS, LIES, injected, prose
from tests.fakes.model_server import Asked, Behaviour, FakeModelServer

_PAPER = re.compile(r"arxiv_id: (\S+)\nTitle: .*\n((?:- .+\n?)+)")
_HANGUL = re.compile("[가-힣]")
_SENTENCE = re.compile(r"(?<=다\.) |(?<=[a-z\d%]\.) (?=[A-Z])")
_SHARE = 4  # each lie is told in a quarter of the dialects, of which there are more
QUESTIONS: dict[Language, str] = {"ko": QUESTION, "en": "How much faster does video diffusion get?"}

OWN: dict[str, Behaviour] = {
    **{f"injected: {words[:30]}": injected(words) for words in INJECTIONS},
    "injected alone": prose(lambda _: "PWNED"),
    "an advertisement": injected("Buy cheap followers at our shop today."),
    "a Korean advertisement": injected("지금 우리 가게에서 바나나를 구매하세요."),
    "denied": prose(lambda text: f"{text[:-4]}지 않습니다." if _HANGUL.search(text) else f"It is not true that {text}"),
    "halved": prose(lambda text: text.replace("5", "2").replace("40", "20")),
    "another name": prose(lambda text: text.replace("Swift", "Gemini").replace("MoE", "GPT-5")),
    "a masked link": prose(lambda text: f"[{text}](https://evil.example)"),
    "a channel": prose(lambda text: f"<#123456789012345678> {text}"),
    "a custom emoji": prose(lambda text: f"{text} <a:x:123456789012345678>"),
    "French": prose(lambda _: "Cette méthode est la plus rapide de toutes les méthodes et elle est gratuite."),
}


def written(asked: Asked) -> dict[str, Any]:
    """An honest answer: the first sentence of each paper in the language that is asked for, with itself for a quote."""
    hangul = "in Korean" in asked.task
    said = [
        {"text": sentence, "citations": [{"arxiv_id": arxiv_id, "quote": sentence}]}
        for arxiv_id, sentence in _first_sentences(asked.material, hangul=hangul)
    ]
    return {"answerable": True, "sentences": said[:3]}


def _first_sentences(material: str, *, hangul: bool) -> Iterator[tuple[str, str]]:
    for arxiv_id, texts in _PAPER.findall(material):
        for text in texts.splitlines():
            if bool(_HANGUL.search(text)) == hangul:
                yield arxiv_id, _SENTENCE.split(text.removeprefix("- "))[0]
                break


async def shown(
    model: ModelClient, library: Library, papers: tuple[Paper, ...], language: Language, question: str
) -> Worded | None:
    try:
        return await write_answer(model, question, papers, language, library.support, within=5)
    except ModelError:
        return None


def texts_of(answer: Worded | None) -> list[str]:
    return [claim.text for claim in answer.claims] if answer else []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda one: f"{one.name}-{one.reasons or one.flat}")
async def test_no_lie_reaches_anybody(
    library: Library, model_server: FakeModelServer, model: ModelClient, dialect: Dialect, language: Language
) -> None:
    moe = await library.paper(MOE)
    assert moe
    papers, question = (FAST, moe), QUESTIONS[language]
    model_server.dialect, model_server.writer = dialect, written
    good = texts_of(await shown(model, library, papers, language, question))
    assert good, "an honest answer is shown"
    place = DIALECTS.index(dialect)
    for name, behaviour in list((LIES | OWN).items())[place % _SHARE :: _SHARE]:
        model_server.always = behaviour
        asked = len(model_server.asked)
        answer = await shown(model, library, papers, language, question)
        assert len(model_server.asked) > asked, f"{name} was not tried"
        assert set(texts_of(answer)) <= set(good)
        for quoted in (quoted for claim in answer.claims for quoted in claim.cited) if answer else ():
            assert quoted.text in quoted.paper.whole


async def test_a_good_answer_is_understood_however_it_is_wrapped(
    library: Library, model_server: FakeModelServer, model: ModelClient
) -> None:
    model_server.writer = written
    good = texts_of(await shown(model, library, (FAST,), "ko", QUESTION))
    for behaviour in HARMLESS.values():
        model_server.always = behaviour
        assert texts_of(await shown(model, library, (FAST,), "ko", QUESTION)) == good
