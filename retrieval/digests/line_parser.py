"""What one line of a digest says.

Each function takes any text, never raises unless it says so, and is linear in its length. All but `plain` expect
text that `plain` has been through: no control characters, one space at most between words, none at the ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from retrieval.lazy_regex import lazy_regex
from retrieval.paper import Media, parse_arxiv_id

MAX_HEADING: Final = 4_000
"""Characters of a heading that are read; arXiv's own titles stay under 300."""
MAX_LABEL: Final = 80
"""Characters of a section's name; longer starred text is emphasis, not a name."""
MAX_MODEL: Final = 80
"""Characters of a model's name."""
MAX_VOTES: Final = 1_000_000
"""More than Hugging Face has readers: a higher number is a mistake."""
MAX_URL: Final = 2_048
"""Characters in the address of a picture or video, as browsers and Discord take them."""

# Bidirectional controls and zero-width characters: invisible, and able to make text show as what it is not. The
# joiners U+200C and U+200D stay: emoji and several scripts are spelled with them.
_INVISIBLE = lazy_regex("[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_CONTROL = lazy_regex("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")

_HEADING = lazy_regex(r"(#{1,6}) (.*)|(#{2,6})(?!#)(.*)")
_CLOSING_HASHES = lazy_regex(r" #+$")
_LINK_TARGET = lazy_regex(r"\]\( ?<?([^ ()<>]{1,300})")
_DATE = lazy_regex(
    r"(?<![0-9])((?:19|20)[0-9]{2})"
    r"(?: ?[-./년‐‑–] ?([0-9]{1,2}) ?[-./월‐‑–] ?([0-9]{1,2})|([0-9]{2})([0-9]{2}))"
    r"(?![0-9])"
)
_NUMBER = lazy_regex(r"([0-9]{1,3}[.)]) ")
_FIELD = lazy_regex(r"\*{0,3}(authors?|저자|(?:up)?votes?|추천)\*{0,3} ?[:：] ?\*{0,3} ?(.*)", re.IGNORECASE)
_LABEL = lazy_regex(rf"(\*{{0,4}}) ?([^* ][^*]{{0,{MAX_LABEL - 1}}}?) ?(?:(\*{{1,4}}) ?[:：]|[:：] ?(\*{{1,4}})) ?")
_UNCLOSED_LABEL = lazy_regex(rf"\*{{2,4}} ?([^*:：]{{1,{MAX_LABEL}}}) ?[:：] ?([^*]*)")
_LABEL_ALONE = lazy_regex(rf"\*{{2,4}} ?([^*]{{1,{MAX_LABEL}}})\*{{1,4}}")
_MODEL = lazy_regex(r"Summary written by the model (\w[\w.:/+ -]*)")
_NO_MODEL_NAME = lazy_regex(r"[^\w.:/+ -]+")
_TAG = lazy_regex(r"<[^<>]*>")
_SOURCE = lazy_regex(r"""\bsrc ?= ?(?:"([^"]*)"|'([^']*)'|([^ "'<>]+))""", re.IGNORECASE)
_WATCH = lazy_regex(r"\[watch(?: video)?\] ?\(?([^ ()]*)\)?", re.IGNORECASE)
_URL = lazy_regex(
    r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:[/?#][^ <>\"\\^`{|}]*)?", re.IGNORECASE | re.ASCII
)
_VIDEO_FILE = lazy_regex(r"\.(?:mp4|webm|mov|m4v|qt)(?:[?#].*)?$", re.IGNORECASE)
_QUOTES = frozenset("'\"")
_QUOTED_COMMA = lazy_regex(r"""['"] ?, ?['"]""")
_ESCAPED_QUOTE = lazy_regex(r"""\\(['"\\])""")


def plain(text: str) -> str:
    """`text` on one line: whitespace and control characters as single spaces, invisible characters taken out."""
    if text.isprintable():
        # The only printable whitespace is the space: most lines are plain already, and need no copy.
        text = text.strip(" ")
        return " ".join(text.split()) if "  " in text else text
    return " ".join(_CONTROL.sub(" ", _INVISIBLE.sub("", text)).split())


def clip(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, with an ellipsis where something is left out."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def heading(text: str) -> tuple[int, str] | None:
    """The level (1 to 6) and the words of a Markdown heading; at most MAX_HEADING characters are looked at."""
    match = _HEADING.fullmatch(text[:MAX_HEADING])
    if match is None:
        return None
    hashes, words = (match[1], match[2]) if match[1] else (match[3], match[4])
    return len(hashes), _CLOSING_HASHES.sub("", words).strip()


def linked_paper(words: str) -> tuple[str, str] | None:
    """The arXiv id and the title of a heading that links to a paper, whatever brackets the title has."""
    for target in _LINK_TARGET.finditer(words):
        arxiv_id = parse_arxiv_id(target[1])
        if arxiv_id is not None:
            return arxiv_id, words[words.find("[") + 1 : target.start()].strip()
    return None


def named_paper(words: str) -> tuple[str, str] | None:
    """The arXiv id and the title of a heading that names a paper's id without a Markdown link."""
    parts = words.split(" ")
    for index, part in enumerate(parts):
        arxiv_id = parse_arxiv_id(part.strip("()[]<>,;:|"))
        if arxiv_id is not None:
            return arxiv_id, " ".join(parts[:index] + parts[index + 1 :]).strip(" -–—:|")
    return None


def find_date(words: str) -> tuple[str, date | None]:
    """The first date written in `words`, and the day it stands for: ("", None) without one, and None also where the
    calendar has no such day."""
    match = _DATE.search(words)
    if match is None:
        return "", None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return match[0], date(year, month, day)
    except ValueError:
        return match[0], None


def is_rule(text: str) -> bool:
    """Whether the line is a Markdown thematic break (`---`, `* * *`)."""
    return text[0] in "-*_" and not text.strip(f"{text[0]} ") and text.count(text[0]) > 2


def bullet(text: str) -> str | None:
    """What stands behind the bullet; None where there is none. The space may be missing only where a bullet cannot be
    taken for a minus sign, a dash or emphasis."""
    mark, rest = text[0], text[1:]
    if mark in "•‣◦▪·":
        return rest.lstrip()
    if mark not in "-*+–—":
        return None
    if not rest or rest[0] == " ":
        return rest.lstrip()
    return rest if mark == "-" and rest[0] not in "-0123456789.,>=" else None


def numbered(text: str) -> str | None:
    """What stands behind the number of a numbered line (`1. …`, `2) …`); None where there is none."""
    match = _NUMBER.match(text)
    return text[match.end() :] if match else None


def split_label(text: str) -> tuple[str, str]:
    """The section that starred text at the beginning names, and the rest: `**What’s New**: …` is "What's New", "…".
    The stars need not balance. ("", text) where no section is named."""
    match = _LABEL.match(text)
    if match is not None and (match[1] or len(match[3] or "") > 1):
        label, rest = match[2], text[match.end() :]
    elif (match := _UNCLOSED_LABEL.fullmatch(text)) is not None:
        label, rest = match[1], match[2]
    elif (match := _LABEL_ALONE.fullmatch(text)) is not None:
        label, rest = match[1], ""
    else:
        return "", text
    return as_label(label), rest


def as_label(text: str) -> str:
    """`text` as the name of a section: straight apostrophes, no stars or colons around it, at most MAX_LABEL long."""
    return clip(text.replace("’", "'").replace("‘", "'").strip(" *:："), MAX_LABEL)


def model_heading(name: str) -> str:
    """The words of a heading that says which model wrote the points below, of whatever it is called."""
    name = _NO_MODEL_NAME.sub(" ", plain(name))
    while "//" in name:
        name = name.replace("//", "/")  # no address
    name = " ".join(name.strip(" .:/+-").split())[:MAX_MODEL].strip(" .:/+-")
    if not name or named_paper(name) or "daily papers" in name.casefold():  # the heading would be another kind
        name = "unnamed"
    return f"Summary written by the model {name}"


def model_named(words: str) -> str | None:
    """The model that a heading names as the writer of the points below, exactly as `model_heading` writes it; None
    where it names none."""
    match = _MODEL.fullmatch(words)
    return match[1] if match is not None and words == model_heading(match[1]) else None


def field(text: str) -> tuple[str, str] | None:
    """("authors" or "votes", value) where the line gives either."""
    match = _FIELD.fullmatch(text)
    if match is None:
        return None
    return ("authors" if match[1].lower() in {"author", "authors", "저자"} else "votes"), match[2]


def authors(value: str) -> tuple[str, ...]:
    """The names in a comma list or a Python list literal, each once, in order. What has no letter in it (`+`, which
    stands for names left out) is no name."""
    if value.startswith("["):
        value = value.removeprefix("[").rstrip("], ").strip()
        if value[:1] in _QUOTES:
            value = value[1:-1] if value[-1] in _QUOTES else value[1:]
            return _names(_ESCAPED_QUOTE.sub(r"\1", name) for name in _QUOTED_COMMA.split(value))
    return _names(value.split(","))


def _names(parts: Iterable[str]) -> tuple[str, ...]:
    names = dict.fromkeys(part.strip() for part in parts)
    return tuple(name for name in names if any(character.isalpha() for character in name))


def votes(value: str) -> int | None:
    """The number of votes, from 0 to MAX_VOTES; None where the digest says it does not know (`-` or nothing).

    Raises ValueError where it says something else.
    """
    if value.strip("-–—?") == "" or value.lower() in {"none", "n/a"}:
        return None
    digits = value.split(" ", 1)[0].removeprefix("+").replace(",", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(MAX_VOTES)) or int(digits) > MAX_VOTES:
        raise ValueError(value)
    return int(digits)


def is_media(text: str) -> bool:
    """Whether the line is there only to show a picture or a video (or is other markup without words)."""
    if text.startswith(("![", "[![")):
        return text.endswith(")") and "](" in text
    if text[0] == "[":
        return _WATCH.fullmatch(text) is not None
    return text[0] == "<" and not _TAG.sub("", text).strip()


def media(text: str) -> Media | None:
    """The picture or video of a media line; None unless its address is a whole http or https one."""
    is_video = False
    if text.startswith(("![", "[![")):
        image = text[1:].partition(")](")[0] + ")" if text[0] == "[" else text
        url = image[image.rfind("](") + 2 : -1].strip().split(" ", 1)[0].strip("<>")
    elif (watch := _WATCH.fullmatch(text)) is not None:
        url, is_video = watch[1], True
    elif (source := _SOURCE.search(text)) is not None:
        url, is_video = next(group for group in source.groups() if group is not None), "<img" not in text.lower()
    else:
        return None
    if len(url) > MAX_URL or _URL.fullmatch(url) is None:
        return None
    return Media("video" if is_video or _VIDEO_FILE.search(url) else "image", url)
