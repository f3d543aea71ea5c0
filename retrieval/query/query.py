"""What was typed, as a query: the one paper it names, or the words it is about, and what papers have to be like."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from retrieval.analysis.names import name_words
from retrieval.analysis.subject import subject, subject_terms, unglued
from retrieval.analysis.terms import Word, words
from retrieval.lazy_regex import lazy_regex
from retrieval.paper import parse_arxiv_id
from retrieval.query.conditions import MOST_VOTES, Author, Condition, Phrase, Sort
from retrieval.query.syntax import parse_syntax

MAX_QUERY_CHARS = 240
MAX_OPTION_CHARS = 80  # so much of a name, and half of it of a day, that all options together fit into a query

_MAX_RAW_CHARS = 4 * MAX_QUERY_CHARS  # of which cleaning can leave less: decomposed Hangul, control characters
_BETWEEN_TOKENS = lazy_regex("[\\s가-힣]+")
_PUNCTUATION = ".,;:!?()[]{}<>\"'`*~“”„‟＂「」『』«»"
_SPACE = "␣"  # what people write for a space that is to be seen
_QUOTES = lazy_regex('["“”„‟＂]+')
_PLAIN_VALUE = lazy_regex("[0-9-]+|[a-z]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood.

    `text` is what is shown: at most MAX_QUERY_CHARS, `shortened` where more was typed; parsed again, it gives the same.
    `plain` is as long, with spaces in place of what is not searched as words. `arxiv_id` is set where that is one
    paper's id or link. `words` are all its words, `quoted` those in quotes, which are meant to the letter, `subject`
    those that do not merely ask; `terms` are the subject's, in order. `malformed` is what looks like a condition and is
    none (`date:soon`): its words are searched, and taken to the letter as well.
    Papers have to meet all that is `required` and nothing that is `excluded`. `sort` is None where none is asked for.
    """

    text: str
    shortened: bool
    plain: str
    arxiv_id: str | None
    words: tuple[Word, ...]
    quoted: tuple[Word, ...]
    subject: tuple[Word, ...]
    terms: tuple[str, ...]
    required: tuple[Condition, ...] = ()
    excluded: tuple[Condition, ...] = ()
    sort: Sort | None = None
    malformed: tuple[str, ...] = ()

    def without_phrases(self) -> Query:
        """The query without phrases that it requires anywhere in a text."""
        others = (each for each in self.required if not isinstance(each, Phrase) or each.title)
        return replace(self, required=tuple(others))

    def by(self, author: Author, name: Sequence[Word]) -> Query:
        """The query with words of what it is about, the `name`, taken as the condition `author`."""
        subject = tuple(word for word in self.subject if word not in name)
        return replace(self, required=(*self.required, author), subject=subject, terms=tuple(subject_terms(subject)))

    def naming(self, author: Author, whole: Author) -> Query:
        """The query with words that follow `author`, which it requires, taken as part of the `whole` name."""
        about = tuple(word for word in self.subject if word not in author.more or word in whole.more)
        required = tuple(whole if each is author else each for each in self.required)
        return replace(self, subject=about, terms=tuple(subject_terms(about)), required=required)


def parse_query(text: str, today: date | None = None, known: Sequence[date] = ()) -> Query:
    """Understands any text; what says nothing about a paper gives a query without terms.

    Days that count from today (`since:어제`) or have no year need `today`; `known` are the days there are.
    """
    text, shortened = _clean(text)
    syntax = parse_syntax(text, today, known)
    all_words = unglued(words(syntax.plain))
    literal = [(start + 1, end) for start, end in syntax.quoted] + list(syntax.malformed)
    quoted = [word for word in all_words if any(start <= word.start < end for start, end in literal)]
    asked = subject(word for word in all_words if word not in quoted)
    about = sorted((*asked, *quoted), key=lambda word: word.start)
    return Query(
        text,
        shortened,
        syntax.plain,
        _arxiv_id(syntax.plain, about),
        tuple(all_words),
        tuple(quoted),
        tuple(about),
        tuple(subject_terms(about)),
        syntax.required,
        syntax.excluded,
        syntax.sort,
        tuple(text[start:end] for start, end in syntax.malformed),
    )


def with_options(
    text: str,
    *,
    author: str | None = None,
    since: str | None = None,
    until: str | None = None,
    votes: int | None = None,
    code: bool = False,
    sort: Sort | None = None,
) -> str:
    """A query that says what the options say, before what `text` says; `votes` is the least number of them.

    The options come first, where nothing in `text` (a quote without its end, too many words) can spoil them, and of
    two orders the first holds. What is longer than MAX_OPTION_CHARS, half of it for days, is cut.
    """
    options = []
    if author and name_words(name := _value(author, MAX_OPTION_CHARS)):
        options.append(f'author:"{name}"')
    for field, day in (("since", since), ("until", until)):
        if day and (value := _value(day, MAX_OPTION_CHARS // 2)):
            options.append(f"{field}:{value}" if _PLAIN_VALUE.fullmatch(value) else f'{field}:"{value}"')
    if votes is not None:
        options.append(f"votes:>={min(max(0, votes), MOST_VOTES)}")
    if code:
        options.append("has:code")
    if sort:
        options.append(f"sort:{sort}")
    return " ".join((*options, text)) if text.strip() else " ".join(options)


def _value(text: str, limit: int) -> str:
    return " ".join(_QUOTES.sub(" ", _clean(text)[0]).split())[:limit].rstrip()


def _clean(text: str) -> tuple[str, bool]:
    """At most MAX_QUERY_CHARS of `text`, without control characters, its white space single; and whether it is cut."""
    raw = text.strip()
    visible = "".join(map(_visible, raw[:_MAX_RAW_CHARS]))
    shown = " ".join(unicodedata.normalize("NFC", visible).split())
    return shown[:MAX_QUERY_CHARS].rstrip(), len(shown) > MAX_QUERY_CHARS or len(raw) > _MAX_RAW_CHARS


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc" or character == _SPACE:
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
