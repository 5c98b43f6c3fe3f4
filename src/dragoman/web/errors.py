"""What the pages and the API answer when something cannot be done: a code, a sentence, a hint."""

from typing import Any

from pydantic import BaseModel

from dragoman.core.errors import DragomanError


class WebError(DragomanError):
    """A request that is not answered as asked: HTTP `status`, stable `code`, and what to do."""

    def __init__(self, status: int, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint

    def to_json(self) -> dict[str, Any]:
        """The one shape of errors."""
        return error_json(self.code, self.message, self.hint)


class Error(BaseModel):
    """What went wrong: a stable code, a sentence, and what to do."""

    code: str
    message: str
    hint: str


class ErrorAnswer(BaseModel):
    """The one shape of errors."""

    error: Error


REFUSALS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorAnswer} for status in (400, 401, 403, 404, 413, 415, 422, 429)
}


class SetupError(DragomanError):
    """The server cannot start as asked; the message says what to change."""


def error_json(code: str, message: str, hint: str = "") -> dict[str, Any]:
    """The one shape of errors; `hint` is filled where a code has a usual one."""
    return {"error": {"code": code, "message": message, "hint": hint or _HINTS.get(code, "")}}


def not_found(what: str) -> WebError:
    """Nothing is kept under that name."""
    return WebError(404, "not_found", f"There is no {what}.", "Search for it or list all.")


def bad_request(message: str, hint: str = "") -> WebError:
    """The request makes no sense as it is."""
    return WebError(400, "bad_request", message, hint)


def forbidden(needed: str) -> WebError:
    """The caller's role does not go that far."""
    return WebError(
        403, "forbidden", f"This needs the role {needed}.", "Use a token or account that has it."
    )


_DESCRIBED = "See /api/v1/openapi.json for what is taken."
_HINTS = {
    "bad_request": _DESCRIBED, "invalid": _DESCRIBED, "not_acceptable": _DESCRIBED,
    "unsupported_type": _DESCRIBED, "not_found": "See /api/v1/openapi.json for what there is.",
    "method_not_allowed": "See /api/v1/openapi.json for what each address takes.",
    "too_large": "Send it in smaller parts.", "too_many_requests": "Wait a minute and try again.",
    "unreadable": "Give the address of a public page, or the text itself.",
    "unavailable": "Try again in a while.",
}  # fmt: skip
SENTENCES = {
    400: "The request cannot be read.", 404: "There is nothing at this address.",
    405: "This address does not take that method.",
}  # fmt: skip
"""What is said where the framework gives the name of a status alone."""

CODES = {
    400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found",
    405: "method_not_allowed", 406: "not_acceptable", 409: "conflict", 413: "too_large",
    415: "unsupported_type", 421: "wrong_host", 422: "invalid", 429: "too_many_requests",
    500: "internal", 503: "unavailable",
}  # fmt: skip
"""The code that goes with a status where nothing finer is said."""
