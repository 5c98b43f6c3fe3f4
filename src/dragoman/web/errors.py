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
    """The one shape of errors."""
    return {"error": {"code": code, "message": message, "hint": hint}}


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


CODES = {
    400: "bad_request", 401: "unauthorized", 403: "forbidden", 404: "not_found",
    405: "method_not_allowed", 406: "not_acceptable", 409: "conflict", 413: "too_large",
    415: "unsupported_type", 421: "wrong_host", 422: "invalid", 429: "too_many_requests",
    500: "internal", 503: "unavailable",
}  # fmt: skip
"""The code that goes with a status where nothing finer is said."""
