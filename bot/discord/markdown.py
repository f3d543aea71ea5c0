"""Text from digests, queries and names → Discord Markdown in which it can do nothing but be read."""

from __future__ import annotations

import re

from bot.rendering.plain import one_line, visible
from retrieval.lazy_regex import lazy_regex

# Discord: a backslash before any ASCII punctuation makes it a plain character.
_SPECIAL = lazy_regex(r"([\\*_~`|\[\]<>])")
_LINE_START = lazy_regex(r"^(\s*)(#{1,3}(?=\s)|-#(?=\s)|[-+](?=\s))|^(\s*\d{1,9})([.)])(?=\s)")
_MASS_MENTION = lazy_regex(r"@(?=everyone|here)", re.IGNORECASE)
# A bare link ends before the first character no URL has: "https://github.com/a/b에서" links to https://github.com/a/b
_LINK = lazy_regex(r"https?://[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]{3,400}")
_LINK_TAIL = ".,;:!?'*_~"


def escape(text: str) -> str:
    """`text` as it is, whatever Markdown, mention or hidden link it holds. Plain web links stay clickable.

    What means something only at the start of a line is left to `escape_start`.
    """
    text, parts, end = visible(text), [], 0
    if "://" not in text:
        return _escape_words(text)
    for match in _LINK.finditer(text):
        url = _whole_link(match.group())
        parts += [_escape_words(text[end : match.start()]), url]
        end = match.start() + len(url)
    parts.append(_escape_words(text[end:]))
    return "".join(parts)


def _whole_link(url: str) -> str:
    while url[-1] in _LINK_TAIL or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[")]".index(url[-1])])):
        url = url[:-1]
    return url


def _escape_words(text: str) -> str:
    text = _SPECIAL.sub(r"\\\1", text)
    return _MASS_MENTION.sub("@\u200b", text)


def escape_start(line: str) -> str:
    """An escaped line that begins no heading, list or small print."""
    return _LINE_START.sub(lambda found: "\\".join(part for part in found.groups() if part is not None), line)


def link(text: str, url: str) -> str:
    """A masked link. Discord shows none whose text looks like a link itself or whose brackets do not pair."""
    text = one_line(text).replace("://", ":\u200b//")
    if not _brackets_pair(text):
        text = text.replace("[", "(").replace("]", ")")
    return f"[{_escape_words(text)}]({url})"


def _brackets_pair(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "[") - (character == "]")
        if depth not in (0, 1):
            return False
    return depth == 0
