"""The commands' names, descriptions and help, in Korean and in English."""

from __future__ import annotations

from collections.abc import Mapping

from bot import follow_words, privacy_words, saved_words, schedule_words, settings_words, trend_words
from bot.span import Period
from bot.words import Language, Phrase
from retrieval.query.conditions import Sort

# Command names: Discord takes lower case only.
CMD_PAPER = Phrase("논문", "paper")
CMD_SEARCH = Phrase("검색", "search")
CMD_SHOW = Phrase("보기", "show")
CMD_ASK = Phrase("질문", "ask")
CMD_SIMILAR = Phrase("비슷한논문", "similar")
CMD_TERM = Phrase("용어", "term")
CMD_DAILY = Phrase("데일리", "daily")
CMD_TOP = Phrase("인기", "top")
CMD_PERIODS: Mapping[Period, Phrase] = {
    "week": Phrase("주간", "week"),
    "month": Phrase("월간", "month"),
    "year": Phrase("연간", "year"),
    "all": Phrase("전체", "all"),
}
CMD_CORPUS = Phrase("코퍼스", "corpus")
CMD_RELOAD = Phrase("새로읽기", "reload")
CMD_STATUS = Phrase("상태", "status")
CMD_HELP = Phrase("도움말", "help")
OPT_QUERY = Phrase("검색어", "query")
OPT_PAPER = Phrase("논문", "paper")
OPT_QUESTION = Phrase("질문", "question")
OPT_TERM = Phrase("용어", "term")
OPT_DATE = Phrase("날짜", "date")
OPT_AUTHOR = Phrase("저자", "author")
OPT_SINCE = Phrase("부터", "since")
OPT_UNTIL = Phrase("까지", "until")
OPT_VOTES = Phrase("추천", "votes")
OPT_CODE = Phrase("코드", "code")
OPT_SORT = Phrase("정렬", "sort")
SORTS = {
    Sort.RELEVANCE: Phrase("관련도순", "best match first"),
    Sort.VOTES: Phrase("추천순", "most votes first"),
    Sort.DATE: Phrase("최신순", "newest first"),
}

ABOUT_PAPER = Phrase("논문을 찾고 읽습니다", "Find papers and read them")
ABOUT_SEARCH = Phrase("논문을 검색합니다", "Search the papers")
ABOUT_SHOW = Phrase("논문 한 편의 요약을 모두 봅니다", "Read one paper's whole summary")
ABOUT_ASK = Phrase("질문에 답하는 요약 문장을 찾습니다", "Find the sentences that answer a question")
ABOUT_SIMILAR = Phrase("비슷한 논문을 찾습니다", "Find papers like one you know")
ABOUT_TERM = Phrase("용어를 다른 언어로는 무엇이라 하는지 봅니다", "What a term is called in Korean or English")
ABOUT_OPT_TERM = Phrase("한국어나 영어 용어", "A term in Korean or English")
ABOUT_DAILY = Phrase("하루의 논문을 추천순으로 봅니다", "A day's papers, most votes first")
ABOUT_TOP = Phrase("추천을 많이 받은 논문을 봅니다", "The papers with the most votes")
ABOUT_PERIODS: Mapping[Period, Phrase] = {
    "week": Phrase("한 주 동안 추천을 많이 받은 논문", "The papers with the most votes of a week"),
    "month": Phrase("한 달 동안 추천을 많이 받은 논문", "The papers with the most votes of a month"),
    "year": Phrase("한 해 동안 추천을 많이 받은 논문", "The papers with the most votes of a year"),
    "all": Phrase("지금까지 추천을 가장 많이 받은 논문", "The papers with the most votes of all time"),
}
ABOUT_DATE_IN = Phrase(
    "그 기간에 든 날: 2024-02-14, 2024-02, 어제… 비워 두면 가장 최근",
    "A day in it: 2024-02-14, 2024-02, yesterday …; empty: the newest",
)
ABOUT_CORPUS = Phrase("논문 데이터를 관리합니다 (서버 관리 권한)", "Manage the papers (Manage Server permission)")
ABOUT_RELOAD = Phrase("다이제스트를 다시 읽어 새 논문을 반영합니다", "Read the digests again and take up new papers")
ABOUT_STATUS = Phrase("수록된 논문 수와 기간을 봅니다", "How many papers there are, and from when")
ABOUT_HELP = Phrase("사용법을 봅니다", "How to use this bot")
ABOUT_QUERY = Phrase("주제, 논문 이름, 저자, arXiv 번호", "A topic, a paper's name, an author or an arXiv id")
ABOUT_AUTHOR = Phrase("저자 이름이나 그 일부", "An author's name, or a part of it")
ABOUT_SINCE = Phrase(
    "이 날부터: 2024-02-14, 2024-02, 2024, 어제", "From this day on: 2024-02-14, 2024-02, 2024, yesterday"
)
ABOUT_UNTIL = Phrase("이 날까지: 2024-02-14, 2024-02, 2024", "Up to this day: 2024-02-14, 2024-02, 2024")
ABOUT_VOTES = Phrase("추천이 이만큼 이상", "At least so many votes")
ABOUT_CODE = Phrase("코드 저장소 링크가 있는 논문만", "Only papers with a link to their code")
ABOUT_SORT = Phrase("무엇을 먼저 보일지", "What comes first")
ABOUT_OPT_PAPER = Phrase("arXiv 번호, 링크, 제목", "An arXiv id, a link or a title")
ABOUT_QUESTION = Phrase("한국어나 영어 질문", "A question in Korean or English")
ABOUT_DATE = Phrase(
    "2024-02-14, 2.14, 오늘, 어제… 비워 두면 가장 최근 날",
    "2024-02-14, 2.14, today, yesterday …; empty: the newest day",
)

# Help
HELP_TITLE = Phrase("AI 논문을 찾아 드립니다", "Find AI papers")
HELP_INTRO = Phrase(
    "매일의 AI 논문 다이제스트에서 논문을 찾고, 답이 되는 문장을 보여 드립니다. 한국어와 영어를 모두 씁니다.",
    "Finds papers in daily AI digests and shows the sentence that matters. Ask in Korean or in English.",
)
HELP_FOOT = Phrase(
    "검색어에는 주제, 논문 이름, 저자, arXiv 번호나 링크를 쓸 수 있습니다.",
    "A query can be a topic, a paper's name, an author, an arXiv id or a link.",
)
HELP_SYNTAX = Phrase("검색어를 더 좁히려면", "To narrow a search")
_SYNTAX: tuple[tuple[Phrase, Phrase], ...] = (
    (Phrase('"확산 모델"', '"diffusion model"'), Phrase("이 말이 그대로 있는 논문", "papers with just these words")),
    (Phrase("로봇 -시뮬레이션", "robot -simulation"), Phrase("뒤의 말이 없는 논문", "papers without the second word")),
    (
        Phrase("저자:LeCun 제목:world", "author:LeCun title:world"),
        Phrase("저자, 제목의 낱말", "an author, a word of the title"),
    ),
    (
        Phrase("날짜:2024-02 · 날짜:2024-01..2024-03", "date:2024-02 · date:2024-01..2024-03"),
        Phrase("그 기간에 나온 논문 (이후: 이전: 도 됩니다)", "papers of that time (also since: and until:)"),
    ),
    (
        Phrase("추천:>20 · 코드:있음", "votes:>20 · has:code"),
        Phrase("추천 수, 코드 저장소가 있는 논문", "votes, papers with code"),
    ),
    (
        Phrase("정렬:추천 · 정렬:최신", "sort:votes · sort:date"),
        Phrase("추천순, 최신순", "most votes, or newest, first"),
    ),
)
_HELP: tuple[tuple[Phrase, Phrase], ...] = (
    (Phrase("/논문 검색 강화학습 로봇", "/paper search diffusion video"), ABOUT_SEARCH),
    (Phrase("/논문 보기 2402.08609", "/paper show 2402.08609"), ABOUT_SHOW),
    (Phrase("/논문 질문 MoE가 강화학습에 도움이 되나요?", "/paper ask does MoE help RL?"), ABOUT_ASK),
    (Phrase("/논문 비슷한논문 2402.08609", "/paper similar 2402.08609"), ABOUT_SIMILAR),
    (Phrase("/논문 용어 강화학습", "/paper term reinforcement learning"), ABOUT_TERM),
    (Phrase("/데일리 2024-02-14", "/daily 2024-02-14"), ABOUT_DAILY),
    (Phrase("/인기 주간, /인기 월간 2024-02", "/top week, /top month 2024-02"), ABOUT_TOP),
    (trend_words.HELP_USAGE, trend_words.ABOUT_TRENDS),
    (Phrase("/팔로우 추가 강화학습 로봇", "/follow add robot learning"), follow_words.ABOUT_FOLLOW),
    (Phrase("/예약 설정 #논문 9시 서울", "/schedule set #papers 9:00 Seoul"), schedule_words.ABOUT_SCHEDULE),
    (Phrase("/저장 목록, /저장 내보내기", "/saved list, /saved export"), saved_words.ABOUT_SAVED),
    (Phrase("/설정", "/settings"), settings_words.ABOUT_SETTINGS),
    (Phrase("/개인정보 보기, /개인정보 삭제", "/privacy show, /privacy delete"), privacy_words.ABOUT_PRIVACY),
    (Phrase("/코퍼스 새로읽기, /코퍼스 상태", "/corpus reload, /corpus status"), ABOUT_CORPUS),
)


def help_syntax(language: Language) -> list[tuple[str, str]]:
    """Each part of the query language by example, and what it finds."""
    return [(example.say(language), about.say(language)) for example, about in _SYNTAX]


def help_commands(language: Language) -> list[tuple[str, str]]:
    """Each command with an example, and what it does."""
    return [(usage.say(language), about.say(language)) for usage, about in _HELP]
