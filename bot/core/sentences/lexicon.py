"""Words that many sentences share, in the notation of `Sentences`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

KOREAN: Final[Mapping[str, str]] = {
    "give": (
        "(줘봐|줘라|줘|줄래|주라|주세용|주세요|주셔요|주십시오|주실래|주시겠어|주실 수 있(으실까|나|어|는지|을까)|줄 수 (있어|있니|있나|있을까)"
        "|줬으면 (좋겠어|해)|주시면 (감사하겠습니다|좋겠습니다|돼|될까)|주렴|주삼|주셈|드려|달라고|다오|봐줘|봐|쥬)[요]"
    ),
    "show": (
        "([좀|다|전부|모두|한번|한 번|빨리|쭉|죄다|하나|하나만] ((보여|찾아봐|찾아|알려|골라|뽑아|띄워|꺼내|가져와|추려|모아|불러|열어|구해|추천 해|추천|소개 해|소개|검색 해|정리 해|말 해"
        "|가르쳐|들려|펼쳐|보내|정렬 해|나열 해) [좀] {give}|보여|알려|추천[ 좀| 부탁]|부탁[해|드려|드립니다|드릴게][요]|보자|볼래[요]|볼게[요]"
        "|(보|알|찾)고 싶(어|은데|습니다|다)[요]|볼 수 (있어|있나|있을까)[요]|궁금(해|합니다|한데)[요]|찾고 (있어|있는데|있습니다)[요]"
        "|찾아|찾는 중|필요(해|합니다)[요]|{give}))"
    ),
    "tell": (
        "((알려|말해|보내|알림|공지 해|연락 해|메시지 보내|디엠 보내|DM 보내|푸시) [좀] {give}|알려|알림[ 받고 싶어| 받을래| 부탁해| 설정 해줘][요])"
    ),
    "exists": (
        "([뭐가|뭐|어떤 게|어떤 거|어떤 것이|무엇이|뭔가] (있|없)[었](으면|어|나|니|냐|을까|을지|는지|음|지|는가|습니까|던가|었나|죠)[요])"
    ),
    "came": (
        "([뭐가|뭐|새로|어떤 게|어떤 거|무슨 논문이] (나왔|올라왔|떴|실렸|나옴|올라옴)[어|나|니|냐|는지|을까|습니까|지|음][요])"
    ),
    "what": (
        "((뭐|모|뭔|무엇|뭣)[이]였(지|죠|어|나|더라|을까|니|습니까|는지)[요]|(뭐|모|뭔|무엇|뭣)(야|예|에요|예요|죠|지|가|데|니|냐|임|인가|인지|입니까|이야|이에요|일까|더라|라고|이지|이죠|인데)[요]"
        "|뭘까[요]|뭐[요]|무엇)"
    ),
    "papers": "((논문|페이퍼|아티클|연구 결과)[들])",
    "any": ".+?",
    "things": "(논문|페이퍼|연구|거|것|걸|게|건|꺼|놈|애)[들]",
    "topic_word": "((연구 주제|연구 분야|주제|분야|토픽|용어|키워드|기술|기법|테마|이슈|트렌드|동향|흐름|연구)[들])",
    "this": (
        "((방금|아까|위에|위의|위|지금 본|방금 본|방금 나온|해당|마지막) [그|이|본] [논문|거|것|페이퍼]|(이|그|저|요) (논문|거|것|건|걸|게|페이퍼|연구))"
    ),
    "lately": "(요즘에|요즘|요새|최근에|최근|근래|지금|현재|이번 달|올해|이번 주|오늘)",
    "nth": (
        "((\\d{1,2}|첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열|일|이|삼|사|오) 번[째] [논문|거|것|꺼|건|게|페이퍼] [을|를|은|는|이|만|으로|로])"
    ),
    "lead": "(혹시|그럼|그러면|그리고|저기[요]|음+|아|자|근데|그런데|일단|좀|제발|봇아|야|나한테|저에게|저한테|나도|앞으로|오|그래|응|네|넵|안녕하세요|안녕|ㅎㅇ)",
    "tail": "(좀[요]|부탁|제발|고마워[요]|감사합니다|감사해요)",
}  # fmt: skip

ENGLISH: Final[Mapping[str, str]] = {
    "show": (
        "((show|give|find|get|list|pull up|bring up|fetch|recommend|suggest|display|see|read|open|tell|search for|look for|look up|send|share) [me|us])"
    ),
    "papers": "(papers|paper|articles|article|publications|preprints|preprint|works|studies|study|research papers|research)",
    "any": ".+?",
    "topic_word": (
        "(topics|topic|areas|area|fields|terms|term|keywords|keyword|themes|research topics|research areas|ideas|trends|subjects)"
    ),
    "this": "(this (paper|one|article|work)|that (paper|one|article|work)|the (last|previous|above) (paper|one)|the paper|it|this|that)",
    "lately": (
        "(lately|recently|these days|nowadays|right now|now|at the moment|currently|this (week|month|year)|today|of late)"
    ),
    "nth": (
        "([the] (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th) [one|paper|result|article|hit|item]"
        "|[the] [paper|result|number|no|item|option] [number|no] \\d{1,2}|#\\d{1,2})"
    ),
    "lead": (
        "(please|pls|hey|hi|hello|ok|okay|so|and|then|well|now|just|also|great|thanks|thank you|yes|sure"
        "|(can|could|would|will) (you|u) [please|kindly|maybe|also]|i (want|would like|need|wish) [you] to|i'd (like|love) [you] to|let me|help me)"
    ),
    "tail": "(please|pls|plz|thanks|thank you|thx|for me|for us|to me|then|instead|too|ok|okay|again)",
}  # fmt: skip

ORDINALS: Final[Mapping[str, int]] = {
    **{
        word: number
        for number, word in enumerate(["첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"], 1)
    },
    **{word: number for number, word in enumerate(["일", "이", "삼", "사", "오"], 1)},
    **{
        word: number
        for number, word in enumerate(
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
        )
    },
}
