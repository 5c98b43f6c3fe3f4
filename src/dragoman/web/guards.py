"""What stands before every page: host, size and shape of requests, and the headers of answers."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from fastapi import HTTPException
from starlette.responses import JSONResponse

from dragoman.web.errors import error_json
from dragoman.web.settings import Settings, is_loopback

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
_JSON = b"application/json"
_LONGEST_ADDRESS = 8_000


class Guards:
    """The outermost layer: refuses what no page should see, and adds headers to every answer.

    An address that ends in `.json` asks for the JSON of the page without that ending.
    """

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sender = self._with_headers(send)
        if scope["method"] == "HEAD":
            scope["method"] = "GET"
            sender = _without_body(sender)
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, sender)
            return
        _take_suffix(scope)
        body = _Body(receive, self._settings.limits.body_bytes)
        await self._app(scope, body.receive, sender)

    def _refusal(self, scope: Scope) -> JSONResponse | None:
        """What to answer where the request is not even looked at."""
        headers = dict(scope["headers"])
        if not self._known_host(headers.get(b"host", b"").decode("latin-1")):
            return JSONResponse(
                error_json("wrong_host", "This server does not answer to that name.",
                           "Use its own address, or start it with --allow-host NAME."), 421,
            )  # fmt: skip
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > _LONGEST_ADDRESS:
            return JSONResponse(error_json("too_large", "The address is too long."), 414)
        length = headers.get(b"content-length", b"0")
        if not length.isdigit():
            return JSONResponse(error_json("bad_request", "Content-Length is no number."), 400)
        if int(length) > self._settings.limits.body_bytes:
            return self._too_large()
        return None

    def _too_large(self) -> JSONResponse:
        most = self._settings.limits.body_bytes
        return JSONResponse(
            error_json("too_large", f"More than {most:,} bytes.", "Send it in smaller parts."), 413
        )

    def _known_host(self, host: str) -> bool:
        """True for names that this server goes by: others may be a trick with name servers."""
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        settings = self._settings
        if is_loopback(settings.host):
            return is_loopback(name) or name in settings.hosts
        return not settings.hosts or name in settings.hosts or is_loopback(name)

    def _with_headers(self, send: Send) -> Send:
        async def sender(message: Message) -> None:
            if message["type"] == "http.response.start":
                given = list(message.get("headers", ()))
                named = {name.lower() for name, _ in given}
                given += [(n, v) for n, v in HEADERS if n not in named]
                if b"cache-control" not in named:
                    given.append((b"cache-control", b"no-cache"))
                if self._settings.tls:
                    given.append((b"strict-transport-security", b"max-age=31536000"))
                message = {**message, "headers": given}
            await send(message)

        return sender


def _without_body(send: Send) -> Send:
    """Sends the headers alone, as HEAD asks."""

    async def sender(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return sender


class _Body:
    """Counts the bytes of a body as they come, whatever its headers promise."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._seen = 0

    async def receive(self) -> Message:
        """The next message of the client.

        Raises:
            HTTPException: the body grew beyond the limit.
        """
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > self._most:
            raise HTTPException(413, f"More than {self._most:,} bytes.")
        return message


def _take_suffix(scope: Scope) -> None:
    path: str = scope["path"]
    if path.endswith(".json") and not path.startswith(("/static/", "/api/")):
        plain = path.removesuffix(".json")
        scope["path"] = "/" if plain in ("/index", "/home") else plain
        scope["headers"] = [(n, v) for n, v in scope["headers"] if n != b"accept"]
        scope["headers"].append((b"accept", _JSON))
