"""Warnings about digests, said to people."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from bot.core.faults import said_by_system
from bot.rendering.language import Language
from bot.rendering.particles import with_particles
from retrieval.digests.digest import Fault
from retrieval.digests.files import MAX_BYTES, FileFault, FileWarning

# The English sentences stand with the faults themselves; these say the same.
_KOREAN: Mapping[Fault | FileFault, str] = {
    Fault.NO_PAPER_ID: "“{}” 제목에 arXiv 링크가 없어 이 논문은 빠졌습니다. “### [제목](https://arxiv.org/abs/2402.08609)”처럼 적어 주세요.",
    Fault.NO_TITLE: "{}의 제목이 비어 있어 arXiv 번호로 대신했습니다. “### [제목](링크)”의 괄호 안에 제목을 적어 주세요.",
    Fault.NO_POINTS: "{}에 요약이 없어 제목으로만 검색됩니다. 아래에 “- ”로 시작하는 줄로 요약을 적어 주세요.",
    Fault.NO_DATE: "“{}”에도 파일 이름에도 날짜가 없어 여기부터의 논문이 빠졌습니다. “## Daily Papers (2024-02-14)”를 적거나 파일 이름을 2024-02-14.md로 바꿔 주세요.",
    Fault.BAD_DATE: "“{}”은(는) 달력에 없는 날짜라서 파일 이름의 날짜를 썼습니다. 제목의 날짜를 고쳐 주세요.",
    Fault.BAD_VOTES: "“{}”은(는) 추천 수로 읽을 수 없어 모르는 것으로 두었습니다. 0 이상의 정수나 “-”로 적어 주세요.",
    Fault.REPEATED: "{}이(가) 같은 날에 다른 내용으로 또 나와, 요약이 있는 마지막 것을 썼습니다. 하나를 지우거나 링크를 고쳐 주세요.",
    Fault.NO_PAPERS: "이 다이제스트에 논문이 없습니다. “### [제목](https://arxiv.org/abs/2402.08609)”과 요약을 적어 주세요.",
    Fault.BAD_ABSTRACT: '“{}”은(는) 초록으로 읽을 수 없어 이 줄은 빠졌습니다. 한 줄에 하나씩 {{"id": "2402.08609", "abstract": "…"}}처럼 적어 주세요.',
    Fault.MORE: "이 파일에 이해할 수 없는 곳이 {}군데 더 있습니다. 위의 것을 고치면 보입니다.",
    FileFault.UNREADABLE: "읽을 수 없습니다({}). 전에 읽은 내용은 그대로 둡니다. 권한을 확인해 주세요.",
    FileFault.TOO_LARGE: f"{MAX_BYTES // 1024**2} MB보다 커서 빠졌습니다. 하루에 파일 하나로 나눠 주세요.",
    FileFault.NOT_UTF8: "UTF-8이 아닌 글자가 있어({}번째 바이트) �로 바꿔 읽었습니다. UTF-8로 다시 저장해 주세요.",
    FileFault.NO_DIGESTS: "이 폴더에 .md 파일이 없습니다. 폴더가 맞는지, 연결되어 있는지 확인해 주세요.",
}


def say_warning(warning: FileWarning, language: Language) -> str:
    """`2024/02/14.md:12 …`: the end of the path is enough to find the file, and the rest is nobody's business."""
    parts = PurePosixPath(warning.file).parts
    short = "/".join(parts[-3:] if parts[-1][:2].isdigit() and len(parts[-1]) <= len("14.md") else parts[-1:])
    place = f"{short}:{warning.line}" if warning.line else short
    return f"{place} {_korean(warning) if language == 'ko' else warning.message}"


def _korean(warning: FileWarning) -> str:
    detail = said_by_system(warning.detail).say("ko") if warning.fault is FileFault.UNREADABLE else warning.detail
    return with_particles(_KOREAN[warning.fault].format(detail.removeprefix("byte ")))
