"""Which summary points answer a question, and whether any does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.paper import Paper
from retrieval.passages.evidence import Evidence, of_that_name, weigh
from retrieval.passages.excerpt import Excerpt
from retrieval.passages.points import answering_excerpt
from retrieval.passages.question import Asked, Question
from retrieval.passages.wishes import Wish

_NEAR, _NEAR_PAPER = 0.88, 0.75  # of the best answer's score, what others have, and papers where these are asked for
_CLOSE = 0.75  # of the best paper's score, where that does not answer, what one has that does
_AMONG_PAPERS = 0.1  # taken for how far the best paper is ahead, where several are asked for
_SPOKEN_OF = 0.5  # of each thing that is asked about, what is more than a part of its name
_NAMES = 3.0  # nats: what tells so much of a paper is a subject, unlike models and data, which all of them have
_NEAREST = 3  # papers that are shown where none answers
_PAPERS = 5  # at least, where it is papers that are asked for


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences of a summary point that answer a question, and their score, from 0 to 1."""

    paper: Paper
    excerpt: Excerpt
    score: float

    @property
    def sentence(self) -> str:
        """What to show of the point: whole sentences, of about 200 characters at most."""
        return self.excerpt.sentence(self.paper)


@dataclass(frozen=True, slots=True)
class Answers:
    """The passages that answer a question, the best first; and where none does the papers that are nearest to it, with
    their scores, if any is near."""

    passages: tuple[Passage, ...]
    nearest: tuple[tuple[Paper, float], ...]


@dataclass(frozen=True, slots=True)
class OfPaper:
    """What one paper says to a question, if anything. `general`: the question names a subject that others may have."""

    passage: Passage | None
    general: bool


def best_answers(papers: Sequence[tuple[Paper, float]], question: Question, limit: int) -> Answers:
    """At most `limit` passages of as many papers; where the question asks for papers, at least five.

    `papers` are those found for it, with their scores in the search (> 0). Their abstracts answer as their points do.
    """
    originals = {paper.arxiv_id: paper for paper, _ in papers}
    papers = [(paper.with_abstract(), score) for paper, score in papers]
    best = max((score for _, score in papers), default=1.0)
    found = [each for paper, score in of_that_name(papers, question) if (each := weigh(paper, score / best, question))]
    defining = Wish.DEFINITION in question.wishes  # a paper that says what it is answers, however good another one is
    found.sort(key=lambda each: (defining and not each.named, -each.defined, -each.score))
    close = _CLOSE * found[0].score if found else 0.0
    many = Wish.PAPERS in question.wishes
    ahead = _AMONG_PAPERS if many else _ahead(found)
    sure = [each for each in found if each.is_sure(ahead) and each.score >= close]
    if not question.asked or not sure:
        near = [(originals[each.paper.arxiv_id], each.score) for each in found if each.near and question.asked]
        return Answers((), tuple(near[:_NEAREST]))
    least = sure[0].score * (_NEAR_PAPER if many else _NEAR)
    sure = [each for each in sure if each.score >= least]
    listed = max(limit, _PAPERS) if many else limit
    return Answers(tuple(_passage(each, question) for each in sure[:listed]), ())


def _ahead(found: Sequence[Evidence]) -> float:
    """How much the score of the best is over that of the next."""
    scores = sorted((each.score for each in found if each.possible), reverse=True)[:2]
    return scores[0] - sum(scores[1:]) if scores else 0.0


def answer_in(paper: Paper, question: Question) -> OfPaper:
    """What a paper says to a question about just this paper. That it is the one that is asked about need not be found
    in it: a point that speaks of all that the question does is enough."""
    names = any(each.topical and each.importance >= _NAMES and _is_word(each) for each in question.asked)
    found = weigh(paper.with_abstract(), 1.0, question) if question.asked else None
    if found is None or not found.possible or not any(_speaks_of_all(point, found) for point in found.points):
        return OfPaper(None, names)
    return OfPaper(_passage(found, question), names)


def _is_word(asked: Asked) -> bool:
    """Whether it is more than a letter, as in `몇 B야?`."""
    return any(len(term) > 1 for way, _ in asked.sought.ways for term in way)


def _speaks_of_all(point: Sequence[float], found: Evidence) -> bool:
    """Whether a point of a paper, with its title, has each thing that is asked about."""
    return all(max(have, title) >= _SPOKEN_OF for have, title in zip(point, found.title, strict=True))


def _passage(evidence: Evidence, question: Question) -> Passage:
    return Passage(evidence.paper, answering_excerpt(evidence, question), evidence.score)
