"""Words of a query that tell little of what is meant: they are no part of what a paper has to say."""

from __future__ import annotations

import re

from retrieval.lazy_regex import lazy_regex

_NOUNS = r"""
    방법론?|방식|경우|기법|기술|접근법?|방안|문제점?|이유|원리|결과|성능|효과|과정|종류|분야|주제|내용|자료|사례|예시|여러|다양한?
    |전략|개념|구조|역할|관점|측면|수준|상황|작업|처리|최대|최소|자기|하나|모두|전체|기존|일반|특정|주요|실제|기반|대상|목적
    |단점|장점|한계점?|특징|원인|정도|부분|시스템|프레임워크|기능|능력|추가|활용|사용|이용|적용|제안|소개|연구진?|논문|학계|동향|트렌드|최근|요즘|최신|글|답
"""
_PREDICATES = r"""
    (?:보여|알려|가르쳐|해|도와|찾아|설명해)(?:[준주]|주는|줄|줬|주고|주며)[가-힣]*
    |[잘못안더덜꼭]|잘(?:하|되|한|된)[가-힣]*|오래|많이|빨리|쉽게|어떻게|스스로|함께|같이|직접|볼만[가-힣]*|읽을만[가-힣]*|좋[가-힣]+
    |하(?:는|기|고|면|려면|려고|도록|거나|면서)|되(?:는|기|고|면)|[한할된될]|해(?:서|야|결한?|결하는)|했[가-힣]*|됐[가-힣]*
    |만[든들][가-힣]*|있[는을고어던]|없[을고어던]|위한|통한|대한|관한|따른|같은|다른|많은|[큰작]은?|긴|짧은|새로운?|높은|낮은
    |줄이[는기고려면자]?[가-힣]*|줄여[가-힣]*|높이[는기고]|늘리[는기고]|올리[는기고]|바꾸[는기고]|다루[는기고]|나오[는기고]|쓰[는이인]|쓴|쓸
    |필요[가-힣]*|가능[한하][가-힣]*|뛰어난|나은|낫다|잘하는|처럼|말고|없이도?|없는|빼고|제외(?:하고|한)?|해당하는|맞춰|골라[가-힣]*|(?:찾아|알아|가려)내[가-힣]*
    |결합한|합친|개선[한하][가-힣]*|향상[시된한][가-힣]*|수행하는|유지하는|이해하는|처리하는
"""
_ENGLISH = r"""
    approach(?:es)?|methods?|techniques?|ways?|problems?|novel|new|latest|recent|newest|without|via|towards?|between
    |during|through|across|among|over|per|from|into|after|before|while|such|other|more|most|less|very|only|just|both|each|every|like|based|good|better|well|not|no|non
    |help(?:s|ing|ed)?|mak(?:e|es|ing)|us(?:e|es|ed|ing)|let|get(?:s|ting)?|given|give|work(?:s|ing)?|need(?:s|ed)?|enable(?:s|d)?
    |improv(?:e|es|ed|ing)
    |reduc(?:e|es|ed|ing)|handl(?:e|es|ing)|one|two|first|own|same|instead|than|different|general|simple|effective|efficiently?|system|framework
    |propose[ds]?
    |learn how|itself|themselves|something|anything|everything
    |people|ordinary|really|against|up|out|off|when|must|still|ever|even
"""
_LIGHT = lazy_regex(f"{_NOUNS}|{_PREDICATES}|{_ENGLISH}", re.VERBOSE)

_FIELD = lazy_regex(
    r"""l?lms?|ai|models?|모델|모형|인공지능|딥러닝|머신러닝|기계학습|deep|언어모델|(?:large|대규모|거대|대형)?(?:language|언어)models?
    |(?:large|대규모|거대|대형)언어모델|neural|networks?|신경망|데이터|data""",
    re.VERBOSE,
)

_SUBJECT = lazy_regex(
    r"""l?lms?|ai|인공지능|딥러닝|머신러닝|기계학습|언어모델|(?:large|대규모|거대|대형|초거대)?(?:language|언어)(?:models?|모델)|deeplearning
    |machinelearning|논문|papers?""",
    re.VERBOSE,
)

_QUALITY = lazy_regex(
    "작은|큰|긴|짧은|느린|빠른|small(?:er)?|large[r]?|big(?:ger)?|long(?:er)?|short(?:er)?|fast(?:er)?|slow"
)

_ACT = lazy_regex(
    "생성|예측|분석|평가|처리|이해|학습|훈련|추론|개선|generation|prediction|forecasting|analysis|evaluation|processing"
)

_NEWS = lazy_regex("최신|최근에?|요즘|요새|latest|recent(?:ly)?|newest|new|새로운|신규")


def is_light(word: str) -> bool:
    """Whether a folded word tells little wherever it stands."""
    return _LIGHT.fullmatch(word) is not None


def is_of_the_field(word: str) -> bool:
    """Whether a folded word names what nearly all papers are about: beside others it is not asked for."""
    return _FIELD.fullmatch(word.replace(" ", "")) is not None


def is_the_subject(word: str) -> bool:
    """Whether a folded word, or term, is what the whole field is about, and makes no term of another: LLM, AI."""
    return _SUBJECT.fullmatch(word.replace(" ", "")) is not None


def is_act(word: str) -> bool:
    """Whether a folded word only says what is done with the thing before it."""
    return _ACT.fullmatch(word) is not None


def is_quality(word: str) -> bool:
    """Whether a folded word makes a term of the noun behind it, while it says nothing by itself: 작은 모델."""
    return _QUALITY.fullmatch(word) is not None


def is_news(word: str) -> bool:
    """Whether a folded word asks for what is new."""
    return _NEWS.fullmatch(word) is not None
