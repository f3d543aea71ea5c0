"""The shape in which a model is asked to answer. It has no defaults: every key of its schema is required."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Citation(BaseModel):
    """What a model cites: words of the paper of that id."""

    model_config = ConfigDict(extra="forbid")

    arxiv_id: str
    quote: str


class Sentence(BaseModel):
    """What a model claims, and from where it has that."""

    model_config = ConfigDict(extra="forbid")

    text: str
    citations: list[Citation]


class WrittenAnswer(BaseModel):
    """What a model answers; not `answerable`: the papers do not say."""

    model_config = ConfigDict(extra="forbid")

    answerable: bool
    sentences: list[Sentence]
