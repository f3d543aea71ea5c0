"""What /top says, in Korean and in English."""

from __future__ import annotations

from collections.abc import Mapping

from bot.features.top.span import Period
from bot.rendering.language import Phrase

CMD_TOP = Phrase("인기", "top")
CMD_PERIODS: Mapping[Period, Phrase] = {
    "week": Phrase("주간", "week"),
    "month": Phrase("월간", "month"),
    "year": Phrase("연간", "year"),
    "all": Phrase("전체", "all"),
}

ABOUT_TOP = Phrase("추천을 많이 받은 논문을 봅니다", "The papers with the most votes")
ABOUT_PERIODS: Mapping[Period, Phrase] = {
    "week": Phrase("한 주 동안 추천을 많이 받은 논문", "A week's papers, most voted first"),
    "month": Phrase("한 달 동안 추천을 많이 받은 논문", "A month's papers, most voted first"),
    "year": Phrase("한 해 동안 추천을 많이 받은 논문", "A year's papers, most voted first"),
    "all": Phrase("지금까지 추천을 가장 많이 받은 논문", "All papers, most voted first"),
}
ABOUT_DATE_IN = Phrase(
    "그 기간에 든 날: 2024-02-14, 2024-02, 어제… 비워 두면 가장 최근",
    "A day in it: 2024-02-14, 2024-02, yesterday …; empty: the newest",
)

TOP_TITLES: Mapping[str, Phrase] = {
    "week": Phrase("주간 인기 논문 · {since} ~ {until}", "Top papers of the week · {since} to {until}"),
    "month": Phrase("{since:%Y}년 {since.month}월 인기 논문", "Top papers of {since:%B %Y}"),
    "year": Phrase("{since:%Y}년 인기 논문", "Top papers of {since:%Y}"),
    "all": Phrase("전체 기간 인기 논문 · {since} ~ {until}", "Top papers of all time · {since} to {until}"),
}
TOP_LINE = Phrase("논문 {total} 중 추천이 많은 순", "{total}, most voted first")
NO_TOP = Phrase(
    "{since} ~ {until}에는 논문이 없습니다. 논문이 있는 가장 가까운 날: {nearest}",
    "There are no papers from {since} to {until}. The nearest days with some: {nearest}",
)

HELP_TOP = Phrase("/인기 주간, /인기 월간 {day}", "/top week, /top month {day}")
BACK_TO_TOP = Phrase("← 인기 논문", "← Top papers")
