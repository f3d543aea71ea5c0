"""What /trends says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_TRENDS = Phrase("추이", "trends")
OPT_TERMS = Phrase("용어", "term")
OPT_MONTHS = Phrase("개월", "months")
ABOUT_TRENDS = Phrase(
    "용어를 다룬 논문이 달마다 몇 편인지 그래프로 봅니다", "Chart how many papers a month speak of a term"
)
ABOUT_TERMS = Phrase(
    "쉼표로 나눈 용어 4개까지. 비워 두면 최근 늘어난 용어", "Up to four, with commas; empty: the terms on the rise"
)
ABOUT_MONTHS = Phrase("최근 몇 개월 (1~24, 기본 12)", "The last so many months (1 to 24, else 12)")
HELP_TRENDS = Phrase("/추이 확산 모델, 강화학습", "/trends diffusion model, LLM")

TITLE = Phrase("월별 논문 수: {terms}", "Papers a month: {terms}")
PERIOD = Phrase(
    "{months} · 논문마다 처음 실린 달에 한 번 셉니다",
    "{months} · each paper counts once, in the month it first appeared",
)
TERM_LINE = Phrase(": {papers}, 전체의 {share}%", ": {papers}, {share}% of all")
ALSO = Phrase("{terms} 포함", "also counts {terms}")
SCATTERED = Phrase("낱말이 모두 나오는 논문", "papers with all these words")
TABLE_HEAD = Phrase(
    "월: 편수 (그 달 논문 중 비율) / 그 달 전체", "Month: papers (share of the month) / all of the month"
)
TABLE_HEAD_MANY = Phrase(
    "월: 위 순서대로 편수 (그 달 논문 중 비율) / 그 달 전체",
    "Month: papers (share of the month) in the order above / all of the month",
)
TABLE_ROW = Phrase("{month}: {counts} / {papers}", "{month}: {counts} / {papers}")
TABLE_GAP = Phrase("{months}: 다이제스트 없음", "{months}: no digests")
ALT = Phrase("월별 논문 수 그래프, {months}. ", "Line chart of papers a month, {months}. ")
ALT_TERM = Phrase("{term}: {counts}. ", "{term}: {counts}. ")
ALT_TOTAL = Phrase("전체: {counts}.", "All papers: {counts}.")

CHART_TITLE = Phrase("용어를 다룬 월별 논문 수", "Papers a month that speak of a term")
CHART_SUBTITLE = Phrase(
    "맨 아래는 그 달의 전체 논문 수 (–: 다이제스트 없음)", "Bottom row: all papers of that month (–: no digests)"
)
CHART_TOTAL = Phrase("전체", "all")
CHART_YEAR = Phrase("{year}년", "{year}")

RISES_TITLE = Phrase("최근 늘어난 용어", "Terms on the rise")
RISES_PERIOD = Phrase(
    "{lately_months} 논문 {lately}을 그 앞 {earlier_months} 논문 {before}과 비교했습니다",
    "{lately} of {lately_months}, beside {before} of {earlier_months}",
)
PERIOD_OF = Phrase("{first} ~ {last}", "{first} to {last}")
RISE_TIMES = Phrase("{before}% → {lately}%", "{before}% → {lately}%")
RISE_COUNTS = Phrase(" · 최근 {papers}", " · {papers} lately")
NO_RISES = Phrase(
    "최근 뚜렷하게 늘어난 용어가 없습니다. 용어를 적으면 그래프로 보여 드립니다. 예: /추이 확산 모델",
    "No term has clearly risen lately. Give a term to see its chart, for example: /trends diffusion model",
)
NOTHING_TO_COMPARE = Phrase(
    "비교할 만큼 여러 달의 논문이 없습니다. 용어를 적으면 그래프로 보여 드립니다. 예: /추이 확산 모델",
    "There are too few months with papers to compare. Give a term for its chart, for example: /trends diffusion model",
)

TOO_MANY = Phrase(
    "용어는 4개까지 비교할 수 있습니다. {count}개를 적으셨습니다.",
    "Up to four terms can be compared; you gave {count}.",
)
TOO_LONG = Phrase("용어는 하나에 {limit}자까지 쓸 수 있습니다.", "A term can have up to {limit} characters.")
NO_WORD = Phrase(
    "‘{text}’에는 셀 수 있는 낱말이 없습니다. 한글이나 영어 용어를 적어 주세요. 예: 확산 모델",
    "There is no word to count in “{text}”. Give a term in Korean or English, for example: diffusion model",
)
BAD_MONTHS = Phrase(
    "개월 수는 1에서 24까지입니다. 가장 가까운 값은 {nearest}입니다.", "Months go from 1 to 24; try {nearest}."
)
UNKNOWN = Phrase(
    "‘{term}’ 용어를 다룬 논문이 없습니다. 용어를 비워 두면 최근 늘어난 용어를 골라 볼 수 있습니다.",
    "No paper speaks of “{term}”. Leave the term empty to pick from those on the rise.",
)
UNKNOWN_NEAREST = Phrase(
    "‘{term}’ 용어를 다룬 논문이 없습니다. ‘{nearest}’ 용어를 찾으셨나요?",
    "No paper speaks of “{term}”. Did you mean “{nearest}”?",
)
SAME = Phrase("‘{term}’ 용어는 ‘{other}’ 용어와 함께 셌습니다.", "“{term}” is counted with “{other}”.")

MONTHS = Phrase("{months}개월", "{months} months")
PICK = Phrase("그래프로 볼 용어를 고르세요 (4개까지)", "Chart up to four of these terms")
RISES = Phrase("최근 늘어난 용어", "Terms on the rise")
