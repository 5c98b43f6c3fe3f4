"""Everything that one server holds, found from any request."""

from dataclasses import dataclass, field

from starlette.requests import Request

from dragoman.web.access import Gate
from dragoman.web.books import Books
from dragoman.web.drafts import Drafts
from dragoman.web.rates import Rates
from dragoman.web.reading import Readings
from dragoman.web.settings import Settings
from dragoman.web.shell import Shell


@dataclass(frozen=True, slots=True)
class Site:
    """The parts of a server."""

    settings: Settings
    gate: Gate
    shell: Shell
    readings: Readings
    books: Books | None = None
    rates: Rates = field(default_factory=Rates)
    drafts: Drafts = field(default_factory=Drafts)


def site_of(request: Request) -> Site:
    """The server that answers a request."""
    site: Site = request.app.state.site
    return site
