"""What /help, the welcome and the tour say, in Korean and in English."""

from __future__ import annotations

from collections.abc import Mapping

from bot.rendering.language import Phrase

CMD_HELP = Phrase("도움말", "help")

ABOUT_HELP = Phrase("사용법을 봅니다", "How to use this bot")

# Where no example is sure to be answered well, these stand in its place.
PLACES: Mapping[str, Phrase] = {
    "topic": Phrase("검색어", "query"),
    "question": Phrase("질문", "question"),
    "paper": Phrase("arXiv번호", "arxiv-id"),
    "day": Phrase("날짜", "date"),
}

HELP_TITLE = Phrase("AI 논문을 찾아 드립니다", "Find AI papers")
HELP_INTRO = Phrase(
    "매일 나오는 AI 논문 다이제스트에서 논문을 찾고, 질문에 답이 되는 문장을 보여 드립니다. 한국어와 영어를 모두 씁니다.",
    "I find papers in daily AI digests and show the sentence that answers a question. Ask in Korean or in English.",
)
_ASK = Phrase("질문", "Ask")
ASK_WRITING = (
    _ASK,
    Phrase(
        "저를 멘션하거나 DM으로 편하게 물어보세요. /논문 질문도 있습니다",
        "mention me or write me a direct message, or use /paper ask",
    ),
)
ASK_TYPING = (_ASK, Phrase("그냥 적어 보세요: {question}", "just type it: {question}"))
ESSENTIALS: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase("검색", "Search"),
        Phrase(
            "주제, 논문 이름, 저자로 찾습니다: /논문 검색 {topic}",
            "by topic, paper or author: /paper search {topic}",
        ),
    ),
    (
        Phrase("오늘의 논문", "Read the latest"),
        Phrase(
            "/데일리를 쓰면 최신 다이제스트를 추천순으로 볼 수 있습니다",
            "/daily shows the latest digest, most voted first",
        ),
    ),
)
HELP_ALL = Phrase("모든 사용법: /도움말 전체", "Everything I can do: /help all")
HELP_COMMANDS = Phrase("명령어", "Commands")
HELP_FOOT = Phrase(
    "검색어에는 주제, 논문 이름, 저자, arXiv 번호나 링크를 쓸 수 있습니다.",
    "A query can be a topic, a paper's name, an author, an arXiv id or a link.",
)
HELP_SYNTAX = Phrase("검색 결과를 더 좁히려면", "To narrow a search")
SYNTAX: tuple[tuple[Phrase, Phrase], ...] = (
    (Phrase('"{topic}"', '"{topic}"'), Phrase("이 말이 그대로 나오는 논문", "papers with just these words")),
    (Phrase("{topic} -로봇", "{topic} -robot"), Phrase("뒤의 말이 나오지 않는 논문", "papers without the last word")),
    (
        Phrase("저자:이름 제목:낱말", "author:name title:word"),
        Phrase("저자, 제목에 든 낱말", "an author, a word of the title"),
    ),
    (
        Phrase("날짜:2024-02 · 날짜:2024-01..2024-03", "date:2024-02 · date:2024-01..2024-03"),
        Phrase("그 기간에 나온 논문 (이후: 이전: 도 됩니다)", "papers of that time (also since: and until:)"),
    ),
    (
        Phrase("추천:>20 · 코드:있음", "votes:>20 · has:code"),
        Phrase("추천이 20을 넘는 논문, 코드가 있는 논문", "more than 20 votes, papers with code"),
    ),
    (
        Phrase("정렬:추천 · 정렬:최신", "sort:votes · sort:date"),
        Phrase("추천순, 최신순", "most votes, or newest, first"),
    ),
)
# Asking without commands
TALK_TITLE = Phrase("그냥 물어보셔도 됩니다", "Just ask")
TALK: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase("@봇 {topic} 논문 있어?", "@bot any papers on {topic}?"),
        Phrase("멘션하거나, 답장하거나, DM으로 물어보세요", "mention me, reply to me, or write me a direct message"),
    ),
    (
        Phrase("@봇 최신 논문 보여 줘 · @봇 arXiv 링크", "@bot latest papers · @bot an arXiv link"),
        Phrase("최신 다이제스트나 그 논문을 보여 드립니다", "the latest digest, or that paper"),
    ),
    (
        Phrase("메시지 우클릭 → 앱 → 논문 찾기", "Right-click a message → Apps → Find papers"),
        Phrase(
            "메시지에 링크된 논문이나 관련된 논문을 나에게만 보여 드립니다",
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

# The buttons that run examples
TRY_SEARCH = Phrase("검색: {text}", "Search: {text}")
TRY_ASK = Phrase("질문: {text}", "Ask: {text}")
TRY_DAY = Phrase("최신 다이제스트", "Latest digest")
TRY_ALL = Phrase("모든 사용법", "Everything I can do")
TRY_HELP = Phrase("사용법", "How to use me")
TRIED_BEFORE: Mapping[str, Phrase] = {
    "search": Phrase("확산 모델 비디오", "diffusion video"),
    "ask": Phrase("비디오 생성은 어떻게 빨라지나요?", "How does video generation get faster?"),
}

# Joining a server
WELCOME_TITLE = Phrase("안녕하세요, AI 논문 봇입니다", "Hello, I am your AI paper bot")
WELCOME_INTRO = Phrase(
    "매일 나오는 AI 논문 다이제스트에서 논문을 찾고 질문에 답합니다. 누구든 저를 멘션해 물어보거나 아래 버튼을 눌러 보세요.",
    "I find papers in daily AI digests and answer questions about them. Anyone can mention me and ask, or press a button below.",
)
WELCOME_ADMINS = Phrase("서버를 관리하시는 분께", "For those who run this server")
WELCOME_STEPS: tuple[tuple[Phrase, Phrase], ...] = (
    (
        Phrase("/설정", "/settings"),
        Phrase("서버의 언어와 한 페이지에 보일 결과 수", "the server's language and results per page"),
    ),
    (
        Phrase("/예약 설정", "/schedule set"),
        Phrase("매일 나오는 논문을 원하는 채널에 올립니다", "post each day's papers in a channel you choose"),
    ),
    (
        Phrase("/코퍼스 상태", "/corpus status"),
        Phrase("모은 논문의 수와 기간", "how many papers there are, and from when"),
    ),
)
