"""Who is calling, and may they: bearer tokens, signed sessions, and proof against forged forms."""

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from dragoman.web.accounts import Account, Role
from dragoman.web.errors import WebError, forbidden
from dragoman.web.settings import Settings

SESSION = "dragoman_session"
VISIT = "dragoman_visit"
CSRF_FIELD = "csrf"
CSRF_HEADER = "x-csrf-token"
HOURS = 12
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody at the other end; `via` is open, token, session or nobody."""

    name: str
    role: Role
    via: str
    csrf: str = ""

    def may(self, role: Role) -> bool:
        """True where the caller's role reaches that far."""
        return self.role >= role


@dataclass(slots=True)
class Gate:
    """Knows callers by their headers and cookies. Sessions end when the server does."""

    settings: Settings
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    ended: set[str] = field(default_factory=set)

    def caller(self, request: Request) -> Caller:
        """Who sent this request.

        Raises:
            WebError: the token given is unknown.
        """
        header = request.headers.get("authorization", "")
        if header:
            kind, _, token = header.partition(" ")
            account = self.settings.accounts.token(token.strip())
            if kind.lower() != "bearer" or account is None:
                raise WebError(
                    401, "unauthorized", "That token is not known.", "Send ‘Bearer TOKEN’."
                )
            return Caller(account.name, account.role, "token")
        csrf = self._sign("csrf", request.cookies.get(VISIT, ""))
        if self.settings.is_open:
            return Caller("local", Role.admin, "open", csrf)
        account = self._session(request.cookies.get(SESSION, ""))
        if account:
            return Caller(account.name, account.role, "session", csrf)
        return Caller("", Role.none, "nobody", csrf)

    def start_session(self, response: Response, account: Account) -> None:
        """Signs somebody in: a signed cookie that scripts cannot read."""
        ends = int(time.time()) + HOURS * 3600
        body = f"{account.name.encode().hex()}.{ends}.{secrets.token_hex(8)}"
        self._cookie(response, SESSION, f"{body}.{self._sign('session', body)}", HOURS * 3600)

    def end_session(self, request: Request, response: Response) -> None:
        """Signs somebody out, for good: the cookie would no longer be taken."""
        self.ended.add(request.cookies.get(SESSION, ""))
        response.delete_cookie(SESSION)

    def start_visit(self, request: Request, response: Response) -> None:
        """Gives a browser the cookie that its forms are bound to."""
        if VISIT not in request.cookies:
            self._cookie(response, VISIT, request.state.visit, None)

    def new_visit(self, request: Request) -> str:
        """The value of the visit cookie, made where the browser has none yet."""
        known: str = request.cookies.get(VISIT) or secrets.token_hex(16)
        return known

    def csrf_for(self, visit: str) -> str:
        """The token that forms of a visit carry."""
        return self._sign("csrf", visit)

    def check_forged(self, request: Request, caller: Caller, given: str | None) -> None:
        """Refuses a change that another site made the browser send.

        Raises:
            WebError: the origin is another one, or the form's token is missing or wrong.
        """
        if caller.via == "token":
            return
        wrong = WebError(
            403, "forged", "The form did not come from this site.", "Load the page again and retry."
        )
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise wrong
        origin = request.headers.get("origin")
        if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
            raise wrong
        if given is None and caller.via == "open":
            # No form but a script on this machine: browsers always name an origin.
            return
        if not (given and caller.csrf and hmac.compare_digest(given, caller.csrf)):
            raise wrong

    def _session(self, cookie: str) -> Account | None:
        body, _, signature = cookie.rpartition(".")
        parts = body.split(".")
        if len(parts) != 3 or cookie in self.ended:
            return None
        if not hmac.compare_digest(self._sign("session", body), signature):
            return None
        if int(parts[1]) < time.time():
            return None
        return self.settings.accounts.users.get(bytes.fromhex(parts[0]).decode())

    def _sign(self, purpose: str, text: str) -> str:
        if not text:
            return ""
        return hmac.new(self.secret, f"{purpose}:{text}".encode(), hashlib.sha256).hexdigest()

    def _cookie(self, response: Response, name: str, value: str, age: int | None) -> None:
        response.set_cookie(
            name,
            value,
            max_age=age,
            httponly=True,
            samesite="strict",
            secure=self.settings.secure_cookies,
        )


def needs(request: Request, role: Role) -> Caller:
    """The caller, who must have a role.

    Raises:
        WebError: nobody is signed in, or the role does not reach that far.
    """
    caller: Caller = request.state.caller
    if caller.may(role):
        return caller
    if caller.role == Role.none:
        raise WebError(
            401, "unauthorized", "This server asks who you are.", "Sign in, or send a token."
        )
    raise forbidden(role.name)
