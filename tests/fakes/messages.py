"""What Discord accepts as a message, new or edited."""

from __future__ import annotations

import re

from .components import check_components, walk
from .errors import ApiError
from .fields import Field
from .uploads import Uploads, check_attachments, file_names
from .world import COMPONENTS_V2, EPHEMERAL, LOADING, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, Json, Message, World

NEW_FLAGS = EPHEMERAL | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
EDIT_FLAGS = SUPPRESS_EMBEDS | COMPONENTS_V2
MENTION = re.compile(r"<@[!&]?\d+>|@everyone|@here")
EMBED_TEXTS = (("title", 256), ("description", 4096))
MAX_EMBED_TEXT = 6000


def check_message(body: Field, previous: Message | None = None, uploads: Uploads | None = None) -> None:
    """Raises what Discord answers to a bad message: `body` is a new one, or an edit of `previous`."""
    uploads = uploads or {}
    body.files = file_names(body.value, uploads, previous)
    flags = _check_flags(body, previous)
    v2 = bool(flags & COMPONENTS_V2)
    body["content"].text(0, 2000)
    body["tts"].truth()
    _check_embeds(body["embeds"])
    _check_allowed_mentions(body["allowed_mentions"])
    check_attachments(body, uploads, previous)
    check_components(body["components"], v2=v2)
    kept = _kept(previous)
    if v2:
        for key in ("content", "embeds", "poll", "sticker_ids"):
            if body[key].value if key in body else kept.get(key):
                code = "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"
                body[key].refuse(code, f'The "{key}" field cannot be used when using MessageFlags.IS_COMPONENTS_V2')
    body.settle()
    filled = any((body[key].value if key in body else kept.get(key)) for key in ("content", "embeds", "components"))
    if not filled and not (body.files and not v2):
        raise ApiError(400, 50006, "Cannot send an empty message")


def _kept(previous: Message | None) -> Json:
    """What an edit leaves as it was where it does not name it."""
    if previous is None:
        return {}
    return {"content": previous.content, "embeds": previous.embeds, "components": previous.components}


def _check_flags(body: Field, previous: Message | None) -> int:
    before = 0 if previous is None else previous.flags & ~LOADING
    if "flags" not in body or body["flags"].absent:
        return before
    flags = body["flags"].whole(0, 2**31 - 1)
    allowed = NEW_FLAGS if previous is None else EDIT_FLAGS | before
    if flags & ~allowed:
        body["flags"].refuse("MESSAGE_FLAGS_INVALID", f"Flags {flags & ~allowed} cannot be set here")
    if before & COMPONENTS_V2 and not flags & COMPONENTS_V2:
        body["flags"].refuse("MESSAGE_FLAGS_INVALID", "MessageFlags.IS_COMPONENTS_V2 cannot be removed")
    return flags


def _check_embeds(field: Field) -> None:
    for embed in field.items(0, 10):
        for key, most in EMBED_TEXTS:
            embed[key].text(0, most)
        embed["footer"]["text"].text(0, 2048)
        embed["author"]["name"].text(0, 256)
        for part in embed["fields"].items(0, 25):
            for key, most in (("name", 256), ("value", 1024)):
                part[key].require()
                part[key].text(0, most)
    if not field.refusals and field.value and sum(map(_embed_size, field.value)) > MAX_EMBED_TEXT:
        field.refuse("MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {MAX_EMBED_TEXT}")


def _embed_size(embed: Json) -> int:
    texts = [embed.get(key) for key, _ in EMBED_TEXTS]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    texts += [part[key] for part in embed.get("fields") or [] for key in ("name", "value")]
    return sum(len(text or "") for text in texts)


def _check_allowed_mentions(field: Field) -> None:
    parse = [kind.choice(("everyone", "roles", "users")) for kind in field["parse"].items(0, 3)]
    field["replied_user"].truth()
    for kind in ("users", "roles"):
        if field[kind].items(0, 100) and kind in parse:
            field[kind].refuse("MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", f'parse:["{kind}"] and {kind} are exclusive')


def watch_mentions(world: World, body: Json, where: str) -> None:
    """Records a message that would ping somebody. This bot may ping only roles, each of them named by its id."""
    allowed = body.get("allowed_mentions") or {}
    if allowed.get("parse") == [] and not allowed.get("users"):
        return
    texts = [body.get("content") or "", *(part.get("content", "") for part in walk(body.get("components") or []))]
    if found := [match for text in texts for match in MENTION.findall(text)]:
        world.problem(f"{where}: could mention {', '.join(sorted(set(found)))}: allowed_mentions is {allowed}")
