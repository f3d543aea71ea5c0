"""Words that go with everything, so that what stands beside them is no translation of them."""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.analysis.stopwords import ASKING
from retrieval.glossary.parentheses import term_words
from retrieval.lazy_regex import lazy_regex

_LIGHT = lazy_regex(
    r"""방법|방법론|방식|기법|경우|처리|추가|기존|결과|과정|사용|활용|이용|적용|제안|연구|논문|기반|관련|필요|가능|수행
    |제공|다양한|새로운|최신|최근|최첨단|최고|최대|최소|높은|낮은|큰|작은|많은|적은|좋은|여러|모든|전체|일반|주요|중요
    |특정|기본|향상|개선|증가|감소|문제|분야|대상|목표|현상|도입|설계|개발|내|통한|한
    |method|approache?|way|based|new|novel|recent|latest|high|low|large|small|big|more|most|less|better|best|good|via
    |toward|beyond|without|within|simple|general|propos\w*|study|result|improv\w*|enhanc\w*|increas\w*|exist\w*|aware
    |free|two|three|multiple|various|problem|paper|work""",
    re.VERBOSE,
)


@lru_cache(maxsize=8192)
def is_light(term: str) -> bool:
    """Whether all words of a term say too little to stand for another, or to be stood for."""
    return all(_LIGHT.fullmatch(word) or ASKING.fullmatch(word) for word in term_words(term))
