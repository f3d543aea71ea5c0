"""What kind of word each word of a query is: what it is about, what happens, or what merely asks."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from retrieval.analysis.inflection import Inflections, is_adjective, is_infinitive, is_verb
from retrieval.analysis.nouns import guessed_stem, has_particle, stems, verbal_stem
from retrieval.analysis.stemming import is_particle_of_latin, stem
from retrieval.analysis.stopwords import ASKING
from retrieval.analysis.terms import Word
from retrieval.lazy_regex import lazy_regex

# Nouns and adverbs that say nothing of a topic by themselves, with their particles.
_LIGHT_NOUNS = """
    것 거 수 때 데 점 바 쪽 편 뿐 채 말 일 곳 내 나 저 너 그 이 저희 우리 누구 무엇 뭐 어디 언제 무슨 어느 어떤 얼마
    방법 방식 방안 경우 때문 이유 정도 이번 다음 처음 하나 둘 모두 전부 대신 덕분 관련 이하 등 중 간 안 밖 위 아래 앞
    뒤 후 전 이전 이후 결과 문제 종류 가지 여기 거기 이거 그거 저거 이것 그것 저것 이게 그게 저게 논문 연구 요즘 최근
    지금 오늘 어제 내일 올해 작년 결론 의미 나중 바탕 달 해
"""
_LIGHT_WORDS = """
    매우 아주 너무 정말 진짜 과연 실제로 실제 특히 또한 또 다시 더 더욱 더는 덜 가장 제일 많이 조금 좀 잘 못 안 아직
    이미 벌써 바로 함께 서로 같이 직접 결국 보통 주로 거의 약 단지 오직 그냥 막 꼭 늘 항상 자주 가끔 먼저 나중에
    그리고 그러나 하지만 그런데 근데 그래서 그러면 그럼 혹은 또는 및 만약 만일 비록 따라 따라서 통해 위해 대해 대한
    관한 위한 의한 인한 통한 의해 비해 만약에 없이 없는 없어 없으면 있는 있어 있으면 있나 있지 없나 아닌 아니 아니라
    아니면 말고 말곤 빼고 대비 다른 다르게 여러 모든 각 각각 같은 이런 그런 저런 어떻게 이렇게 그렇게 새로운 새로
    볼만한 오래 오랫동안 얼마나 동안 쯤 내가 제가 네가 누가 뭐가 뭘 걸 게 건 거야 해주는 해준 해줄 해줘 하는 하게 하고
    하면 하려고 하려면 하나 한 할 함 된 될 되는 되게 되나 되면 돼 했더니 했을 했던 해도 해서 해야 나온 나왔다던데 쓴
    쓸 쓰는 보여준 보여주는 알려주는 알려준 가르쳐주는 잘하는 긴 큰 준 온 간 본 낸 산 이라는 라는 라고 이라고 씩 짜리
    제대로 스스로 대체 도대체 오히려 그대로 만큼 원래 계속 따로 조금씩 점점 점차 차츰 갈수록 굳이 일부러 마음껏
    미리 나아 나아요 하나하나 초당 분당 시간당 통째로
"""
_LIGHT_LATIN = """
    go come comes going get gets got make makes made take takes use uses used using need needs help helps give gives
    given keep keeps let put run runs work works say says said see know knew known think want try start starts end
    ends stop find found follow follows show really very well better best worse worst good bad great new old big
    bigger biggest large larger largest small smaller smallest long longer short shorter high higher low lower more
    most less least many few several other another same different such only just even still also too again already yet
    ever never always often sometimes usually actually instead rather than then there here now when while before after
    during since until through between into onto over under above below within without against across along around
    toward per via else because so though although however both neither either each every all no not one ones two
    first second last next thing things way ways kind people person someone anyone everyone something anything nothing
    done doing being could must shall hard easy possible able like according together apart back up down out off away
    close far handle handles reach reaches contain contains cause causes happen happens meaning become becomes seem
    seems let lets mean means call called turn turns turned compare compares compared
"""
_COUNTERS = """
    개 명 장 배 가지 시간 초 분 일 편 쌍 종 종류 대 번 년 개월 주 층 단계 위 도 점 퍼센트 프로 토큰 프레임 달러 원 곡
    권 줄 단어 문장 문제 건 곳 마리 살 시 킬로그램 킬로미터 리터 비트 바이트 파라미터 언어 회 판 차례 부 톤 미터 와트
    문항 질문 사람 군데 그루
"""
# Verbs that only say how another is meant, which stands before them: 만들어 주는, 돌려 보지.
_AUXILIARIES = Inflections(["주", "보", "버리", "놓", "두", "내", "드리", "가"])
_MOST_SYLLABLES = 24  # what is longer was typed without spaces
_COUNTING = lazy_regex("몇|수[십백천만]")


class Form(Enum):
    """What kind of word one is.

    A `NOUN` or what is written in Latin letters says what a query is about. A `VERB` and an `ADJECTIVE` are inflected,
    and texts say them in other words. `LIGHT` words say nothing of a topic, a `COUNTER` is the unit of what is asked
    for (몇 장).
    """

    NOUN = auto()
    LATIN = auto()
    VERB = auto()
    ADJECTIVE = auto()
    LIGHT = auto()
    COUNTER = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as one of its forms. `stem` is what of it is said in other texts too: 학습 of 학습시키려고.

    `known`: the corpus has it as a noun.
    """

    form: Form
    stem: str
    known: bool = False

    @property
    def topical(self) -> bool:
        """Whether it says what a query is about."""
        return self.form in (Form.NOUN, Form.LATIN)


def read_forms(words: Iterable[Word], nouns: Container[str]) -> list[Reading]:
    """The form of each of the words of a query, in their order; `nouns` are those of the corpus."""
    readings: list[Reading] = []
    before: Word | None = None
    for word in words:
        readings.append(_reading(word, before, nouns))
        before = word
    return readings


def _reading(word: Word, before: Word | None, nouns: Container[str]) -> Reading:
    if not word.hangul:
        light = word.text in _LIGHT or ASKING.fullmatch(word.text)
        return Reading(Form.LIGHT if light else Form.LATIN, word.text)
    if before and not before.hangul and word.start == before.end and is_particle_of_latin(word.text):
        return Reading(Form.LIGHT, word.text)
    if before and before.hangul and _AUXILIARIES.stems_of(word.text) and is_infinitive(before.text):
        return Reading(Form.LIGHT, word.text)
    counted = _counter(word.text, before)
    if counted:
        return Reading(Form.COUNTER, counted)
    return read_hangul(word.text, nouns)


def read_hangul(word: str, nouns: Container[str]) -> Reading:
    """The form of a word of Hangul by itself."""
    if len(word) > _MOST_SYLLABLES:
        return Reading(Form.NOUN, word)
    if word in _LIGHT or ASKING.fullmatch(word):
        return Reading(Form.LIGHT, word)
    if any(has_particle(word, len(light)) for light in _starts(word, _LIGHT_STEMS)):
        return Reading(Form.LIGHT, word)
    for noun in stems(word):
        if noun in nouns:
            return Reading(Form.NOUN, noun, known=True)
    if is_adjective(word):
        return Reading(Form.ADJECTIVE, stem(word))
    verbal = verbal_stem(word)
    if verbal or is_verb(word):
        return Reading(Form.VERB, verbal or stem(word))
    return Reading(Form.NOUN, guessed_stem(word))


def _counter(word: str, before: Word | None) -> str | None:
    """The unit that `word` is where it counts something: after 몇 or a number, or behind 몇 itself."""
    glued = _COUNTING.match(word)
    after = before is not None and (bool(_COUNTING.fullmatch(before.text)) or before.text.isdecimal())
    if not (glued or after):
        return None
    rest = word[glued.end() :] if glued else word
    units = (unit for unit in _starts(rest, _UNITS) if has_particle(rest, len(unit)))
    return next(units, None)


def _starts(word: str, known: frozenset[str]) -> Iterable[str]:
    """The beginnings of `word` that are known, the longest first."""
    return (word[:end] for end in range(len(word), 0, -1) if word[:end] in known)


_LIGHT = frozenset((_LIGHT_WORDS + _LIGHT_LATIN).split())
_LIGHT_STEMS = frozenset(_LIGHT_NOUNS.split())
_UNITS = frozenset(_COUNTERS.split())
