"""Korean verbs and adjectives by their forms.

Common ones are listed by stem and inflected by the rules of the language; others are known by an ending that no noun
has. What may as well be a noun (a last syllable that ends in ㄴ or ㄹ) is left to be one: 비트코인, 엑셀, 구글.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from retrieval.lazy_regex import lazy_regex

# Stems; * marks those whose last consonant changes before a vowel.
_VERBS = """
    가 가다듬 가르치 가리 가리키 가져오 가지 갈라지 갖추 갚 거두 거르 건너 건너뛰 건드리 걷* 걸 걸러내 걸리 겪 견디
    고르 고치 골라내 굴리 그리 긁 기다리 기르 깎 깔 깨 깨지 꺼내 꺼지 꼽 꾸 꾸미 끄 끊 끊기 끌 끌어올리 끝나 끝내 끼
    끼우 끼치 나가 나누 나뉘 나오 나타나 나타내 낚 날 날리 남 남기 낫* 낮아지 낮추 내 내놓 내다보 내려가 내리 넘 넘기
    넣 녹 녹이 놀 높아지 높이 놓 놓치 누르 느끼 늘 늘리 늘어나 늦추 다가가 다듬 다루 다치 닦 닫 달 달라지 닮 담 담기
    당기 닿 더하 던지 덜 덜어내 덮 데려오 도와주 돌 돌려주 돌리 돌아가 돌아보 돕* 되돌리 되살리 두 둘러싸 뒤섞 뒤지
    뒤집 드러나 드러내 듣* 들 들리 들어가 들어맞 들어오 들여다보 들이 따 따라가 따라잡 따라하 따르 따지 때리 떠나
    떠오르 떨어뜨리 떨어지 떼 떼어내 뛰 뛰어나 뛰어넘 뜨 뜯 띄우 마시 마치 막 막히 만나 만들 만들어내 만들어지 만지 말
    말하 맞 맞서 맞추 맞히 맡 맡기 매기 먹 먹이 멈추 메우 모르 모으 모이 모자라 몰 못하 무너뜨리 무너지 묶 묻 물 물리
    미루 미치 믿 밀 밀리 바꾸 바뀌 바라 바라보 받 받아들이 밝히 밟 배우 버리 버티 번지 벌 벌리 벌어지 벗 벗기 벗어나
    베끼 변하 보 보내 보여주 보이 보태 볶 부르 부수 부풀리 불 불리 불어나 붓* 붙 붙이 비우 비추 비틀 빌리 빗나가
    빠뜨리 빠져나가 빠지 빨라지 빼 빼내 뺏 뽑 뽑아내 뿌리 사들이 살 살리 살아남 살펴보 살피 새기 생기 서두르 섞 선보이
    세 세우 속 속삭이 속이 솎아내 숨 숨기 쉬 스치 시키 싣* 실 실리 싸 싸우 쌓 쌓이 써내 썰 쏘 쏟 쏟아지 쓰 쓰러지 쓰이
    쓸 씌우 씹 씻 아끼 아니 아우르 안 앉 않 알 알려지 알리 알맞히 알아내 알아듣* 알아들 알아맞히 알아보 앓 앞당기 앞두
    앞서 앞지르 애쓰 얹 얻 얻어내 얼 얽히 없애 엮 열리 오 오가 오르 올라가 올리 옮 옮기 외우 우러나 울 움직이 웃
    이겨내 이기 이끌 이끌어내 이루 이루어지 이뤄지 이르 이어가 이어지 익히 일어나 일으키 읽 읽히 잃 잃어버리 입 입히
    잇* 있 잊 잊어버리 자라 자르 잘라내 잘하 잠기 잡 잡아내 잡히 저지르 적시 적어지 전하 젓* 정하 젖 조르 조이 좁히
    좋아지 좋아하 주 주고받 줄 줄어들 줄이 줍* 쥐 즐기 지 지나 지나치 지니 지르 지우 지켜보 지키 짓* 짚 짜 쪼개 쫓
    찌르 찍 찍히 찢 차 차리 찾 찾아가 찾아내 채우 챙기 쳐다보 추 추리 춤추 치 치르 치우 커지 켜 키우 타 태우 터뜨리
    터지 털 통하 틀 틀리 팔 펴 펼쳐지 펼치 푸 풀 풀리 풀어내 품 피 피우 피하 하 합치 합하 해내 향하 헤매 헤아리 헤어지
    헷갈리 훑 훔치 흉내내 흐르 흔들 흔들리 흘러가 흘리 흩어지
"""
_ADJECTIVES = """
    가깝* 가볍* 가파르 강하 같 거세 거칠 걸맞 고르 고맙* 괜찮 굳 굵 귀엽* 귀찮 그렇 기쁘 길 깊 나쁘 낮 낯설 너그럽* 넓
    넘치 높 느리 늦 다르 더럽* 덥* 두껍* 둥글 드물 뛰어나 뜨겁* 많 맑 매섭* 멀 멋지 무겁* 무섭* 미끄럽* 밉* 바르 바쁘
    밝 배고프 번거롭* 부드럽* 부럽* 붉 비싸 빠르 사납* 새롭* 서툴 설익 손쉽* 쉽* 슬프 싫 싸 쓸모없 아깝* 아름답* 아쉽*
    아프 안타깝* 알맞 약하 얇 얕 어둡* 어떻 어렵* 어리 어마어마하 어설프 없 엉뚱하 여리 옅 예쁘 오래되 외롭* 우습*
    이렇 자연스럽* 자유롭* 작 잦 저렇 적 젊 조그맣 좁 좋 즐겁* 지나치 진하 질 짙 짧 차갑* 춥* 커다랗 크 틀림없 푸르
    하얗 해롭* 헐겁* 헛되 흐리 힘들 힘차
"""
_ENDING = lazy_regex(
    r"""
    (?:으?시|으?셨|으?실|으?신|겠)?
    (?:[는던지고게며네죠자라다기]|[느으]?니까?|[느으]?냐|[지죠네]요|는?군요|는구나|으?며|으?나|으?면(?:서도?)?|으?려(?:고|면|는|다가?)?
        |던(?:데|가요?)|더(?:니|라|라고|라도)|[는던]지(?:[를는도가의]|요)?|지(?:만|도|는|를|가)|는(?:데(?:도|요|다)?|가요?|걸|대로)|까요?
        |[을]?수록|도록|든(?:지|가)?|거나|다(?:가|고|는|면|며|던데?|지요?|니까?)?|는다(?:고|는|면|며|던데)?|나요?|게(?:끔|도|는|요)|고(?:는|도|서|자|요)
        |기(?:[를가는도에만로의]|에서|에는|보다|까지|위한|위해|전에)|자(?:고|마자)|세요|십시오|습니[다까]|니다|을(?:까요?|지|게요?|래요?)|래요?|라(?:고|는|면|도|서))
    """,
    re.VERBOSE,
)
_AFTER_INFINITIVE = lazy_regex(
    """
    (?:서(?:도|는|요)?|도|야(?:만|지)?|[야]?[하한할해]|[야]?해요?|요)?
    |(?:주|준|줄|줘|줬|보|본|볼|봐|봤|내|낸|낼|냈|지|진|질|져|졌|오|온|올|와|왔|가|간|갈|갔|버리|버린|버릴|버려|버렸|놓|놔|두|둔|둬|있|드리|드려)
    """,
    re.VERBOSE,
)
# What only verbs end in, where at least one syllable stands before it.
_SURE_ENDING = lazy_regex(
    r"""
    [가-힣]+(?:면서(?:도|는)?|려(?:고|면|는)|더(?:니|라도)|[는던]지(?:를|는|도)?|[은는]데(?:도|요)?|지(?:만|요|나요)|도록|니까|거나
        |수록|나요|습니(?:다|까)|세요|던|려[서도야]?|[져쳐켜꿔춰줘눠둬뤄](?:서|도|야|요|[주지보버내][는고]?)?)
    """,
    re.VERBOSE,
)
# The syllables before 는, 고 and 게 that are of verbs: 맞히는, 줄이고, 배우게; not 큐비트는.
_BEFORE_ENDING = lazy_regex("[가-힣]{1,2}[하되키히치리이기우지보내주추르쓰](?:[는고]|게(?:끔|요)?)")
_PAST = lazy_regex(
    "[가-힣](?:[다던을음고지네죠냐니는]|어요?|나요?|는지(?:를|는)?|는데요?|던데요?|지만|으면|을까요?|을지|습니[까다]|더니|다(?:고|는|면|던데)|대요?)?"
)

_AFTER_ONE = "는고면며게던지"  # endings of one syllable that make a verb of one syllable before them

_FIRST, _VOWELS, _FINALS = ord("가"), 21, 28
_N, _D, _L, _M, _B, _SS = 4, 7, 8, 16, 17, 20
_A, _EO, _YEO, _O, _WA, _WAE, _OE, _U, _WO, _EU, _I = 0, 4, 6, 8, 9, 10, 11, 13, 14, 18, 20
_CONTRACTED = {_I: _YEO, _U: _WO, _O: _WA, _OE: _WAE}


class _Base(Enum):
    """How a form of a verb may go on: it must, it need not, or it may as an infinitive, with auxiliaries."""

    BOUND = auto()
    FREE = auto()
    INFINITIVE = auto()


class Inflections:
    """The forms of some verbs or adjectives, by the rules of the language. Immutable."""

    def __init__(self, stems: Iterable[str]) -> None:
        """* stands behind stems whose last consonant changes before a vowel."""
        found = [(base, stem) for stem in stems for base in _bases(stem.rstrip("*"), irregular=stem.endswith("*"))]
        found.sort(key=lambda each: each[0][1].value)
        self._kinds = {text: kind for (text, kind), _ in found}
        self._stems: dict[str, list[str]] = {}
        for (text, _), stem in found:
            self._stems.setdefault(text, []).append(stem.rstrip("*"))

    def stems_of(self, word: str) -> Sequence[str]:
        """The stems that a word of Hangul is a form of, by the longest that their forms begin with; () where it is
        none of them."""
        for text in (word, *_present(word)):
            for end in range(len(text), 0, -1):
                kind = self._kinds.get(text[:end])
                if kind is not None and _inflects(text, end, kind):
                    return self._stems[text[:end]]
        return ()

    def is_infinitive(self, word: str) -> bool:
        """Whether `word` is a verb as auxiliaries follow it: 만들어 주는."""
        return self._kinds.get(word) is _Base.INFINITIVE


def beginnings(stem: str) -> tuple[str, ...]:
    """What the forms of a verb begin with."""
    return tuple(dict.fromkeys(text for text, _ in _bases(stem, irregular=False)))


def is_verb(word: str) -> bool:
    """Whether a word of Hangul is a form of a verb, or of an adjective that is not listed."""
    return bool(_VERB_FORMS.stems_of(word)) or _has_past(word) or _ends_as_verb(word)


def is_infinitive(word: str) -> bool:
    """Whether a word of Hangul is a listed verb as auxiliaries follow it: 만들어 주는."""
    return _VERB_FORMS.is_infinitive(word) or word.endswith(("해", "하여", "돼", "되어"))


def is_adjective(word: str) -> bool:
    """Whether a word of Hangul is a form of a common adjective."""
    return bool(_ADJECTIVE_FORMS.stems_of(word)) and not _has_past(word)


def _present(word: str) -> Iterator[str]:
    """The infinitive of what is a verb in the past tense: 바꿔 of 바꿨나요."""
    for place, letter in enumerate(word):
        if _final(letter) == _SS and _PAST.fullmatch(word, place):
            yield word[:place] + _with(letter)


def _inflects(word: str, end: int, base: _Base) -> bool:
    if end == len(word):
        return base is not _Base.BOUND
    # Of so short a form half is shared with nouns: 사자, 보기.
    if end == 1 and len(word) == 2 and _final(word[0]) in (0, _N, _L, _M) and word[1] not in _AFTER_ONE:
        return False
    if _ENDING.fullmatch(word, end):
        return True
    auxiliary = _AFTER_INFINITIVE.match(word, end) if base is _Base.INFINITIVE else None
    return auxiliary is not None and (auxiliary.end() == len(word) or bool(_ENDING.fullmatch(word, auxiliary.end())))


def _has_past(word: str) -> bool:
    return any(_final(letter) == _SS and _PAST.fullmatch(word, place) for place, letter in enumerate(word))


def _ends_as_verb(word: str) -> bool:
    return bool(_SURE_ENDING.fullmatch(word) or _BEFORE_ENDING.fullmatch(word))


def _final(letter: str) -> int:
    return (ord(letter) - _FIRST) % _FINALS


def _with(letter: str, *, vowel: int | None = None, final: int = 0) -> str:
    """A syllable with another vowel, or with another final consonant; 0 is none."""
    code = (ord(letter) - _FIRST) // _FINALS
    initial, own = divmod(code, _VOWELS)
    return chr(_FIRST + (initial * _VOWELS + (own if vowel is None else vowel)) * _FINALS + final)


def _vowel(letter: str) -> int:
    return (ord(letter) - _FIRST) // _FINALS % _VOWELS


def _bases(stem: str, *, irregular: bool) -> Iterator[tuple[str, _Base]]:
    """What the forms of a verb begin with; those of the past tense are known without a list."""
    before, last = stem[:-1], stem[-1]
    final, bright = _final(last), _vowel(last) in (_A, _O)
    yield stem, _Base.BOUND
    if final == 0:
        yield from ((before + _with(last, final=added), _Base.FREE) for added in (_N, _L, _M))
        yield before + _with(last, final=_B), _Base.BOUND
        yield _infinitive(before, last), _Base.INFINITIVE
        yield stem + "어", _Base.INFINITIVE
        return
    if irregular and final == _B:
        open_stem = before + _with(last)
        yield open_stem + "우", _Base.BOUND
        yield from ((open_stem + syllable, _Base.FREE) for syllable in "운울움")
        yield open_stem + "워", _Base.INFINITIVE
        return
    if irregular:
        stem = before + _with(last, final=_L if final == _D else 0)
    elif final == _L:
        yield from ((before + _with(last, final=added), _Base.BOUND) for added in (0, _B))
        yield from ((each, _Base.FREE) for each in (stem, before + _with(last, final=_N)))
    if irregular or final != _L:
        yield stem + "으", _Base.BOUND
        yield from ((stem + syllable, _Base.FREE) for syllable in "은을음")
    yield stem + ("아" if bright else "어"), _Base.INFINITIVE


def _infinitive(before: str, last: str) -> str:
    if last == "하":
        return before + "해"
    if last == "르" and before:
        bright = _vowel(before[-1]) in (_A, _O)
        return before[:-1] + _with(before[-1], final=_L) + ("라" if bright else "러")
    vowel = _vowel(last)
    if vowel == _EU:
        return before + _with(last, vowel=_A if before and _vowel(before[-1]) in (_A, _O) else _EO)
    return before + _with(last, vowel=_CONTRACTED.get(vowel, vowel))


_VERB_FORMS = Inflections(_VERBS.split())
_ADJECTIVE_FORMS = Inflections(_ADJECTIVES.split())
