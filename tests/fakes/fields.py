"""Reading a JSON payload as strictly as Discord does, collecting every fault by its path."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from .errors import ApiError
from .world import Json

INVALID_FORM = 50035


@dataclass(frozen=True, slots=True)
class Refusal:
    path: tuple[str, ...]
    code: str
    message: str


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


class Field:
    """A value of a payload and where it stands. An absent value and null are alike: None.

    `files` are the names of what was uploaded with the payload.
    """

    def __init__(
        self,
        value: Any,
        path: tuple[str, ...] = (),
        refusals: list[Refusal] | None = None,
        files: frozenset[str] = frozenset(),
    ) -> None:
        self.value = value
        self.path = path
        self.refusals: list[Refusal] = [] if refusals is None else refusals
        self.files = files

    def __getitem__(self, key: str) -> Field:
        is_object = isinstance(self.value, dict)
        if not is_object and not self.absent and all(refusal.path != self.path for refusal in self.refusals):
            self.refuse("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
        value = self.value.get(key) if is_object else None
        return Field(value, (*self.path, key), self.refusals, self.files)

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    @property
    def absent(self) -> bool:
        return self.value is None

    def refuse(self, code: str, message: str) -> None:
        self.refusals.append(Refusal(self.path, code, message))

    def require(self) -> bool:
        """Whether the value is there; its absence is a fault."""
        if self.absent:
            self.refuse("BASE_TYPE_REQUIRED", "This field is required")
        return not self.absent

    def text(self, least: int, most: int) -> str:
        """An optional string; '' when it is absent or not one."""
        if self.absent:
            return ""
        if not isinstance(self.value, str) or (not self.value.isascii() and _has_surrogate(self.value)):
            self.refuse("STRING_TYPE_CONVERT", "Could not interpret value as string.")
            return ""
        if len(self.value) > most:
            self.refuse("BASE_TYPE_MAX_LENGTH", f"Must be {most} or fewer in length.")
        if len(self.value) < least:
            self.refuse("BASE_TYPE_MIN_LENGTH", f"Must be {least} or more in length.")
        return self.value

    def whole(self, least: int, most: int, default: int = 0) -> int:
        """An optional whole number; `default` when it is absent or not one."""
        if self.absent:
            return default
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            self.refuse("NUMBER_TYPE_COERCE", f'Value "{self.value}" is not int.')
            return default
        if not least <= self.value <= most:
            self.refuse("NUMBER_TYPE_RANGE", f"int value should be between {least} and {most}.")
        return self.value

    def truth(self) -> bool:
        """An optional boolean; False when it is absent or not one."""
        if not self.absent and not isinstance(self.value, bool):
            self.refuse("BOOLEAN_TYPE_CONVERT", "Must be either true or false.")
        return self.value is True

    def choice(self, allowed: Collection[Any]) -> Any:
        """An optional value out of `allowed`; None when it is absent or another one."""
        if self.absent:
            return None
        if self.value not in allowed or isinstance(self.value, bool):
            self.refuse("BASE_TYPE_CHOICES", f"Value must be one of {tuple(allowed)}.")
            return None
        return self.value

    def items(self, least: int, most: int) -> list[Field]:
        """The fields of an optional array; none when it is absent or not one."""
        if self.absent:
            return []
        if not isinstance(self.value, list):
            self.refuse("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
            return []
        if not least <= len(self.value) <= most:
            self.refuse("BASE_TYPE_BAD_LENGTH", f"Must be between {least} and {most} in length.")
        fields = [
            Field(value, (*self.path, str(place)), self.refusals, self.files) for place, value in enumerate(self.value)
        ]
        return [field for field in fields if field.require()]

    def entries(self) -> list[Field]:
        """The fields of an optional object, its keys as their last path element."""
        if self.absent:
            return []
        if not isinstance(self.value, dict):
            self.refuse("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")
            return []
        return [self[key] for key in self.value]

    def settle(self) -> None:
        """Raises 400 `Invalid Form Body` when anything under this root was refused."""
        if not self.refusals:
            return
        errors: Json = {}
        for refusal in self.refusals:
            place = errors
            for key in refusal.path:
                place = place.setdefault(key, {})
            place.setdefault("_errors", []).append({"code": refusal.code, "message": refusal.message})
        detail = "; ".join(f"{'.'.join(r.path) or 'body'} {r.code}: {r.message}" for r in self.refusals)
        raise ApiError(400, INVALID_FORM, "Invalid Form Body", errors, detail=f"Invalid Form Body: {detail}")
