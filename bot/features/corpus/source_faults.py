"""What can go wrong with sources, said to people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.rendering.language import Language
from retrieval.sources.faults import SourceFault, message, say_moment

# The English sentences stand with the faults themselves; these say the same.
_KOREAN: Mapping[SourceFault, str] = {
    SourceFault.REFUSED: "출처가 요청을 거절했습니다({detail}).",
    SourceFault.LIMITED: "출처가 기다려 달라고 합니다({detail}). {until} 뒤에 다시 가져와 주세요.",
    SourceFault.SERVER: "출처에 문제가 있습니다({detail}). 나중에 다시 물어봅니다.",
    SourceFault.SLOW: "출처가 {detail}초 안에 답하지 않았습니다. 나중에 다시 물어봅니다.",
    SourceFault.UNREACHABLE: "출처에 연결할 수 없습니다({detail}). 네트워크를 확인해 주세요.",
    SourceFault.CUT: "출처의 답이 중간에 끊겼습니다({detail}). 나중에 다시 물어봅니다.",
    SourceFault.TOO_LARGE: "출처의 답이 {detail} MB보다 커서 읽지 않았습니다.",
    SourceFault.NONSENSE: "출처의 답을 이해할 수 없습니다({detail}). 나중에 다시 물어봅니다.",
    SourceFault.REDIRECTED: "출처가 다른 주소({detail})로 보내지만 따라가지 않았습니다. 설정을 확인해 주세요.",
    SourceFault.UNWRITABLE: "가져온 것을 쓸 수 없습니다({detail}). 디스크와 권한을 확인해 주세요.",
    SourceFault.BUSY: "다른 프로세스가 지금 {detail}에 가져오는 중입니다. 끝난 뒤에 다시 해 주세요.",
    SourceFault.CORPUS: "{detail}",
}
_SOON: Mapping[Language, str] = {"ko": "잠시", "en": "a while"}


def say_fault(fault: SourceFault, detail: str, until: datetime | None, language: Language) -> str:
    """What is wrong, and what to do."""
    if language == "en":
        return message(fault, detail, until)
    return _KOREAN[fault].format(detail=detail, until=say_moment(until) if until else _SOON[language])
