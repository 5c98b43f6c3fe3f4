"""The frame of every page: its language and colours, its caller, and its two forms.

A view gives one dictionary of plain data. Who asks for JSON gets it as it is; everybody else gets
it drawn by a template.
"""

import hashlib
import json
import secrets
from dataclasses import dataclass, field
from functools import partial
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from dragoman.knowledge.world import World
from dragoman.lang.labels import Labels, labels, offered
from dragoman.web.access import CSRF_FIELD, Caller, Gate
from dragoman.web.accounts import Role
from dragoman.web.naming import Naming, direction, language_of
from dragoman.web.settings import Settings

LANGUAGE = "dragoman_language"
THEME = "dragoman_theme"
THEMES = ("auto", "light", "dark")
_YEAR = 365 * 86_400
_PROOF = f"proof-{secrets.token_hex(16)}"
"""Stands in drawn pages where the proof of a visit goes; nothing that is shown can hold it."""


@dataclass(slots=True)
class Shell:
    """Draws pages."""

    settings: Settings
    gate: Gate
    version: str
    world: World = field(default_factory=World.default)
    templates: Environment = field(init=False)
    stamp: str = field(init=False)

    def __post_init__(self) -> None:
        self.templates = Environment(
            loader=PackageLoader("dragoman.web"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.templates.globals.update(
            dir_of=direction, listed=_listed, lang_of=language_of, languages=offered(),
            themes=THEMES, csrf_field=CSRF_FIELD, version=self.version, menu=self.menu(),
        )  # fmt: skip
        self.stamp = _stamp(self.version)
        self.templates.globals["stamp"] = self.stamp

    def warm(self) -> None:
        """Compiles every page while no other thread parses, which CPython 3.11 may trip over."""
        for name in self.templates.list_templates(extensions=("html",)):
            self.templates.get_template(name)

    def menu(self) -> list[tuple[str, str]]:
        """The pages in the head of each page: address and phrase."""
        if self.settings.ledger is None:
            return [("/add", "add")]
        return [
            ("/", "home"),
            ("/network", "network"),
            ("/review", "review"),
            ("/add", "add"),
            ("/about", "about"),
        ]

    def answer(
        self, request: Request, template: str, data: dict[str, Any], status: int = 200
    ) -> Response:
        """A page, or its data where JSON is asked for; "not changed" where the asker has it."""
        if wants_json(request):
            return self._tagged(request, JSONResponse(data, status))
        page = self.draw(request, template, data)
        return self.page(request, page, status)

    def page(self, request: Request, drawn: str, status: int = 200) -> Response:
        """A drawn page for one visit: its forms carry the visit's own proof."""
        proof = self.gate.csrf_for(request.state.visit)
        return self._tagged(request, HTMLResponse(drawn.replace(_PROOF, proof), status))

    def depends_on(self, request: Request) -> tuple[str, ...]:
        """What a page depends on beside the ledger: address, language, colours and caller."""
        caller: Caller = request.state.caller
        return (
            request.url.path, request.url.query, labels_of(request).code, theme_of(request),
            caller.name, caller.role.name, caller.via,
        )  # fmt: skip

    def draw(self, request: Request, template: str, data: dict[str, Any]) -> str:
        """A page as HTML."""
        words = labels_of(request)
        caller: Caller = request.state.caller
        naming = Naming(words, self.world)
        return self.templates.get_template(template).render(
            **data,
            t=words.text,
            word=words.word,
            lang=words.code,
            dir=words.direction,
            name=naming,
            caller=caller,
            can_edit=caller.may(Role.editor),
            can_admin=caller.may(Role.admin),
            is_open=self.settings.is_open,
            csrf=_PROOF,
            theme=theme_of(request),
            path=request.url.path,
            here=partial(_here, request),
            facet_address=partial(_facet_address, request),
            keeps_ledger=self.settings.ledger is not None,
        )

    def redirect(self, request: Request, address: str) -> Response:
        """Sends a browser on, after a form was taken."""
        response = RedirectResponse(address, 303)
        self.remember(request, response)
        return response

    def remember(self, request: Request, response: Response) -> None:
        """Keeps in cookies what the browser chose: language and colours, and its visit."""
        self.gate.start_visit(request, response)
        for name, key, known in (
            (LANGUAGE, "lang", [item.code for item in offered()]),
            (THEME, "theme", list(THEMES)),
        ):
            chosen = request.query_params.get(key)
            if chosen in known:
                response.set_cookie(name, chosen, max_age=_YEAR, samesite="lax",
                                    httponly=True, secure=self.settings.secure_cookies)  # fmt: skip

    def _tagged(self, request: Request, response: Response) -> Response:
        self.remember(request, response)
        response.headers["vary"] = "Accept, Accept-Language, Cookie"
        if request.method != "GET" or response.status_code != 200:
            return response
        return with_tag(request, response)


def with_tag(request: Request, response: Response) -> Response:
    """The answer with its ETag, or 304 without a body where the asker names the same one."""
    tag = f'W/"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
    response.headers["etag"] = tag
    if tag not in request.headers.get("if-none-match", ""):
        return response
    kept = {n: v for n, v in response.headers.items() if n in ("etag", "vary", "cache-control")}
    return Response(status_code=304, headers=kept)


def listed(request: Request, items: list[dict[str, Any]], more: str | int | None) -> Response:
    """A page of a list over the API, with where the next one begins."""
    found = {"items": items, "next": None if more is None else str(more)}
    return with_tag(request, JSONResponse(found))


def wants_json(request: Request) -> bool:
    """True where the asker prefers JSON to a page."""
    if request.url.path.startswith("/api/"):
        return True
    accept = request.headers.get("accept", "")
    at = accept.find("application/json")
    page = accept.find("text/html")
    return at >= 0 and (page < 0 or at < page)


def labels_of(request: Request) -> Labels:
    """The language of the pages: as chosen now, as chosen before, as the browser prefers."""
    known = [item.code for item in offered()]
    for code in (request.query_params.get("lang"), request.cookies.get(LANGUAGE)):
        if code in known:
            return labels(code)
    ranges = []
    for at, part in enumerate(request.headers.get("accept-language", "").split(",")[:20]):
        tag, _, weight = part.strip().partition(";q=")
        ranges.append((-_weight(weight), at, tag.partition("-")[0].lower()))
    chosen = next((tag for _, _, tag in sorted(ranges) if tag in known), known[0])
    return labels(chosen)


def theme_of(request: Request) -> str:
    """The colours of the pages."""
    for theme in (request.query_params.get("theme"), request.cookies.get(THEME)):
        if theme in THEMES:
            return theme
    return THEMES[0]


def _weight(text: str) -> float:
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def _here(request: Request, **changed: str | None) -> str:
    """The address of this page with some parameters changed; None takes one away."""
    query = [(k, v) for k, v in request.query_params.multi_items() if k not in changed]
    query += [(k, v) for k, v in changed.items() if v is not None]
    return request.url.path + (f"?{urlencode(query)}" if query else "")


_SEVERAL = frozenset({"family", "type", "status", "side", "standing"})
"""Filters that can be given more than once."""


def _listed(value: object) -> list[str]:
    """The values of a filter as they stand in an address; none where it does not narrow."""
    if not value:
        return []
    if isinstance(value, list):
        return [str(item) for item in value]
    return ["true" if value is True else str(value)]


def _facet_address(request: Request, facet: str, value: str, chosen: bool) -> str:
    """The address of a list narrowed by one more value, or no longer narrowed by it."""
    query = [
        (k, v)
        for k, v in request.query_params.multi_items()
        if k != "cursor" and v and not (k == facet and (v == value or facet not in _SEVERAL))
    ]
    if not chosen:
        query.append((facet, value))
    return request.url.path + (f"?{urlencode(query)}" if query else "")


def _stamp(version: str) -> str:
    """A short mark of what is served, so that browsers may keep static files."""
    digest = hashlib.sha256(version.encode())
    for item in sorted(files("dragoman.web").joinpath("static").iterdir(), key=lambda f: f.name):
        if item.is_file():
            digest.update(item.read_bytes())
    return digest.hexdigest()[:10]


def dumps(value: object) -> str:
    """Compact JSON, keys as they come."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
