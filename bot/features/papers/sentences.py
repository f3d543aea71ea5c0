"""How people look for papers, ask, and point to one."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import About, Intent, Sentences
from bot.rendering.language import Phrase

SIMILAR_TO_SHOWN: Final = Sentences(
    Intent.SIMILAR,
    ko=(
        "[{this}|{nth}] [논문] [이랑|랑|하고|과|와|이란] [좀] (비슷한|유사한|닮은|관련된|관련) [다른] {things} [도|은|는|이|가|을|를] [더|또] [{exists}|{show}|{what}|없어[요]]",
    ),
    en=(
        "[show|find|give|any|are there|get] [me] [some|any] (more|other|similar) [papers|ones|work|works] [papers|ones] like {this}",
        "[show|find|give|any|are there|get] [me] [some|any|more] similar [papers|ones|work|works|articles]",
        "[show|find|give|any|get] [me] [papers|something|anything|more|work] (similar to|like|related to) ({this}|{nth})",
        "what (else is|is) (like|similar to) {this}",
    ),
    about=About.PAPER,
)
SIMILAR: Final = Sentences(
    Intent.SIMILAR,
    ko=(
        "{paper} [논문] [이랑|랑|하고|과|와|이란|에|처럼] [좀|제일|가장] (비슷한|유사한|닮은) [다른] {things} [도|은|는|이|가|을|를] [더|또|좀] [{exists}|{show}|{what}|없어[요]|추천]",
        "[이거|이것|이 논문|다음 논문] [이랑|랑|하고|과|와] (비슷한|유사한|닮은) {things} [은|는|좀|{show}|{exists}] [:] {paper}",
        "{paper} [논문] 같은 (논문|거|것) [도|은|는|이|가|을|를] [더|또|좀] [{exists}|{show}|{what}|없어[요]]",
    ),
    en=(
        "[show|find|give|recommend|suggest|get|list] [me] [some|any|more|are there|is there|are there any|other|further] [other|more] (papers|paper|work|works|research|articles|anything|something|stuff) [that are|that is] [most|very|closely] (similar to|like|related to|close to|resembling) [the] [paper] {paper}",
        "(similar to|more like|similar papers to|papers similar to|similar work to|related to|something like|anything like) [the] [paper] {paper} [paper]",
        "what (papers|work|other papers) (is|are) (similar to|like|related to|close to) [the] [paper] {paper} [paper]",
        "what (is|are) (similar to|most like|closest to) [the] [paper] {paper} [paper]",
        "(show|find|give|get) [me] similar [papers|work] (to|for) [the] [paper] {paper} [paper]",
    ),
    label=Phrase("‘{paper}’과(와) 비슷한 논문", "papers like “{paper}”"),
)
SIMILAR_TO_KNOWN: Final = Sentences(
    Intent.SIMILAR,
    ko=("{paper} [논문] [이랑|랑|하고|과|와|처럼] (비슷한|유사한|닮은) .*",),
    en=("[.* ](like|similar to|related to|resembling) [the] [paper] {paper}",),
    label=SIMILAR.label,
    must_be_here=True,
)
DEFINE: Final = Sentences(
    Intent.DEFINE,
    ko=(
        "[도대체|대체] {query} [이란 게|란 게|이라는 게|라는 게|이라는 건|라는 건|이란 건|란 건|이란|란|이라는 것은|라는 것은|이|가|은|는|라는 개념이|이라는 개념이] [도대체|대체|정확히|뭔가요] {what} [알려 {give}|설명 해 {give}|궁금해[요]|알고 싶어[요]|{give}]",
        "{query} [이란|란|이라는|라는] (용어|단어|말|개념|약어|약자) [이|가|는|은] [무슨|어떤|뭔] (뜻|의미|거|말|소리)[이야|인가요|이에요|인지|야|예요] [알려 {give}]",
        "{query} [이|가|은|는|이란|란] (무슨|어떤|뭔) (뜻|의미|말|개념|기술|기법|방법|거|소리|약자|줄임말)(이야|인가요|인가|이에요|인지|야|예요|이죠|이지|지|임|인데)[요] [알려 {give}]",
        "{query} [의] (뜻|의미|정의|개념)[이|은|는|을|를|가|도] [좀|간단히|쉽게] [{what}|{show}|설명 해 {give}|설명|알려 {give}|궁금해]",
        "{query} [이|가|을|를|은|는|에 대해|에 대해서|에 관해|에 대한|의] [뭔지|무엇인지|뭐 하는 건지] [좀] [쉽게|간단히|간단하게|자세히|짧게|초보자도 알게] [좀] (설명|소개|정의)[을|를|좀] [해 {give}|해|{give}|부탁해|부탁드려|부탁드립니다|해볼래][요]",
        "{query} (에 대해서|에 대해|에 관해서|에 관해) [좀] [쉽게|간단히|자세히] [알려 {give}|말해 {give}|가르쳐 {give}|알고 싶어|궁금해|아는 거 {exists}|알아][요]",
        "{query} [이|가] [도대체|대체] (뭔지|무엇인지|뭐인지|뭔 뜻인지) [좀] [쉽게|간단히] [{show}|모르겠어|모르겠어요]",
        "{query} (이란|란)",
        "{query} 알아[요]",
    ),
    en=(
        "(what's|what is|what are|whats) [exactly|actually] [an|a|the] {query} [exactly|actually|anyway|in simple (terms|words)|in (ai|ml|machine learning)]",
        "what (does|do|is|did) [an|a|the|the term|the word|the abbreviation|the acronym] {query} (mean|stand for|refer to|do exactly|stands for|means)",
        "[what's|what is] [the] (definition|meaning) of [the term] {query}",
        "(define|explain) [to me|me] [what] [an|a|the|the term|the concept of|the idea of|the idea behind|what is] {query} [is|are|means|does] [to me|simply|briefly|in simple (terms|words)|like i'm five|in (one|a) sentence|in short|for (beginners|dummies)]",
        "(tell me|explain) what [an|a|the] {query} (is|are|means|does)",
        "tell me [a bit|something|more|a little|briefly] about [the] {query}",
        "(meaning|definition|explanation) of [the term] {query}",
        "{query} (meaning|definition|explained|in simple (terms|words))",
        "[give me] [a|an] [quick|short|brief] (intro|introduction|explanation|overview|primer|definition|description) (to|of|on|for) [the] {query}",
        "i (don't|do not) (know|understand) what [a|an] {query} (is|are|means)",
    ),
    never_ko=(
        ".*(논문|페이퍼|연구|자료)[들]",
        ".*(차이|차이점|장점|단점|장단점|한계|한계점|방법|이유|원인|목적|역할|성능|특징|예시|예|문제|문제점|관계|결과|비결|핵심|공통점|순위|크기|개수|점수|정확도|해결책|해법|대안|아이디어|기여|결론|데이터|데이터셋)[들] [은|는|이|가]",
        "(이|그|저|이거|그거|저거|이것|그것|뭐|너|넌|오늘|내일|이게|그게|저게|여기|이건|그건)",
        ".* (제일|가장|많은|좋은|큰|빠른|나은|작은|높은|쓰는|하는|되는|있는|없는|나온|위한|다음|최근|새로운) .*",
        "(제일|가장|최신|최근|요즘|새로운|오늘|이번|지난|다음) .*",
        ".*(왜|어떻게|누가|언제|어디|몇|얼마) .*",
    ),
    never_en=(
        "(the )?(best|largest|biggest|most|main|latest|newest|top|first|second|fastest|smallest|difference|differences|advantage|advantages|reason|point|purpose|role|effect|impact|limitation|limitations|state|number|size|cost|accuracy|performance|relation|relationship|cause|benefit|benefits|problem|connection|key|drawbacks|drawback|pros|cons|way|ways|right|maximum|minimum|average|total|typical|current|future|common) .*",
        ".* (papers|paper|articles|research|used for|used in|good for|better|trained on|made of|the difference)",
        ".* (between|versus|vs|than|compared to|that|which|because|when|if|so|not|can|does|to) .*",
        "(it|this|that|there|anything|everything|something|new|up|going on|you|your|my|these|those|they|he|she|happening|hot|trending|wrong|possible|good|next|i|we|being|used|known|more)( .*)?",
        "(how|why|when|where|who|whether|it) .*",
        ".*\\b(paper|papers|this one|time is it)\\b.*",
        "(\\S+\\s+){5}.*",
    ),
    label=Phrase("‘{query}’의 뜻", "what “{query}” is"),
)
SHOW: Final = Sentences(
    Intent.SHOW,
    ko=(
        "{paper} [라는|이라는] [논문] [을|를|좀|은|는] [좀] [자세히|전체|요약|내용|요약을|내용을] [좀] ({show}|열어|읽고 싶어[요]|읽어 {give}|읽을래|요약 해 {give}|요약|자세히|설명 해 {give}|펼쳐 {give}|{what}|{exists}|어때[요]|어떤 논문이야|어떤 내용이야|무슨 논문이야|무슨 내용이야)",
        "{paper} [라는|이라는] 논문",
    ),
    en=(
        "(show|open|pull up|bring up|find|get|give|display|see|view|read|fetch|load|summarize|summarise|look up|go to|take me to|describe|details of|details on|what is|what's|tell me about|explain|i want to (see|read)|do you have|have you got|is there) [me] [the] [paper|summary of|summary|details of|details on|abstract of] [called|titled|named|on|for|of] {paper} [paper|article]",
        "[the] {paper} paper",
    ),
    must_be_here=True,
)
ASK: Final = Sentences(
    Intent.ASK,
    ko=(
        "\\S+\\s.*(\\?|？)",
        ".*(나요|까요|니까|인가요|은가요|는가요|던가요|뭐야|뭔가요|무엇인지|하는지|되는지|인지|는지|은지|은가|는가|을까|ㄹ까|했니|하니|되니|됐어|했어|났어|썼어|되나|하나|있나|이지|이야|는데요|가능해|있어) [{show}|궁금해[요]|설명 해 {give}|알려 {give}|요] (\\.|!|~|\\?)*",
        "(.* )?(왜|어떻게|몇|언제|얼마나|얼마|누가|무엇을|무엇이|무엇|어느|어떤 방식으로|어디서|어디에) .*",
    ),
    en=(
        "\\S+\\s+\\S+\\s.*(\\?|？)",
        "(what|which|who|whom|whose|why|how|when|where|does|do|did|is|are|was|were|can|could|should|has|have|will|would|what's|whats|who's|how's|isn't|aren't|doesn't)\\b .*",
        "(tell me|explain|i wonder|i'd like to know|do you know|any idea) (why|how|whether|if|when|where|what) .*",
    ),
    label=Phrase("질문으로 읽었습니다", "read as a question"),
)
SEARCH: Final = Sentences(
    Intent.SEARCH,
    ko=(
        ".*(논문|연구|페이퍼)(들|만|중)?(은|는|이|가|을|를|도|의|에는|중에|으로는|중에서|이나|으로|좀|좀요)?",
        ".*(논문|연구|페이퍼)(들|만|중)?(은|는|이|가|을|를|도|의|에는|중에|으로는|중에서|이나|이랑|으로|인데)? (좀|더|다|뭐|어떤|무엇|있|없|찾|추천|보여|알려|골라|소개|검색|목록|리스트|부탁|나온|나왔|올라|최신|말고|빼고|제외|정리|모아|뽑아|궁금|구해|볼|보고|읽|가져|추려|인기|중|가운데|중에서|몇 개|몇 편|\\d|주세요|줘|혹시|필요).*",
        ".* (거|것|게|자료|글) {exists}",
        ".* (논문|거|것|걸|것들|자료|연구|글) (만 )?[좀] {show}",
        ".*{came}",
        ".*(관련|관련된|관련해서|쪽|분야) [으로|에] [뭐|뭔가|최근에] [새로] [{exists}|{show}|{came}]",
        ".*(찾아|검색|보여|골라|추천|뽑아|소개 ?해) [좀] {give}",
    ),
    en=(
        ".*\\b(papers|articles|preprints|publications|literature|studies)\\b.*",
        "(.* )?(find|show|any|recommend|search|looking|give|list|get|suggest)\\b .*\\b(paper|study|research|work|article|works)\\b.*",
        "(which|what) (\\w+ )?(paper|study|research|work|article)\\b.*",
        "(.* )?(anything|something|everything|stuff|what's new|what is new|latest|newest|recent|new|more) (on|about|in|from|by|regarding|related to|for|with) .*",
        "(show|find|give|list|search|recommend|get|suggest|look for|look up|looking for|search for|i want|i need|i'm looking for|i am looking for)\\b .*",
    ),
)
