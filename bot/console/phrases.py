"""What the console says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_NEXT = Phrase("다음", "next")
CMD_PREVIOUS = Phrase("이전", "prev")
COMMAND_UNKNOWN = Phrase(
    "{typed} 명령은 없습니다. /도움말을 보거나, 검색어를 그냥 적어 주세요.",
    "There is no command {typed}. See /help, or just type what to search for.",
)
COMMAND_IN_DISCORD = Phrase("{typed} 명령은 Discord에서만 쓸 수 있습니다.", "{typed} works only in Discord.")
COMMAND_CLOSEST = Phrase(
    "{typed} 명령은 없습니다. 혹시 이것인가요? {names}", "There is no command {typed}. Did you mean {names}?"
)
NOTHING_TO_TURN = Phrase("넘길 쪽이 더 없습니다.", "There is no further page.")
CONSOLE_WELCOME = Phrase(
    "검색어를 적거나 /도움말을 입력하세요. 끝내려면 Ctrl-D.", "Type what to search for, or /help. Ctrl-D leaves."
)
