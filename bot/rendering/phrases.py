"""What every feature says, in Korean and in English."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from bot.rendering.language import Language, Phrase

STATE_UNAVAILABLE = Phrase(
    "저장해 둔 내용을 지금 읽거나 쓸 수 없습니다. 바뀐 것은 없으니 잠시 뒤 다시 해 주세요.",
    "What the bot stores for you cannot be reached right now. Nothing was changed; please try again in a moment.",
)

# The first reply
FIRST_TIME = Phrase("처음 오셨군요.", "New here?")
FIRST_TIME_ASK = Phrase(
    "저를 멘션하거나 DM을 보내 편하게 물어보셔도 됩니다. 할 수 있는 일은 /도움말에 있습니다.",
    "You can also mention me or write me a direct message and just ask. /help shows what I can do.",
)
FIRST_TIME_ASK_THIS = Phrase(
    "저를 멘션하거나 DM을 보내 “{question}”처럼 편하게 물어보셔도 됩니다. 할 수 있는 일은 /도움말에 있습니다.",
    "You can also mention me or write me a direct message and just ask: “{question}” /help shows what I can do.",
)

SINCE = Phrase("{since}부터", "since {since}")
UNTIL = Phrase("{until}까지", "until {until}")
FROM_TO = Phrase("{since} ~ {until}", "{since} to {until}")

_WEEKDAYS: Mapping[Language, str] = {"ko": "월화수목금토일", "en": "MonTueWedThuFriSatSun"}


def long_day(day: date, language: Language) -> str:
    """2024년 2월 14일 (수) · Wed 14 Feb 2024"""
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일 ({_WEEKDAYS['ko'][day.weekday()]})"
    month = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * (day.month - 1) :][:3]
    return f"{_WEEKDAYS['en'][3 * day.weekday() :][:3]} {day.day} {month} {day.year}"


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def date_range(since: date | None, until: date | None, language: Language) -> str:
    """2025년 5월 · May 2025; a day, a year and other times likewise, and "" without an end."""
    if since and until:
        if since == until:
            return long_day(since, language)
        if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31) and since.year == until.year:
            return f"{since.year}년" if language == "ko" else f"{since.year}"
        if (
            since.day == 1
            and (until + timedelta(days=1)).day == 1
            and (since.year, since.month) == (until.year, until.month)
        ):
            return f"{since.year}년 {since.month}월" if language == "ko" else f"{_MONTHS[since.month - 1]} {since.year}"
        return FROM_TO.say(language, since=short_day(since, language), until=short_day(until, language))
    if since:
        return SINCE.say(language, since=short_day(since, language))
    return UNTIL.say(language, until=short_day(until, language)) if until else ""


def short_day(day: date, language: Language) -> str:
    """2024년 2월 14일 · 14 Feb 2024"""
    return long_day(day, language).rpartition(" ")[0] if language == "ko" else long_day(day, language).partition(" ")[2]


def count(number: int, language: Language, one: str, many: str, counter: str) -> str:
    """`3편` · `3 papers` · `1 paper`"""
    return f"{number:,}{counter}" if language == "ko" else f"{number:,} {one if number == 1 else many}"


def papers(number: int, language: Language) -> str:
    return count(number, language, "paper", "papers", "편")


def times(number: int, language: Language) -> str:
    """`3번` · `3 times` · `once`"""
    return "once" if number == 1 and language == "en" else count(number, language, "time", "times", "번")


EMPTY_CORPUS = Phrase(
    "아직 논문이 없습니다. 관리자가 다이제스트 폴더를 설정하고 /코퍼스 새로읽기를 실행하면 채워집니다.",
    "There are no papers yet. They come once an admin has set a folder of digests and run /corpus reload.",
)

# How old the newest digest is
NEWEST = Phrase("가장 최근 다이제스트: {day}", "Newest digest: {day}")
NEWEST_YESTERDAY = Phrase("가장 최근 다이제스트: 어제 ({day})", "Newest digest: yesterday ({day})")
NEWEST_AGO = Phrase("가장 최근 다이제스트: {days}일 전 ({day})", "Newest digest: {days} days ago ({day})")

VOTES = Phrase("추천 {votes}", "{votes} votes")
ONE_VOTE = Phrase("추천 1", "1 vote")
VOTES_UNKNOWN = Phrase("추천 수 없음", "no votes given")
MORE_AUTHORS = Phrase("외 {count}명", "and {count} more")
NO_AUTHORS = Phrase("저자 정보 없음", "authors not given")
ALSO_ON = Phrase("다른 날: {days}", "also on {days}")
QUOTED = Phrase("“{text}”", "“{text}”")
NO_POINTS = Phrase("다이제스트에 요약이 없는 논문입니다.", "The digest has no summary of this paper.")
RANGE = Phrase("{first}–{last}번째", "{first}–{last}")
KOREAN_SUMMARIES = Phrase("", "Summaries are in Korean; each title links to the paper in English.")
KOREAN_SUMMARY = Phrase("", "The summary is in Korean; the title links to the paper in English.")


SECTION_NAMES: Mapping[str, str] = {
    "What's New": "새로운 점",
    "Technical Details": "기술 내용",
    "Performance Highlights": "성능",
    "Limitations": "한계",
    "Dataset": "데이터셋",
}


_ENGLISH_SECTIONS = {korean: english for english, korean in SECTION_NAMES.items()}


MODEL_SUMMARY = Phrase(
    "모델 요약 · {model} 모델이 초록을 읽고 썼습니다. 틀린 내용이 있을 수 있습니다.",
    "Model summary · written by {model} from the abstract. It may be wrong.",
)
BY_MODEL = Phrase("모델 요약", "model summary")
SUSPICIOUS = Phrase(
    "⚠ 아래 요약은 다른 논문의 것일 수 있습니다. 제목과 겹치는 내용이 없습니다.",
    "⚠ This summary may belong to another paper: it has nothing in common with the title.",
)


# Buttons
PREVIOUS_PAGE = Phrase("이전", "Previous")
NEXT_PAGE = Phrase("다음", "Next")
OPEN = Phrase("열기", "Open")


JUMP = Phrase("논문 골라 열기", "Open a paper")


# Errors
NO_PERMISSION = Phrase(
    "이 명령은 서버 관리 권한이 있는 분만 쓸 수 있습니다.",
    "Only members with the Manage Server permission can do this.",
)
SERVER_ONLY = Phrase("이 명령은 서버 안에서만 쓸 수 있습니다.", "This command works only inside a server.")
STALE_BUTTON = Phrase(
    "오래된 버튼이라 더는 쓸 수 없습니다. 명령을 다시 실행해 주세요.",
    "This button is out of date. Please run the command again.",
)
BROKEN = Phrase(
    "처리하지 못했습니다. 잠시 뒤 다시 해 주세요. 계속되면 관리자에게 시각({time})을 알려 주세요.",
    "Something went wrong. Please try again in a moment; if it goes on, tell an admin the time ({time}).",
)
DATABASE_BUSY = Phrase(
    "논문 데이터베이스를 지금 읽을 수 없습니다. 잠시 뒤 다시 해 주세요.",
    "The paper database cannot be read right now. Please try again in a moment.",
)
TOOK_TOO_LONG = Phrase(
    "시간이 너무 오래 걸려 멈췄습니다. 조금 뒤 다시 해 주세요.",
    "That took too long and was stopped. Please try again later.",
)
CROWDED = Phrase(
    "지금 요청이 한꺼번에 몰려 답하지 못했습니다. 잠시 뒤 다시 해 주세요.",
    "So many requests came in at once that I could not get to this one. Please try again in a moment.",
)
STALE_COMMAND = Phrase(
    "명령이 바뀌었습니다. Discord를 새로고침(Ctrl+R)한 뒤 다시 실행해 주세요.",
    "This command has changed. Reload Discord (Ctrl+R) and run it again.",
)
UNSEEN_CHANNEL = Phrase(
    "봇이 볼 수 없는 채널입니다. 봇을 이 서버에 초대하고 ‘채널 보기’ 권한을 준 뒤 다시 해 주세요.",
    "The bot cannot see that channel. Invite it to this server, let it view the channel, then try again.",
)
BAD_OPTION = Phrase(
    "입력값을 이해하지 못했습니다. 자동 완성 목록에서 골라 주세요.",
    "That value was not understood. Pick one from the suggestions.",
)


def section_name(label: str, language: Language) -> str:
    """The name of a summary's section; the common ones are translated."""
    return SECTION_NAMES.get(label, label) if language == "ko" else _ENGLISH_SECTIONS.get(label, label)
