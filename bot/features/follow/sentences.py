"""How people ask to be told of new papers."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import About, Intent, Sentences
from bot.rendering.language import Phrase

ADD: Final = Sentences(
    Intent.FOLLOW,
    ko=(
        "{query} [관련|에 대한|쪽|분야|주제] [새] [새로운|신규] [논문|연구|거|것|소식|게][들|이|은|가|도] [새로|또]"
        " (나오면|올라오면|뜨면|생기면|나올 때마다|올라올 때마다|뜰 때마다|나올 때|올라올 때|있으면 그때) [나한테|저한테|저에게|바로|매번|디엠으로|DM으로|메시지로] {tell}",
        "{query} [관련|에 대한|쪽|분야|주제] [새] [논문|연구|소식] [을|를|은|는|도|이] [좀|계속] (팔로우|구독|팔로|follow) [하고 싶어|할래|할게|해 {give}|해|하기|시작|걸어 {give}|신청|추가|시켜 {give}][요]",
        "{query} [관련|에 대한|쪽|분야] [새] [논문|연구|소식] [에 대한|을|를|은|는|도] (알림|소식) [을|좀] (받고 싶어|받을래|받을게|설정 해 {give}|켜 {give}|걸어 {give}|등록 해 {give}|신청|보내 {give}|받아보고 싶어|받기)[요]",
        "(팔로우|구독) [해 {give}|추가] {query}",
        "[새|새로운] (논문|연구|거|것|소식)[이|은|가|도] [새로|또] (나오면|올라오면|뜨면|생기면|있으면) [나한테|저한테|바로] {tell} {query}",
        "{query} (계속|꾸준히) (지켜봐|챙겨|알려|지켜보고 싶어|추적 해) [{give}]",
    ),
    en=(
        "(notify|alert|tell|ping|message|dm|email|let) me [know] (when|whenever|if|about|of|every time|once|as soon as) [there (is|are)|there's] [any|a] [new] [papers|paper] (on|about|for|related to|in) {query} [papers|paper] [come|comes|came|is|are|get|gets|appear|appears|show] [out|up|published|posted|released]",
        "(notify|alert|tell|ping|message|dm|let) me [know] (when|whenever|if|about|of|every time|once) [any|a|there (is|are)] [new] {query} (papers|paper|work|research) [come|comes|is|are|get|gets|appear|appears|drop|drops|show] [out|up|published|posted|released]",
        "(notify|alert) me (about|of|on) [new] {query} [papers]",
        "(follow|subscribe to|subscribe me to) [new] [papers (on|about)|the topic|topic] {query} [papers|for me]",
        "(track|watch|monitor|keep an eye on|watch out for|look out for) [new] (papers (on|about)|the topic|work on) {query} [papers|for me]",
        "(set up|create|make|add|i want|give me|send me) [an|a] (alert|alerts|notification|notifications|follow|updates) (for|on|about) [new] [papers (on|about)] {query} [papers]",
        "keep me (posted|updated|informed) (on|about) [new] {query} [papers]",
    ),
    label=Phrase("‘{query}’ 팔로우", "follow “{query}”"),
)
SHOWN: Final = Sentences(
    Intent.FOLLOW,
    ko=(
        "[이|그|이런|그런|방금 그|같은|해당] (주제|분야|토픽|키워드|검색어|검색|거|것|쪽|걸)[로|을|를|도|은|는] [좀|계속] (팔로우|구독|팔로|follow) [하고 싶어|할래|할게|해 {give}|해|하기|시작|신청|추가|걸어 {give}][요]",
        "(팔로우|구독|팔로) [하고 싶어|할래|할게|해 {give}|해|하기|시작|신청|추가|부탁|걸어 {give}][요]",
        "[이|그|이런|그런|같은] [주제|분야|쪽] [로|의] [새|새로운] [논문|거|것] [이|도|가] [새로|또] (나오면|올라오면|뜨면|생기면|나올 때마다|올라올 때마다) [나한테|저한테|바로|DM으로|디엠으로] {tell}",
        "[이|그|이런] [주제|분야] [새 논문] [도|의] 알림 [을|좀] (받고 싶어|받을래|받을게|설정 해 {give}|켜 {give}|걸어 {give}|신청|받기|설정)[요]",
    ),
    en=(
        "(follow|subscribe to|track|watch|monitor|keep an eye on) (this|that|it|these|them) [topic|search|subject|for me]",
        "(follow|subscribe) [please]",
        "((notify|alert|tell|ping|message|dm) me|let me know) (when|whenever|if|about|of|once) [there (is|are)|there's] [any] (new|more) (ones|papers|papers like (this|these)|of (these|those)) [come out|appear|are out|come up]",
        "(notify|alert|tell) me (about|of|on) (this|these|new ones|new papers|it) [topic]",
        "keep me (posted|updated|informed) [on|about] [this|it|that]",
    ),
    label=ADD.label,
    about=About.TOPIC,
)
LIST: Final = Sentences(
    Intent.FOLLOW,
    ko=(
        "[내가|제가|나|내] [지금] (팔로우|구독) (하는|한|하고 있는|중인) (거|것|게|주제|목록|논문)[들|은|는|이|가] [{what}|{exists}|{show}]",
        "[내] (팔로우|구독|알림) (목록|리스트) [{show}]",
        "(.* )?(팔로우|구독|알림)[을|를|은|는|도] [좀|이제|그만] (취소|해제|그만|중단|끊|끄|꺼|안 받|지워|삭제|빼).*",
    ),
    en=(
        "what (do|am) i (follow|following|subscribed to|subscribe to)",
        "[show|list] [me] my (follows|subscriptions|alerts)",
        "(unfollow|unsubscribe [from]|stop (following|tracking|watching|alerting me|notifying me|telling me|sending me)) .*",
        "(cancel|remove|delete|stop|turn off) (my|the|all|this|these) (follow|follows|alert|alerts|subscription|subscriptions|notifications).*",
    ),
)
