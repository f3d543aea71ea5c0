"""How people ask what the bot can do."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import Intent, Sentences

HELP: Final = Sentences(
    Intent.HELP,
    ko=(
        "(도움말|도움|사용법|사용 방법|사용설명서|설명서|명령어|기능|매뉴얼|메뉴|가이드|헬프)[들] [이|가|은|는|을|를|목록|전체] [{what}|{exists}|{show}|어떻게 돼[요]]",
        "도와 {give}|도와줄래",
        "[넌|너는|너|봇은|이 봇은|이 봇|여기서|여긴|당신은] [나한테] (뭐|뭘|무엇을|뭐를|어떤 거|어떤 걸|무슨 일을|무슨 기능이) [까지] [할 수 있(어|나|니|는데|는지|냐|을까|습니까|는 거야|는 애야)|해 줄 수 있(어|나|니)|하는 (봇|거|애|놈|친구)|하니|하냐|해|있어][요] [이야|야|예요|에요|{show}]",
        "[이 봇|이거|봇|넌|너] [은|는] (어떻게|어케) (써|쓰는 거야|쓰나|쓰면 돼|쓰는지|사용해|사용하나|사용하면 돼|사용하는 거야|물어보면 돼|쓰니)[요] [{show}]",
        "(뭐|뭘|무엇을|어떻게) (물어보면|물어볼 수|물으면|시키면|하면) (돼|되나|되니|되는지|있어)[요]",
        "[넌|너는|너] [대체] (누구|뭐 하는 (봇|애|놈)|뭐하는 봇)(야|니|세요|예요|신가|임|냐)[요]",
        "[네|너|니|너의|당신의|봇] 이름 [은|이] {what}",
        "무슨 봇(이야|이에요|인가|이니)[요]",
        "(할 수 있는|가능한) (거|것|게|일|기능)[들] [이|은] [{what}|{show}]",
    ),
    en=(
        "help [me]|help please|usage|manual|commands|menu|instructions",
        "[i] need [some] help",
        "what [else] (can|do|could) (you|this bot|this|i) [actually|all] (do|help me with|help with|ask [you]|offer|know|do here|do for me|do with this|ask here)",
        "what are you [capable of|for|able to do]",
        "(who|what) are you",
        "what is this [bot] [for]",
        "how (do|can|does|should) (i|you|this|one) [actually] (use|work|ask|talk to|query|operate) [this|you|the bot|it|this bot|this thing|this tool]",
        "how does (this|it|this bot|the bot) work",
        "[show|list|give|tell] [me] [the|all|your|all the|what] (help|commands|features|command list|options|you can do|instructions)",
        "what (commands|features|options) (are there|do you have|can i use|do you support|exist)",
        "what kind of (questions|things) can i ask [you]",
    ),
)
SETTINGS: Final = Sentences(
    Intent.HELP,
    ko=(
        "[앞으로|이제|나한테|저한테] (영어|한국어|한글|영문)(로|로만) [좀] (말해|대답해|답해|답변해|보여|알려|얘기해|대화해|써) [{give}]",
        "(언어|설정) [을|를] [영어로|한국어로] (바꿔|변경 해|변경|바꾸고 싶어|설정 해) [{give}][요]",
    ),
    en=(
        "[can you] (speak|answer|reply|talk|respond|write) [to me] in (english|korean)",
        "(change|set|switch) [the|my] (language|settings) [to (english|korean)]",
        "(english|korean) please",
    ),
)
POSTS: Final = Sentences(
    Intent.HELP,
    ko=(
        "[이 채널에|여기에|우리 서버에|채널에] (매일|날마다|매일 아침|아침마다|매일 아침마다|매일매일) [오전|아침] [\\d{1,2}시에] [이 채널에|여기에|채널에] [새|오늘] [논문|다이제스트|소식] [을|를|좀] (올려|보내|게시 해|공유 해|포스팅 해|알려) [{give}]",
    ),
    en=(
        "post [the] [new|day's|daily|today's] (papers|digest) [here|in this channel|to this channel] (every day|daily|each (day|morning)|every morning) [here|in this channel]",
        "(schedule|set up|start) [a] daily (posts|post|papers|digest) [here|in this channel]",
    ),
)
