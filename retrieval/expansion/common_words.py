"""Words that are right as they are: those of every day, and forms that only native Korean words have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from retrieval.analysis.stemming import stem
from retrieval.lazy_regex import lazy_regex

_FILE = Path(__file__).with_name("common_words.txt")

_INITIALS, _MEDIALS, _FINALS = 19, 21, 28
# The rules for writing foreign words (외래어 표기법) know seven final consonants, no tense ones,
# and no ㅑ ㅕ ㅛ ㅠ after ㅈ and ㅊ.
_FOREIGN_FINALS = frozenset((0, 1, 4, 8, 16, 17, 19, 21))
_TENSE = frozenset((1, 4, 8, 13))  # but ㅆ, which people write all the same: 애니씽
_JC, _IOTATED = frozenset((12, 14)), frozenset((2, 6, 12, 17, 3, 7))
_SURELY_FOREIGN = lazy_regex(
    "[트드스즈츠크프브르므흐테데케레메네페베헤젤디티퓨뷰튜듀큐뮤퍼터더커러머너처셔쇼쥬젠텐렌벤멘넷렛셋켓팅딩링싱닝밍킹핑빙틱믹릭픽킷립팁칩맵랩탭캡랙"
    "맥팩잭텍넥렉션컨런턴번던펀헌콘톤폰론존돈맨밴랜댄캔텔델벨렐멜펠셀헬넬켈쿼퀀웹카쿠키코케캐토파피포푸페플블클글슬들룬룸룩루뤼쉬]"
)
_PREDICATE = lazy_regex(
    "[가-힣]+(?:[아어여해돼지니까요야냐래다죠줘봐려]|[는은을를한된할될던]|하?[고며게면]|면서|려고|도록|더니|거나|다가|[는은인]지|[했됐었았였][가-힣]*)"
)

_SHORT_NOUN = lazy_regex("[말글집물불길손눈귀입몸꿈돈책옷밥술별꽃풀강곳때벽문방][이가도만로에와과은는을를의]")


@cache
def _words() -> frozenset[str]:
    lines = _FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_common(word: str) -> bool:
    """Whether a folded word, or what it is a form of, is one of every day."""
    forms = (word, stem(word), *(word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing", "er", "ly")))
    return any(form in _words() for form in forms)


def is_native(word: str) -> bool:
    """Whether a word of Hangul cannot be a foreign one: it is common, has a form that these never have, or is inflected
    as verbs are without a syllable that is foreign."""
    if is_common(word) or any(map(_is_native_syllable, word)) or _SHORT_NOUN.fullmatch(word):
        return True
    return _PREDICATE.fullmatch(word) is not None and not is_foreign(stem(word))


def is_foreign(word: str) -> bool:
    """Whether a word of Hangul has a syllable that hardly any but foreign words have."""
    return _SURELY_FOREIGN.search(word) is not None


def _is_native_syllable(syllable: str) -> bool:
    code = ord(syllable) - ord("가")
    initial, medial, final = code // (_MEDIALS * _FINALS), code // _FINALS % _MEDIALS, code % _FINALS
    return final not in _FOREIGN_FINALS or initial in _TENSE or (initial in _JC and medial in _IOTATED)
