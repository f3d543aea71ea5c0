"""What /privacy says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_PRIVACY = Phrase("개인정보", "privacy")
CMD_SHOW = Phrase("보기", "show")
CMD_DELETE = Phrase("삭제", "delete")
ABOUT_PRIVACY = Phrase("봇에 저장된 내 정보", "What the bot stores about you")
ABOUT_SHOW = Phrase("저장된 내 정보를 모두 파일로 받습니다", "Get everything stored about you as a file")
ABOUT_DELETE = Phrase("저장된 내 정보를 모두 삭제합니다", "Delete everything stored about you")
HELP_PRIVACY = Phrase("/개인정보 보기, /개인정보 삭제", "/privacy show, /privacy delete")

SUMMARY = Phrase("저장된 내 정보 {count}건: {kinds}", "Stored about you, {count} in all: {kinds}")
IN_THE_FILE = Phrase(
    "첨부한 파일에 모두 들어 있습니다. /개인정보 삭제로 언제든 삭제할 수 있습니다.",
    "The file has all of it. You can delete it any time with /privacy delete.",
)
KINDS = {
    "saved_papers": Phrase("저장한 논문 {count}편", "{count} saved papers"),
    "follows": Phrase("팔로우 {count}개", "{count} follows"),
    "alerts": Phrase("보내 드릴 새 논문 {count}편", "{count} new papers to send you"),
    "mailboxes": Phrase("마지막 알림 날짜", "the day of your last alert"),
    "schedule_setters": Phrase("내가 설정한 자동 게시 {count}곳", "{count} daily posts you set up"),
    "user_settings": Phrase("내 설정", "your settings"),
    "answered_users": Phrase("답변을 받은 적이 있다는 기록", "that you have had a reply"),
}
"""What a table of the state holds of a person; `ONE` where that is a single thing of which there can be more."""
ONE = {
    "saved_papers": Phrase("저장한 논문 1편", "1 saved paper"),
    "follows": Phrase("팔로우 1개", "1 follow"),
    "alerts": Phrase("보내 드릴 새 논문 1편", "1 new paper to send you"),
    "schedule_setters": Phrase("내가 설정한 자동 게시 1곳", "1 daily post you set up"),
}
NOTHING = Phrase("저장된 내 정보가 없습니다.", "Nothing is stored about you.")
MODEL = Phrase(
    "질문에 AI 모델이 답을 쓸 때는 질문과 찾은 논문의 글만 모델의 서버에 보냅니다. 아이디, 이름, 지난 대화는 보내지 않으며, "
    "봇은 질문을 저장하거나 기록하지 않습니다. /설정에서 끌 수 있습니다.",
    "Where an AI model answers, the question and text of the papers found go to the model's server: never an id, a name "
    "or what was said before. The bot neither stores nor logs questions. Turn it off in /settings.",
)
NOTHING_BUT_MODEL = Phrase(f"{NOTHING.ko} {MODEL.ko}", f"{NOTHING.en} {MODEL.en}")
CONFIRM = Phrase(
    "저장된 내 정보 {count}건을 모두 삭제할까요? 저장한 논문, 팔로우, 내 설정이 사라지며 되돌릴 수 없습니다.",
    "Delete everything stored about you ({count})? Your saved papers, follows and settings will be gone for good.",
)
CONFIRM_BUTTON = Phrase("모두 삭제", "Delete everything")
DELETED = Phrase("저장된 내 정보 {count}건을 모두 삭제했습니다.", "Everything stored about you is deleted ({count}).")
