"""How people ask for a part of one paper's summary: for one of its sections, or for its code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.rendering.language import Language

CODE: Final[Mapping[Language, tuple[str, ...]]] = {
    "ko": (
        "[소스] (코드|소스코드|깃허브|깃헙|구현|구현체|저장소|github) [는|은|가|도|링크|링크는|주소|주소는|를|을] [어디에|어디서|어디|공개|공개로] [공개] [되어|돼] [볼 수] [있어|있나|있나요|있니|했어|했나|됐어|됐나|되었나|돼 있어|된|됐나요|했나요|되어 있나요|있는지|하나|하나요|나왔어|보여줘|줘|알려줘|없어|없나|야][요]",
    ),
    "en": (
        "(is|are|was) [the|there|its|their] [any|a] [source] (code|implementation|repo|repository|github) [available|public|released|open|open source|online|for it|anywhere]",
        "(where is|where's|where can i find|show me|give me|link to|do you have|does have|did release|do release|does come with|have released|has) [they|it] [the|its|their|any] [source] (code|implementation|repo|repository|github) [available|link]",
        "(do|did|does|have|has) [they|it|the authors] (release|released|share|publish|open source|provide|have|come with) [the|its|their|any] [source] (code|implementation|repo|repository)",
        "[any|source|the|github] (code|repo|repository|implementation|github) [link|available|released]",
    ),
}
_WHAT_KO = "[이|은|는|을|를|가|도] [좀|어떤가|더|자세히] [뭐야|뭔가|뭔가요|뭐지|뭐죠|뭐예요|뭐니|뭔데|무엇|무엇인가|무엇인가요|어때|어땠어|어떤가|어떻게 나왔어|얼마나 좋아|얼마나 좋아졌어|얼마나 좋아졌대|얼마나 좋대|얼마나 나와|얼마나 올랐어|얼마나 향상됐어|어떤 걸 썼어|뭘 썼어|썼어|어때요|알려줘|알려 줘|알려주세요|보여줘|설명해줘|설명해 줘|설명해주세요|있어|있나|말해줘|요약해줘][요]"
SECTIONS: Final[Mapping[str, Mapping[Language, tuple[str, ...]]]] = {
    "What's New": {
        "ko": (
            f"(새로운 점|새로운 거|새로운 게|새로운 것|기여|핵심 기여|주요 기여|핵심|핵심 내용|핵심 아이디어|아이디어|차별점|기존과 다른 점|제안하는 것|제안) {_WHAT_KO}",
            "(뭐가|뭘|무엇이|무엇을) [그렇게|새로] (새로워|새로운 거야|새로운가|새롭나|제안해|제안했어|제안하나|제안한 거야|달라|다른 거야|다른가)[요]",
        ),
        "en": (
            "what('s| is| was) (new|novel|the contribution|the main contribution|the key idea|the main idea|the idea|the novelty|different) [here|about|in] [compared to before]",
            "what (are|were) the [main|key] contributions|what do propose|what does propose|[the] [main|key] (contributions|contribution|novelty|idea|ideas)",
        ),
    },
    "Technical Details": {
        "ko": (
            f"(방법|방법론|기술|기술 내용|기술적 내용|구조|모델 구조|아키텍처|원리|작동 원리|알고리즘) {_WHAT_KO}",
            "어떻게 (작동|동작|구현|학습)(해|하나|하는 거야|하는지|돼|되는 거야|되나|했어|한 거야)[요] [알려줘|설명해줘]",
        ),
        "en": (
            "how does [that|this] [actually|exactly] work|how do [that|this] do|how is implemented",
            "what('s| is) the (method|approach|architecture|model architecture|algorithm|technique)|[the] (method|approach|architecture|technical details)",
        ),
    },
    "Performance Highlights": {
        "ko": (
            f"(성능|결과|실험 결과|실험|성과|정확도|점수|벤치마크 결과) {_WHAT_KO}",
            "얼마나 (좋아|잘 돼|좋아졌어|잘 나와|빨라|좋은가|좋은 거야)[요]",
        ),
        "en": (
            "how (well|good) (does|is|do|are) [perform|work|do]|how well perform",
            "what (are|were) the [main|key] results|what('s| is| was) the performance|[the] [main|key] (results|performance|performance highlights)",
        ),
    },
    "Limitations": {
        "ko": (f"(한계|한계점|단점|제약|약점|문제점) {_WHAT_KO}",),
        "en": (
            "what (are|were) the [main] (limitations|weaknesses|drawbacks|downsides)|[any|the] (limitations|weaknesses|drawbacks)",
        ),
    },
}
