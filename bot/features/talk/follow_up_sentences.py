"""How people go on from what was shown: other pages, one of the papers, fewer of them, the same for another topic."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import About, Intent, Sentences

MORE: Final = Sentences(
    Intent.MORE,
    ko=(
        "[좀|몇 개|몇 편|몇 개만|몇 편만|조금|하나|한 번|5개|10개] 더 [좀|많이] [{show}|{exists}|없어[요]|없나[요]|줘|봐|볼래[요]|보기|있나|보고 싶어]",
        "[그] (다음|담) [거|것|꺼|페이지|쪽|장|목록|결과|논문] [들] [도|은|는|으로|을|를|로] [{show}|{what}|넘겨 {give}|넘어가 {give}|넘어가자|넘겨|가자]",
        "(계속|나머지|또|이어서) [도|는|은] [{show}|{exists}|해 {give}|봐|있어|없어]",
        "(다른|또 다른) (거|것|논문|결과|건|게)[들|도|은|는|을|가|이] [더] [{show}|{exists}|{what}|없어|없나|없어요|없나요]",
        "(그거|이거|이것|그것|이것들|그것들|이거들) 말고 [다른|또] [거|것|논문|게|걸] [들] [도|은|는|이|가|을|를] [더|또|좀] [{show}|{exists}]",
    ),
    en=(
        "[show|give|see|list|load|i want|any|some|got] [me] [a few|some|the|any|even|5|10|five|ten] more [of (them|these|those|that)|results|papers|please|like that|options|ones]",
        "[show|give|see|go to] [me] [the] next [page|ones|results|papers|one|5|10|five|ten|few|please]",
        "(continue|keep going|go on|carry on|and more|what else|anything else|more|others|the rest) [is there|do you have|please]",
        "[show|see|give] [me] [the] (others|rest|remaining) [of (them|these)|ones|papers|results]",
        "[any|are there any|show me|do you have any|have you got any|got any] (other|others|more) [papers|ones|results]",
    ),
    about=About.LIST,
)
PREVIOUS: Final = Sentences(
    Intent.MORE,
    ko=(
        "[그|바로] (이전|앞|앞의|전) (페이지|쪽|장) [로|으로|을|를] [좀] [{show}|넘겨 {give}|넘어가 {give}|가자|가 {give}]",
        "이전 [거|것|결과|목록|논문] [들] [을|를] [좀] [{show}]",
    ),
    en=(
        "[show|give|see|go to|turn to] [me] [the] (previous|prev|preceding) [page|ones|results|papers] [please]",
        "[go|turn] [back] [one|a] page back|back (a|one) page|page back",
    ),
    about=About.LIST,
)
BACK: Final = Sentences(
    Intent.MORE,
    ko=(
        "(뒤로|되돌아|돌아) [좀] (가|가기|갈래|가자|가 {give}|돌아가|돌아가 {give}|돌려 {give})[요]",
        "뒤로|되돌리기|취소",
        "(아까|방금|원래|이전|처음|그|전) [본|의|그|보던] (목록|리스트|결과|검색 결과|화면)[들] [으로|로|을|를] [다시] [좀] [돌아가|돌아가 {give}|돌아갈래|가자|가 {give}|{show}]",
        "(목록|리스트|결과|검색 결과) [으로|로] [다시] (돌아가|돌아가기|돌아가 {give}|돌아갈래|가자|가 {give})[요]",
        "[바로] 전 (거|것|걸) [로|으로|을|를] [다시] [{show}|돌아가|가 {give}]",
    ),
    en=(
        "[go|take me|get me|bring me|let's go] back [to [the|that|those|my] [previous|last|earlier] (list|results|papers|search|search results|ones|page)]",
        "(return|go) to [the|my] [previous|last|earlier] (list|results|search|search results)",
        "[the] previous (list|search|search results)|undo [that|it]|take that back",
    ),
    about=About.LIST,
)
AGAIN: Final = Sentences(
    Intent.MORE,
    ko=("[그거|이거|방금 거|아까 거] 다시 [한번|한 번] [좀] [{show}|볼래|볼게]",),
    en=("[show|list|display] [me] [that|it|them|those|these|the list|the results] again", "repeat [that|it|them]"),
    about=About.LIST,
)
FIRST_PAGE: Final = Sentences(
    Intent.MORE,
    ko=(
        "(처음|첫|맨 앞|맨 처음|첫 번째) (페이지|쪽|장) [로|으로|을|를] [다시] [좀] [{show}|가 {give}|돌아가 {give}|돌아가]",
        "(처음으로|처음부터) [다시] [{show}|가 {give}|돌아가 {give}|돌아가]",
    ),
    en=("[show|go to|back to] [me] [the] first page",),
    about=About.LIST,
)
OPEN: Final = Sentences(
    Intent.OPEN,
    ko=(
        "{nth} [좀|더] [자세히|상세히|자세하게|요약|내용|전체|링크|설명|초록] [을|를|만|도] [좀|더] [{show}|{what}|열어|열기|보기|볼래|볼게|설명 해 {give}|요약 해 {give}|읽어 {give}|읽을래|클릭|펼쳐 {give}|설명|해 {give}][요]",
        "{this} [을|를|은|는|에 대해|의] [한 줄로|한줄로|한 문장으로|세 줄로|짧게|간단히|간단하게|자세히|좀 더 자세히|더|쉽게|자세하게] [좀] (요약|설명|소개|정리|자세히|열어|보여|요약본|내용|자세하게)[을|를|좀] [좀] [해 {give}|{show}|해|{give}|알려 {give}]",
        "{this} (뭐에 대한|무슨|어떤) (거|것|논문|내용|연구)[이|인](야|예요|에요|지|니|가요|지요) ",
        "{this} [은|는|이|가] [무슨 내용|무슨 논문|어떤 논문|무슨 얘기|뭔 내용|무슨 소리] ({what}|이야|인가요|이에요|임|인지 {show}|예요)",
        "{this} {what}",
        "[좀|더] (자세히|상세히|자세하게|구체적으로) [좀] [{show}|설명 해 {give}|설명|알고 싶어|말해 {give}]",
        "(요약|설명) [좀] [해 {give}|해|부탁해][요]",
    ),
    en=(
        "[show|open|see|view|read|expand|pull up|display|give|click|select|choose|pick|let's see|details (on|of|for)|tell me (more|about)|more (about|on)|what about|what is] [me] [about|on] {nth} [in detail|please|details|in more detail|more|up]",
        "(summarize|summarise|explain|describe|open|show|expand|read|view|tell me (more|about)|tell me more about|more about|details (on|of|about)|give me details (on|of|about)|give me a summary of|what's in|what is in|tldr of|elaborate on) [me] {this} [in (one|a|two|three|simple) (sentence|sentences|line|lines|terms|words|nutshell)|in detail|briefly|for me|simply]",
        "(summarize|summarise|explain|describe) {nth} [briefly|in detail]",
        "(what is|what's) {this} [paper] [all] about",
        "what does {this} [paper] (say|do|propose|show|claim|find|argue|contribute)",
        "(tldr|tl;dr|summary|details|more details|tell me more|elaborate|in detail|go deeper|more detail)",
    ),
    about=About.PAPER,
)
OPEN_NUMBER: Final = Sentences(
    Intent.OPEN,
    ko=("(?P<nth>\\d{1,2})",),
    en=("[and] [the] {nth} [paper|one]",),
    about=About.PAPER,
    only_after=True,
)
REFINE: Final = Sentences(
    Intent.REFINE,
    ko=(
        "(그중에서|그 중에서|그중에|그 중에|그중|그 중|이중에서|이 중에서|이중에|이 중에|이 중|여기서|거기서|거기에서|여기에서|이 가운데|그 가운데|그 결과에서|이 결과에서|이 목록에서|위에서|위에 것 중에|방금 거 중에|이것들 중에|이것들 중에서) [는|도] {query} [만]",
    ),
    en=(
        "(which|any|those|ones|the ones|only those|only the ones) of (them|these|those) {query}",
        "(of|from|among|out of|within) (them|these|those|these results|those results|the results|these papers|those papers) [only|just] [show|keep] [me] [the] [ones|those|papers] {query}",
        "(keep|filter|narrow|limit|restrict|reduce) [it|them|this|these|those|the results|down|results|the list] [down] [to|by|only] [only|just] [the] [ones|those|papers] {query}",
        "(sort|order|rank|arrange) (them|these|it|those|the results|results|the list) {query}",
        "{query} of (them|these|those)",
    ),
    about=About.LIST,
)
NARROWED: Final = Sentences(
    Intent.REFINE,
    ko=(
        "{query} [것|거|걸|건|논문|논문들|결과]들? 만 [좀|따로|다시] [남겨 {give}|남겨|{show}|골라|추려|걸러 {give}|{exists}|보기|볼래|볼게|보자]",
        "{query} (로|으로) [좀|다시|더] (좁혀|걸러|추려|한정 해|제한 해|정렬 해) [{give}]",
    ),
    en=(
        "(only|just) (show|keep|give|list|include|want) [me] [the] [ones|those|papers|these] {query}",
        "(only|just) [the] (ones|those|papers) {query}",
        "(only|just) {query}",
        "[show|give] [me] [only|just] [the] (ones|those) {query}",
        "the ones {query}",
        "(now|and|then|but|now only|and only|now just|but only) (?P<query>(without|with|from|in|by|not|no|sorted|sort|order) .+)",
        "(now|and|then|but) (only|just) {query}",
        "{query} only",
        "(exclude|leave out|drop|remove|skip|ignore|hide) [the|any|all] [ones|papers] [about|on|with] {exclude} [papers|ones]",
    ),
    about=About.LIST,
    only_after=True,
)
UNCONDITIONED: Final = Sentences(
    Intent.MORE,
    ko=(
        "[그|그런|방금|이|모든|다른|앞의|코드|날짜|기간|저자|연도] 조건[들] [은|을|도|를] [다|전부|모두|좀|다시] (빼고|없이|빼|풀어|해제 해|해제|지워|취소 해|취소|무시하고|없애) [다시] [{show}|{give}|찾아 {give}|검색 해 {give}]",
    ),
    en=(
        "[show|search|find|list] [me] [them|it|those|all|again] (without|ignoring) (that|the|this|those|these|any|all) (condition|conditions|filter|filters)",
        "(drop|remove|forget|clear|ignore|lift|undo) (that|the|this|those|these|all|my) [the] (condition|conditions|filter|filters)",
    ),
    about=About.LIST,
)
NEXT_TOPIC: Final = Sentences(
    Intent.REFINE,
    ko=(
        "{query} (은|는)",
        "{query} (쪽|버전|관련)[은|는|것은|거는|건] [어때|{exists}|없어|없나][요]",
        "{query} (은|는) [어때|없어|없나|어떤가][요]",
    ),
    en=(
        "(what|how) about {query}",
        "and {query}",
        "same (for|with|but) {query}",
        "now {query}",
        "with {query} instead",
    ),
    about=About.LIST,
    only_after=True,
)
