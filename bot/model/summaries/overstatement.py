"""Words that claim much, and companies and models spelled in Hangul: a summary has them only where the paper does."""

from __future__ import annotations

import re
from typing import Final

from retrieval.lazy_regex import lazy_regex

# What a summary says, and what the title or abstract must say then.
_CLAIMS: Final = (
    (r"최초|처음으로|\bfirst to\b|\bthe first\b", r"\bfirst\b|pioneer|unprecedented|never before"),
    (r"유일|\bunique\b|\bthe only\b", r"\bonly\b|unique|\bsole|\bsingle\b"),
    (
        r"최고|가장|최상|최첨단|1위|\bbest\b|state[- ]of[- ]the[- ]art",
        r"\bbest\b|\bmost\b|[a-z]{3,}est\b|state[- ]of[- ]the[- ]art|\bsota\b|superior|outperform|surpass|\btop\b"
        r"|leading|optimal|dominant|\brank",
    ),
    (r"완벽|perfect|flawless", r"perfect|flawless|lossless|fully|\bfull\b|complete|entire"),
    (
        r"모든 (?:기존|과제|작업|경우|벤치마크|방법|모델|면|분야|데이터)|항상|언제나|\balways\b|\bin every\b",
        r"\ball\b|\bevery|\beach\b|always|\bany\b|\bacross\b|entire|consistent|universal|\bboth\b|whole|general",
    ),
    (
        r"혁명|혁신적|획기|놀라|놀랍|경이|충격|기적|revolution|breakthrough|amazing|groundbreaking|stunning",
        r"revolution|breakthrough|surpris|striking|drastic|dramatic|groundbreak|astonish|impressive|significan|substantial"
        r"|remarkabl|innovat|novel|paradigm",
    ),
    (r"추천합니다|추천드|recommend (?:reading|this)", r"recommend"),
    (r"읽어 보[아세시]|읽어야|must[- ]read", r"\bmust read|\bshould read"),
    (
        r"구매|구독|방문하|클릭|문의하|visit |click |subscribe",
        r"purchas|shop|subscri|visit|navigat|\bweb|click|interface",
    ),
    (r"인간을 (?:넘|능가|뛰어)|사람을 (?:넘|능가|뛰어)|superhuman", r"human|people|expert"),
)
_NAMES: Final = (
    "구글=google 딥마인드=deepmind 오픈ai=openai 앤트로픽=anthropic 앤스로픽=anthropic 마이크로소프트=microsoft "
    "애플=apple 엔비디아=nvidia 아마존=amazon 테슬라=tesla 삼성=samsung 네이버=naver 카카오=kakao 바이두=baidu "
    "알리바바=alibaba 텐센트=tencent 화웨이=huawei 바이트댄스=bytedance 스탠퍼드=stanford 스탠포드=stanford "
    "하버드=harvard 카이스트=kaist 제미나이=gemini 클로드=claude 챗gpt=chatgpt 챗지피티=chatgpt 라마=llama "
    "딥시크=deepseek 큐웬=qwen 미스트랄=mistral 이미지넷=imagenet"
)
_META: Final = (r"메타(?= ?(?:ai|의|가|는|사|에서|와|플랫폼))", r"\bmeta\b")
_PAIRS: Final = tuple(
    (lazy_regex(said, re.IGNORECASE), lazy_regex(stated, re.IGNORECASE))
    for said, stated in (
        *_CLAIMS,
        _META,
        *((rf"(?<![가-힣]){said}", stated) for said, _, stated in (one.partition("=") for one in _NAMES.split())),
    )
)


def overstated(text: str, source: str) -> str:
    """The first word of `text` that claims more than its source does, "" where none is known to. Where the source has
    the very word, it may be said."""
    for said, stated in _PAIRS:
        found = said.search(text)
        if found and not stated.search(source) and found[0].casefold() not in source.casefold():
            return found[0]
    return ""
