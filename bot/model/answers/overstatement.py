"""Whether a sentence says more than it cites, as far as words tell."""

from __future__ import annotations

import re
from typing import Final

from retrieval.lazy_regex import lazy_regex


def _words(pattern: str) -> re.Pattern[str]:
    return lazy_regex(pattern, re.IGNORECASE)


# What a sentence may say only where what it cites does.
_STRONG: Final = tuple(
    map(
        _words,
        (
            r"최초|처음으로|\bfirst(?! (?:stage|step|phase|and|train|generat|extract))\b",
            r"최고|가장|최상|최첨단|최신|최대|\bbest\b|\bmost (?!of\b)\w+|highest|largest|fastest"
            r"|state[- ]of[- ]the[- ]art|\bsota\b",
            r"유일|\bonly (?:one|model|method|system)|\bunique|\bsole\b",
            r"모든|모두|항상|언제나|어떤 .{1,12}[든나] |\b(?:all|every|always|any|everything|everyone)\b",
            r"완벽|완전|전혀|perfect|complete(?:ly)? (?:solv|eliminat)|entirely|flawless",
            r"보장|증명|guarantee|\bprove[sn]?\b",
            r"능가|앞[서섰선]|뛰어넘|넘어[서선섰]|이[기긴겼깁]|제치|제쳤|상회|압도|우수|뛰어[나난]|더 [나높빠좋]"
            r"|향상|개선|높[이였]|\bbeat|outperform|surpass|exceed|better|superior|improv|higher|faster|boost|rais",
            r"무료|공짜|\bfree (?:of charge|for|to use)|costs? nothing",
            r"인간|사람|\bhumans?\b|\bpeople\b",
        ),
    )
)
# Companies and universities, whose names in Hangul nothing else tells from nouns.
_NAMED: Final = tuple(
    map(
        _words,
        (
            *("구글|google", "딥마인드|deepmind", "오픈ai|openai", "앤트로픽|anthropic", "마이크로소프트|microsoft"),
            *(
                "메타(?!버스|인지|데이터|러닝|학습)|\\bmeta\\b",
                "애플|apple",
                "엔비디아|nvidia",
                "아마존|amazon",
                "테슬라|tesla",
            ),
            *("삼성|samsung", "네이버|naver", "카카오|kakao", "바이두|baidu", "알리바바|alibaba"),
            *(
                "텐센트|tencent",
                "화웨이|huawei",
                "바이트댄스|bytedance",
                "스탠[퍼포]드|stanford",
                "하버드|harvard",
                "카이스트|kaist",
            ),
        ),
    )
)
_RISING: Final = r"향상|개선|증가|상승|감소|하락|절감|단축|축소|높|낮|줄|빠[르른]|빨[라리]|늘|더 "
_CHANGE: Final = _words(
    rf"{_RISING}|improv|increas|rais|reduc|decreas|gain|boost|cut|higher|lower|faster|slower|better|more|fewer|less"
    r"|sav(?:e|ing)|drop|\bby \d"
)
_CHANGED_BY: Final = _words(
    rf"(\d+(?:\.\d+)?) ?(?:%|퍼센트)(?:p|포인트)? ?(?:의|만큼|나|가량|정도|까지)? ?(?:{_RISING})"
    r"|\bby (?:up to |about |around |nearly |over )?(\d+(?:\.\d+)?) ?%"
    r"|(\d+(?:\.\d+)?) ?% (?:improvement|increase|reduction|gain|decrease|faster|slower|higher|lower|fewer|less|more)"
)
_PERCENT: Final = lazy_regex(r"(\d+(?:\.\d+)?) ?(?:%|퍼센트)")


def overstates(claim: str, cited: str) -> bool:
    """Whether a claim has a superlative, a totality or a company that what is cited does not have, or takes for a value
    what something has changed by."""
    if any(words.search(claim) and not words.search(cited) for words in (*_STRONG, *_NAMED)):
        return True
    if _CHANGE.search(claim):
        return False
    changes = {value for found in _CHANGED_BY.finditer(cited) for value in found.groups() if value}
    return any(value in changes for value in _PERCENT.findall(claim))
