"""Words that say of what kind a topic is: `what about video?` asks for the same topic of another kind."""

from __future__ import annotations

import re
from typing import Final

_FACETS: Final = (
    """
    image images 이미지 사진 그림 video videos 비디오 영상 동영상 audio 오디오 speech 음성 music 음악 text 텍스트 3d
    code 코드 multimodal 멀티모달 vision 비전
    """,
    """
    robot robots robotics 로봇 medical medicine 의료 의학 law legal 법률 finance financial 금융 biology 생물학
    chemistry 화학 math mathematics 수학 education 교육 driving 자율주행 game games 게임 science 과학
    """,
    "korean 한국어 english 영어 chinese 중국어 japanese 일본어 multilingual 다국어",
)
"""Each group are words that take each other's place."""
_GROUPS: Final = tuple(frozenset(group.split()) for group in _FACETS)


def with_facet(topic: str, facet: str) -> str:
    """A topic of another kind: the word for its kind replaced, or one added to it; "" where `facet` is no such word."""
    group = next((each for each in _GROUPS if facet.casefold() in each), None)
    if group is None:
        return ""
    changed, count = re.subn(rf"(?<![\w-])(?:{'|'.join(group)})(?![\w-])", facet, topic, count=1, flags=re.IGNORECASE)
    return changed if count else f"{facet} {topic}"
