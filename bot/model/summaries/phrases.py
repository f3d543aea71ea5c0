"""Why papers are left without a summary, said to those who run the bot."""

from __future__ import annotations

from collections.abc import Mapping

from bot.model.summaries.rules import Fault
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
    Fault.REPEATED: Phrase("같은 말을 되풀이했습니다", "it repeated itself"),
    Fault.EXAMPLE: Phrase("지시문의 예를 되풀이했습니다", "it repeated the example of the task"),
    Fault.OTHER_PAPER: Phrase("어느 논문의 요약인지 알 수 없었습니다", "nothing showed which paper it was of"),
    Fault.INSTRUCTIONS: Phrase("초록에 모델에게 하는 지시가 있습니다", "the abstract gives orders to models"),
    "too_long": Phrase("초록이 모델에 너무 깁니다", "the abstract is too long for the model"),
    "refused": Phrase("모델이 거절했습니다", "the model refused"),
    "cut": Phrase("요약이 중간에 끊겼습니다", "the summary broke off"),
    "unreadable": Phrase("모델의 답을 읽을 수 없었습니다", "the answer of the model could not be read"),
    "rejected": Phrase("요약이 규칙에 맞지 않았습니다", "the summary did not keep to the rules"),
}
_STOPPED: Mapping[str, Phrase] = {
    "late": Phrase("시간이 다 되어 멈췄습니다.", "The time ran out."),
    "unreachable": Phrase("모델 서버에 연결할 수 없습니다.", "The model's server cannot be reached."),
    "timed_out": Phrase("모델이 제때 답하지 않습니다.", "The model does not answer in time."),
    "misdirected": Phrase(
        "[model] base_url에 모델 서버가 없습니다.", "There is no model's server at [model] base_url."
    ),
    "server_error": Phrase("모델 서버에 문제가 있습니다.", "The model's server is out of order."),
    "overloaded": Phrase("모델 서버가 바빠 기다려 달라고 합니다.", "The model's server is busy, and asks to wait."),
    "out_of_quota": Phrase("모델의 사용 한도가 다했습니다.", "The quota of the model is spent."),
    "refused_key": Phrase("모델 서버가 키를 받아들이지 않습니다.", "The model's server refuses the key."),
    "unknown_model": Phrase("서버에 그런 이름의 모델이 없습니다.", "The server has no model of that name."),
    "bad_request": Phrase(
        "모델 서버가 요청을 이해하지 못합니다.", "The model's server does not understand the request."
    ),
    "budget_spent": Phrase(
        "오늘 쓸 토큰을 다 썼습니다([model] daily_tokens).", "Today's tokens are spent ([model] daily_tokens)."
    ),
    "not_installed": Phrase(
        "모델을 쓰려면 pip install 'paperbot[model]'이 필요합니다.", "A model needs: pip install 'paperbot[model]'."
    ),
}
_UNKNOWN = Phrase("다른 이유입니다", "for another reason")


def say_left_out(why: str, language: Language) -> str:
    """Why papers keep their abstracts."""
    return _LEFT_OUT.get(why, _UNKNOWN).say(language)


def say_stopped(why: str, language: Language) -> str:
    """Why no more papers were asked for."""
    return _STOPPED.get(why, _UNKNOWN).say(language)
