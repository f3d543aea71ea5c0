"""What replies say, in Korean and in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = Literal["ko", "en"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One text in both languages, with `{named}` places for values."""

    ko: str
    en: str

    def say(self, language: Language, **values: object) -> str:
        return (self.ko if language == "ko" else self.en).format_map(values)


def language_of(locale: str) -> Language:
    """The language for a Discord locale ("ko", "en-US") or a POSIX one ("ko_KR.UTF-8"): Korean, else English."""
    return "ko" if locale.lower().startswith("ko") else "en"


_WEEKDAYS: Mapping[Language, str] = {"ko": "월화수목금토일", "en": "MonTueWedThuFriSatSun"}


def long_day(day: date, language: Language) -> str:
    """2024년 2월 14일 (수) · Wed 14 Feb 2024"""
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일 ({_WEEKDAYS['ko'][day.weekday()]})"
    month = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * (day.month - 1) :][:3]
    return f"{_WEEKDAYS['en'][3 * day.weekday() :][:3]} {day.day} {month} {day.year}"


def count(number: int, language: Language, one: str, many: str, counter: str) -> str:
    """`3편` · `3 papers` · `1 paper`"""
    return f"{number:,}{counter}" if language == "ko" else f"{number:,} {one if number == 1 else many}"


def papers(number: int, language: Language) -> str:
    return count(number, language, "paper", "papers", "편")


# Search
RESULTS_TITLE = Phrase("‘{query}’ 검색 결과", "Results for “{query}”")
RESULTS_LINE = Phrase("논문 {total} · {page} · {took}", "{total} · {page} · {took}")
RESULTS_LINE_ONE_PAGE = Phrase("논문 {total} · {took}", "{total} · {took}")
EMPTY_QUERY = Phrase(
    "무엇을 찾을지 적어 주세요. 예: 강화학습 로봇, diffusion video, 2402.08609",
    "Say what to look for, for example: diffusion video, 강화학습 로봇, 2402.08609",
)
ONLY_QUESTION_WORDS = Phrase(
    "‘{query}’만으로는 찾을 수 없습니다. 주제나 논문 이름을 넣어 주세요. 예: 강화학습 논문 찾아줘",
    "“{query}” alone says too little. Add a topic or a paper's name, for example: papers on reinforcement learning",
)
NOTHING_TO_SEARCH = Phrase(
    "‘{query}’에는 검색할 글자가 없습니다. 한글이나 영어 낱말로 적어 주세요.",
    "There is no word to search for in “{query}”. Use Korean or English words.",
)
NO_MATCH = Phrase(
    "‘{query}’ 검색 결과가 없습니다. 더 짧게 쓰거나 영어 용어로 바꿔 보세요.",
    "Nothing matches “{query}”. Try fewer words, or the term in the other language.",
)
CORRECTED = Phrase("‘{searched}’ 표기로 검색했습니다.", "Searched for “{searched}”.")
MALFORMED = Phrase(
    "‘{text}’ 조건을 이해하지 못해 글자 그대로 찾았습니다. 조건은 date:2024-02, votes:>20, sort:votes처럼 적어 주세요.",
    "“{text}” is no condition that I know, so it was searched as text. Write date:2024-02, votes:>20 or sort:votes.",
)
LITERAL = Phrase("입력한 그대로 검색", "Search just what I typed")
NO_SUCH_PAGE = Phrase("그 쪽은 없습니다. 마지막은 {pages}쪽입니다.", "There is no such page; the last one is {pages}.")
EMPTY_CORPUS = Phrase(
    "아직 논문이 없습니다. 관리자가 다이제스트 폴더를 설정하고 /corpus reload를 실행하면 채워집니다.",
    "There are no papers yet. They come once an admin has set a folder of digests and run /corpus reload.",
)
QUERY_SHORTENED = Phrase(
    "검색어가 길어 앞의 {limit}자만 사용했습니다.", "The query was long; only its first {limit} characters were used."
)
CLOSEST_TITLES = Phrase(
    "제목이 ‘{query}’인 논문은 없습니다. 가장 가까운 논문입니다.",
    "No paper is titled “{query}”. These come closest.",
)

# A paper
UNKNOWN_ID = Phrase(
    "{arxiv_id} 논문은 수록되어 있지 않습니다. arXiv에서 보기: {url}",
    "{arxiv_id} is not among the papers here. On arXiv: {url}",
)
UNKNOWN_ID_NEAREST = Phrase(
    "{arxiv_id} 논문은 수록되어 있지 않습니다. 가장 가까운 번호는 {nearest}(‘{title}’)입니다. arXiv에서 보기: {url}",
    "{arxiv_id} is not among the papers here; the closest id is {nearest} (“{title}”). On arXiv: {url}",
)
PAPER_GONE = Phrase(
    "{arxiv_id} 논문은 이제 수록되어 있지 않습니다. arXiv에서 보기: {url}",
    "{arxiv_id} is no longer among the papers here. On arXiv: {url}",
)
EMPTY_PAPER = Phrase(
    "어느 논문을 볼지 적어 주세요. arXiv 번호, 링크, 제목을 쓸 수 있습니다. 예: 2402.08609",
    "Say which paper: an arXiv id, a link or a title, for example 2402.08609",
)
VOTES = Phrase("추천 {votes}", "{votes} votes")
ONE_VOTE = Phrase("추천 1", "1 vote")
VOTES_UNKNOWN = Phrase("추천 수 모름", "votes unknown")
MORE_AUTHORS = Phrase("외 {count}명", "and {count} more")
NO_AUTHORS = Phrase("저자 정보 없음", "authors not given")
ALSO_ON = Phrase("다른 날: {days}", "also on {days}")
NO_POINTS = Phrase("다이제스트에 요약이 없는 논문입니다.", "The digest has no summary of this paper.")
PAGE_OF = Phrase("{page}/{pages}쪽", "page {page} of {pages}")
LINK_ARXIV = Phrase("arXiv", "arXiv")
LINK_PDF = Phrase("PDF", "PDF")
LINK_HUGGING_FACE = Phrase("Hugging Face", "Hugging Face")
LINK_VIDEO = Phrase("영상", "Video")
SECTION_NAMES: Mapping[str, str] = {
    "What's New": "새로운 점",
    "Technical Details": "기술 내용",
    "Performance Highlights": "성능",
    "Limitations": "한계",
    "Dataset": "데이터셋",
}

# Days
DAY_TITLE = Phrase("{day} 논문 {papers}", "{day} · {papers}")
TOP_TITLES: Mapping[str, Phrase] = {
    "week": Phrase("주간 인기 논문 · {since} ~ {until}", "Top papers of the week · {since} to {until}"),
    "month": Phrase("{since:%Y}년 {since.month}월 인기 논문", "Top papers of {since:%Y-%m}"),
    "year": Phrase("{since:%Y}년 인기 논문", "Top papers of {since:%Y}"),
    "all": Phrase("전체 기간 인기 논문 · {since} ~ {until}", "Top papers of all time · {since} to {until}"),
}
TOP_LINE = Phrase("논문 {total} 중 추천 상위 · {page}", "most votes of {total} · {page}")
NO_TOP = Phrase(
    "{since} ~ {until}에는 논문이 없습니다. 논문이 있는 가장 가까운 날: {nearest}",
    "There are no papers from {since} to {until}. The nearest days with some: {nearest}",
)
NO_DIGEST = Phrase("{day}에는 다이제스트가 없습니다.", "There is no digest for {day}.")
NEAREST_BOTH = Phrase("가까운 날: {previous}, {next}", "The nearest days with one are {previous} and {next}.")
NEAREST_ONE = Phrase("가장 가까운 날: {day}", "The nearest day with one is {day}.")
BAD_DATE = Phrase(
    "‘{text}’ 날짜를 알 수 없습니다. {nearest}, 2.14, 오늘, 어제처럼 적어 주세요.",
    "“{text}” is not a date I know. Write it like {nearest}, 2.14, today or yesterday.",
)
IMPOSSIBLE_DATE = Phrase(
    "‘{text}’ 날짜는 달력에 없습니다. 다이제스트가 있는 가까운 날은 {nearest}입니다.",
    "“{text}” is not in the calendar; the nearest day with a digest is {nearest}.",
)

# Questions
ANSWER_TITLE = Phrase("‘{query}’에 답하는 요약", "What the summaries say on “{query}”")
EMPTY_QUESTION = Phrase(
    "무엇이 궁금한지 적어 주세요. 예: MoE가 강화학습에 도움이 되나요?",
    "Ask something, for example: does mixture of experts help reinforcement learning?",
)

NO_ANSWER = Phrase(
    "‘{query}’에 답하는 문장을 찾지 못했습니다. 가장 가까운 논문입니다.",
    "No summary answers “{query}”. These papers come closest.",
)
NO_ANSWER_NEAR = Phrase("‘{query}’에 답하는 문장을 찾지 못했습니다.", "No summary answers “{query}”.")

# Similar papers and terms
SIMILAR_TITLE = Phrase("비슷한 논문", "Similar papers")
NOTHING_SIMILAR = Phrase("이 논문과 비슷한 논문이 없습니다.", "No other paper here is like this one.")
SUSPICIOUS = Phrase(
    "⚠ 아래 요약은 다른 논문의 것일 수 있습니다. 제목과 겹치는 내용이 없습니다.",
    "⚠ This summary may belong to another paper: it has nothing in common with the title.",
)
TERM_TITLE = Phrase("‘{term}’ 용어", "The term “{term}”")
TERM_LINE = Phrase(
    "{term} — 다이제스트에 {mentions}번, 확신 {confidence}%",
    "{term} — {mentions} times in the digests, {confidence}% sure",
)
TERM_LINE_LEARNT = Phrase(
    "{term} — 같은 논문에 함께 나옴, 확신 {confidence}%", "{term} — used for the same papers, {confidence}% sure"
)
TERM_UNKNOWN = Phrase("다른 언어로 적힌 예가 없습니다.", "The digests do not give it in the other language.")
TERM_UNKNOWN_NEAREST = Phrase(
    "다른 언어로 적힌 예가 없습니다. ‘{nearest}’ 용어를 찾으셨나요?",
    "The digests do not give it in the other language. Did you mean “{nearest}”?",
)
NO_TERM_NEAREST = Phrase(
    "‘{term}’ 용어는 나오지 않습니다. ‘{nearest}’ 용어를 찾으셨나요?",
    "“{term}” occurs nowhere. Did you mean “{nearest}”?",
)
TERM_PAPERS = Phrase("이 용어의 논문", "Papers on it")
EMPTY_TERM = Phrase("용어를 적어 주세요. 예: 강화학습", "Give a term, for example: diffusion model")

# The corpus
RELOAD_TITLE = Phrase("다이제스트를 다시 읽었습니다", "Digests reloaded")
RELOAD_FILES = Phrase("파일: {read}개 읽음, {unchanged}개 그대로", "Files: {read} read, {unchanged} unchanged")
RELOAD_PAPERS = Phrase(
    "논문: {added}편 추가, {updated}편 갱신, {removed}편 삭제",
    "Papers: {added} added, {updated} updated, {removed} removed",
)
WARNINGS_TITLE = Phrase("경고 {count}건", "Warnings: {count}")
WARNINGS_MORE = Phrase(
    "외 {count}건. 서버에서 paperbot check로 모두 볼 수 있습니다.",
    "and {count} more; paperbot check lists all of them.",
)
RELOAD_BUSY = Phrase(
    "이미 다시 읽는 중입니다. 끝나면 새 논문이 바로 검색됩니다.",
    "A reload is already running; new papers can be found as soon as it ends.",
)
RELOAD_WAIT = Phrase(
    "다시 읽기는 1분에 한 번만 됩니다. {seconds}초 뒤에 다시 해 주세요.",
    "Reloading is possible once a minute. Try again in {seconds} s.",
)
RELOAD_FAILED = Phrase(
    "다시 읽지 못했습니다. 기존 논문은 그대로 검색됩니다. 이유: {reason}",
    "The reload failed; search goes on with the papers as they were. Reason: {reason}",
)
STATUS_TITLE = Phrase("코퍼스 상태", "Corpus status")
STATUS_PAPERS = Phrase("논문 {papers}편, {days}일", "{papers} papers on {days} days")
STATUS_PERIOD = Phrase("기간: {first} ~ {last}", "From {first} to {last}")
STATUS_FILES = Phrase("다이제스트 파일: {files}개, 경고 {warnings}건", "Digest files: {files}, warnings: {warnings}")
STATUS_LOADED = Phrase("마지막으로 읽은 때: {time}", "Loaded: {time}")
STATUS_RELOADING = Phrase("지금 다시 읽는 중입니다.", "A reload is running.")

# Buttons
PREVIOUS_PAGE = Phrase("이전", "Previous")
NEXT_PAGE = Phrase("다음", "Next")
OPEN = Phrase("열기", "Open")
OPEN_NUMBER = Phrase("{number}번 열기", "Open {number}")
SIMILAR_TO = Phrase("비슷한 논문", "More like this")
SIMILAR_TO_NUMBER = Phrase("{number}번과 비슷한 논문", "More like {number}")
SAVE = Phrase("저장", "Save")
JUMP = Phrase("논문 골라 열기", "Open a paper")
BACK: Mapping[str, Phrase] = {
    "results": Phrase("← 검색 결과", "← Results"),
    "day": Phrase("← {text}", "← {text}"),
    "top": Phrase("← 인기 논문", "← Top papers"),
    "similar": Phrase("← 비슷한 논문", "← Similar papers"),
    "ask": Phrase("← 답변", "← Answers"),
    "term": Phrase("← 용어", "← Term"),
    "listed": Phrase("← 논문 목록", "← Papers"),
}

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
STALE_COMMAND = Phrase(
    "명령이 바뀌었습니다. 디스코드를 새로고침(Ctrl+R)한 뒤 다시 실행해 주세요.",
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
    return SECTION_NAMES.get(label, label) if language == "ko" else label
