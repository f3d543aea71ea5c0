"""What /settings says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Language, Phrase

CMD_SETTINGS = Phrase("설정", "settings")
ABOUT_SETTINGS = Phrase("언어와 답변 방식을 정합니다", "Choose your language and how replies work")
HELP_SETTINGS = Phrase("/설정", "/settings")

YOURS = Phrase("내 설정", "Your settings")
SERVERS = Phrase("이 서버의 설정", "Server settings")
LANGUAGES: dict[Language | None, Phrase] = {
    None: Phrase("Discord와 같게", "same as Discord"),
    "ko": Phrase("한국어", "한국어"),
    "en": Phrase("English", "English"),
}
YOUR_LANGUAGE = Phrase("내 언어: {spoken}", "My language: {spoken}")
SERVER_LANGUAGE = Phrase("서버 언어: {spoken}", "Server language: {spoken}")
SERVER_LANGUAGE_ABOUT = Phrase(
    "서버 언어는 내 언어를 따로 고르지 않은 분께 적용됩니다.",
    "The server language is for members who have not chosen one of their own.",
)
PUBLIC = Phrase("답변: 모두에게 보임", "Replies: visible to everyone")
PRIVATE = Phrase("답변: 나에게만 보임", "Replies: visible only to me")
MAKE_PRIVATE = Phrase("답변을 나만 보기", "Make my replies private")
MAKE_PUBLIC = Phrase("답변을 모두에게 보이기", "Make my replies public")
WORDS = Phrase("AI 모델이 쓰는 답: 켜짐", "Answers written by the AI model: on")
NO_WORDS = Phrase("AI 모델이 쓰는 답: 꺼짐", "Answers written by the AI model: off")
WORDS_ABOUT = Phrase(
    "켜져 있으면 질문과 찾은 논문의 글만 모델에 보냅니다. 누가 물었는지는 보내지 않습니다.",
    "While on, the question and text of the papers found go to the model, never who asked.",
)
WORDS_ON = Phrase("AI 모델의 답 켜기", "Turn on answers by the AI model")
WORDS_OFF = Phrase("AI 모델의 답 끄기", "Turn off answers by the AI model")
SERVER_WORDS_ON = Phrase("이 서버에서 AI 모델의 답 켜기", "Turn on the AI model's answers here")
SERVER_WORDS_OFF = Phrase("이 서버에서 AI 모델의 답 끄기", "Turn off the AI model's answers here")
PER_PAGE = Phrase("한 페이지에 보일 검색 결과: {count}편", "Results per page: {count}")
RELOAD_BY_MANAGERS = Phrase("다이제스트 새로고침: 서버 관리자만", "Reloading digests: members with Manage Server only")
RELOAD_BY_ROLE = Phrase(
    "다이제스트 새로고침: 서버 관리자와 아래에서 고른 역할",
    "Reloading digests: members with Manage Server, and the role below",
)
RELOAD_ROLE_ABOUT = Phrase(
    "그 역할에도 /코퍼스 명령이 보이게 하려면 서버 설정 › 연동에서 이 봇의 명령 권한에 역할을 추가해 주세요.",
    "To show /corpus to that role, add it to this bot's command permissions in Server Settings › Integrations.",
)
RELOAD_ROLE = Phrase("새로고침을 할 수 있는 역할 고르기", "Let a role reload digests, too")
