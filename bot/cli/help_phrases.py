"""What the help of the command line and its usage errors say, in Korean and in English."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rendering.language import Phrase

USAGE = Phrase("사용법", "Usage")
COMMANDS = Phrase("명령", "Commands")
OPTIONS = Phrase("옵션", "Options")
DEFAULT = Phrase("기본값 {default}", "default {default}")
SEE_HELP = Phrase("자세한 사용법은 {command} --help에 있습니다.", "See {command} --help.")

PROGRAM = Phrase(
    "매일 나오는 다이제스트에서 AI 논문을 찾습니다. 터미널에서도 Discord에서도 쓸 수 있습니다.",
    "Find AI papers in Korean daily digests, here or in Discord.",
)
ABOUT_COMMANDS: Mapping[str, Phrase] = {
    "search": Phrase("논문을 검색합니다.", "Search the papers."),
    "ask": Phrase("질문에 답이 되는 문장을 찾습니다.", "Find the sentences that answer a question."),
    "say": Phrase("평소 말하듯 적은 문장에 답합니다.", "Answer a sentence in plain words."),
    "daily": Phrase("하루의 논문을 추천순으로 보여 줍니다.", "List the papers of a day, most votes first."),
    "show": Phrase("논문 한 편의 요약을 모두 보여 줍니다.", "Show the whole summary of a paper."),
    "term": Phrase(
        "용어를 다른 언어로 무엇이라 하는지, 어떤 논문이 다루는지 보여 줍니다.",
        "Say what a term is called in the other language, and show papers on it.",
    ),
    "trends": Phrase("용어를 다룬 논문이 달마다 몇 편인지 셉니다.", "Count the papers a month that mention a term."),
    "chat": Phrase("이 터미널에서 봇과 대화합니다.", "Talk to the bot in this terminal."),
    "run": Phrase("Discord에서 봇을 실행합니다.", "Run the bot in Discord."),
    "fetch": Phrase(
        "하루하루의 논문을 Hugging Face에서 다이제스트 폴더로 가져옵니다.",
        "Fetch the daily papers of Hugging Face into a folder of digests.",
    ),
    "summarize": Phrase(
        "요약이 없는 논문을 설정한 모델이 요약하게 합니다.",
        "Have the configured model summarise fetched papers that have no summary.",
    ),
    "status": Phrase(
        "논문이 몇 편이고 언제부터 언제까지 있는지 보여 줍니다.", "Say how many papers there are, and from when."
    ),
    "reload": Phrase(
        "다이제스트에서 바뀐 내용을 데이터베이스에 반영하고, 무엇이 바뀌었는지 알려 줍니다.",
        "Bring the database up to date with the digests, and say what changed.",
    ),
    "check": Phrase(
        "설정, 데이터베이스, 출처, 모델, 토큰에 문제가 없는지 살펴보고, 있으면 고치는 방법을 알려 줍니다.",
        "Say what is wrong with configuration, databases, sources, model and token, and how to mend it.",
    ),
    "backup": Phrase(
        "사람들이 봇에 저장한 내용을 FILE에 복사합니다.", "Copy what people asked the bot to remember into FILE."
    ),
    "state": Phrase("사람들이 봇에 저장한 내용을 옮깁니다.", "Move what people asked the bot to remember."),
    "copy": Phrase(
        "사람들이 봇에 저장한 내용을 FROM에서 비어 있는 TO로 모두 복사합니다.",
        "Copy all that people asked the bot to remember from FROM to TO, which holds nothing yet.",
    ),
    "restore": Phrase(
        "사람들이 봇에 저장한 내용을 백업 FILE에서 되돌립니다.",
        "Put back what people asked the bot to remember from FILE.",
    ),
}
MORE_ON_COMMANDS: Mapping[str, Phrase] = {
    "search": Phrase(
        "TEXT를 적지 않으면 표준 입력에서 검색어를 한 줄에 하나씩 읽습니다.",
        "Without TEXT, each line of standard input is a query.",
    ),
    "ask": Phrase(
        "TEXT를 적지 않으면 표준 입력에서 질문을 한 줄에 하나씩 읽습니다.",
        "Without TEXT, each line of standard input is a question.",
    ),
    "say": Phrase(
        "TEXT를 적지 않으면 표준 입력의 한 줄을 메시지 하나로 읽고, 빈 줄 다음부터는 새 대화로 봅니다.",
        "Without TEXT, each line of standard input is a message, and an empty line begins a new conversation.",
    ),
    "daily": Phrase(
        "TEXT는 2024-02-14, 2.14, 어제 같은 날짜입니다. 적지 않으면 가장 최근 날을 보여 줍니다.",
        "TEXT is a day: 2024-02-14, 2.14, yesterday and the like. Without it, the newest day is listed.",
    ),
    "show": Phrase(
        "TEXT에는 arXiv 번호, 링크, 제목 가운데 하나를 적습니다.", "TEXT is an arXiv id, a link or a title."
    ),
    "trends": Phrase(
        "TEXT에는 용어를 쉼표로 나누어 네 개까지 적습니다. 적지 않으면 최근 늘어난 용어를 보여 줍니다.",
        "TEXT has up to four terms, with commas between them. Without it, terms on the rise are listed.",
    ),
    "chat": Phrase(
        "Discord와 똑같은 명령을 쓸 수 있고, 평소 말하듯 물어봐도 됩니다.",
        "It takes the same slash commands as in Discord, and plain sentences.",
    ),
    "run": Phrase(
        "토큰은 환경 변수 DISCORD_TOKEN에서 읽습니다. Ctrl-C나 SIGTERM으로 멈춥니다.",
        "The token comes from the environment variable DISCORD_TOKEN. Ctrl-C or SIGTERM stops it.",
    ),
    "fetch": Phrase(
        "날짜를 적지 않으면 가장 새로운 다이제스트 다음 날부터, 길어도 일주일 전부터 가져오고 "
        "그 앞 며칠의 추천 수를 새로 고칩니다. "
        "--since로 가져온 논문은 알림을 보내지 않습니다. 언제든 멈춰도 되고, 다시 실행하면 이어서 가져옵니다.",
        "Without days: what is missing since the newest digest, at most a week back, then the votes of the days "
        "before. What is fetched with --since is news to nobody. It can be stopped at any time, and goes on.",
    ),
    "summarize": Phrase(
        "가져온 논문만, 새로운 날부터 요약합니다. 초록에 없는 숫자나 이름이 나오는 요약은 쓰지 않고 초록을 둡니다. "
        "언제든 멈춰도 되고, 다시 실행하면 이어서 합니다.",
        "Only papers that were fetched, the newest days first. A summary with numbers or names that the abstract does "
        "not have is not written; the abstract stays. It can be stopped at any time, and goes on from there.",
    ),
    "check": Phrase(
        "검색용 데이터베이스와 인덱스가 손상되었으면 --repair로 다이제스트에서 다시 만듭니다.",
        "Where the database of papers or its index is damaged, --repair makes it anew from the digests.",
    ),
    "copy": Phrase(
        "FROM과 TO는 SQLite 파일 경로나 postgresql://로 시작하는 주소입니다. "
        "암호는 환경 변수 PGPASSWORD에 두면 됩니다. 복사하는 동안에는 봇을 멈춰 주세요.",
        "Each is the path of a SQLite file or an address that starts with postgresql://. A password may stand in the "
        "environment variable PGPASSWORD. Stop the bot meanwhile.",
    ),
    "backup": Phrase("봇이 실행 중일 때도 할 수 있습니다.", "The bot may be running meanwhile."),
    "restore": Phrase(
        "먼저 봇을 멈춰 주세요. 지금 있는 파일은 지우지 않고 옆에 남겨 둡니다.",
        "Stop the bot first. What is there now is kept beside it.",
    ),
}
ABOUT_OPTIONS: Mapping[str, Phrase] = {
    "--config": Phrase("설정 파일 (TOML)", "Settings file (TOML)"),
    "--lang": Phrase("답변 언어. 없으면 시스템 언어를 따릅니다", "Language of the replies; else that of the locale"),
    "--verbose": Phrase("표준 오류에 로그를 더 자세히 남깁니다", "Log more, to standard error"),
    "--version": Phrase("버전을 보여 줍니다", "Show the version"),
    "--help": Phrase("이 도움말을 보여 줍니다", "Show this help"),
    "--limit": Phrase("몇 개까지 보여 줄지", "How many at most"),
    "--loose": Phrase("주제가 가까운 논문도 이어서 보여 줍니다", "After what is about the query, list what is near it"),
    "--json": Phrase("JSON만 한 줄에 하나씩 출력합니다", "Print JSON, one object a line, and nothing else"),
    "--today": Phrase("오늘로 볼 날짜", "The day that sentences count from"),
    "--since": Phrase("이날부터", "The first day"),
    "--until": Phrase("이날까지", "The last day"),
    "--dry-run": Phrase("어느 날을 다룰지만 보여 줍니다", "Say which days there are to do, and do none"),
    "--abstracts": Phrase("예전 논문의 초록도 찾습니다", "Look for the abstracts of older papers too"),
    "--repair": Phrase("손상된 캐시를 다시 만듭니다", "Make damaged caches anew"),
    "--months": Phrase("최근 몇 달을 볼지", "How many of the last months"),
    "--shards": Phrase("이 프로세스가 맡을 샤드. 예: 0,1", "The shards of this process, such as 0,1"),
    "--shard-count": Phrase("샤드가 모두 몇 개인지", "How many shards there are in all"),
    "--png": Phrase("그래프를 이 파일에 그립니다", "Draw the chart into this file"),
}

# What is wrong with a call
NO_SUCH_COMMAND = Phrase("{name} 명령은 없습니다.", "there is no command {name}.")
NO_SUCH_OPTION = Phrase("{name} 옵션은 없습니다.", "there is no option {name}.")
DID_YOU_MEAN = Phrase("혹시 {names}인가요?", "Did you mean {names}?")
MISSING = Phrase("{name}을(를) 적어 주세요.", "{name} is missing.")
NEEDS_VALUE = Phrase("{name} 뒤에 값을 적어 주세요.", "{name} needs a value behind it.")
TAKES_NO_VALUE = Phrase("{name}에는 값을 적지 않습니다.", "{name} takes no value.")
TOO_MUCH = Phrase("이 명령에는 다음 말을 쓸 수 없습니다: {words}", "this command does not take: {words}")
EXPECTS_ONE_OF = Phrase("{name}에는 {choices} 가운데 하나를 적어 주세요.", "{name} is one of {choices}.")
EXPECTS_BETWEEN = Phrase(
    "{name}에는 {least}부터 {most}까지의 정수를 적어 주세요.", "{name} is a whole number from {least} to {most}."
)
EXPECTS_NUMBER = Phrase("{name}에는 정수를 적어 주세요.", "{name} is a whole number.")
EXPECTS_DAY = Phrase("{name}에는 날짜를 2024-02-14처럼 적어 주세요.", "{name} is a day, written like 2024-02-14.")
EXPECTS_FILE = Phrase("{name}에는 폴더가 아니라 파일을 적어 주세요.", "{name} is a file, not a folder.")
WRONG_USAGE = Phrase("이렇게 쓰는 명령이 아닙니다.", "this is not how it is used.")
