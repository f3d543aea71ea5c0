"""What can keep a message from being sent, as it is remembered and said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.rendering.language import Language, Phrase

MISSING_PERMISSIONS = Phrase(
    "봇이 {channel} 채널에 글을 올릴 수 없습니다. 채널 설정에서 봇에게 다음 권한을 준 뒤 다시 해 주세요: {permissions}",
    "The bot cannot post in {channel} yet. Give it these permissions there, then try again: {permissions}",
)


_FAILED_PERMISSIONS = Phrase("봇에게 권한이 없습니다: {detail}.", "The bot lacks permissions: {detail}.")
_FAILED_CHANNEL = Phrase(
    "채널이 삭제되었거나 봇이 볼 수 없습니다.", "The channel is deleted, or the bot cannot see it."
)
_FAILED_ROLE = Phrase("멘션하던 역할이 삭제되어 멘션 없이 올립니다.", "Its role is deleted, so it is posted without.")
_FAILED_REFUSED = Phrase("Discord가 글을 받지 않았습니다 ({detail}).", "Discord refused the post ({detail}).")
_FAILED_UNREACHABLE = Phrase("Discord가 응답하지 않았습니다.", "Discord did not answer.")
_FAILED_CLOSED = Phrase(
    "다이렉트 메시지가 막혀 있거나, 봇과 함께 있는 서버가 없습니다.",
    "Direct messages are closed, or there is no server that you share with the bot.",
)

PERMISSIONS: Mapping[str, Phrase] = {
    "view_channel": Phrase("채널 보기", "View Channel"),
    "send_messages": Phrase("메시지 보내기", "Send Messages"),
    "read_message_history": Phrase("메시지 기록 보기", "Read Message History"),
    "create_public_threads": Phrase("공개 스레드 만들기", "Create Public Threads"),
    "send_messages_in_threads": Phrase("스레드에서 메시지 보내기", "Send Messages in Threads"),
}

CHANNEL, ROLE, UNREACHABLE, CLOSED = "channel", "role", "unreachable", "closed"
_PERMISSIONS, _REFUSED = "permissions", "refused"
_SENTENCES = {
    CHANNEL: _FAILED_CHANNEL,
    ROLE: _FAILED_ROLE,
    UNREACHABLE: _FAILED_UNREACHABLE,
    CLOSED: _FAILED_CLOSED,
    _PERMISSIONS: _FAILED_PERMISSIONS,
    _REFUSED: _FAILED_REFUSED,
}


def lacking(permissions: Iterable[str]) -> str:
    """The failure that these permissions (by discord.py's names) are missing."""
    return f"{_PERMISSIONS}:{','.join(permissions)}"


def refused(reason: str) -> str:
    """The failure that Discord refused a message."""
    return f"{_REFUSED}:{reason}"


def is_lasting(failure: str) -> bool:
    """Whether it takes somebody to mend it."""
    return failure != UNREACHABLE


def say_permissions(names: Iterable[str], language: Language) -> str:
    """The permissions as Discord's settings call them."""
    return ", ".join(PERMISSIONS[name].say(language) if name in PERMISSIONS else name for name in names)


def say_failure(failure: str, language: Language) -> str:
    """The sentence for a failure."""
    kind, _, detail = failure.partition(":")
    if kind == _PERMISSIONS:
        detail = say_permissions(detail.split(","), language)
    return _SENTENCES[kind].say(language, detail=detail)
