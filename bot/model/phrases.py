"""What can go wrong with a model, said to those who run the bot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.model.model import ModelFault
from bot.rendering.language import Language, Phrase

_FAULTS: Final[Mapping[ModelFault, Phrase]] = {
    ModelFault.UNREACHABLE: Phrase(
        "모델 서버에 연결할 수 없습니다{detail}. 서버가 켜져 있는지, [model] base_url이 맞는지 확인해 주세요.",
        "The model's server cannot be reached{detail}. Is it running, and is base_url of [model] right?",
    ),
    ModelFault.MISDIRECTED: Phrase(
        "[model] base_url에 모델 서버가 없습니다{detail}. 서버 문서에 나온 주소를 /v1까지 그대로 적어 주세요.",
        "At base_url of [model] there is no model's server{detail}. Write the address as its documentation has it, with /v1.",
    ),
    ModelFault.TIMED_OUT: Phrase(
        "모델이 제때 답하지 않았습니다{detail}. 더 작은 모델을 쓰거나, [model] timeout을 늘려 주세요.",
        "The model did not answer in time{detail}. Use a smaller one, or raise timeout of [model].",
    ),
    ModelFault.SERVER_ERROR: Phrase(
        "모델 서버에 문제가 있습니다{detail}. 서버의 로그를 확인해 주세요. 나중에 다시 물어봅니다.",
        "The model's server is out of order{detail}. Look at its log; it is asked again later.",
    ),
    ModelFault.OVERLOADED: Phrase(
        "모델 서버가 기다려 달라고 합니다{detail}. 나중에 다시 물어봅니다.",
        "The model's server asks to wait{detail}. It is asked again later.",
    ),
    ModelFault.OUT_OF_QUOTA: Phrase(
        "모델 계정의 잔액이나 한도를 다 썼습니다{detail}. 제공하는 곳에서 충전하거나 한도를 올리고 다시 시작해 주세요.",
        "The account's credit or limit is used up{detail}. Top it up or raise it at the provider, then restart.",
    ),
    ModelFault.REFUSED_KEY: Phrase(
        "모델 서버가 키를 받아들이지 않았습니다{detail}. 환경 변수 PAPERBOT_MODEL__KEY를 확인해 주세요.",
        "The model's server does not accept the key{detail}. Check PAPERBOT_MODEL__KEY in the environment.",
    ),
    ModelFault.UNKNOWN_MODEL: Phrase(
        "서버에 그런 모델이 없습니다{detail}. [model] name과 embeddings를 확인해 주세요.",
        "The server has no model of that name{detail}. Check name and embeddings of [model].",
    ),
    ModelFault.BAD_REQUEST: Phrase(
        "모델 서버가 요청을 이해하지 못했습니다{detail}. 서버를 새 버전으로 올려 주세요.",
        "The model's server did not understand the request{detail}. Bring it up to date.",
    ),
    ModelFault.TOO_LONG: Phrase(
        "요청이 모델의 컨텍스트보다 깁니다{detail}. 서버에서 컨텍스트를 8,192토큰 이상으로 늘려 주세요.",
        "The request is longer than the model's context window{detail}. Set it to 8,192 tokens or more in the server.",
    ),
    ModelFault.REFUSED: Phrase(
        "모델이 답하기를 거절했습니다{detail}. 모델 없이 답했습니다.",
        "The model refused to answer{detail}. The bot went on without it.",
    ),
    ModelFault.CUT: Phrase(
        "모델의 답이 토큰 한도에서 잘렸습니다{detail}. 생각을 길게 하지 않는 모델을 써 주세요.",
        "The model's answer was cut at the limit of tokens{detail}. Use a model that thinks less.",
    ),
    ModelFault.UNREADABLE: Phrase(
        "모델의 답이 요청한 형식이 아닙니다{detail}. 더 큰 모델을 쓰면 나아집니다.",
        "The model's answer does not have the form that was asked for{detail}. A larger model does better.",
    ),
    ModelFault.REJECTED: Phrase(
        "모델의 답이 출처와 맞지 않아 쓰지 않았습니다{detail}. 더 큰 모델을 쓰면 나아집니다.",
        "The model's answer did not agree with its sources and was left out{detail}. A larger model does better.",
    ),
    ModelFault.BUDGET_SPENT: Phrase(
        "오늘 쓸 수 있는 토큰을 다 썼습니다{detail}. 내일(UTC) 다시 물어봅니다. 한도는 [model] daily_tokens입니다.",
        "Today's tokens are used up{detail}. It is asked again tomorrow (UTC); the limit is daily_tokens of [model].",
    ),
    ModelFault.NOT_INSTALLED: Phrase(
        "모델에 필요한 라이브러리가 없습니다{detail}. pip install 'paperbot[model]'로 설치해 주세요.",
        "A library that a model needs is missing{detail}. Install it: pip install 'paperbot[model]'",
    ),
}

FAULT_NAMES: Final[Mapping[ModelFault, Phrase]] = {
    ModelFault.UNREACHABLE: Phrase("연결 안 됨", "unreachable"),
    ModelFault.MISDIRECTED: Phrase("다른 서버", "another server"),
    ModelFault.TIMED_OUT: Phrase("시간 초과", "timed out"),
    ModelFault.SERVER_ERROR: Phrase("서버 오류", "server error"),
    ModelFault.OVERLOADED: Phrase("과부하", "overloaded"),
    ModelFault.OUT_OF_QUOTA: Phrase("한도 소진", "out of quota"),
    ModelFault.REFUSED_KEY: Phrase("키 거절", "key refused"),
    ModelFault.UNKNOWN_MODEL: Phrase("없는 모델", "unknown model"),
    ModelFault.BAD_REQUEST: Phrase("요청 오류", "bad request"),
    ModelFault.TOO_LONG: Phrase("너무 김", "too long"),
    ModelFault.REFUSED: Phrase("답변 거절", "refused"),
    ModelFault.CUT: Phrase("잘림", "cut"),
    ModelFault.UNREADABLE: Phrase("형식 오류", "unreadable"),
    ModelFault.REJECTED: Phrase("출처와 다름", "not as the sources say"),
    ModelFault.BUDGET_SPENT: Phrase("토큰 소진", "tokens used up"),
    ModelFault.NOT_INSTALLED: Phrase("설치 안 됨", "not installed"),
}


# What stands in the details of errors besides figures and the names that servers give theirs.
_DETAILS: Final[Mapping[str, str]] = {
    "an empty answer": "빈 답",
    "a web page, perhaps": "웹 페이지인 듯함",
    "no chat completion": "채팅 답변이 아님",
    "no list of vectors": "벡터 목록이 아님",
    "vectors of several dimensions": "차원이 서로 다름",
    "a vector without direction": "방향이 없는 벡터",
    "the connection broke off": "연결이 끊김",
    "the answer is too large": "답이 너무 큼",
    "the answer is compressed": "압축된 답",
    "Connection refused": "연결이 거부됨",
    "Name or service not known": "그런 주소가 없음",
    "Temporary failure in name resolution": "주소를 알아낼 수 없음",
    "Network is unreachable": "네트워크에 연결되지 않음",
    "No route to host": "그 주소로 갈 수 없음",
}


def say_model_fault(fault: ModelFault, detail: str, language: Language) -> str:
    """What is wrong, and what to do. `detail` is that of a ModelError."""
    if language == "ko":
        detail = f"({_DETAILS.get(detail, detail)})" if detail else ""
    else:
        detail = f" ({detail})" if detail else ""
    return _FAULTS[fault].say(language, detail=detail)
