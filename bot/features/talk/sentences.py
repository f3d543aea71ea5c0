"""Small talk, what is no business of a paper bot, and what goes on from the last answer."""

from __future__ import annotations

from typing import Final

from bot.core.sentences.sentences import Intent, Sentences

HELLO: Final = Sentences(
    Intent.GREETING,
    ko=(
        "안녕[하세요|하십니까|하신가요|히 계세요|하세용|ㅎㅎ] [봇아|봇|봇님|여러분|반가워[요]|반갑습니다|처음 뵙겠습니다|잘 부탁[해|드려|드립니다][요]]",
        "(반가워|반갑|방가|하이|헬로|헬로우|ㅎㅇ|좋은 아침|굿모닝|좋은 (하루|저녁|밤)|잘 지냈|잘 지내|오랜만|여보세요)[요|입니다|습니다|어|어요|이야|이에요|니|하이|보내세요] [봇아|봇]",
        "(거기|너) (있어|있니|살아있어|살아 있니|일어났어)[요]",
    ),
    en=(
        "(hi|hello|hey|yo|hiya|howdy|sup|greetings|hallo|heya)+ [there|bot|all|everyone|again|friend]",
        "good (morning|afternoon|evening|day|night) [bot|everyone|all|there]",
        "how are you [doing] [today]|how's it going|what's up|nice to meet you|how do you do",
        "are you (there|alive|awake|here|online|working)",
    ),
)
THANKS: Final = Sentences(
    Intent.GREETING,
    ko=(
        "([정말|진짜|너무|아주|엄청|매우|오|와|와우|덕분에|그래|아|네|ㅇㅋ|넵|알려줘서|찾아줘서|도와줘서|역시|완전]"
        " (고마워|고맙|감사|땡큐|쌩큐|ㄱㅅ|ㄳ|수고했어|수고|고생했어|잘했어|잘 봤어|최고야|최고네|최고|굿|멋져|멋지네|멋지|대박|좋아|좋네|좋다|좋은데|훌륭|짱|완벽|도움 (됐어|되었어|됐네|많이 됐어)|많이 도움 됐어)"
        "[요|해|해요|합니다|드려|드려요|드립니다|습니다|하네|하다|다|이야|입니다|이다|이네|용|당|하네요|해용|네요|봇|봇아] )+",
        "(응|그래|네|넵|넹|ㅇㅇ|ㅇㅋ|오케이|오키|알겠어|알겠습니다|알았어|됐어|괜찮아|아니|아니야|아하|아 그렇구나|그렇구나|그렇군|그렇군요|오호)[요]",
        "(잘 있어|잘 가|바이|빠이|다음에 봐|또 올게|안녕히 계세요|잘 자|내일 봐)[요]",
    ),
    en=(
        "(thank you|thanks|thx|ty|tysm|cheers|much appreciated|appreciate it|appreciated|thank u|many thanks) [so much|very much|a lot|again|bot|!|man|for (that|this|your help|the help|the paper|the papers)]",
        "(that's|this is|it's|that was|this was|you're|you are) [very|really|so|super] (great|nice|helpful|perfect|awesome|cool|useful|amazing|good|the best|what i (needed|wanted)|excellent|wonderful)",
        "[very|really|so] (nice|great|cool|awesome|perfect|good bot|good job|well done|excellent|wonderful|amazing|brilliant|good|love it|i love (it|this|you)|lol|wow|haha) [work|one|bot|job|stuff]",
        "(ok|okay|got it|i see|understood|alright|all right|yes|no|nope|yep|never mind|nevermind|no thanks|that's all) [thanks|thank you]",
        "(bye|goodbye|see you|see ya|cya|good night|later|talk to you later) [later|bot|tomorrow]",
    ),
)
OFF_TOPIC: Final = Sentences(
    Intent.OFFTOPIC,
    ko=(
        "[오늘|내일|지금|이번 주|주말|서울|여기|요즘|이번 주말] [서울|부산|밖|바깥|여기|내일] [의|은|는] (날씨|기온|비|눈|미세먼지|우산|환율|주가|주식|비트코인|코인|로또|운세|뉴스|교통) [가|이|는|은|를|도] [오늘|내일|많이|지금] [어때|어떤가|어떄|어떨까|와|오나|오니|올까|추워|더워|얼마야|얼마|좋아|{what}|{show}|챙겨야 (해|하나|돼)|필요해|필요할까|맞춰 {give}][요]",
        "[오늘|내일|이따] (점심|저녁|아침|야식|간식|회식|밥) [메뉴] [은|는|으로|에] [뭐|뭘|무엇을|무슨 메뉴|하나] [먹지|먹을까|먹어|먹었어|먹을래|먹으면 (돼|좋을까)|시킬까|추천 해 {give}|추천|{what}|먹고 싶어|골라 {give}|좋을까][요]",
        "[오늘|내일|이따] (뭐|뭘|무엇을) (먹지|먹을까|먹어|먹을래|먹으면 (돼|좋을까)|시켜 먹지|시킬까)[요]",
        "(점심|저녁|아침|야식|밥|메뉴|맛집|카페|술집|식당|영화|노래|음악|드라마|게임|여행지|선물|데이트 코스|옷) [메뉴|을|를|은|는] [하나|좀|뭐] (추천|골라|틀어|불러|예약|주문) [해] [{give}]",
        "[지금|오늘|내일] [은|는] (몇 시|며칠|무슨 요일|몇 월 며칠)(야|이야|예요|이에요|지|니|인가|인지|인가요|임)[요] [{show}]",
        "(농담|노래|유머|수수께끼|끝말잇기|가위바위보|랩|시|소설|웃긴 얘기|재밌는 얘기|재미있는 이야기|옛날 얘기) [하나|좀|한 곡] (해|불러|하자|써|들려|지어|해봐|할래|말해) [{give}]",
        "(피자|치킨|커피|택시|짜장면|배달|음식|햄버거|버블티|회의실|식당|비행기|기차|호텔|자리)[표] [을|를|나|좀|한 판|한 잔|하나] (시켜|주문|예약|불러|배달|사|잡아) [해] [{give}]",
        "[나|너|넌|너는|난|나는|오늘] [나|나를|진짜|너무|정말] (여자친구 있어|남자친구 있어|애인 있어|사랑해|좋아해|심심해|배고파|졸려|피곤해|힘들어|외로워|우울해|결혼 했어|결혼하자|사귀자|몇 살이야|몇살이야|어디 살아|어디 사니|퇴근하고 싶어|퇴사하고 싶어|집에 가고 싶어)[요]",
        "(퇴근|퇴사|휴가|야근|출근|방학|졸업) [은|는] [언제|하고 싶다|하고 싶어|시켜|하기 싫어|하자] [해|하지|해요|할까|{give}|하나][요]",
        "[오늘|내일|지난|어제] (축구|야구|농구|월드컵|올림픽|손흥민|경기|한일전) [경기] [누가|결과|언제|몇 시에|몇 대 몇] [이겼어|이길까|이기나|알려 {give}|{what}|했어|해|하나|이야][요]",
        "(대통령|수도|인구|국회|선거)[은|는|이|가] [누구|어디|몇 명|언제](야|예요|이야|이에요|인가|지)[요]",
        "[한국|미국|일본|프랑스|중국|영국|독일] [의] (대통령|수도|인구|총리|날씨|시간)[은|는|이|가] (누구|어디|몇 명|언제|어때|몇 시)(야|예요|이야|이에요|인가|지|)[요]",
        "[이|내|제] (과제|숙제|이력서|자소서|메일|이메일|보고서|코드|발표 자료|일정|파이썬 코드) [을|를|좀] [대신|하나|좀] (해|써|짜|작성 해|고쳐|만들어|번역 해|잡아|정리 해) {give}",
    ),
    en=(
        "(what's|what is|how's|how is) [the] (weather|temperature|forecast|time|date|traffic|score|news|stock price|price of bitcoin|exchange rate|bitcoin price|capital of {any}|meaning of life) [like] [today|tomorrow|now|right now|outside|here|in {any}|this weekend|of {any}]",
        "(will|is|does|did) it (rain|snow|raining|snowing|cold|hot|sunny) [today|tomorrow|now|outside|here|in {any}|this weekend]",
        "what time is it [now|there|in {any}]|what day is [it|today]|what is today's date",
        "[can you|could you|please|would you|will you] (order|book|buy|reserve|deliver|cook|make|bring) [me|us] [a|an|some|the] [large|nice|cup of|table|reservation|cheap] (pizza|pizzas|food|coffee|tea|lunch|dinner|breakfast|flight|flights|taxi|uber|cab|hotel|table|tickets|ticket|room|sandwich|sandwiches|beer|burger|burgers|sushi|train|meeting room|cake|drinks|snacks|reservation) [for {any}|to {any}|at {any}|please|now]",
        "[can you|could you|please] (play|sing|tell|write|make up|rap|dance) [me|us] [a|an|some|another] [funny|good|love|dad|short|bedtime] (song|songs|music|joke|jokes|poem|story|riddle|limerick|haiku|rap|game|games|chess) [about {any}|for {any}|with me|please]",
        "what (should|shall|can|do) (i|we) (eat|cook|wear|watch|have|drink|order|do) [for (lunch|dinner|breakfast)] [today|tonight|tomorrow|this weekend|now]",
        "(recommend|suggest) [me|us] [a|an|some] [good|nice] (movie|movies|restaurant|restaurants|song|songs|book|novel|recipe|recipes|game|games|show|place|places|bar|cafe|hotel|phone|laptop) [for {any}|to {any}|near {any}]",
        "(i|i'm|i am) [so|very|really|feeling|feel] (love you|bored|hungry|tired|sad|sleepy|lonely|hate mondays|happy|drunk|love pizza)",
        "(do you|are you|will you|would you|can you) (love me|like me|have feelings|have a (girlfriend|boyfriend|body|name|soul)|marry me|human|a robot|real|single|sleep|eat|dream|go out with me|alive)",
        "who (won|will win|is winning) [the] {any} [game|match|election|cup|world cup|super bowl]",
        "who is [the] (president|prime minister|king|queen|ceo|mayor|chancellor) of {any}",
        "how old are you|where (are you from|do you live)|what's your (name|favorite {any}|favourite {any}|age)|when is your birthday",
        "(write|do|finish|fix|translate|proofread) [me] (my|an|a) (homework|email|essay|code|cv|resume|cover letter|letter|assignment|python script|report) [for {any}|to {any}|please]",
        "(set|start|create) [a|an] (alarm|timer|reminder) [for {any}|to {any}]|remind me to {any}",
        "(turn|switch) (on|off) [the] {any}",
    ),
)
