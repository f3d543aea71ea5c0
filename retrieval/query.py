"""What was typed, as a query: the one paper it names, or the words it is about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from retrieval.paper import parse_arxiv_id
from retrieval.question import subject, subject_terms
from retrieval.terms import Word, words

MAX_QUERY_CHARS = 240

_MAX_RAW_CHARS = 4 * MAX_QUERY_CHARS  # of which cleaning can leave less: decomposed Hangul, control characters
_BETWEEN_TOKENS = re.compile("[\\s가-힣]+")
_PUNCTUATION = ".,;:!?()[]{}<>\"'`*~"


@dataclass(frozen=True, slots=True)
class Query:
    """`text` as it is shown and searched, at most MAX_QUERY_CHARS; `shortened` where more was typed.

    `arxiv_id` is set where the query is one paper's id or link. `words` are all words of the text, `subject` those that
    do not merely ask, `terms` the subject's terms in order.
    """

    text: str
    shortened: bool
    arxiv_id: str | None
    words: tuple[Word, ...]
    subject: tuple[Word, ...]
    terms: tuple[str, ...]


def parse_query(text: str) -> Query:
    """Understands any text; what says nothing about a paper gives a query without terms."""
    text, shortened = _clean(text)
    all_words = words(text)
    about = subject(all_words)
    return Query(text, shortened, _arxiv_id(text, about), tuple(all_words), tuple(about), tuple(subject_terms(about)))


def _clean(text: str) -> tuple[str, bool]:
    """At most MAX_QUERY_CHARS of `text`, without control characters, its white space single; and whether it is cut."""
    raw = text.strip()
    shown = "".join(map(_visible, unicodedata.normalize("NFC", raw[:_MAX_RAW_CHARS])))
    shown = " ".join(shown.split())
    return shown[:MAX_QUERY_CHARS].rstrip(), len(shown) > MAX_QUERY_CHARS or len(raw) > _MAX_RAW_CHARS


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return " "
    return "" if category in ("Cf", "Cs") else character


def _arxiv_id(text: str, about: Iterable[Word]) -> str | None:
    """The id that `text`, whose subject is `about`, consists of, apart from words that merely ask for it."""
    tokens = (token.strip(_PUNCTUATION) for token in _BETWEEN_TOKENS.split(text))
    ids = [(token, arxiv_id) for token in tokens if (arxiv_id := parse_arxiv_id(token))]
    if len(ids) != 1:
        return None
    token, arxiv_id = ids[0]
    start = text.index(token)
    rest = {word.text for word in about if not start <= word.start < start + len(token)}
    return arxiv_id if rest <= {"arxiv"} else None
