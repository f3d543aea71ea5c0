"""Whether a sentence says the opposite of what it cites, as far as words tell."""

from __future__ import annotations

import re
from typing import Final

from retrieval.lazy_regex import lazy_regex

_NEGATION: Final = lazy_regex(
    r"\b(?:not|no|never|none|nor|neither|without|cannot|lacks?|lacking|fails?|failed|failing|unable|hardly|rarely"
    r"|unnecessary|instead of|rather than)\b|n't\b|\b(?:non|un|in)-?(?:necessary|able|effective|sufficient)"
    r"|-free\b|않|못[하했한해합할함]|못 |없[는다이어음습었]|아니|아닌|안 (?:되|됩|된|하|합)|불가|무관|불필요"
    r"|실패|부재|필요 없|말고|대신",
    re.IGNORECASE,
)
_LIMITING: Final = lazy_regex(r"\b(?:only|solely|merely)\b|[만뿐] |뿐만", re.IGNORECASE)
_OPPOSITES: Final = tuple(
    (lazy_regex(one, re.IGNORECASE), lazy_regex(other, re.IGNORECASE))
    for one, other in (
        (
            r"증가|늘[어리립려린]|상승|커[지집졌진]|확대|increas|grow|rais(?:e|ing)|larger|expand",
            r"감소|줄[어이입였인여]|하락|작아|축소|절감|단축|reduc|decreas|shrink|drop|lower|smaller|cut",
        ),
        (
            r"향상|개선|높[이입였인아은]|좋[아은]|능가|우수|뛰어[나난]|앞[서섰선]|상회"
            r"|improv|better|outperform|surpass|exceed|superior"
            r"|higher|boost|enhanc|gain|best",
            r"저하|악화|낮[추춥췄아은]|나[빠쁜]|뒤[지처쳐진]|떨어[지집졌진]|못 미"
            r"|degrad|worse|underperform|inferior|deteriorat"
            r"|decline|fall(?:s|ing)? (?:short|behind)|worst|lower",
        ),
        (r"빠[르른릅]|빨[라리]|가속|fast|accelerat|speed(?:s|ed)? up|speedup|quick", r"느[리려린립]|둔화|slow"),
        (r"더 많|많[은이아습]|more\b", r"더 적|적[은게]|less\b|fewer"),
        (r"성공|succeed|success", r"실패|fail"),
        (r"안전[하한합]|\bsafe", r"위험|unsafe|harmful|dangerous"),
    )
)
# From one value to another, in both languages in this order.
_FROM_TO: Final = lazy_regex(
    r"(?:\bfrom )?(\d[\d.,]*\d|\d) ?(?:[%배개억만천초점BMKx]|ms|s)?(?:에서| to | ?(?:→|->) ?)\s*(\d[\d.,]*\d|\d)",
    re.IGNORECASE,
)
# What is denied by the word beside it: 변경 없이, without changing.
_DENIED: Final = lazy_regex(
    r"([가-힣]{2,}?)(?:[이가은는도을를])? 없[이는다습어]|([가-힣]{2,}?)하지 (?:않|못)"
    r"|\b(?:without|no|not|never|nor)"
    r"(?: (?:any|the|an?|further|additional|extra|be|being|need(?:ing)?|requir(?:e|ing)))* ([a-z]{4,})",
    re.IGNORECASE,
)
_STEM = 4  # letters of a Latin word, twice as many as syllables of a Korean one
_CLAUSE: Final = lazy_regex(r"[,;:]|지만|으나 |하나 |며 |고 |\b(?:but|while|although|though|and|yet)\b")


def contradicts(claim: str, cited: str) -> bool:
    """Whether a claim denies where what is cited does not, or the other way round, or says that more is which there is
    less."""
    denies = bool(_NEGATION.search(claim))
    if denies and not (_NEGATION.search(cited) or _LIMITING.search(cited)):
        return True
    clauses = [clause for clause in _CLAUSE.split(cited) if clause.strip()]
    if not denies and clauses and all(map(_NEGATION.search, clauses)):
        return True
    if not denies and any(
        _stem(word) in claim.casefold() for found in _DENIED.findall(cited) for word in found if word
    ):
        return True
    if any(pair[::-1] in _FROM_TO.findall(cited) for pair in _FROM_TO.findall(claim)):
        return True
    return any(_opposed(claim, cited, one, other) or _opposed(claim, cited, other, one) for one, other in _OPPOSITES)


def _stem(word: str) -> str:
    return word.casefold()[: _STEM if word.isascii() else _STEM // 2]


def _opposed(claim: str, cited: str, one: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """Whether a claim says only the one, and what is cited only the other."""
    said = one.search(claim) and not other.search(claim)
    return bool(said and other.search(cited) and not one.search(cited))
