"""Everything that one server holds, found from any request."""

import os
from dataclasses import dataclass, field
from threading import BoundedSemaphore

from starlette.requests import Request

from dragoman.web.access import Gate
from dragoman.web.books import Books
from dragoman.web.drafts import Drafts
from dragoman.web.drawn import Drawn
from dragoman.web.meaning import Meaning
from dragoman.web.rates import Rates
from dragoman.web.reading import Readings
from dragoman.web.settings import Settings
from dragoman.web.shell import Shell

_DESKS = max(2, os.cpu_count() or 1)


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
    drawn: Drawn = field(default_factory=Drawn)
    desks: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_DESKS))
    """Taken while a page is put together: more at once would only wait for each other."""
    meaning: Meaning = field(default_factory=Meaning)


def site_of(request: Request) -> Site:
    """The server that answers a request."""
    site: Site = request.app.state.site
    return site
