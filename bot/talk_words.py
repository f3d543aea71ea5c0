"""What is said to those who write to the bot, who meet it for the first time, and who let it into a server."""

from __future__ import annotations

from bot.words import Language, Phrase

HINT = Phrase(
    "논문에 대해 물어보세요. 예: “확산 모델로 비디오 만드는 논문 있어?”, “MoE가 강화학습에 도움이 되나요?”, arXiv 링크, “어제 논문”. 명령어는 /도움말에 있습니다.",
    "Ask me about papers, for example: “any papers on diffusion for video?”, “does MoE help RL?”, an arXiv link, “yesterday's papers”. /help lists the commands.",
)
YOU_ARE_WELCOME = Phrase("도움이 되었다니 다행입니다.", "Glad that it helped.")
CANNOT_SEE = Phrase(
    "다른 분의 메시지는 제게 보이지 않습니다. 그 메시지를 우클릭해 앱 → 논문 찾기를 누르시거나, 링크를 함께 적어 주세요.",
    "I cannot see what others write. Right-click that message and choose Apps → Find papers, or send me its link.",
)
SLOW_DOWN = Phrase(
    "질문이 너무 빨리 이어져 잠시 쉬겠습니다. {seconds}초쯤 뒤에 다시 물어봐 주세요.",
    "That is more than I can answer at once. Ask again in about {seconds} s.",
)

# Several papers at once
LISTED_TITLE = Phrase("언급된 논문", "Papers mentioned")
LISTED_MISSING = Phrase("수록되지 않은 논문: {arxiv_ids}", "Not among the papers here: {arxiv_ids}")
NONE_HERE = Phrase(
    "언급된 논문이 모두 수록되어 있지 않습니다: {arxiv_ids}", "None of the papers mentioned are here: {arxiv_ids}"
)

# The context menu
FIND_PAPERS = Phrase("논문 찾기", "Find papers")
NOTHING_TO_FIND = Phrase(
    "이 메시지에는 찾을 글이나 링크가 없습니다. 글이나 arXiv 링크가 있는 메시지에서 써 주세요.",
    "This message has no text and no link to search for. Try one with words or an arXiv link in it.",
)

# The first reply
FIRST_TIME = Phrase(
    "처음 오셨군요. 저를 멘션하거나 DM을 보내 편하게 물어보셔도 됩니다. 할 수 있는 일은 /도움말에 있습니다.",
    "New here? You can also mention me or write me a direct message and just ask. /help shows what I can do.",
)

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
