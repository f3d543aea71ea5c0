"""How people say what papers have to be like, in the notation of `Sentences`; and what else they say around a topic."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.core.sentences.understood import Order
from bot.rendering.language import Language

Patterns = Mapping[Language, tuple[str, ...]]

ORDERS: Final[Mapping[Order, Patterns]] = {
    Order.VOTES: {
        "ko": (
            "[제일|가장|젤] 많이 (추천|투표|좋아요|업보트) [을|를] (받은|받았던|얻은)",
            "[제일|가장|젤] (추천|좋아요|투표|업보트) [수] [가|이|을|를] [제일|가장|젤] (많이 받은|많은|높은|많이 얻은|받은|많이 달린) [순[서]|것|거|것들][으로|대로|부터]",
            "(추천|인기|투표|좋아요) 순[서][으로|로|대로] [정렬(?=\\s|$)]",
            "[제일|가장|젤] 인기 [가|도|가 제일|가 가장] (많았던|많은|있는|있던|좋은|높은|끈|끌었던) [순[서][으로]]",
            "[제일|가장|젤] (인기|핫한|핫했던|유명한|유명했던|잘 나가는|잘 나간|잘 나갔던|화제인|주목 받은|주목 받는|사랑 받은|반응 좋은|반응이 좋은|주목할 만한|중요한|볼 만한|읽을 만한)(?!도)",
            "(최고의|최고|베스트|탑|톱|상위) [\\d{1,2}(개|편|위)?] [의]",
        ),
        "en": (
            "most [highly] (upvoted|up voted|voted|popular|liked|loved|starred|discussed|influential|hyped|read|talked about|important)",
            "(top|highest|best|highly) (voted|rated|ranked|scoring|upvoted)",
            "(sorted|sort|ordered|order|ranked|rank|arranged) [them|these|it] by (votes|vote|upvotes|popularity|likes|score)",
            "by (votes|upvotes|popularity|likes|number of votes)",
            "[with|having|got|that got|which got] [the] (most|highest|many|lots of|a lot of) (upvotes|votes|likes|number of votes) [first]",
            "most (votes|popular|upvoted) first|popular ones|top ones",
            "(must read|popular|hottest|hot|trending|greatest|famous|notable)",
        ),
    },
    Order.NEWEST: {
        "ko": (
            "(최신|최근|날짜|새로운|신규|시간|등록) 순[서][으로|로|대로] [정렬(?=\\s|$)]",
            "[가장|제일|젤] (최신|최근|새로운|신규) (것|거|걸|논문) (부터|먼저)",
            "[가장|제일|젤] (최근에|최근|요즘에|요즘|요새|근래에) [새로] (나온|나오는|올라온|발표된|공개된|게재된|실린|출간된)",
            "[가장|제일|젤] (최신|최근의|최근에|최근(?!접)|신규|요즘에|요즘|요새|근래)",
            "(새로|새롭게|갓|막|방금) (나온|올라온|발표된|공개된|등록된)",
            "새로운 (?=논문|연구|거|것|페이퍼)|신작",
        ),
        "en": (
            "(sorted|sort|ordered|order|ranked|rank|arranged) [them|these|it] by (date|newest|recency|time|most recent|latest)",
            "(newest|latest|most recent|recent) (first|ones first|ones)",
            "by (date|recency|newest)",
            "[most|very|more] (newest|latest|recently published|recently released|recent|brand new|up to date|freshest)",
            "(published|released|posted) (recently|lately)|recently|lately|these days",
        ),
    },
}
"""What is to come first. The first that fits counts."""

WANTED_ORDERS: Final[Mapping[Order, Patterns]] = {
    Order.VOTES: {
        "ko": ("좋은", "괜찮은", "재밌는", "재미있는", "흥미로운"),
        "en": ("top [\\d{1,2}|three|five|ten]", "best", "good", "interesting"),
    },
    Order.NEWEST: {"ko": ("새(?= 논문)",), "en": ("new", "newly published", "fresh")},
}
"""Words that say so only where papers are asked for in so many words."""

CODE: Final[Patterns] = {
    "ko": (
        "[오픈 소스[로]] (소스 코드|소스코드|코드|깃허브|깃헙|github|구현체|구현 코드) [가|도|이|까지|를|링크|링크가|저장소|저장소가] [같이|함께|다|이미|도] "
        "(공개 되어 있는|공개돼 있는|공개되어있는|공개된|공개한|공개하는|공개|있는|나온|제공하는|제공되는|제공된|포함된|포함한|딸린|올라온|풀린|열린|달린)",
    ),
    "en": (
        "[and] (with|having|that have|which have|that has|have|has|including|include|that include|that come with|come with) [available|public|released|open|open source|official|the|their|a|some]"
        " (source code|code|github repos|github repo|github links|github link|github|repos|repo|repositories|repository|implementations|implementation) [available|released|attached|public]",
        "[whose|where|and] [the] [source] code (is|was|has been) [already] (available|released|public|open|published|open sourced)",
        "[source] code (available|released)",
        "[that|which|who] [have] (released|release|share|shared|published|publish|open sourced|open source|provide) [their|the|its] code",
    ),
}

ONLY_CODE: Final[Patterns] = {
    "ko": ("(소스 ?)?코드( ?(있는|공개|공개된))?|깃허브( ?있는)?|오픈 ?소스|구현체?",),
    "en": ("(the )?(with )?((source|open) )?(code|github|open source|implementations?|repos?)",),
}

EVER: Final[Patterns] = {
    "ko": ("역대|지금까지|여태까지|여태|이제까지|전체 기간(에서)?|통틀어|올타임|전 기간|전체에서|전체 중에",),
    "en": ("(of|from|in) all (time|times)|all time|ever|so far|overall|in the whole corpus|of (any|every) year",),
}
"""All the time that there are papers of."""

LEADING: Final[Mapping[str, Patterns]] = {
    "papers": {
        "ko": ("논문[들] [중에서|중에|중|에서](?=\\s|$)",),
        "en": (
            "[some|any|all|the|a|an|a few|few|several|more|relevant|interesting|key|me|us|\\d{1,2}]"
            " (papers|paper|articles|article|publications|preprints|preprint|literature)",
            "[some|any|all|the|recent|current] (research|work|works|studies|study)(?= (on|about|regarding|related|into|in|from|by|that|using)\\b)",
        ),
    },
    "show": {
        "ko": (),
        "en": (
            "(show|give|recommend|suggest|bring|send|tell|get|find|list|fetch|pull up|display|dig up) [me|us] [all|some|any|the|out|a few|a list of|about|also|\\d{1,2}] [of the]",
            "(search|look|looking|searching|hunting) [up|for] (?=.)",
            "(can|could|may) i [please] (see|have|get|read|find)",
            "i [am|was|would|'m] [like|want|need|looking for|interested in|searching for|trying to find] [to see|to read|to find|to know]|i'm (looking for|interested in|searching for|after)|i'd like [to see|to read]|let's see|interested in",
            "[what|which] (are|is) there [any|some]|(are|is) there|do (you|we) have|have you got|you got|got|has there been|have there been",
            "what|which|what's|what are|whats|any|anything|something|everything|some|all|the",
        ),
    },
    "about": {
        "ko": (),
        "en": (
            "(on|about|regarding|concerning|related to|relating to|dealing with|covering|discussing|in|of|for|around|from|into|involving|using|with|that|which|to)",
            "[that|which|who] (use|uses|used|study|studies|propose|proposes|proposed|introduce|introduces|discuss|discusses|apply|applies|address|addresses|deal with|deals with|cover|covers|mention|mentions|explore|explores|talk about|talks about|focus on|are about|is about|were|was|are|is)",
            "(published|posted|released|submitted|uploaded|came out|come out|out there|out)",
            "topic of|the topic of|field of|area of|subject of",
        ),
    },
    "fill": {
        "ko": ("(혹시|그럼|그냥|제발|좀|나한테|나|저|저는|나는|그러면|이제|그리고|음|아|무슨|어떤|어느)(?=\\s|$)",),
        "en": (
            "(please|pls|and|so|also|just|maybe|me|us|a|an|is|are|were|was|hey|hi|ok|now|then|you|can you|could you|would you)",
        ),
    },
}
"""What may stand before a topic, none of which says what it is."""

TRAILING: Final[Mapping[str, Patterns]] = {
    "papers": {
        "ko": (
            "(논문|페이퍼|아티클)[들|좀] [중에서|중에|중|에서|가운데|으로는|으로|이나|나|인데|인가|은|는|이|가|을|를|도|만|의|로|요] [중에]",
            "(?<=.) (연구|연구들|연구 결과|자료) [중에서|중에|중|에서|은|는|이|가|을|를|도|만|의]",
        ),
        "en": (
            "[research] (papers|paper|articles|article|publications|preprints|preprint|literature|stuff)",
            "(?<!deep\\s)research|(?<=\\s)(works|studies)",
        ),
    },
    "show": {
        "ko": (
            "{show}",
            "{exists}",
            "{came}",
            "(^|(?<=[\\s은는이가])){what}",
            "[뭐|뭐가|뭘|어떤 게|어떤 거] (볼 만|읽을 만|볼만|읽을만)(해|한가|하나|한 거|한 게)[있어|있나][요]",
            "어때[요]|어떤 게|어떤 거|뭐뭐",
        ),
        "en": (
            "(do (you|we) have|have you got|are (there|available)|is there|exist|exists|available|out there|there|you know|you have|i (can|could|should) read|to read|to look at|should i read|can i find|can you (find|show)|came out|come out|were (published|posted|released)|was (published|posted|released)|got (published|posted|released))",
        ),
    },
    "about": {
        "ko": (
            "[에|와|과] (대한|대해서|대해|관한|관해서|관련된|관련한|관련해서|관련|연관된)",
            "[을|를] (다룬|다루는|만드는|만든|하는|쓰는|쓴|위한|연구한|제안한|이용한|이용하는|이용해|활용한|활용하는|사용한|사용하는|적용한|적용하는|이용하여|통한|푸는|설명한|설명하는|소개한)",
            "(쪽|분야|계열|주제|방면)[에서|에|의|으로|로|은|는|이|도]",
            "위주[로|의]|중심[으로|의]",
        ),
        "en": (),
    },
    "fill": {
        "ko": (
            "(^|(?<=\\s))(다|전부|모두|몇 개|몇 편|몇개|몇편|((한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|\\d{1,2}) ?(개|편|가지)|딱 하나|하나)[만|정도|쯤]|목록|리스트|목록으로|좀|조금|더|요|혹시|제발|먼저|부터|같은|무슨|어떤|어느|순서대로|순서로|순으로|차례로|말이야|말이에요|다시)",
            "좀[요]",
            "(것|거|걸|게|건|꺼)[들] [중에서|중에|중] [은|는|이|가|을|를|도|만|으로|로|요|부터]",
            "(나온|올라온|발표된|공개된|실린|새로 나온|새로 올라온)",
        ),
        "en": (
            "(please|pls|thanks|thank you|too|also|for me|only|there|then|that|which|and|or so|etc|ones|is|are|were|was|on|about|in|from|of|with|by|here|in here)",
        ),
    },
}
"""What may stand behind a topic."""
