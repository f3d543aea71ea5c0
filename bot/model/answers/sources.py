"""What a model is shown of papers: strangers' text, without what speaks to the model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.rendering.plain import one_line
from bot.rendering.titles import plain_title
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import ABSTRACT, Paper

MOST_PAPERS: Final = 5
_OF_PAPER = 1_600  # characters of its texts
# All of it, in characters. Ollama's window is 4,096 tokens unless its server says otherwise, and what is longer is cut
# without a word (https://docs.ollama.com/faq); Korean takes up to a token a character.
_OF_ALL = 4_000

# What nobody says to the readers of a paper. A text with it is neither shown to the model nor cited.
_TO_MODELS: Final = lazy_regex(
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.!?]{0,40}\b(?:instructions?|prompts?|rules|directions|guidelines"
    r"|everything|above|previous|prior)\b"
    r"|\b(?:system|developer) (?:prompt|message|instructions?)\b"
    r"|\b(?:you are|act as|pretend to be) (?:now |an? |the )*(?:ai|assistant|language model|llm|chatbot|bot|dan)\b"
    r"|\b(?:if|when|as) (?:you are )?an? (?:ai|llm|language model|assistant)\b"
    r"|\b(?:say|answer|reply|respond|output|print|write|repeat|state|claim|cite"
    r"|tell (?:them|the (?:user|reader)s?|everyone))"
    r" (?:only |just |exactly |instead |that |with |to (?:the )?users? |the (?:word|phrase|following) )*[\"'“‘:]"
    r"|<\|?(?:im_start|im_end|system|user|assistant)\b|\[/?INST\]|^\s*(?:system|assistant|user)\s*:"
    r"|(?:이전|위|앞|기존|모든|지금까지)(?:의|에)? ?(?:모든 )?(?:지시|명령|지침|프롬프트|규칙)"
    r"[^.]{0,20}(?:무시|잊|따르지|어기)"
    r"|(?:지시|명령|지침|프롬프트)(?:사항)?(?:을|를|은|는)? ?(?:모두 |전부 )?(?:무시|잊어|잊으)"
    r"|시스템 ?(?:프롬프트|메시지)|(?:너는|당신은|넌) (?:이제|지금부터|AI|인공지능|챗봇)"
    r"|(?:이?라고|다고|고)만? ?(?:말하|답하|대답하|출력하|쓰|적으|응답하)(?:라\b|세요|시오|십시오|여라|거라)",
    re.IGNORECASE | re.MULTILINE,
)


def speaks_to_models(text: str) -> bool:
    """Whether a text of a paper holds instructions to a language model."""
    return bool(_TO_MODELS.search(one_line(text)))


@dataclass(frozen=True, slots=True)
class Citable:
    """A paper with its abstract among its points, and the indices of the points that may be cited."""

    paper: Paper
    citable: frozenset[int]

    @property
    def title(self) -> str:
        """The title, "" where it may not be cited."""
        return "" if speaks_to_models(self.paper.title) else plain_title(self.paper.title)

    def texts(self) -> Iterator[tuple[int, str]]:
        """The points that may be cited, by their indices."""
        return ((index, point.text) for index, point in enumerate(self.paper.points) if index in self.citable)

    @property
    def whole(self) -> str:
        """All that may be cited."""
        return "\n".join([self.title, *(text for _, text in self.texts())])


def sources_of(papers: Sequence[Paper]) -> dict[str, Citable]:
    """The papers as sources, by their ids: the first MOST_PAPERS that have anything to cite."""
    found: dict[str, Citable] = {}
    for paper in (one.with_abstract() for one in papers):
        texts = enumerate(point.text for point in paper.points)
        citable = frozenset(index for index, text in texts if text.strip() and not speaks_to_models(text))
        if citable and len(found) < MOST_PAPERS:
            found[paper.arxiv_id] = Citable(paper, citable)
    return found


def material(question: str, sources: Sequence[Citable], *, abstracts_first: bool) -> str:
    """The question and the texts, each within its limit; what may be cut stands last."""
    parts, room = [f"Question: {one_line(question)}"], _OF_ALL
    for source in sources:
        texts = [text for _, text in sorted(source.texts(), key=lambda one: _order(source, one[0], abstracts_first))]
        said = _within(texts, min(_OF_PAPER, room)) if room > 0 else []
        if not said:
            break
        room -= sum(map(len, said))
        parts.append("\n".join([f"arxiv_id: {source.paper.arxiv_id}", f"Title: {source.title}", *said]))
    return "\n\n".join(parts)


def _order(source: Citable, index: int, abstracts_first: bool) -> tuple[bool, int]:
    is_abstract = source.paper.points[index].label == ABSTRACT
    return is_abstract != abstracts_first, index


def _within(texts: Sequence[str], room: int) -> list[str]:
    """As many of the texts as there is room for, the last of them cut."""
    said: list[str] = []
    for text in map(one_line, texts):
        if room < len(text):
            cut = text[:room].rpartition(" ")[0]
            return [*said, f"- {cut}"] if cut else said
        said.append(f"- {text}")
        room -= len(text)
    return said
