"""What /trends says, in Korean and in English."""

from __future__ import annotations

from bot.rendering.language import Phrase

CMD_TRENDS = Phrase("추이", "trends")
OPT_TERMS = Phrase("용어", "term")
OPT_MONTHS = Phrase("개월", "months")
ABOUT_TRENDS = Phrase(
    "용어를 다룬 논문의 비율을 월별 그래프로 봅니다", "Chart the share of each month's papers that mention a term"
)
ABOUT_TERMS = Phrase(
    "쉼표로 나눈 용어 4개까지. 비워 두면 요즘 뜨는 용어", "Up to four, with commas; empty: the terms on the rise"
)
ABOUT_MONTHS = Phrase("최근 몇 개월 (1~24, 기본 12)", "The last so many months (1 to 24, else 12)")
HELP_TRENDS = Phrase("/추이, /추이 {topic}", "/trends, /trends {topic}")

TITLE = Phrase("{terms} 추이", "Trend of {terms}")
PERIOD = Phrase(
    "{period} · 같은 논문은 처음 나온 달에만 셉니다",
    "{period} · each paper counts once, in the month it first appeared",
)
PERIOD_OF = Phrase("{first} ~ {last}", "{first} to {last}")
UP_TO = Phrase("{month} {day}일까지", "up to {day} {month}")
UP_TO_YEAR = Phrase("{year}년 {month} {day}일까지", "up to {day} {month} {year}")
TERM_LINE = Phrase(": {papers}, 전체의 {share}%", ": {papers}, {share}% of all")
RISING = Phrase(
    " · 최근 {months}개월 늘고 있음 ({before}% → {lately}%)",
    " · rising in the last {months} months ({before}% → {lately}%)",
)
FALLING = Phrase(
    " · 최근 {months}개월 줄고 있음 ({before}% → {lately}%)",
    " · falling in the last {months} months ({before}% → {lately}%)",
)
ALSO = Phrase("{terms} 포함", "also counts {terms}")
SCATTERED = Phrase("낱말이 모두 나오는 논문", "papers with all these words")

NUMBERS_TITLE = Phrase("월별 논문 수: {terms}", "Papers by month: {terms}")
TABLE_HEAD = Phrase("월: {terms} / 그달의 논문", "Month: {terms} / papers of the month")
TABLE_ROW = Phrase(": {counts} / {papers}", ": {counts} / {papers}")
TABLE_GAP = Phrase(": 다이제스트 없음", ": no digests")
ALT = Phrase(
    "그달 논문 중 용어를 다룬 논문의 비율(%) 그래프, {period}. ",
    "Line chart of the share of each month's papers that mention a term (%), {period}. ",
)
ALT_TERM = Phrase("{term}: {shares}. ", "{term}: {shares}. ")
ALT_TOTAL = Phrase("그달의 논문 수: {counts}.", "Papers of the month: {counts}.")

CHART_TITLE = Phrase("용어를 다룬 논문의 월별 비율", "Share of papers that mention a term")
CHART_SUBTITLE = Phrase(
    "그달에 처음 나온 논문 중 % · 맨 아래는 그달의 논문 수",
    "% of each month's new papers · bottom row: all of them",
)
CHART_SUBTITLE_GAPS = Phrase(
    "그달에 처음 나온 논문 중 % · 맨 아래는 그달의 논문 수 (–: 다이제스트 없음)",
    "% of each month's new papers · bottom row: all of them (–: no digests)",
)
CHART_COUNT = Phrase("{count:,}편", "n = {count:,}")
CHART_TOTAL = Phrase("논문 수", "papers")
CHART_YEAR = Phrase("{year}년", "{year}")

RISES_TITLE = Phrase("요즘 뜨는 용어", "Terms on the rise")
RISES_PERIOD = Phrase(
    "{lately_months} 논문 {lately}을 이전 {earlier_months} 논문 {before}과 비교했습니다",
    "{lately} of {lately_months}, compared with {before} of {earlier_months}",
)
RISE_TIMES = Phrase("{before}% → {lately}%", "{before}% → {lately}%")
RISE_COUNTS = Phrase(" · 최근 {papers}", " · {papers} lately")
NO_RISES = Phrase(
    "요즘 뚜렷하게 뜨는 용어가 없습니다. 용어를 적으면 그래프로 보여 드립니다.",
    "No term has clearly risen lately. Give a term to see its chart.",
)
NOTHING_TO_COMPARE = Phrase(
    "비교할 만큼 여러 달의 논문이 없습니다. 용어를 적으면 그래프로 보여 드립니다.",
    "There are too few months with papers to compare. Give a term to see its chart.",
)

TOO_MANY = Phrase(
    "용어는 4개까지 비교할 수 있습니다. {count}개를 적으셨습니다.",
    "Up to four terms can be compared; you gave {count}.",
)
TOO_LONG = Phrase("용어는 하나에 {limit}자까지 쓸 수 있습니다.", "A term can have up to {limit} characters.")
NO_WORD = Phrase(
    "‘{text}’에는 셀 수 있는 낱말이 없습니다. 한글이나 영어 용어를 적어 주세요.",
    "There is no word to count in “{text}”. Give a term in Korean or English.",
)
BAD_MONTHS = Phrase(
    "개월 수는 1에서 24까지입니다. 가장 가까운 값은 {nearest}입니다.", "Months go from 1 to 24; try {nearest}."
)
UNKNOWN = Phrase(
    "‘{term}’ 용어를 다룬 논문이 없습니다. 용어를 비워 두면 요즘 뜨는 용어를 골라 볼 수 있습니다.",
    "No paper mentions “{term}”. Leave the term empty to pick from those on the rise.",
)
UNKNOWN_NEAREST = Phrase(
    "‘{term}’ 용어를 다룬 논문이 없습니다. ‘{nearest}’ 용어를 찾으셨나요?",
    "No paper mentions “{term}”. Did you mean “{nearest}”?",
)
SPELLED = Phrase("‘{term}’을(를) ‘{other}’(으)로 고쳐 셌습니다.", "Counted “{other}” in place of “{term}”.")
SAME = Phrase("‘{term}’ 용어는 ‘{other}’ 용어와 함께 셌습니다.", "“{term}” is counted with “{other}”.")

MONTHS = Phrase("{months}개월", "{months} months")
PICK = Phrase("그래프로 볼 용어 (4개까지)", "Chart up to four of these terms")
RISES = Phrase("요즘 뜨는 용어", "Terms on the rise")
NUMBERS = Phrase("숫자로 보기", "Numbers")
PAPERS = Phrase("논문 보기", "Papers")
PAPERS_ON = Phrase("{term} 논문", "Papers: {term}")
NEWEST_FIRST = Phrase("정렬:최신", "sort:date")
CHART = Phrase("추이", "Trend")
