"""What is wrong with databases and digests, said whole: to those who run the bot, not to those who ask it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

from bot.core.answer import Notice
from bot.rendering.language import Phrase
from retrieval.digests.files import CorpusError, CorpusFault
from retrieval.storage.faults import StoreError, StoreFault

_CHECK_ACCESS: Final = "폴더의 권한과 남은 공간을 확인하거나, 다른 경로를 설정해 주세요."
# The English sentences stand with the faults themselves; these say the same.
_KOREAN: Final[Mapping[StoreFault | CorpusFault, str]] = {
    StoreFault.BUSY: "다른 프로그램이 데이터베이스 {path}에 쓰고 있어 잠겨 있습니다({detail}). 끝난 뒤에 다시 해 주세요.",
    StoreFault.READ_ONLY: f"데이터베이스 {{path}}에 쓸 수 없습니다({{detail}}). {_CHECK_ACCESS}",
    StoreFault.NOT_OPENED: f"데이터베이스 {{path}}을(를) 열 수 없습니다({{detail}}). {_CHECK_ACCESS}",
    StoreFault.FULL: f"디스크가 가득 차서 데이터베이스 {{path}}에 더 쓸 수 없습니다({{detail}}). {_CHECK_ACCESS}",
    StoreFault.NOT_READ: f"데이터베이스 {{path}}을(를) 읽거나 쓸 수 없습니다({{detail}}). {_CHECK_ACCESS}",
    StoreFault.DAMAGED_CACHE: "데이터베이스 {path}이(가) 손상되었거나 SQLite 데이터베이스가 아닙니다({detail})."
    " 다이제스트에서 다시 만들 수 있으니 -wal, -shm 파일과 함께 다른 곳으로 옮겨 주세요.",
    StoreFault.DAMAGED: "데이터베이스 {path}이(가) 손상되었거나 SQLite 데이터베이스가 아닙니다({detail})."
    " Paperbot을 멈추고, paperbot backup으로 만들어 둔 백업을 paperbot restore FILE로 되돌려 주세요.",
    StoreFault.FOREIGN: "{path}은(는) 다른 프로그램의 데이터베이스라 건드리지 않았습니다. 다른 경로를 설정해 주세요.",
    StoreFault.OTHER_PURPOSE: "{path}은(는) Paperbot이 다른 용도로 쓰는 데이터베이스라 건드리지 않았습니다. 다른 경로를 설정해 주세요.",
    StoreFault.TOO_NEW: "{path}은(는) 더 새로운 Paperbot이 만든 것입니다(테이블 버전 {version}, 이 프로그램은 {known}까지)."
    " 새 버전을 설치하거나 다른 경로를 설정해 주세요.",
    StoreFault.MADE_ANEW: "데이터베이스 {path}이(가) 손상되어 다이제스트에서 다시 만들고 있습니다. 1분 뒤에 다시 해 주세요.",
    StoreFault.NO_FOLDER: f"폴더 {{path}}을(를) 만들 수 없습니다({{detail}}). {_CHECK_ACCESS}",
    StoreFault.UNREACHABLE: "데이터베이스 {path}에 연결할 수 없습니다({detail}). 서버가 실행 중인지, [state] database의 주소·이름·암호가 맞는지 확인해 주세요.",
    StoreFault.NOT_ALLOWED: "데이터베이스 {path}의 테이블에 쓸 권한이 없습니다({detail}). 사용자에게 테이블을 만들고 바꿀 권한을 주세요.",
    StoreFault.NO_DRIVER: "데이터베이스 {path}에 연결할 드라이버가 없습니다. pip install 'paperbot[postgres]'로 설치해 주세요.",
    StoreFault.MISSING: "데이터베이스 {path}이(가) 없습니다. 경로를 확인해 주세요.",
    StoreFault.NOT_EMPTY: "{path}에 이미 데이터가 있어 건드리지 않았습니다. 빈 데이터베이스를 지정해 주세요.",
    StoreFault.CLOSED: "Paperbot이 종료되는 중이라 {path}을(를) 닫았습니다.",
    StoreFault.COPY_EXISTS: "{path}이(가) 이미 있습니다. 없는 파일 이름을 적어 주세요.",
    StoreFault.NO_BACKUP: "{path} 파일이 없습니다. paperbot backup으로 만든 백업을 적어 주세요.",
    StoreFault.BAD_BACKUP: "{path}이(가) 손상되었거나 Paperbot의 백업이 아닙니다({detail}). 다른 백업을 적어 주세요.",
    StoreFault.IN_USE: "{path}을(를) 쓰는 프로그램이 있습니다. 먼저 Paperbot을 멈춘 뒤에 복원해 주세요.",
    StoreFault.NOT_COPIED: "{path}을(를) {copy}에 복사할 수 없습니다({detail}). 두 경로를 확인해 주세요.",
    CorpusFault.UNREACHABLE: "다이제스트가 있는 {place}을(를) 찾을 수 없습니다({detail}). 경로가 맞는지, 연결된 상태인지 확인해 주세요.",
    CorpusFault.CUT_OFF: "다이제스트를 읽다가 중단되었습니다({detail}). 다시 읽을 때까지는 전과 같이 동작합니다. 잠시 뒤에 다시 해 주세요.",
    CorpusFault.TOO_MANY: "{place}에 폴더나 파일이 너무 많습니다. 다이제스트가 있는 폴더를 지정해 주세요.",
}
_PHRASES: Final = {fault: Phrase(korean, fault.value) for fault, korean in _KOREAN.items()}
# What the system says of files and connections, as `os.strerror` and `socket.gaierror` have it.
_SYSTEM: Final = {
    "Permission denied": "권한 없음",
    "Operation not permitted": "허용되지 않은 작업",
    "No such file or directory": "그런 파일이나 폴더가 없음",
    "File exists": "같은 이름의 파일이 있음",
    "Is a directory": "파일이 아니라 폴더임",
    "Not a directory": "폴더가 아니라 파일임",
    "No space left on device": "디스크가 가득 참",
    "Read-only file system": "읽기 전용 파일 시스템",
    "File name too long": "이름이 너무 긺",
    "Too many levels of symbolic links": "심볼릭 링크가 서로를 가리킴",
    "Input/output error": "입출력 오류",
    "not a regular file": "일반 파일이 아님",
    "Connection refused": "연결이 거부됨",
    "Connection reset by peer": "연결이 끊김",
    "Connection timed out": "응답 없음",
    "Network is unreachable": "네트워크에 연결되지 않음",
    "No route to host": "그 주소로 갈 수 없음",
    "Name or service not known": "그런 주소가 없음",
    "Temporary failure in name resolution": "주소를 알아낼 수 없음",
}


def explained(error: StoreError | CorpusError) -> Notice:
    """What is wrong, and what to do about it."""
    values = {name: said_by_system(value) if name == "detail" else str(value) for name, value in error.values.items()}
    return Notice(_PHRASES[error.fault], values)


def why_unreached(error: Exception) -> Phrase:
    """Why a server cannot be reached, in a few words."""
    number = error.errno if isinstance(error, OSError) else None
    words = os.strerror(number) if number and number > 0 else getattr(error, "strerror", None)
    return said_by_system(words or str(error) or type(error).__name__)


def said_by_system(detail: object) -> Phrase:
    """A few words of the system, as far as they are known in both languages."""
    words = str(detail)
    return Phrase(*(each.replace("{", "{{").replace("}", "}}") for each in (_SYSTEM.get(words, words), words)))
