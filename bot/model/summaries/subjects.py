"""The papers that are summarised together, each as its summary is compared with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.model.grounding.source import Source, latin_pieces
from retrieval.lazy_regex import lazy_regex
from retrieval.sources.summarizing import Unsummarized

_SHORTEST: Final = 3  # letters of a word that tells something
_COMMON: Final = 2  # other papers with a word in the title, from which on it tells nothing

# An abstract that speaks to its reader so may speak to the model; papers about such texts keep their abstracts, too.
_AI = r"(?:an? |the )?(?:ai|llms?|(?:large )?language models?|assistants?|chatbots?|summari[sz]ers?|reviewers?)"
_INSTRUCTIONS = lazy_regex(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.]{0,40}"
    r"\b(?:instructions?|prompts?|rules?|above|previous|prior|task)\b"
    rf"|\bsystem prompt\b|\byou are (?:now )?{_AI}\b|\bas an ai\b|\b(?:note|message|instructions?) (?:to|for) {_AI}\b"
    r"|</?(?:system|user|assistant|instructions?)>|\[/?INST\]|<\|\w|\b(?:system|assistant|user)\s?:"
    r"|(?:^|[.!?:]\s+)(?:please )?(?:respond|reply|answer|output|print|say|repeat|write|translate|summari[sz]e|mention"
    r"|recommend|include|state|claim)\b[^.]{0,40}"
    r"(?:\bonly\b|exactly|verbatim|\bword|phrase|following|instead|this paper|[\"“'])"
    r"|(?:지시|명령|프롬프트|규칙)[^.]{0,20}(?:무시|잊)|라고 (?:답|말|출력|요약|쓰)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A paper, what it states, and the words of its title that tell it from the others."""

    paper: Unsummarized
    source: Source
    telling: frozenset[str]

    @property
    def gives_orders(self) -> bool:
        return _INSTRUCTIONS.search(f"{self.paper.title}. {self.paper.abstract}") is not None


def subjects(papers: Sequence[Unsummarized]) -> tuple[Subject, ...]:
    """The papers of a batch. Works the processor: call it in a thread."""
    titles = [frozenset(one for one in latin_pieces(paper.title) if len(one) >= _SHORTEST) for paper in papers]
    common = Counter(word for title in titles for word in title)
    return tuple(
        Subject(paper, Source(paper.title, paper.abstract), _telling(title, common))
        for paper, title in zip(papers, titles, strict=True)
    )


def _telling(title: frozenset[str], common: Counter[str]) -> frozenset[str]:
    return frozenset(word for word in title if common[word] <= _COMMON) or title
