"""Why papers are left without a summary, said to those who run the bot."""

from __future__ import annotations

from collections.abc import Mapping

from bot.model.model import ModelFault
from bot.model.phrases import say_model_fault
from bot.model.summaries.rules import Fault
from bot.model.summaries.summarizer import LATE, name_of
from bot.rendering.language import Language, Phrase

_LEFT_OUT: Mapping[str, Phrase] = {
    Fault.EMPTY: Phrase("모델이 빈 요약을 썼습니다", "the model wrote nothing"),
    Fault.LENGTH: Phrase("요약이 너무 길거나 짧거나 끊겼습니다", "the summary was too long, too short or cut off"),
    Fault.MARKUP: Phrase("요약에 서식이나 링크, 멘션이 있었습니다", "the summary had markup, links or mentions in it"),
    Fault.LANGUAGE: Phrase("요약이 다른 언어였습니다", "the summary was in another language"),
    Fault.NUMBERS: Phrase("초록에 없는 숫자가 있었습니다", "it had numbers that the abstract does not have"),
    Fault.NAMES: Phrase("초록에 없는 이름이 있었습니다", "it had names that the abstract does not have"),
    Fault.MISPLACED: Phrase("숫자를 다른 대상에 붙였습니다", "it gave numbers to the wrong names"),
    Fault.REVERSED: Phrase("오르내림을 거꾸로 썼습니다", "it turned a rise or fall around"),
    Fault.OVERSTATED: Phrase("초록보다 부풀려 썼습니다", "it claimed more than the abstract does"),
    Fault.REPEATED: Phrase("같은 말을 되풀이했습니다", "it repeated itself"),
    Fault.EXAMPLE: Phrase("지시문의 예를 되풀이했습니다", "it repeated the example of the task"),
    Fault.OTHER_PAPER: Phrase("어느 논문의 요약인지 알 수 없었습니다", "nothing showed which paper it was of"),
    Fault.INSTRUCTIONS: Phrase("초록에 모델에게 하는 지시가 있습니다", "the abstract gives orders to models"),
    "too-long": Phrase("초록이 모델에 너무 깁니다", "the abstract is too long for the model"),
    "refused": Phrase("모델이 거절했습니다", "the model refused"),
    "cut": Phrase("요약이 중간에 끊겼습니다", "the summary broke off"),
    "unreadable": Phrase("모델의 답을 읽을 수 없었습니다", "the answer of the model could not be read"),
    "rejected": Phrase("요약이 규칙에 맞지 않았습니다", "the summary did not keep to the rules"),
}
_LATE = Phrase("시간이 다 되어 멈췄습니다.", "The time ran out.")
_UNKNOWN = Phrase("다른 이유입니다", "for another reason")


def say_left_out(why: str, language: Language) -> str:
    """Why papers keep their abstracts."""
    return _LEFT_OUT.get(why, _UNKNOWN).say(language)


def say_stopped(why: str, language: Language) -> str:
    """Why no more papers were asked for."""
    for fault in ModelFault:
        if name_of(fault) == why:
            return say_model_fault(fault, "", language)
    return (_LATE if why == LATE else _UNKNOWN).say(language)
