"""What /follow and the alerts say, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_FOLLOW = Phrase("팔로우", "follow")
CMD_ADD = Phrase("추가", "add")
CMD_LIST = Phrase("목록", "list")
CMD_REMOVE = Phrase("삭제", "remove")
OPT_QUERY = Phrase("검색어", "query")
OPT_CHANNEL = Phrase("채널", "channel")
OPT_WHICH = Phrase("무엇을", "which")

HELP_FOLLOW = Phrase("/팔로우 추가 {topic}", "/follow add {topic}")
ABOUT_FOLLOW = Phrase("새 논문이 나오면 메시지로 알려 드립니다", "Get notified of new papers")
ABOUT_ADD = Phrase("주제, 용어, 저자를 팔로우합니다", "Follow a topic, a term or an author")
ABOUT_LIST = Phrase("팔로우 중인 주제를 모두 봅니다", "See everything you follow")
ABOUT_REMOVE = Phrase("팔로우를 해제합니다", "Stop following something")
ABOUT_QUERY = Phrase(
    "검색하듯이: 확산 모델 -비디오, 저자:LeCun, 강화학습 로봇", "As in a search: diffusion -video, author:LeCun"
)
ABOUT_CHANNEL = Phrase(
    "나 대신 이 채널에 알립니다 (서버 관리 권한)", "Notify this channel instead of me (Manage Server permission)"
)
ABOUT_WHICH = Phrase("해제할 팔로우", "What to stop following")

ONLY_IN_DISCORD = Phrase(
    "새 논문 알림은 Discord로만 보내 드립니다. Discord에서 같은 말을 하시거나 /팔로우 추가를 써 주세요.",
    "New papers can only be sent to you in Discord. Say the same there, or use /follow add.",
)
SEE_LIST = Phrase(
    "팔로우 중인 주제는 /팔로우 목록에서 본인만 볼 수 있습니다.",
    "What you follow is for your eyes only: see /follow list.",
)
EMPTY = Phrase(
    "무엇을 팔로우할지 적어 주세요. 예: 강화학습 로봇, 저자:LeCun, 확산 모델 -비디오",
    "Say what to follow, for example: robot learning, author:LeCun, diffusion model -video",
)
ADDED = Phrase(
    "‘{query}’ 팔로우를 시작했습니다. 새 논문이 나오면 하루에 한 번 다이렉트 메시지로 모아 보내 드립니다. {expected}",
    "You now follow “{query}”. New papers come in one direct message a day. {expected}",
)
ADDED_CHANNEL = Phrase(
    "{channel} 채널에서 ‘{query}’ 팔로우를 시작했습니다. 새 논문이 나오면 하루에 한 번 모아 올립니다. {expected}",
    "{channel} now follows “{query}”. New papers come in one post a day. {expected}",
)
EXPECT_DAILY = Phrase("하루 평균 약 {papers}입니다 (지금까지 {ever}).", "Expect about {papers} a day ({ever} so far).")
EXPECT_SELDOM = Phrase(
    "지금까지 나온 논문 중에는 {ever}이 해당하고, 최근 다이제스트 {days}일 치에서는 {recent}입니다.",
    "{ever} so far would have matched, {recent} in the last {days} digests.",
)
EXPECT_SO_FAR = Phrase("지금까지 나온 논문 중에는 {ever}이 해당합니다.", "{ever} so far would have matched.")
EXPECT_NONE = Phrase(
    "지금까지 나온 논문 중에는 해당하는 것이 없으니 철자를 한 번 확인해 주세요.",
    "No paper so far would have matched, so please check the spelling.",
)
RATE = Phrase("하루 약 {papers}", "about {papers} a day")
RATE_LOW = Phrase("하루 1편 미만", "less than 1 paper a day")
FLOOD = Phrase(
    "‘{query}’ 새 논문은 {rate}으로 꽤 많습니다. 낱말이나 조건을 더하면 줄일 수 있습니다. 이대로 팔로우할까요?",
    "“{query}” matches {rate}, which is a lot. Adding a word or a filter would bring fewer. Follow it as it is?",
)
FLOOD_CONFIRM = Phrase("이대로 팔로우", "Follow as it is")
FLOOD_NARROW = Phrase("추천 {votes} 이상만 ({rate})", "Only {votes}+ votes ({rate})")
ALREADY_FOLLOWED = Phrase("이미 팔로우하고 있습니다: ‘{query}’", "Already following “{query}”.")
TOO_MANY = Phrase(
    "팔로우는 {most}개까지 할 수 있습니다. /팔로우 목록에서 하나를 해제한 뒤 다시 해 주세요.",
    "You can follow up to {most} things. Stop one in /follow list, then try again.",
)
REMOVED = Phrase("‘{query}’ 팔로우를 해제했습니다.", "Stopped following “{query}”.")
FOLLOWS_NOTHING = Phrase(
    "팔로우 중인 주제가 없습니다. /팔로우 추가로 시작할 수 있습니다.",
    "You follow nothing yet. Start with /follow add.",
)
NO_SUCH = Phrase(
    "‘{typed}’ 팔로우는 없습니다. 지금 팔로우 중: {queries}",
    "You do not follow “{typed}”. What you follow: {queries}",
)

LIST_TITLE = Phrase("팔로우 중인 주제 {count}개", "Following: {count}")
LIST_PERSONAL = Phrase("다이렉트 메시지", "Direct messages")
LIST_LAST = Phrase("마지막 알림 {day}", "last alert {day}")
LIST_NO_ALERT = Phrase("아직 보낸 알림 없음", "no alert yet")
LIST_PAUSED = Phrase(
    "⚠ 알림이 멈춰 있습니다. {failure} 문제를 해결한 뒤 ‘다시 받기’를 눌러 주세요. 그동안 나온 논문도 함께 보내 드립니다.",
    "⚠ Alerts are paused. {failure} Once that is fixed, press “Resume”; what came in the meantime comes too.",
)
END = Phrase("팔로우 해제하기", "Stop following …")
SEE_ALL = Phrase("팔로우 목록", "What I follow")
RESUME = Phrase("다시 받기", "Resume")
RESUMED = Phrase("알림을 다시 보내 드립니다.", "Alerts are on again.")

ALERT_TITLE = Phrase("팔로우 알림: 새 논문 {papers}", "New in what you follow: {papers}")
ALERT_CHANNEL_TITLE = Phrase("이 채널의 팔로우 알림: 새 논문 {papers}", "New in what this channel follows: {papers}")
ALERT_QUERY = Phrase("‘{query}’", "“{query}”")
ALERT_MORE = Phrase(
    "나머지 {papers}은 ‘/논문 검색 {query} 정렬:최신’으로 볼 수 있습니다.",
    "The other {papers}: /paper search {query} sort:date",
)
FOLLOW_THIS = Phrase("팔로우", "Follow this")
MANAGE = Phrase("팔로우 관리", "What I follow")
UNREPORTED = Phrase(
    "팔로우 알림을 보내지 못해 멈췄습니다. {failure} 문제를 해결한 뒤 /팔로우 목록에서 ‘다시 받기’를 누르면 밀린 논문부터 보내 드립니다.",
    "Alerts could not be sent and are paused. {failure} Once that is fixed, press “Resume” in /follow list; what waited comes first.",
)
