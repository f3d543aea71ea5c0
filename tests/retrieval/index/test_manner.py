"""What tells made-up summaries from others: the words they are written in."""

from __future__ import annotations

from retrieval.index.manner import MOST_EVIDENCE, Manner

OTHERS = [f"we measure thing{number} on data{number} and find effect{number}" for number in range(60)]
MADE_UP = [f"a novel deep model number{number} shows superior accuracy" for number in range(15)]


def test_a_summary_is_known_by_the_words_of_those_made_up() -> None:
    manner = Manner.learn(MADE_UP, OTHERS)
    assert manner
    assert manner.evidence("a novel model shows accuracy") > 1
    assert manner.evidence("we measure water and find fish") < -1
    assert manner.evidence(" ".join(MADE_UP)) <= MOST_EVIDENCE


def test_words_that_only_a_summary_itself_has_are_no_witness_against_it() -> None:
    odd = "we measure salt on ice and find that winters in harbours of the north were long and dark"
    manner = Manner.learn([*MADE_UP, odd], OTHERS)
    assert manner.evidence(odd, own=True) < 0
    assert manner.evidence(odd, own=True) < manner.evidence(odd)


def test_nothing_is_learnt_from_few_or_from_those_written_as_all_are() -> None:
    for made_up, others in ((MADE_UP[:5], OTHERS), (MADE_UP, OTHERS[:5]), (OTHERS[:20], OTHERS[20:]), ((), ())):
        manner = Manner.learn(made_up, others)
        assert not manner
        assert manner.evidence(MADE_UP[0]) == manner.evidence("") == 0
