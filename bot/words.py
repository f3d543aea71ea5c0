"""Every string that people see, in Korean and in English."""

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
AUTHOR_TITLE = Phrase("{author} 저자의 논문", "Papers by {author}")
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
NO_DIGEST = Phrase("{day}에는 다이제스트가 없습니다.", "There is no digest for {day}.")
NEAREST_BOTH = Phrase("가까운 날: {previous}, {next}", "The nearest days with one are {previous} and {next}.")
NEAREST_ONE = Phrase("가장 가까운 날: {day}", "The nearest day with one is {day}.")
BAD_DATE = Phrase(
    "‘{text}’ 날짜를 알 수 없습니다. 2024-02-14, 20240214, 2.14, 오늘, 어제처럼 적어 주세요.",
    "“{text}” is not a date I know. Write it like 2024-02-14, 20240214, 2.14, today or yesterday.",
)
IMPOSSIBLE_DATE = Phrase(
    "‘{text}’ 날짜는 달력에 없습니다. 2024-02-14처럼 적어 주세요.",
    "“{text}” is not in the calendar. Write the date like 2024-02-14.",
)

# Questions
ANSWER_TITLE = Phrase("‘{query}’에 답하는 요약", "What the summaries say on “{query}”")
EMPTY_QUESTION = Phrase(
    "무엇이 궁금한지 적어 주세요. 예: MoE가 강화학습에 도움이 되나요?",
    "Ask something, for example: does mixture of experts help reinforcement learning?",
)

# The corpus
RELOAD_TITLE = Phrase("다이제스트를 다시 읽었습니다", "Digests reloaded")
RELOAD_FILES = Phrase("파일: {read}개 읽음, {unchanged}개 그대로", "Files: {read} read, {unchanged} unchanged")
RELOAD_PAPERS = Phrase(
    "논문: {added}편 추가, {updated}편 갱신, {removed}편 삭제",
    "Papers: {added} added, {updated} updated, {removed} removed",
)
RELOAD_TOOK = Phrase("걸린 시간: {seconds}초", "Took {seconds} s")
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
BAD_OPTION = Phrase(
    "입력값을 이해하지 못했습니다. 자동 완성 목록에서 골라 주세요.",
    "That value was not understood. Pick one from the suggestions.",
)

# Command names: Discord takes lower case only.
CMD_PAPER = Phrase("논문", "paper")
CMD_SEARCH = Phrase("검색", "search")
CMD_SHOW = Phrase("보기", "show")
CMD_ASK = Phrase("질문", "ask")
CMD_DAILY = Phrase("데일리", "daily")
CMD_CORPUS = Phrase("코퍼스", "corpus")
CMD_RELOAD = Phrase("새로읽기", "reload")
CMD_STATUS = Phrase("상태", "status")
CMD_HELP = Phrase("도움말", "help")
OPT_QUERY = Phrase("검색어", "query")
OPT_PAPER = Phrase("논문", "paper")
OPT_QUESTION = Phrase("질문", "question")
OPT_DATE = Phrase("날짜", "date")

ABOUT_PAPER = Phrase("논문을 찾고 읽습니다", "Find papers and read them")
ABOUT_SEARCH = Phrase("논문을 검색합니다", "Search the papers")
ABOUT_SHOW = Phrase("논문 한 편의 요약을 모두 봅니다", "Read one paper's whole summary")
ABOUT_ASK = Phrase("질문에 답하는 요약 문장을 찾습니다", "Find the sentences that answer a question")
ABOUT_DAILY = Phrase("하루의 논문을 추천순으로 봅니다", "A day's papers, most votes first")
ABOUT_CORPUS = Phrase("논문 데이터를 관리합니다 (서버 관리 권한)", "Manage the papers (Manage Server permission)")
ABOUT_RELOAD = Phrase("다이제스트를 다시 읽어 새 논문을 반영합니다", "Read the digests again and take up new papers")
ABOUT_STATUS = Phrase("수록된 논문 수와 기간을 봅니다", "How many papers there are, and from when")
ABOUT_HELP = Phrase("사용법을 봅니다", "How to use this bot")
ABOUT_QUERY = Phrase("주제, 논문 이름, 저자, arXiv 번호", "A topic, a paper's name, an author or an arXiv id")
ABOUT_OPT_PAPER = Phrase("arXiv 번호, 링크, 제목", "An arXiv id, a link or a title")
ABOUT_QUESTION = Phrase("한국어나 영어 질문", "A question in Korean or English")
ABOUT_DATE = Phrase(
    "2024-02-14, 2.14, 오늘, 어제… 비워 두면 가장 최근 날",
    "2024-02-14, 2.14, today, yesterday …; empty: the newest day",
)

# Help
HELP_TITLE = Phrase("AI 논문을 찾아 드립니다", "Find AI papers")
HELP_INTRO = Phrase(
    "매일의 AI 논문 다이제스트에서 논문을 찾고, 답이 되는 문장을 보여 드립니다. 한국어와 영어를 모두 씁니다.",
    "Finds papers in daily AI digests and shows the sentence that matters. Ask in Korean or in English.",
)
HELP_FOOT = Phrase(
    "검색어에는 주제, 논문 이름, 저자, arXiv 번호나 링크를 쓸 수 있습니다.",
    "A query can be a topic, a paper's name, an author, an arXiv id or a link.",
)
_HELP: tuple[tuple[Phrase, Phrase], ...] = (
    (Phrase("/논문 검색 강화학습 로봇", "/paper search diffusion video"), ABOUT_SEARCH),
    (Phrase("/논문 보기 2402.08609", "/paper show 2402.08609"), ABOUT_SHOW),
    (Phrase("/논문 질문 MoE가 강화학습에 도움이 되나요?", "/paper ask does MoE help RL?"), ABOUT_ASK),
    (Phrase("/데일리 2024-02-14", "/daily 2024-02-14"), ABOUT_DAILY),
    (Phrase("/코퍼스 새로읽기, /코퍼스 상태", "/corpus reload, /corpus status"), ABOUT_CORPUS),
)


def help_commands(language: Language) -> list[tuple[str, str]]:
    """Each command with an example, and what it does."""
    return [(usage.say(language), about.say(language)) for usage, about in _HELP]


def section_name(label: str, language: Language) -> str:
    """The name of a summary's section; the common ones are translated."""
    return SECTION_NAMES.get(label, label) if language == "ko" else label


# Configuration
CONFIG_FILE_MISSING = Phrase("설정 파일이 없습니다.", "there is no such file.")
CONFIG_FILE_UNREADABLE = Phrase("설정 파일을 읽을 수 없습니다 ({reason}).", "the file cannot be read ({reason}).")
CONFIG_FILE_NOT_UTF8 = Phrase("UTF-8 텍스트가 아닙니다.", "the file is not UTF-8 text.")
CONFIG_FILE_NOT_TOML = Phrase("TOML 문법에 맞지 않습니다: {reason}", "the file is not valid TOML: {reason}")
CONFIG_UNKNOWN_KEY = Phrase("없는 설정입니다. 쓸 수 있는 것: {known}", "unknown setting; there are: {known}")
CONFIG_EXPECTED_STRING = Phrase("따옴표로 묶은 문자열이어야 합니다.", "expected a string in quotes.")
CONFIG_EXPECTED_LIST = Phrase(
    '문자열 목록이어야 합니다. 예: ["digests"]', 'expected a list of strings, such as ["digests"].'
)
CONFIG_EXPECTED_TABLE = Phrase("[표]여야 합니다.", "expected a [table].")
CONFIG_EXPECTED_URL = Phrase("{schemes}로 시작하는 주소여야 합니다.", "expected an address that starts with {schemes}.")
CONFIG_BAD_TOKEN = Phrase(
    "토큰에 올 수 없는 글자가 있습니다. 개발자 포털에서 다시 복사해 주세요.",
    "it has characters that no token has; copy it again from the Developer Portal.",
)
CONFIG_EMPTY = Phrase("비어 있습니다.", "must not be empty.")
CONFIG_WRONG_TYPE = Phrase("형식이 맞지 않습니다.", "has the wrong type.")
CONFIG_DIGESTS_MISSING = Phrase("다이제스트 폴더나 파일이 없습니다: {path}", "no such folder or file: {path}")
CONFIG_NO_TOKEN = Phrase(
    "봇 토큰이 없습니다. 환경 변수 DISCORD_TOKEN에 넣어 주세요. 토큰 없이 써 보려면 paperbot chat을 실행하세요.",
    "there is no bot token. Put it in the environment variable DISCORD_TOKEN. Without one, paperbot chat works.",
)
CONFIG_TOKEN_REFUSED = Phrase(
    "Discord가 토큰을 거절했습니다. 개발자 포털의 Bot 화면에서 새로 발급해 주세요.",
    "Discord refused the token. Reset it on the Bot page of the Developer Portal and set the new one.",
)

# The console
CMD_NEXT = Phrase("다음", "next")
CMD_PREVIOUS = Phrase("이전", "prev")
COMMAND_UNKNOWN = Phrase(
    "{typed} 명령은 없습니다. /도움말을 보거나, 검색어를 그냥 적어 주세요.",
    "There is no command {typed}. See /help, or just type what to search for.",
)
COMMAND_CLOSEST = Phrase(
    "{typed} 명령은 없습니다. 혹시 이것인가요? {names}", "There is no command {typed}. Did you mean {names}?"
)
NOTHING_TO_TURN = Phrase("넘길 쪽이 더 없습니다.", "There is no further page.")
CONSOLE_WELCOME = Phrase(
    "검색어를 적거나 /도움말을 입력하세요. 끝내려면 Ctrl-D.", "Type what to search for, or /help. Ctrl-D leaves."
)
BACKED_UP = Phrase("{file}에 백업했습니다.", "Backed up to {file}.")

# paperbot check
CHECK_CONFIG = Phrase("설정: {file}", "Configuration: {file}")
CHECK_NO_FILE = Phrase("파일 없음, 기본값 사용", "no file, the defaults")
CHECK_CORPUS = Phrase("논문 {papers}편, {days}일 ({path})", "{papers} papers on {days} days ({path})")
CHECK_NO_PAPERS = Phrase(
    "{paths}에서 논문을 찾지 못했습니다. 다이제스트 폴더가 맞는지 확인해 주세요.",
    "No papers in {paths}. Is it the folder of digests?",
)
CHECK_STATE = Phrase("상태 데이터베이스를 쓸 수 있습니다 ({path})", "The state database can be used ({path})")
CHECK_TOKEN = Phrase("Discord가 토큰을 받아들였습니다", "Discord accepts the token")
CHECK_UNREACHABLE = Phrase("{api_base}에 연결할 수 없습니다 ({reason}).", "{api_base} cannot be reached ({reason}).")
CHECK_WARNING = Phrase("{warning}", "{warning}")
CHECK_FAULT = Phrase("{reason}", "{reason}")
