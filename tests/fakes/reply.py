"""A message of the bot's as a person sees it."""

from __future__ import annotations

from dataclasses import dataclass

from .components import BUTTON, ENTITY_SELECTS, GALLERY, STRING_SELECT, TEXT, THUMBNAIL, walk
from .errors import DriverError
from .world import Interaction, Json, Message


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    custom_id: str | None
    url: str | None
    style: int
    disabled: bool
    emoji: str
    id: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A suggestion of autocompletion, its name in the person's language."""

    name: str
    value: str | int | float


class Reply:
    """A live view: after an edit, the same reply shows the new text and buttons."""

    def __init__(self, message: Message, interaction: Interaction | None = None) -> None:
        """`interaction` is what the message answers; None where it answers a message, or nothing."""
        self.message = message
        self._interaction = interaction

    def __repr__(self) -> str:
        return f"<Reply {self.text!r} buttons={[button.label or button.emoji for button in self.buttons]}>"

    @property
    def interaction(self) -> Interaction:
        if self._interaction is None:
            raise DriverError("this message answers no interaction")
        return self._interaction

    @property
    def files(self) -> dict[str, bytes]:
        """The attached files by their names."""
        return {one.name: one.content for one in self.message.attachments}

    @property
    def id(self) -> str:
        return self.message.id

    @property
    def text(self) -> str:
        """All text, in order: the content, then every TextDisplay, a line each."""
        texts = [self.message.content, *(part["content"] for part in self._parts(TEXT))]
        return "\n".join(text for text in texts if text)

    @property
    def components(self) -> list[Json]:
        return self.message.components

    @property
    def buttons(self) -> list[Button]:
        return [
            Button(
                label=part.get("label") or "",
                custom_id=part.get("custom_id"),
                url=part.get("url"),
                style=part["style"],
                disabled=bool(part.get("disabled")),
                emoji=(part.get("emoji") or {}).get("name", ""),
                id=part["id"],
            )
            for part in self._parts(BUTTON)
        ]

    @property
    def selects(self) -> list[Json]:
        return self._parts(STRING_SELECT, *ENTITY_SELECTS)

    @property
    def images(self) -> list[str]:
        """URLs of thumbnails and gallery items."""
        media = [part["media"] for part in self._parts(THUMBNAIL)]
        media += [item["media"] for part in self._parts(GALLERY) for item in part["items"]]
        return [item["url"] for item in media]

    @property
    def ephemeral(self) -> bool:
        """Whether only the person who asked sees it."""
        return self.message.ephemeral

    @property
    def deleted(self) -> bool:
        return self.message.deleted

    @property
    def edits(self) -> int:
        """How often it was changed after it was first complete."""
        return self.message.edits

    @property
    def followups(self) -> list[Reply]:
        """Further messages of the interaction that brought this reply."""
        return [
            Reply(message, self._interaction) for message in self.interaction.followups if message is not self.message
        ]

    def button(self, label: str | None = None, custom_id: str | None = None, emoji: str | None = None) -> Button:
        """The one button that fits all that is given; DriverError when there is none, or several."""
        wanted = (("label", label), ("custom_id", custom_id), ("emoji", emoji))
        fitting = [
            button
            for button in self.buttons
            if all(value is None or getattr(button, key) == value for key, value in wanted)
        ]
        if len(fitting) != 1:
            named = {key: value for key, value in wanted if value is not None}
            raise DriverError(f"{len(fitting)} buttons fit {named} in {self!r}")
        return fitting[0]

    def forge(self, button: Button, custom_id: str) -> None:
        """Gives a button another custom_id, as an older release of the bot might have posted it."""
        for part in self._parts(BUTTON):
            if part["id"] == button.id:
                part["custom_id"] = custom_id

    def _parts(self, *kinds: int) -> list[Json]:
        return [part for part in walk(self.message.components) if part["type"] in kinds]
