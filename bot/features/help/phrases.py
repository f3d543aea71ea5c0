"""What /help, the welcome and the tour say, in Korean and in English."""

from __future__ import annotations

from bot.features.corpus.phrases import ABOUT_CORPUS
from bot.features.daily.phrases import ABOUT_DAILY
from bot.features.follow import phrases as follow_phrases
from bot.features.papers.phrases import ABOUT_ASK, ABOUT_SEARCH, ABOUT_SHOW, ABOUT_SIMILAR, ABOUT_TERM
from bot.features.privacy import phrases as privacy_phrases
from bot.features.saved import phrases as saved_phrases
from bot.features.schedule import phrases as schedule_phrases
from bot.features.settings import phrases as settings_phrases
from bot.features.top.phrases import ABOUT_TOP
from bot.features.trends import phrases as trends_phrases
from bot.rendering.language import Language, Phrase

CMD_HELP = Phrase("도움말", "help")


ABOUT_HELP = Phrase("사용법을 봅니다", "How to use this bot")


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
    (trends_phrases.HELP_USAGE, trends_phrases.ABOUT_TRENDS),
    (Phrase("/팔로우 추가 강화학습 로봇", "/follow add robot learning"), follow_phrases.ABOUT_FOLLOW),
    (Phrase("/예약 설정 #논문 9시 서울", "/schedule set #papers 9:00 Seoul"), schedule_phrases.ABOUT_SCHEDULE),
    (Phrase("/저장 목록, /저장 내보내기", "/saved list, /saved export"), saved_phrases.ABOUT_SAVED),
    (Phrase("/설정", "/settings"), settings_phrases.ABOUT_SETTINGS),
    (Phrase("/개인정보 보기, /개인정보 삭제", "/privacy show, /privacy delete"), privacy_phrases.ABOUT_PRIVACY),
    (Phrase("/코퍼스 새로읽기, /코퍼스 상태", "/corpus reload, /corpus status"), ABOUT_CORPUS),
)


def help_syntax(language: Language) -> list[tuple[str, str]]:
    """Each part of the query language by example, and what it finds."""
    return [(example.say(language), about.say(language)) for example, about in _SYNTAX]


def help_commands(language: Language) -> list[tuple[str, str]]:
    """Each command with an example, and what it does."""
    return [(usage.say(language), about.say(language)) for usage, about in _HELP]


# Help: without commands
TALK_TITLE = Phrase("Discord에서 말로 물어보기", "In Discord, just ask")
_TALK: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase("@봇 확산 모델로 비디오 만드는 논문 있어?", "@bot any papers on diffusion for video?"),
        Phrase("멘션하거나, 답장하거나, DM으로 물어보세요", "mention me, reply to me, or write me a direct message"),
    ),
    (
        Phrase("@봇 어제 논문 · @봇 arXiv 링크", "@bot yesterday's papers · @bot an arXiv link"),
        Phrase("그날이나 그 논문을 보여 드립니다", "that day, or that paper"),
    ),
    (
        Phrase("메시지 우클릭 → 앱 → 논문 찾기", "Right-click a message → Apps → Find papers"),
        Phrase(
            "링크된 논문이나 관련 논문을 나에게만 보여 드립니다",
            "the papers it links to or is about, shown to you only",
        ),
    ),
)

# The tour: what its buttons run
TRY_SEARCH = Phrase("확산 모델 비디오", "diffusion video")
TRY_ASK = Phrase("비디오 생성은 어떻게 빨라지나요?", "How does video generation get faster?")
TRY_LABELS = {
    "search": Phrase("검색: 확산 모델 비디오", "Search: diffusion video"),
    "ask": Phrase("질문: 비디오 생성은 어떻게 빨라지나요?", "Ask: How does video generation get faster?"),
    "paper": Phrase("최근 인기 논문", "The latest top paper"),
    "day": Phrase("최근 하루의 논문", "The latest day"),
    "help": Phrase("사용법", "How to use me"),
}

# Joining a server
WELCOME_TITLE = Phrase("AI 논문 봇이 들어왔습니다", "Your AI paper bot is here")
WELCOME_INTRO = Phrase(
    "매일의 AI 논문 다이제스트에서 논문을 찾고 질문에 답합니다. 누구든 저를 멘션해 물어보거나 아래 버튼을 눌러 보세요.",
    "I find papers in daily AI digests and answer questions about them. Anyone can mention me and ask, or press a button below.",
)
WELCOME_ADMINS = Phrase("서버를 관리하는 분께", "For those who run this server")
_WELCOME: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase("/설정", "/settings"),
        Phrase("서버의 언어와 한 쪽에 보일 결과 수", "the server's language and results a page"),
    ),
    (
        Phrase("/예약 설정", "/schedule set"),
        Phrase("매일 나오는 논문을 원하는 채널에 올립니다", "post each day's papers in a channel you choose"),
    ),
    (
        Phrase("/코퍼스 상태", "/corpus status"),
        Phrase("수록된 논문 수와 기간", "how many papers there are, and from when"),
    ),
)


def talk_examples(language: Language) -> list[tuple[str, str]]:
    """What can be asked without a command, by example."""
    return [(example.say(language), about.say(language)) for example, about in _TALK]


def welcome_steps(language: Language) -> list[tuple[str, str]]:
    """The commands that set the bot up, and what each is for."""
    return [(command.say(language), about.say(language)) for command, about in _WELCOME]
