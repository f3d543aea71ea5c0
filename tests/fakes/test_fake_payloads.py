"""The fake refuses the messages that Discord refuses, naming the field and Discord's code."""

from __future__ import annotations

from typing import Any

import pytest

from .components import walk
from .errors import ApiError
from .fields import Field
from .messages import check_message, watch_mentions
from .payloads import number_components
from .world import COMPONENTS_V2, EPHEMERAL, Channel, Interaction, Json, Message, User, World


def text(content: str = "hello") -> Json:
    return {"type": 10, "content": content}


def button(custom_id: str = "a", **other: Any) -> Json:
    return {"type": 2, "style": 2, "label": "Go", "custom_id": custom_id} | other


def link(url: str = "https://arxiv.org", **other: Any) -> Json:
    return {"type": 2, "style": 5, "label": "Go", "url": url} | other


def row(*children: Json) -> Json:
    return {"type": 1, "components": list(children)}


def option(value: str) -> Json:
    return {"label": value, "value": value}


def select(*options: Json, **other: Any) -> Json:
    return {"type": 3, "custom_id": "s", "options": list(options)} | other


def picture(url: str = "https://example.com/a.png", **other: Any) -> Json:
    return {"type": 11, "media": {"url": url}} | other


def section(*texts: Json, accessory: Json | None = None) -> Json:
    return {"type": 9, "components": list(texts), "accessory": accessory or picture()}


def gallery(*items: Json) -> Json:
    return {"type": 12, "items": list(items)}


def box(*children: Json, **other: Any) -> Json:
    return {"type": 17, "components": list(children)} | other


def v2(*components: Json, **other: Any) -> Json:
    return {"flags": COMPONENTS_V2, "components": list(components)} | other


def refusal(body: Json, previous: Message | None = None) -> ApiError:
    with pytest.raises(ApiError) as caught:
        check_message(Field(body), previous)
    return caught.value


GOOD = [
    {"content": "x" * 2000},
    {"content": "x", "components": [row(*(button(str(n)) for n in range(5)))]},
    {"embeds": [{"title": "x", "fields": [{"name": "a", "value": "b"}]}]},
    v2(text("x" * 4000)),
    v2(text("가" * 3386)),
    v2(box(text(), {"type": 14, "spacing": 2, "divider": False}, section(text(), text(), text()), row(link()))),
    v2(section(text(), accessory=button())),
    v2(gallery({"media": {"url": "https://example.com/a.png"}, "description": "d" * 1024})),
    v2(row(select(*(option(str(n)) for n in range(25))))),
    v2(*(text() for _ in range(40))),
    v2(row(button(label=None, emoji={"name": "👍"}), button("b", emoji={"name": "paper", "id": "1"}))),
]


@pytest.mark.parametrize("body", GOOD, ids=range(len(GOOD)))
def test_what_discord_takes_is_taken(body: Json) -> None:
    check_message(Field(body))
    assert all(part.get("id") for part in walk(number_components(body.get("components", []))))


PART, ACCESSORY = "components.0.components.0", "components.0.accessory"
BAD = [
    ("content", {"content": "x" * 2001}, "BASE_TYPE_MAX_LENGTH"),
    ("content", {"content": 3}, "STRING_TYPE_CONVERT"),
    ("content", {"content": "\ud800"}, "STRING_TYPE_CONVERT"),
    ("flags", {"content": "x", "flags": 1 << 7}, "MESSAGE_FLAGS_INVALID"),
    ("embeds.0.title", {"embeds": [{"title": "x" * 257}]}, "BASE_TYPE_MAX_LENGTH"),
    ("embeds", {"embeds": [{"description": "x" * 4096}, {"description": "x" * 2000}]}, "MAX_EMBED_SIZE_EXCEEDED"),
    ("components.0", {"components": [text()]}, "UNION_TYPE_CHOICES"),
    ("components", {"components": [row(button(str(n))) for n in range(6)]}, "BASE_TYPE_BAD_LENGTH"),
    ("content", v2(text(), content="x"), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
    ("embeds", v2(text(), embeds=[{"title": "x"}]), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"),
    ("components.0.content", v2(text("")), "BASE_TYPE_MIN_LENGTH"),
    ("components.0.content", v2(text(" \n")), "BASE_TYPE_REQUIRED"),
    ("components.0.content", v2({"type": 10}), "BASE_TYPE_REQUIRED"),
    ("components", v2(text("x" * 2001), text("x" * 2000)), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"),
    ("components", v2(text("가" * 3387)), "COMPONENT_PROCESSED_SIZE_EXCEEDED"),
    ("components", v2(*(text("가" * 100) for _ in range(33))), "COMPONENT_PROCESSED_SIZE_EXCEEDED"),
    ("components", v2(*(section(text()) for _ in range(14))), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"),
    ("components", v2(*(text() for _ in range(41))), "BASE_TYPE_BAD_LENGTH"),
    ("components", v2(row(button(), button())), "COMPONENT_CUSTOM_ID_DUPLICATED"),
    ("components", v2(row(button()), section(text(), accessory=button())), "COMPONENT_CUSTOM_ID_DUPLICATED"),
    ("components", v2(text() | {"id": 7}, text() | {"id": 7}), "COMPONENT_ID_DUPLICATED"),
    ("components.0.id", v2(text() | {"id": -1}), "NUMBER_TYPE_RANGE"),
    ("components.0", v2(button()), "UNION_TYPE_CHOICES"),
    ("components.0", v2({"type": 99}), "UNION_TYPE_CHOICES"),
    ("components.0.components.0", v2(box(box(text()))), "UNION_TYPE_CHOICES"),
    ("components.0.components", v2(box()), "BASE_TYPE_BAD_LENGTH"),
    ("components.0.accent_color", v2(box(text(), accent_color=1 << 24)), "NUMBER_TYPE_RANGE"),
    ("components.0.components", v2(row()), "BASE_TYPE_BAD_LENGTH"),
    ("components.0.components", v2(row(*(button(str(n)) for n in range(6)))), "BASE_TYPE_BAD_LENGTH"),
    ("components.0", v2(row(button(), select(option("a")))), "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    ("components.0.components.0", v2(row(text())), "UNION_TYPE_CHOICES"),
    (f"{PART}.label", v2(row(button(label="x" * 81))), "BASE_TYPE_MAX_LENGTH"),
    (f"{PART}.style", v2(row(button(style=7))), "NUMBER_TYPE_RANGE"),
    (f"{PART}.custom_id", v2(row(button("x" * 101))), "BASE_TYPE_MAX_LENGTH"),
    (f"{PART}.custom_id", v2(row(button(custom_id=""))), "BASE_TYPE_MIN_LENGTH"),
    (f"{PART}.url", v2(row(button(url="https://a.b"))), "BUTTON_COMPONENT_FIELD_FORBIDDEN"),
    (f"{PART}.custom_id", v2(row(link(custom_id="a"))), "BUTTON_COMPONENT_FIELD_FORBIDDEN"),
    (f"{PART}.url", v2(row({"type": 2, "style": 5, "label": "x"})), "BASE_TYPE_REQUIRED"),
    (f"{PART}.url", v2(row(link("https://a.b/" + "x" * 512))), "BASE_TYPE_MAX_LENGTH"),
    (f"{PART}.url", v2(row(link("javascript:alert(1)"))), "URL_TYPE_INVALID_SCHEME"),
    (f"{PART}.url", v2(row(link("https://a b"))), "URL_TYPE_INVALID_URL"),
    ("components.0.components.0", v2(row(button(label=" "))), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"),
    (f"{PART}.emoji", v2(row(button(emoji={"name": "thumb"}))), "COMPONENT_INVALID_EMOJI"),
    (f"{PART}.options", v2(row(select())), "BASE_TYPE_BAD_LENGTH"),
    (
        f"{PART}.options",
        v2(row(select(*(option(str(n)) for n in range(26))))),
        "BASE_TYPE_BAD_LENGTH",
    ),
    (
        f"{PART}.options",
        v2(row(select(option("a"), option("a")))),
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    (f"{PART}.options", v2(row(select(option("a"), max_values=2))), "SELECT_COMPONENT_MAX_VALUES"),
    (f"{PART}.options.0.label", v2(row(select(option("x" * 101)))), "BASE_TYPE_MAX_LENGTH"),
    (f"{PART}.placeholder", v2(row(select(option("a"), placeholder="x" * 151))), "BASE_TYPE_MAX_LENGTH"),
    (f"{PART}.min_values", v2(row(select(option("a"), min_values=2))), "NUMBER_TYPE_MAX"),
    ("components.0.components", v2(section()), "BASE_TYPE_BAD_LENGTH"),
    ("components.0.components", v2(section(text(), text(), text(), text())), "BASE_TYPE_BAD_LENGTH"),
    ("components.0.components.0", v2(section(row(button()))), "UNION_TYPE_CHOICES"),
    ("components.0.accessory", v2({"type": 9, "components": [text()]}), "BASE_TYPE_REQUIRED"),
    ("components.0.accessory", v2(section(text(), accessory=text())), "UNION_TYPE_CHOICES"),
    (f"{ACCESSORY}.media.url", v2(section(text(), accessory=picture("ftp://a.b/c"))), "URL_TYPE_INVALID_SCHEME"),
    (f"{ACCESSORY}.media.url", v2(section(text(), accessory=picture("/avatars/a.svg"))), "URL_TYPE_INVALID_SCHEME"),
    (
        f"{ACCESSORY}.media.url",
        v2(section(text(), accessory=picture("attachment://a.png"))),
        "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    (
        f"{ACCESSORY}.media.url",
        v2(section(text(), accessory=picture("https://a.b/" + "x" * 2048))),
        "BASE_TYPE_MAX_LENGTH",
    ),
    (
        f"{ACCESSORY}.description",
        v2(section(text(), accessory=picture(description="x" * 1025))),
        "BASE_TYPE_MAX_LENGTH",
    ),
    ("components.0.items", v2(gallery()), "BASE_TYPE_BAD_LENGTH"),
    ("components.0.items.0.media", v2(gallery({})), "BASE_TYPE_REQUIRED"),
    ("components.0.spacing", v2({"type": 14, "spacing": 3}), "BASE_TYPE_CHOICES"),
    ("allowed_mentions.parse.0", {"content": "x", "allowed_mentions": {"parse": ["all"]}}, "BASE_TYPE_CHOICES"),
    (
        "allowed_mentions.users",
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("path", "body", "code"), BAD, ids=[f"{path}-{code}" for path, _, code in BAD])
def test_what_discord_refuses_is_refused(path: str, body: Json, code: str) -> None:
    error = refusal(body)
    assert (error.status, error.code) == (400, 50035)
    place: Any = error.errors
    for key in path.split("."):
        place = place[key]
    assert code in [refused["code"] for refused in place["_errors"]]


@pytest.mark.parametrize("body", [{}, {"content": ""}, v2(), {"content": None, "components": []}])
def test_an_empty_message_is_refused(body: Json) -> None:
    assert refusal(body).code == 50006


def posted(flags: int, **parts: Any) -> Message:
    user, channel = User("1", "reader"), Channel("2", 0)
    source = Interaction("3", "token", 2, user, channel, None, {}, 0.0, {})
    return Message("4", channel, flags, 0.0, source, user, **parts)


@pytest.mark.parametrize(
    ("before", "edit"),
    [
        (posted(COMPONENTS_V2, components=[text()]), {"content": "x"}),
        (posted(COMPONENTS_V2, components=[text()]), {"flags": 0, "components": [row(button())]}),
        (posted(0, content="x"), v2(text())),
        (posted(0, content="x"), {"flags": EPHEMERAL}),
        (posted(0, content="x"), {"components": [text()]}),
    ],
    ids=["content-to-v2", "v2-removed", "content-left", "made-ephemeral", "v2-without-flag"],
)
def test_an_edit_that_discord_refuses_is_refused(before: Message, edit: Json) -> None:
    assert refusal(edit, before).code == 50035


def test_an_edit_keeps_what_it_does_not_name() -> None:
    check_message(Field({"components": [text("new")]}), posted(COMPONENTS_V2 | EPHEMERAL, components=[text()]))
    check_message(Field(v2(text(), content=None)), posted(0, content="x"))
    assert refusal({"components": []}, posted(COMPONENTS_V2, components=[text()])).code == 50006


@pytest.mark.parametrize(
    ("body", "recorded"),
    [
        ({"content": "hi <@123>"}, True),
        (v2(box(text("@everyone"))), True),
        ({"content": "<@&9>", "allowed_mentions": {"parse": ["roles"]}}, True),
        ({"content": "<@123>", "allowed_mentions": {"parse": [], "users": ["123"]}}, True),
        ({"content": "@here", "allowed_mentions": {"parse": []}}, False),
        ({"content": "nobody@example.com"}, False),
        ({"content": "@\u200beveryone"}, False),
    ],
)
def test_a_message_that_could_mention_is_recorded(body: Json, recorded: bool) -> None:
    world = World()
    watch_mentions(world, body, "new message")
    assert [("could mention" in problem) for problem in world.problems] == [True] * recorded
