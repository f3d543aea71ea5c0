"""What kind of answer a question wants (a figure, a link, a reason), and what such an answer looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from retrieval.lazy_regex import lazy_regex

_NUMBER = r"(?<![A-Za-z\d.-])(?!(?<=\()\d\))\d[\d.,]*"  # not that of a name (GPT-4, H100) nor of a list: (1)
_NUMERAL_WORDS = r"(?<![가-힣])(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열|수십|수백|수천) ?"
_DAYS = r"(?<![가-힣])(?:하루|이틀|사흘|나흘|열흘|보름|반나절)(?![가-힣]*의 )"
_NUMERAL = (
    r"(?<![가-힣])(?:(?:두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:개|가지|명|배|단계|장|종|시간|번|편|대)"
    rf"|{_DAYS}|절반|수[백천만십])"
)
_COUNTER = r"(?:퍼센트|%|점|개|명|장|배|가지|시간|초|분|일|편|쌍|종|대|번|년|주|층|단계|위|도)[가-힣]{0,3}(?![가-힣])"
_LATIN_NAME = r"[A-Z][a-z]*-?[A-Z]\w*"

# What asks, in Korean and in English, and what answers.
_KINDS = (
    (
        rf"몇(?: ?{_COUNTER})?|(?:얼마[가-힣]*(?: 동안)?|어느 정도[가-힣]*|퍼센트|규모)[가-힣]*"
        r"|[가-힣]*(?:점수|총점)(?:[은는이가야]|인가요)?(?= ?(?:[?]|$|몇|얼마|어느|어때|뭐|무엇))",
        r"how (?:many|much|fast|long|large|big|accurate|well|high|often)|percent\w*|what (?:score|accuracy)",
        rf"{_NUMBER}|{_NUMERAL}",
    ),
    (
        r"코드[가-힣]*|링크[가-힣]*|주소[가-힣]*|깃허브|깃헙|받[을아][가-힣]*|다운로드|홈페이지[가-힣]*|페이지[가-힣]*",
        r"github|code|download\w*|repositor\w+|page",
        r"https?://|[Gg]it[Hh]ub|코드[는가를와 ].{0,20}(?:공개|제공|확인|이용)|오픈 ?소스",
    ),
    (r"하드웨어[가-힣]*", r"gpus?|hardware", r"GPU|TPU|\b[AHV]\d00\b|RTX|NVIDIA|엔비디아"),
    (r"왜|이유[가-힣]*", r"why", r"때문|이유|원인|인해|because|due to"),
    (
        r"단점[가-힣]*|한계[가-힣]*|문제점[가-힣]*|약점[가-힣]*",
        r"limitations?|drawbacks?|weakness\w*",
        r"한계|단점|문제|어려|못하|못했|부족|그러나|하지만|제한|불안정|느리[고며]|취약|비효율|저하|However",
    ),
    (
        r"(?:빨[라리]|빠[르른릅]|느[려리린립])[가-힣]*|속도[가-힣]*",
        r"fast(?:er)?|speed\w*|slow\w*",
        r"빠[르른릅]|빨[라리랐]|속도|느[려리린립렸]|지연|단축|가속|[Ff][Pp][Ss]|faster|speed",
    ),
    (
        r"(?:어떤|어느|몇 개|몇) 언어[가-힣]*",
        r"(?:which|what) languages",
        r"(?:영|한국|중국|일본|독일|프랑스|스페인|아랍|러시아|힌디)어|English|Chinese|Korean|\d ?개(?:의)? ?언어",
    ),
    (r"이름[가-힣]*", r"called|names?", rf"라는|라고|명명|named|called|{_LATIN_NAME}"),
    (r"라이[선센]스[가-힣]*", r"licen[sc]e\w*", r"라이[선센]스|[Ll]icen[sc]e|Apache|\bMIT\b|CC[ -]BY"),
)


@cache
def _cues() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Made when the first question is asked: they take as long as all other patterns together."""
    return tuple(
        (re.compile(rf"(?<![a-z])(?:{korean}|{english})(?![a-z])", re.IGNORECASE), re.compile(answer))
        for korean, english, answer in _KINDS
    )


# Figures are asked for by their unit, which most often follows them: 몇 장, how many hours.
_DURATION = "걸리는 시간"
_ALIKE = {
    "달러": r"달러|USD",
    "점": r"점|%|퍼센트",
    "퍼센트": r"%|퍼센트",
    "%": r"%|퍼센트",
    "배": r"배|[x×]|times",
    "시간": r"시간|hour|h\b",
    "초": r"초|ms|s\b",
    "장": r"[만억]? ?장|만|M\b",
    "프레임": r"프레임|[Ff][Pp][Ss]",
    "토큰": r"토큰|tokens?|[BT]\b",
    "파라미터": r"[BM]\b|억|파라미터",
    _DURATION: r"(?:초|분|시간|일|주|개월)(?=[\s,.에이간만동으]|$)|m?s\b|sec|min|hours?|days?",
    "언어": r"개(?:의)? ?언어|언어",
}
_UNIT = lazy_regex(
    r"몇 ?([가-힣%]{1,4}?)(?:까지|이나|나|[이가을를로의은는에]|인가요?|이야|야|[이예]?에요)?(?![가-힣%])"
)
_ENGLISH_UNITS = {
    "percent": "퍼센트", "hour": "시간", "hours": "시간", "seconds": "초", "tokens": "토큰", "parameters": "파라미터",
    "languages": "언어", "times": "배",
}  # fmt: skip
_HOW_MANY = lazy_regex(rf"how (?:many|much) ({'|'.join(_ENGLISH_UNITS)})\b", re.IGNORECASE)
_HOW_LONG = lazy_regex(r"how long\b(?=.*\btakes?\b)|얼마나 (?:오래 )?걸[려리]", re.IGNORECASE)
_PRICE = "가격"
_ASKS_PRICE = lazy_regex(
    r"(?:가격|비용|요금|값)[가-힣]{0,3} ?(?:이|은|는)? ?얼마[가-힣]*|얼마 ?(?:인가요|예요|에요|죠)"
    r"|(?:what(?:'s| is| are)|how much) .{0,20}\b(?:price|cost)s?\b|\bhow much (?:does|do|did|is|are) .*\bcosts?\b",
    re.IGNORECASE,
)
_MONEY = lazy_regex(rf"[$€£₩]\s?\d|{_NUMBER}\s*[만천억]*\s*(?:달러|원(?![가-힣]{{2}})|유로|USD|KRW|dollars?|won\b)")
_EXACT = lazy_regex(r"몇|how many|라이[선센]스|licen[sc]e", re.IGNORECASE)  # what else is said does not answer these
# What is measured in these is said in nothing else; what is counted may be said in pieces.
_MEASURES = frozenset(
    (
        "초",
        "분",
        "시간",
        "달러",
        "원",
        "킬로그램",
        "킬로미터",
        "미터",
        "리터",
        "톤",
        "와트",
        "프레임",
        _DURATION,
        _PRICE,
    )
)
_GENERIC = r"(?:개|가지|종|종류)"
_SCALE = r"\s*(?:[만천백억조]+\s*)?"
_DIGITS = lazy_regex(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Cue:
    """The [start, end) ranges of a question that ask for a kind of answer, and what such an answer holds.

    `counts`: the answer is a figure; `unit`: one with the unit that is asked for. `needed`: nothing else answers.
    """

    asked: tuple[tuple[int, int], ...]
    answer: re.Pattern[str]
    known: frozenset[str]
    """The numbers of the question, which do not answer it."""

    counts: bool = False
    unit: bool = False
    needed: bool = False

    def answered_by(self, text: str) -> bool:
        """Whether `text` holds an answer of this kind."""
        return next(self.places(text), None) is not None

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in `text` such answers are."""
        found = self.answer.finditer(text)
        return (match.span() for match in found if match[0].rstrip(".,") not in self.known)


def find_cues(question: str) -> Iterator[Cue]:
    """The kinds of answer that `question` asks for; the unit of a figure is one more."""
    known = frozenset(number.rstrip(".,") for number in _DIGITS.findall(question))
    for place, (asks, answer) in enumerate(_cues()):
        if asked := tuple(match.span() for match in asks.finditer(question)):
            needed = any(_EXACT.match(question, *span) for span in asked)
            yield Cue(asked, answer, known, counts=not place, needed=needed)
    if unit := _unit(question):
        span, name, pattern = unit
        yield Cue((span,), pattern, known, counts=True, unit=True, needed=name in _MEASURES)


def _unit(question: str) -> tuple[tuple[int, int], str, re.Pattern[str]] | None:
    """Where a unit is asked for, which, and what a figure with it looks like."""
    if match := _HOW_MANY.search(question):
        unit = _ENGLISH_UNITS[match[1].lower()]
        return match.span(), unit, _figures(unit)
    if match := _ASKS_PRICE.search(question):
        return match.span(), _PRICE, _MONEY
    if match := _HOW_LONG.search(question):
        return match.span(), _DURATION, _figures(_DURATION)
    if match := _UNIT.search(question):
        return match.span(), match[1], _figures(match[1])
    return None


@lru_cache(256)
def _figures(unit: str) -> re.Pattern[str]:
    alike = _GENERIC if re.fullmatch(_GENERIC, unit) else _ALIKE.get(unit) or rf"(?:개(?:의)? ?)?{re.escape(unit)}"
    figures = rf"(?:{_NUMBER}{_SCALE}|{_NUMERAL_WORDS})\s*(?:{alike})"
    return re.compile(f"{figures}|{_DAYS}" if unit == _DURATION else figures)
