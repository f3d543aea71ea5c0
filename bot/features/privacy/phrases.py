"""What /privacy says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_PRIVACY = Phrase("개인정보", "privacy")
CMD_SHOW = Phrase("보기", "show")
CMD_DELETE = Phrase("삭제", "delete")
ABOUT_PRIVACY = Phrase("봇이 나에 대해 저장한 것", "What the bot keeps on you")
ABOUT_SHOW = Phrase("나에 대해 저장된 모든 것을 파일로 받습니다", "Get everything that is kept on you as a file")
ABOUT_DELETE = Phrase("나에 대해 저장된 모든 것을 지웁니다", "Delete everything that is kept on you")
HELP_PRIVACY = Phrase("/개인정보 보기, /개인정보 삭제", "/privacy show, /privacy delete")

EVERYTHING = Phrase("저장된 모든 정보입니다.", "This is everything that is kept on you.")
NOTHING = Phrase("저장된 정보가 없습니다.", "Nothing is kept on you.")
CONFIRM = Phrase(
    "나에 대해 저장된 정보 {count}건을 모두 지울까요? 저장한 논문, 알림, 개인 설정이 사라지며 되돌릴 수 없습니다.",
    "Delete everything that is kept on you ({count})? Your saved papers, follows and settings are gone for good then.",
)
CONFIRM_BUTTON = Phrase("모두 지우기", "Delete everything")
DELETED = Phrase("저장된 정보 {count}건을 모두 지웠습니다.", "Everything that was kept on you is deleted ({count}).")
