"""Models that say what a test has them say."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.model.model import Model, ModelError, ModelFault, Prompt, Spent, Writer

T = TypeVar("T", bound=BaseModel)

Says = Callable[[Prompt], dict[str, Any]]


class Scripted:
    """A model that fills in a shape as it is told: with what `says` makes of a prompt. It takes so many `seconds` of
    the loop's clock."""

    def __init__(self, says: Says) -> None:
        self.says = says
        self.prompts: list[Prompt] = []
        self.complaints: list[str] = []
        self.seconds = 0.0

    async def write(
        self, prompt: Prompt, shape: type[T], *, within: float, check: Callable[[T], str] = lambda _: ""
    ) -> T:
        for _ in range(2):
            self.prompts.append(prompt)
            await asyncio.sleep(self.seconds)
            try:
                made = shape.model_validate(self.says(prompt))
            except ValidationError as error:
                raise ModelError(ModelFault.UNREADABLE) from error
            if not (complaint := check(made)):
                return made
            self.complaints.append(complaint)
        raise ModelError(ModelFault.REJECTED)


def answering(*sentences: tuple[str, Sequence[tuple[str, str]]]) -> Says:
    """Says the sentences, each with its citations: ids and quotes."""
    made = [
        {"text": text, "citations": [{"arxiv_id": arxiv_id, "quote": quote} for arxiv_id, quote in cited]}
        for text, cited in sentences
    ]
    return lambda _: {"answerable": True, "sentences": made}


def refusing(_: Prompt) -> dict[str, Any]:
    return {"answerable": False, "sentences": []}


def echoing(prompt: Prompt) -> dict[str, Any]:
    """Says the first sentence of the first paper, and cites it."""
    found = re.search(r"arxiv_id: (\S+)\nTitle: .*\n- (.+)", prompt.material)
    assert found
    said = re.split(r"(?<=다\.) |(?<=[a-z]\.) (?=[A-Z])", found[2])[0]
    return answering((said, [(found[1], said)]))(prompt)


def configured(writer: Writer, *, timeout: float = 60.0, answers: bool = True) -> Model:
    """A model that is configured with this writer."""

    async def spent() -> Spent:
        return Spent(date(2024, 6, 14))

    async def close() -> None:
        """Has nothing to close."""

    return Model(writer, None, "ko", True, answers, timeout, 500_000, spent, close)
