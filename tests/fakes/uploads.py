"""Files that come with a request, as `multipart/form-data`, and the attachments that they become."""

from __future__ import annotations

import json
import re
from typing import Any

from aiohttp import web

from .components import walk
from .errors import ApiError
from .fields import Field
from .world import COMPONENTS_V2, Attachment, Json, Message, World

MAX_FILES = 10
MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_DESCRIPTION = 1024
PART = re.compile(r"files\[(\d)\]")
CDN = "https://cdn.discordapp.com/attachments"

Uploads = dict[str, tuple[str, bytes]]
"""By number: the name and the content of each file."""


async def read_body(request: web.Request) -> tuple[Any, Uploads]:
    """The JSON of a request and its files. Raises ApiError where Discord cannot read it."""
    if request.content_type == "multipart/form-data":
        return await _read_form(request)
    if request.content_type != "application/json":
        raise ApiError(400, 50035, "Invalid Form Body", detail=f"a body of type {request.content_type}")
    return _parsed(await request.text()), {}


async def read_object(request: web.Request) -> tuple[Json, Uploads]:
    """As `read_body`, where only a JSON object will do."""
    body, uploads = await read_body(request)
    if not isinstance(body, dict):
        raise ApiError(400, 50035, "Invalid Form Body", detail="the body is not an object")
    return body, uploads


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise ApiError(400, 50109, "The request body contains invalid JSON.") from None


async def _read_form(request: web.Request) -> tuple[Any, Uploads]:
    form = await request.post()
    uploads: Uploads = {}
    for name, value in form.items():
        if match := PART.fullmatch(name):
            if not isinstance(value, web.FileField):
                raise ApiError(400, 50035, "Invalid Form Body", detail=f"{name} has no file name")
            content = value.file.read()
            if len(content) > MAX_FILE_BYTES:
                raise ApiError(413, 40005, "Request entity too large")
            uploads[match[1]] = (value.filename, content)
        elif name != "payload_json":
            raise ApiError(400, 50035, "Invalid Form Body", detail=f"a form field {name}")
    payload = form.get("payload_json", "{}")
    if not isinstance(payload, str):
        raise ApiError(400, 50035, "Invalid Form Body", detail="payload_json is a file")
    return _parsed(payload), uploads


def check_attachments(body: Field, uploads: Uploads, previous: Message | None = None) -> None:
    """Refuses `attachments` that name neither an uploaded file nor one that the edited message has."""
    kept = {one.id for one in previous.attachments} if previous else set()
    for field in body["attachments"].items(0, MAX_FILES):
        field["id"].require()
        field["filename"].text(1, 1024)
        field["description"].text(0, MAX_DESCRIPTION)
        if str(field["id"].value) not in uploads and str(field["id"].value) not in kept:
            field.refuse("ATTACHMENT_NOT_FOUND", f"No file or attachment {field['id'].value!r}")


def file_names(body: Any, uploads: Uploads, previous: Message | None = None) -> frozenset[str]:
    """What `attachment://` may name once the message is as `body` says."""
    kept = _kept(body, previous)
    return frozenset([name for name, _ in uploads.values()] + [one.name for one in kept])


def _kept(body: Any, previous: Message | None) -> list[Attachment]:
    if previous is None:
        return []
    listed = body.get("attachments") if isinstance(body, dict) else None
    if not isinstance(listed, list):
        return previous.attachments
    ids = {str(one.get("id")) for one in listed if isinstance(one, dict)}
    return [one for one in previous.attachments if one.id in ids]


def attach(world: World, message: Message, body: Json, uploads: Uploads) -> None:
    """Puts the files onto the message, and their addresses into its components."""
    said = {str(one["id"]): one.get("description") for one in body.get("attachments") or []}
    attachments = _kept(body, message)[:]
    for number, (name, content) in uploads.items():
        if body.get("attachments") is None or number in said:
            key = world.snowflake()
            url = f"{CDN}/{message.channel.id}/{key}/{name}"
            attachments.append(Attachment(key, name, content, said.get(number), url))
    message.attachments = attachments
    shown = {f"attachment://{one.name}": one for one in attachments}
    for media in _media(message.components):
        if found := shown.get(media["url"]):
            media |= {"url": found.url, "proxy_url": found.url, "attachment_id": found.id}
    _watch_hidden(world, message)


def _media(components: list[Json]) -> list[Json]:
    found = [part[key] for part in walk(components) for key in ("media", "file") if key in part]
    return found + [item["media"] for part in walk(components) for item in part.get("items") or []]


def _watch_hidden(world: World, message: Message) -> None:
    """Records a file that nobody sees: with Components V2 only what a component shows is shown."""
    if not message.flags & COMPONENTS_V2:
        return
    shown = {media["url"] for media in _media(message.components)}
    if hidden := [one.name for one in message.attachments if one.url not in shown]:
        world.problem(f"message {message.id}: no component shows the file {', '.join(hidden)}")
