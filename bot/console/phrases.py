"""What the console says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_OPEN = Phrase("열기", "open")
CMD_NEXT = Phrase("다음", "next")
CMD_PREVIOUS = Phrase("이전", "prev")
CMD_BACK = Phrase("뒤로", "back")
OPT_NUMBER = Phrase("번호", "number")
COMMAND_UNKNOWN = Phrase(
    "{typed} 명령은 없습니다. /도움말을 보거나, 검색어를 그냥 적어 주세요.",
    "There is no command {typed}. See /help, or just type what to search for.",
)
COMMAND_IN_DISCORD = Phrase("{typed} 명령은 Discord에서만 쓸 수 있습니다.", "{typed} works only in Discord.")
COMMAND_CLOSEST = Phrase(
    "{typed} 명령은 없습니다. 혹시 이것인가요? {names}", "There is no command {typed}. Did you mean {names}?"
)
NOTHING_TO_TURN = Phrase("넘길 페이지가 더 없습니다.", "There is no further page.")
NOTHING_BEFORE = Phrase("이 앞에 보여 드린 것이 없습니다.", "Nothing was shown before this.")
NOTHING_LISTED = Phrase(
    "번호로 열 목록이 아직 없습니다. 먼저 논문을 찾아 주세요.", "There is no list to open a paper of yet. Search first."
)
WHICH_NUMBER = Phrase(
    "몇 번 논문을 열지 적어 주세요. {first}번부터 {last}번까지 있습니다.",
    "Say which paper to open by its number, from {first} to {last}.",
)
NOT_LISTED = Phrase(
    "목록에 {number}번이 없습니다. {first}번부터 {last}번까지 열 수 있습니다.",
    "There is no number {number} in the list. Those shown go from {first} to {last}.",
)
ONLY_ONE_LISTED = Phrase("목록에는 {first}번만 있습니다.", "There is only number {first} in the list.")
WRITING = Phrase(
    "AI 모델이 답을 쓰는 중입니다… (Ctrl-C로 그만두기)", "An AI model is writing an answer… (Ctrl-C to stop)"
)
CONSOLE_WELCOME = Phrase(
    "찾을 말이나 질문을 적어 주세요. 목록이 나오면 번호만 적어 논문을 엽니다. 사용법은 /도움말, 끝내기는 Ctrl-D입니다.",
    "Type what to look for, or a question; a number then opens that paper of the list. /help says more, Ctrl-D leaves.",
)
WAYS: tuple[tuple[Phrase, Phrase], ...] = (
    (Phrase("3 · /열기 3", "3 · /open 3"), Phrase("목록의 3번 논문을 엽니다", "open the third paper of the list")),
    (
        Phrase("다음 · 이전 · 뒤로", "next · prev · back"),
        Phrase(
            "다음 페이지, 이전 페이지, 방금 전에 보던 것", "the next page, the page before, what you saw before this"
        ),
    ),
)
