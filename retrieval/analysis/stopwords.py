"""The words that only ask: 찾아줘, 있나요, which paper, tell me. They are dropped from queries, never from digests.

What is also a term of its own (추천 시스템, computer use, part segmentation) is here apart: it asks only where the
words around it show that.
"""

from __future__ import annotations

import re
from typing import Final

from retrieval.lazy_regex import lazy_regex

_ENGLISH = r"""
    a|about|also|an|and|any|are|as|at|authors?|be|been|being|best|but|by|can|could|did|do|does|doing|find|for|from|had
    |has|have|having|how|i|if|in|into|is|it|its|just|kindly|list|looking|many|may|me|might|much|my|of|on|or|our|papers?
    |please|pls|plz|popular|proposed?|proposes|should|shows?|so|some|stud(?:y|ies)|tell|than|thanks|that|the|their|them|then
    |there|these|they|this|those|to|under|using|want|was|we|were|what|whats|when|where|whether|which|who|whom|whose|why
    |will|with|works?|would|written|you|your
"""
_WISH = r"""
    줘요?|줘라|줘봐요?|죠|쥬|주세요|주세용|주셔요|주삼|주셈|주십시오|주실래요?|주실까요?|주실|주시겠어요|주시면|주라
    |주렴|줄래요?|줬으면|달라|봐요?|봐줘요?|봐주세요|드려요
"""
_DEMAND = rf"""
    (?:찾아|알려|보여|골라|말해|가르쳐|뽑아|들려|모아|(?:추천|소개|설명|검색|요약|정리|비교)해?)(?:{_WISH})|찾아|알려
    |보여|골라|말해|가르쳐|(?:추천|소개|설명|검색|요약|정리|비교)해
    |(?:추천|소개|설명|검색|요약|정리|비교)?(?:부탁(?:해요?|드려요|드립니다|드릴게요)?|바랍니다)
    |(?:추천|소개|설명|검색|요약|정리)[좀점]|[알보찾]고(?:싶(?:어요?|은데요?|습니다|다))?
    |싶(?:어요?|은데요?|습니다|다)|(?:읽을|볼)만한
"""
_THERE_IS = r"""
    [있없](?:어요?|나요?|니|냐|는|는지|는가|는데|을까요?|을지|습니까|습니다|음|지요?|죠|던데|었나요?)|있으면|계신가요
"""
_WHAT = r"""
    뭐(?:야|지요?|죠|예요|에요|가|임|냐|니|라고|로|랑|더라|였지|였더라)?|[머모](?:야|예요|에요)|뭔(?:가요?|지|데요?)?
    |뭘(?:로|까요?)?|뭡니까|무엇(?:인가요?|인지|입니까|이야|이에요|이죠|을|이|으로|일까요?)?|무슨
    |어떤(?:가요?|지|[거건걸것게]|식|식으로)?|어떠한|어떻게|어때요?|어떨까요?
    |어디(?:서|에|에서|까지|로|야|예요|인가요?)?|어느|왜|언제(?:야|쯤|부터|까지|인가요?)?|누가
    |누구(?:야|예요|의|인가요?|인지|지|죠)?|얼마(?:나|야|예요|인가요?|인지|만큼|쯤|지)?|몇(?:이야|인가요?|이지)?
"""
_VAGUE = r"""
    혹시|그럼|그러면|근데|그런데|제일|가장|젤|좀|조금|꼭|한번|정도(?:야|예요|인가요?|로|의|나|는|지)?|쯤|동안
    |지금(?:까지)?|및|등|또는|그리고|수|할|때는?|도움[이을은]?|것|거|중|중에서?|[이그저](?:거|건|것|걸|게)?
    |거(?:야|예요|에요|지|임|냐|죠|니|라|라고|는|를)|건가요?|건지|건데요?|걸까요?|해?(?:줘요?|주세요)|하나요|되나요?
    |인가요?|일까요?|나요|합니까|입니까|이?란|될까요?|할까요?|하는|하는지|되는지|했(?:어요?|나요?|니|는지|지|대요?)
    |됐(?:어요?|나요?|는지|지)|나온|나왔(?:어요?|나요?)|쓴|쓰는|쓰나요?|썼(?:어요?|나요?|니|는지|대|지|을까요?)
    |궁금(?:해요?|합니다|한데요?|하다|하네요?)|안녕(?:하세요)?|감사합니다|[너넌]|너[는의]|[나난]|나는|우리|저자
    |작성한|(?:교수|박사|선생)님?|자세(?:히|하게|한)|간단(?:히|하게)
"""
_NEWS = r"""
    최신|최근에?|요즘|요새|새로운|신규|핫한|뜨는|인기(?:있는|많은)?|많은|유명한|잘나가는|괜찮은|좋은
"""
_WHEN = r"""
    오늘의?|어제의?|그제|올해의?|작년|(?:이번|지난|저번)(?:[주달해]의?)?|금주의?|이달의?|today|yesterday
"""
_ABOUT = r"""
    관련(?:된|한|해서?)?|관(?:한|하여|해서?)|대(?:한|해서?|하여)
    |(?:이용|사용|활용|적용)(?:한|하는|해서?|하여|된|했(?:어요?|나요?|는지|지))|위(?:한|해)|통(?:한|해)|다룬|다루는
"""
_PAPERS = r"(?:논문|연구)들?(?:이나|에서|으로|중에|인가|[은는이가을를의도중에로만좀])?요?"

ASKING: Final = lazy_regex(
    rf"{_ENGLISH}|{_DEMAND}|{_WISH}|{_THERE_IS}|{_WHAT}|{_VAGUE}|{_NEWS}|{_WHEN}|{_ABOUT}|{_PAPERS}"
    r"|[\u1100-\u11ff\u3131-\u318e]+",  # ㅋㅋ, ㅠㅠ
    re.VERBOSE,
)
"""Words that ask wherever they stand."""

ASKED_FOR: Final = lazy_regex("추천|소개|설명|검색|요약|정리|동향|트렌드")
"""What asks at the end of a query, after another word that asks: … 논문 추천."""

NEWS: Final = lazy_regex(_NEWS, re.VERBOSE)
"""Words that ask, and say of what follows that it is new or good: 최신 추천 … is about recommending."""

COMMANDS: Final = lazy_regex("explain|recommend|suggest|summari[sz]e|describe|introduce")
"""What asks at the beginning."""

AUXILIARIES: Final = lazy_regex("do|does|did|can|could|should|is|are|was|were|has|have|had")
LIGHT_VERBS: Final = lazy_regex(
    """available|called|gets?|give[ns]?|happens?|help|known?|made|make|means?|need(?:ed|s)?|released?|run|take[ns]?|took
    |use[ds]?""",
    re.VERBOSE,
)
"""What asks after an auxiliary: how long does it take."""

FOLLOWING: Final = tuple(
    (lazy_regex(before), lazy_regex(after))
    for before, after in (
        ("which|what", "(?:kind|type|sort|part|way)s?"),
        (
            "몇",
            "(?:개|명|장|배|가지|시간|초|분|일|편|번|년|주|층|단계|퍼센트|점|토큰|프레임)(?:간의?|까지|이나|인가요?|[이가을를의로야])?",
        ),
        ("이번|지난|저번", "[주달해]의?"),
        ("this", "week|month|year"),
        ("어떤|무슨|어느", "(?:식|방식|종류)(?:으로|의|이야|인가요?)?"),
        ("찾아|알려|보여|골라|말해|가르쳐|(?:추천|소개|설명|검색|요약|정리)해", "줄"),
    )
)
"""What asks after what: which part, 몇 시간, 이번 주, 알려 줄."""

_ABOUT_GLUED = rf"(?:(?:[을를과와이가]|에)?(?:{_ABOUT}|쓴|쓰는))"
GLUED: Final = lazy_regex(
    rf"""{_ABOUT_GLUED}?(?:{_NEWS})?논문(?:들?[은는이가을를좀만도])?좀?(?:{_WHAT})?(?:{_DEMAND}|{_THERE_IS}|{_WISH}|추천|소개|요약)?(?:수?있[가-힣]*)?
    |{_ABOUT_GLUED}?(?:연구|거|것|게)?[은는이가을를]?좀?(?:{_DEMAND})(?:수?있[가-힣]*)?
    |{_ABOUT_GLUED}?(?:연구|거|것|게)?[이가]?(?:{_WHAT})?(?:있(?:어요?|나요?|을까요?|습니까))
    |[은는이가]?(?:뭐야|뭐예요|뭐에요|뭐지|뭐임|뭔가요|뭔지|뭐냐|무엇인가요|무엇인지|어때요?)""",
    re.VERBOSE,
)
"""What asks at the end of a word, where no spaces are typed: 강화학습논문찾아줘."""
