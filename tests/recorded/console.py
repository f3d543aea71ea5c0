"""The console's answers to lines that are piped into it, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tests.recorded.databases import schema
from tests.recorded.program import masked, run

LINES: Final = {
    "en": """\
/paper search video diffusion
2
/back
/open 99
/next
/next
/prev
/paper search query: 루모스
/paper search author:LeCun sort:date
/paper search votes:>30 since:2024-02 until:2024-13
robot -simulation
/next
"state space model"
😀😀
papers
/paper show 2402.08609
/paper show mixtures
/paper show 2402.99999
/paper show
/paper ask How many hours of speech was BASE TTS trained on?
/paper ask what is for lunch?
/paper similar 2402.08609
/paper term diffusion model
/paper term zzzz
/daily
/next
/next
/daily 2.14
/prev
/daily 2024-02-15
/daily 2024-02-30
/daily someday
/top week 2024-02-14
/next
/top month 2024-02
/top year
/top all
/trends diffusion, 강화학습
/trends LLM 6 months
/trends difusion
/trends a, b, c, d, e
/trends
/trends months: 99
/saved list
/saved add 2402.08609
/saved add 2402.08609
/saved add no such paper
/saved list
/saved search reinforcement
/saved export bib
/saved export json
/saved export xml
/saved remove 2402.08609
/saved remove 2402.08609
/corpus status
/corpus reload
/corpus reload
/help
/help all
/follow list
/schedule list
/settings
/privacy show
/paper
/serach diffusion
/quit
""",
    "ko": """\
/논문 검색 확산 모델 비디오
2
뒤로
/열기 99
/다음
/다음
/이전
/논문 검색 검색어: distildir
/논문 검색 저자:LeCun 정렬:날짜
/논문 검색 추천:>30 이후:2024-02 이전:2024-13
로봇 -시뮬레이션
/다음
"확산 모델"
😀😀
논문 찾아줘
/논문 보기 2402.08609
/논문 보기 mixtures
/논문 보기 2402.99999
/논문 보기
/논문 질문 BASE TTS는 몇 시간의 음성으로 훈련했나요?
/논문 질문 오늘 점심 뭐 먹지?
/논문 비슷한논문 2402.08609
/논문 용어 확산 모델
/논문 용어 ㅁㄴㅇㄹ
/데일리
/다음
/다음
/데일리 2월 14일
/이전
/데일리 2024-02-15
/데일리 2024-02-30
/데일리 언젠가
/인기 주간 2024-02-14
/다음
/인기 월간 2024-02
/인기 연간
/인기 전체
/추이 확산 모델, LLM
/추이 LLM 6개월
/추이 확산모댈
/추이 가, 나, 다, 라, 마
/추이
/저장 목록
/저장 추가 2402.08609
/저장 추가 2402.08609
/저장 추가 없는 논문
/저장 목록
/저장 검색 강화
/저장 내보내기 csv
/저장 내보내기 md
/저장 내보내기 hwp
/저장 빼기 2402.08609
/저장 빼기 2402.08609
/코퍼스 상태
/코퍼스 새로읽기
/코퍼스 새로읽기
/도움말
/도움말 전체
/팔로우 목록
/예약 목록
/설정
/개인정보 보기
/논문
/논뭄 검색
/나가기
""",
}


def console(home: Path) -> dict[str, str]:
    """Each line and its answer, and the schemas of the databases that are made for that, by the names of the
    recordings."""
    said = {f"console_{language}.txt": transcript(home, language) for language in LINES}
    return said | {f"schema_{name}.sql": schema(home / "data" / f"{name}.db") for name in ("corpus", "state")}


def transcript(home: Path, language: str) -> str:
    """Into a pipe the console writes answers only. A command that there is not, behind each line, tells them apart."""
    lines = LINES[language].splitlines()
    marks = [f"/-----{number}-----" for number in range(len(lines))]
    stdin = "".join(f"{line}\n{mark}\n" for line, mark in zip(lines, marks, strict=True))
    parts, rest = [], run(home, "--lang", language, "chat", stdin=stdin).answer.splitlines()
    for line, mark in zip(lines, marks, strict=True):
        end = next((number for number, said in enumerate(rest) if mark in said), len(rest))
        parts.append("\n".join([f"paperbot> {line}", *rest[:end]]))
        rest = rest[end + 2 :]
    return masked("\n".join(parts).rstrip() + "\n", home)
