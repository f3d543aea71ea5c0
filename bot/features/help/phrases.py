"""What /help, the welcome and the tour say, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_HELP = Phrase("도움말", "help")

ABOUT_HELP = Phrase("사용법을 봅니다", "How to use this bot")

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
SYNTAX: tuple[tuple[Phrase, Phrase], ...] = (
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
# Asking without commands
TALK_TITLE = Phrase("Discord에서 말로 물어보기", "In Discord, just ask")
TALK: tuple[tuple[Phrase, Phrase], ...] = (
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

SEE_SETTINGS = Phrase(
    "답변 언어는 /설정에서 바꿀 수 있습니다. 정하지 않으면 쓰신 말로 답합니다.",
    "You can choose the language of my replies in /settings; else I answer in the one you write.",
)
SEE_SCHEDULE = Phrase(
    "매일 나오는 논문을 채널에 올리려면 서버 관리자가 /예약 설정을 실행해 주세요.",
    "To have each day's papers posted in a channel, ask someone who manages the server to run /schedule set.",
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
WELCOME_STEPS: tuple[tuple[Phrase, Phrase], ...] = (
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
