"""What goes wrong: for the bot (an HTTP answer) and for the test that drives it."""

from __future__ import annotations

from .world import Json


class ApiError(Exception):
    """An answer other than 2xx, with Discord's JSON error code; 0 is Discord's general error.

    It is recorded as a problem of the bot's, with `detail`, unless `blame` is False.
    """

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        errors: Json | None = None,
        *,
        detail: str = "",
        blame: bool = True,
    ) -> None:
        super().__init__(detail or message)
        self.blame = blame
        self.status = status
        self.code = code
        self.message = message
        self.errors = errors

    def body(self) -> Json:
        body: Json = {"message": self.message, "code": self.code}
        return body if self.errors is None else body | {"errors": self.errors}


class DriverError(AssertionError):
    """The test asked for what a Discord client would not let a person do, or an answer never came."""


def unknown_message() -> ApiError:
    return ApiError(404, 10008, "Unknown Message")


def unknown_webhook(detail: str = "") -> ApiError:
    return ApiError(404, 10015, "Unknown Webhook", detail=detail)


def unknown_interaction(detail: str = "") -> ApiError:
    return ApiError(404, 10062, "Unknown interaction", detail=detail)


def unknown_channel(*, blame: bool = True) -> ApiError:
    return ApiError(404, 10003, "Unknown Channel", blame=blame)


def missing_access(*, blame: bool = True) -> ApiError:
    return ApiError(403, 50001, "Missing Access", blame=blame)


def missing_permissions(detail: str, *, blame: bool = True) -> ApiError:
    return ApiError(403, 50013, "Missing Permissions", detail=f"Missing Permissions: {detail}", blame=blame)
