"""What /schedule, the daily posts and the reports on them say, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_SCHEDULE = Phrase("예약", "schedule")
CMD_SET = Phrase("설정", "set")
CMD_PREVIEW = Phrase("미리보기", "preview")
CMD_LIST = Phrase("목록", "list")
CMD_PAUSE = Phrase("일시정지", "pause")
CMD_OFF = Phrase("해제", "off")
OPT_CHANNEL = Phrase("채널", "channel")
OPT_TIME = Phrase("시각", "time")
OPT_TIMEZONE = Phrase("시간대", "timezone")
OPT_TOP = Phrase("편수", "top")
OPT_ROLE = Phrase("역할", "role")
OPT_THREAD = Phrase("스레드", "thread")

HELP_SCHEDULE = Phrase("/예약 설정 #논문 9시 서울", "/schedule set #papers 9:00 Seoul")
ABOUT_SCHEDULE = Phrase(
    "새 다이제스트를 채널에 자동으로 올립니다 (서버 관리 권한)", "Post each new digest in a channel (Manage Server)"
)
ABOUT_SET = Phrase("채널의 자동 게시를 설정하거나 바꿉니다", "Set up or change a channel's daily post")
ABOUT_PREVIEW = Phrase("게시될 모습을 나만 미리 봅니다", "See what the post would look like now; only you see it")
ABOUT_LIST = Phrase("이 서버의 자동 게시를 모두 봅니다", "All daily posts in this server")
ABOUT_PAUSE = Phrase("자동 게시를 멈추거나 다시 시작합니다", "Pause a daily post, or resume it")
ABOUT_OFF = Phrase("자동 게시를 해제합니다", "Remove a daily post")
ABOUT_CHANNEL = Phrase("글을 올릴 텍스트 채널, 공지 채널, 포럼", "The text, announcement or forum channel to post in")
ABOUT_TIME = Phrase(
    "이 시각부터 올립니다: 9:00, 오전 9시, 21:30, 9am", "Post from this time on: 9:00, 21:30, 9am, 오전 9시"
)
ABOUT_TIMEZONE = Phrase("서울, KST, Asia/Seoul …", "Seoul, KST, Europe/Berlin …")
ABOUT_TOP = Phrase("추천이 많은 순으로 몇 편 (기본 5편)", "How many papers, most voted first (default: 5)")
ABOUT_ROLE = Phrase("글을 올릴 때 멘션할 역할", "A role to mention in the post")
ABOUT_THREAD = Phrase("채널에는 한 줄만, 논문은 스레드에 올립니다", "One line in the channel, the papers in a thread")
ABOUT_WHICH = Phrase("어느 채널인지 (하나뿐이면 비워 두세요)", "Which channel; leave it empty if there is only one")

BAD_TIME = Phrase(
    "‘{text}’에서 시각을 읽지 못했습니다. 09:00, 21:30, 오전 9시, 9am처럼 적어 주세요.",
    "“{text}” is not a time I know. Write it like 09:00, 21:30, 9am or 오전 9시.",
)
BAD_ZONE = Phrase(
    "‘{text}’ 시간대를 찾지 못했습니다. 혹시 이 중에 있나요? {nearest}",
    "“{text}” is not a time zone I know. Did you mean one of these? {nearest}",
)
ROLE_NOT_MENTIONABLE = Phrase(
    "봇이 {role} 역할을 멘션할 수 없습니다. 역할 설정에서 ‘모두가 이 역할을 멘션하도록 허용’을 켠 뒤 다시 해 주세요.",
    "The bot cannot mention {role}. Turn on “Allow anyone to @mention this role” for it, then try again.",
)
TOO_MANY = Phrase(
    "자동 게시는 서버마다 {most}곳까지 설정할 수 있습니다. /예약 해제로 한 곳을 해제한 뒤 다시 해 주세요.",
    "A server can have {most} daily posts. Remove one with /schedule off, then try again.",
)
SET = Phrase(
    "{channel} 채널에 매일 {time}({zone})부터 새 다이제스트를 {top}씩 올립니다. 첫 게시는 {first}입니다. /예약 미리보기로 어떤 모습일지 볼 수 있습니다.",
    "Each new digest will be posted in {channel} from {time} ({zone}) on, {top} at a time. The first will be {first}. /schedule preview shows what it looks like.",
)
FIRST_AFTER = Phrase("{day} 다음에 나오는 다이제스트", "the next one after {day}")
FIRST_EVER = Phrase("처음 나오는 다이제스트", "the first digest there is")
PAUSED = Phrase(
    "{channel} 채널의 자동 게시를 멈췄습니다. /예약 일시정지를 다시 실행하면 이어집니다.",
    "The daily post in {channel} is paused. Run /schedule pause again to resume it.",
)
RESUMED = Phrase(
    "{channel} 채널의 자동 게시를 다시 시작했습니다. 다음 예정 시각은 {next}입니다.",
    "The daily post in {channel} is resumed. Its next time is {next}.",
)
OFF = Phrase("{channel} 채널의 자동 게시를 해제했습니다.", "The daily post in {channel} is removed.")
NONE_SET = Phrase(
    "이 서버에는 자동 게시가 없습니다. /예약 설정으로 시작할 수 있습니다.",
    "This server has no daily post. Set one up with /schedule set.",
)
NO_SUCH = Phrase(
    "그 채널에는 자동 게시가 없습니다. 자동 게시가 있는 채널: {channels}",
    "That channel has no daily post. These have one: {channels}",
)
WHICH = Phrase("어느 채널인지 골라 주세요: {channels}", "Choose a channel: {channels}")
DELETED_CHANNEL = Phrase("#삭제된-채널 ({id})", "deleted channel ({id})")

LIST_TITLE = Phrase("이 서버의 자동 게시 {count}곳", "Daily posts in this server: {count}")
LIST_ROW = Phrase("매일 {time}부터 ({zone}), {top}", "from {time} ({zone}), {top}")
LIST_ROLE = Phrase("역할 멘션", "mentions a role")
LIST_THREAD = Phrase("스레드에 게시", "in a thread")
LIST_NEXT = Phrase("다음 예정 {next}", "next {next}")
LIST_PAUSED = Phrase("멈춤", "paused")
LIST_POSTED = Phrase("마지막 게시: {day} 다이제스트", "last posted: digest of {day}")
LIST_NONE_POSTED = Phrase("아직 올린 적 없음", "nothing posted yet")
LIST_BEGINS = Phrase("{day} 다음 날부터", "starts after {day}")

# In a post
SHOW_DAY = Phrase("이날 논문 모두 보기 ({papers})", "Show the whole day ({papers})")
CAUGHT_UP = Phrase(
    "그동안 올리지 못한 날: {days}. 가장 최근 날만 올립니다. 나머지는 /데일리로 볼 수 있습니다.",
    "Not posted in the meantime: {days}. Only the newest day is posted; /daily shows the others.",
)
AND_MORE = Phrase("{days} 외 {count}일", "{days} and {count} more")
LATE = Phrase(
    "봇이 쉬는 동안 {time} 게시를 놓쳐 지금 올립니다.",
    "The bot was away at {time}, so this post comes late.",
)
HEADLINE = Phrase("{day} 논문 {papers}", "{day} · {papers}")
THREAD_NAME = Phrase("{day} AI 논문 {papers}", "{day} · {papers} on AI")

# Reports to whoever set a schedule up
REPORT_RETRY = Phrase(
    "{channel} 채널에 {day} 논문을 올리지 못했습니다. {failure} {next}에 다시 시도합니다.",
    "The papers of {day} could not be posted in {channel}. {failure} The next attempt is at {next}.",
)
REPORT_PAUSED = Phrase(
    "{channel} 채널에 {day} 논문을 여러 번 올리려 했지만 되지 않아 자동 게시를 멈췄습니다. {failure} 문제를 해결한 뒤 /예약 일시정지를 실행하면 이어집니다.",
    "The papers of {day} could not be posted in {channel} after several attempts, so its daily post is paused. {failure} Once that is fixed, /schedule pause resumes it.",
)
REPORT_ROLE = Phrase(
    "{channel} 채널의 자동 게시에서 멘션하던 역할이 삭제되어, {day} 논문은 멘션 없이 올렸습니다. 다른 역할을 멘션하려면 /예약 설정을 다시 실행해 주세요.",
    "The role that the daily post in {channel} mentioned is deleted, so the papers of {day} were posted without it. Run /schedule set again to mention another one.",
)
UNREPORTED_PAUSED = Phrase(
    "미처 알려 드리지 못한 일이 있습니다. {channel} 채널의 자동 게시가 멈췄습니다. {failure} 문제를 해결한 뒤 /예약 일시정지를 실행하면 이어집니다.",
    "I could not message you about this: the daily post in {channel} is paused. {failure} Once that is fixed, /schedule pause resumes it.",
)
UNREPORTED = Phrase(
    "미처 알려 드리지 못한 일이 있습니다. {channel} 채널의 자동 게시에 문제가 있습니다. {failure}",
    "I could not message you about this: there is a problem with the daily post in {channel}. {failure}",
)
