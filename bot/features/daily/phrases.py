"""What /daily says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_DAILY = Phrase("데일리", "daily")
OPT_DATE = Phrase("날짜", "date")
ABOUT_DAILY = Phrase("그날 올라온 논문을 추천순으로 봅니다", "A day's papers, most voted first")
ABOUT_DATE = Phrase(
    "2024-02-14, 2.14, 어제, 지난주 금요일… 비워 두면 가장 최근 날",
    "2024-02-14, 14 Feb, yesterday, last Friday …; empty: the newest day",
)
# Days
DAY_TITLE = Phrase("{day} 논문 {papers}", "{day} · {papers}")
NO_DIGEST = Phrase("{day}에는 다이제스트가 없습니다.", "There is no digest for {day}.")
NEAREST_BOTH = Phrase("가까운 날: {previous}, {next}", "The nearest days with one are {previous} and {next}.")
NEAREST_ONE = Phrase("가장 가까운 날: {day}", "The nearest day with one is {day}.")
BAD_DATE = Phrase(
    "‘{text}’에서 날짜를 읽지 못했습니다. {nearest}, 2.14, 어제, 지난주 금요일처럼 적어 주세요.",
    "“{text}” is not a date I know. Write it like {nearest}, 14 Feb, yesterday or last Friday.",
)
NOT_ONE_DAY = Phrase(
    "‘{text}’: 하루보다 긴 기간입니다. 그 기간의 논문은 /인기 주간, /인기 월간, /인기 연간에서 볼 수 있습니다.",
    "“{text}” is more than one day. /top week, /top month and /top year show the papers of a longer time.",
)
IMPOSSIBLE_DATE = Phrase(
    "‘{text}’ 날짜는 달력에 없습니다. 다이제스트가 있는 가까운 날은 {nearest}입니다.",
    "“{text}” is not in the calendar; the nearest day with a digest is {nearest}.",
)
HELP_DAILY = Phrase("/데일리, /데일리 {day}", "/daily, /daily {day}")
BACK_TO_DAY = Phrase("← {text}", "← {text}")
