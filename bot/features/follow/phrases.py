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

HELP_FOLLOW = Phrase("/팔로우 추가 강화학습 로봇", "/follow add robot learning")
ABOUT_FOLLOW = Phrase("새 논문이 나오면 메시지로 알려 드립니다", "Be told when new papers come out")
ABOUT_ADD = Phrase("주제, 용어, 저자를 팔로우합니다", "Follow a topic, a term or an author")
ABOUT_LIST = Phrase("팔로우하는 것을 모두 봅니다", "All that you follow")
ABOUT_REMOVE = Phrase("팔로우를 그만둡니다", "Follow something no longer")
ABOUT_QUERY = Phrase(
    "검색어처럼: 확산 모델 -비디오, 저자:LeCun, 강화학습 로봇", "As in a search: diffusion -video, author:LeCun"
)
ABOUT_CHANNEL = Phrase(
    "나 대신 이 채널에 알림 (서버 관리 권한)", "Tell this channel instead of me (Manage Server permission)"
)
ABOUT_WHICH = Phrase("그만둘 팔로우", "What not to follow any more")

ONLY_IN_DISCORD = Phrase(
    "새 논문 알림은 Discord에서만 보낼 수 있습니다. 거기서 같은 말을 하시거나 /팔로우 추가를 써 주세요.",
    "New papers can only be sent to you in Discord. Say the same there, or use /follow add.",
)
SEE_LIST = Phrase(
    "팔로우 중인 주제는 /팔로우 목록에서 혼자만 볼 수 있습니다.",
    "What you follow is for your eyes only: see /follow list.",
)
EMPTY = Phrase(
    "무엇을 팔로우할지 적어 주세요. 예: 강화학습 로봇, 저자:LeCun, 확산 모델 -비디오",
    "Say what to follow, for example: robot learning, author:LeCun, diffusion model -video",
)
ADDED = Phrase(
    "‘{query}’ 팔로우를 시작했습니다. 새 논문이 나오면 하루에 한 번 다이렉트 메시지로 모아 알려 드립니다. 지금까지 나온 논문 중에는 {papers}이 여기에 맞습니다.",
    "You now follow “{query}”. New papers come as a direct message, at most once a day. Of the papers so far, {papers} would have matched.",
)
ADDED_CHANNEL = Phrase(
    "{channel} 채널에서 ‘{query}’ 팔로우를 시작했습니다. 새 논문이 나오면 하루에 한 번 모아 올립니다. 지금까지 나온 논문 중에는 {papers}이 여기에 맞습니다.",
    "{channel} now follows “{query}”. New papers are posted there, at most once a day. Of the papers so far, {papers} would have matched.",
)
ALREADY_FOLLOWED = Phrase("이미 팔로우하고 있습니다: ‘{query}’", "“{query}” is followed already.")
TOO_MANY = Phrase(
    "팔로우는 {most}개까지입니다. /팔로우 삭제로 하나를 지운 뒤 다시 해 주세요.",
    "You can follow {most} things. Remove one with /follow remove, then try again.",
)
REMOVED = Phrase("‘{query}’ 팔로우를 그만둡니다.", "“{query}” is no longer followed.")
FOLLOWS_NOTHING = Phrase(
    "팔로우하는 것이 없습니다. /팔로우 추가로 시작할 수 있습니다.",
    "You follow nothing yet. Begin with /follow add.",
)
NO_SUCH = Phrase(
    "‘{typed}’ 팔로우는 없습니다. 지금 있는 팔로우: {queries}",
    "“{typed}” is not followed. What is: {queries}",
)

LIST_TITLE = Phrase("팔로우 {count}개", "Following: {count}")
LIST_CHANNEL = Phrase("{channel} 채널", "In {channel}")
LIST_PAUSED = Phrase(
    "⚠ 알림이 멈췄습니다. {failure} 고친 뒤 ‘다시 받기’를 눌러 주세요. 그동안의 논문도 함께 옵니다.",
    "⚠ Alerts are paused. {failure} Mend that, then press “Resume”; what came in the meantime comes too.",
)
RESUME = Phrase("다시 받기", "Resume")
RESUMED = Phrase("알림을 다시 보냅니다.", "Alerts are sent again.")

ALERT_TITLE = Phrase("팔로우한 새 논문 {papers}", "New in what you follow: {papers}")
ALERT_CHANNEL_TITLE = Phrase("이 채널이 팔로우하는 새 논문 {papers}", "New in what this channel follows: {papers}")
ALERT_QUERY = Phrase("‘{query}’", "“{query}”")
ALERT_MORE = Phrase(
    "그 밖에 {papers}은 /논문 검색 {query} 정렬:최신 으로 볼 수 있습니다.",
    "{papers} more: /paper search {query} sort:date",
)
MANAGE = Phrase("팔로우 관리", "What I follow")
UNREPORTED = Phrase(
    "팔로우 알림을 보내지 못해 멈췄습니다. {failure} 고친 뒤 /팔로우 목록에서 ‘다시 받기’를 누르면 밀린 논문부터 알려 드립니다.",
    "Alerts could not be sent and are paused. {failure} Mend that, then press “Resume” in /follow list; what waited comes first.",
)
