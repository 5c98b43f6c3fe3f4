"""Links to articles: what a feed, a sitemap or a page of headlines says of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from lxml import etree, html  # type: ignore[import-untyped]

from dragoman.core.errors import InputError
from dragoman.core.interval import Interval
from dragoman.sources.addresses import plain_address
from dragoman.sources.decode import decode
from dragoman.sources.source import Provenance

_LONG = 300


@dataclass(frozen=True, slots=True)
class Link:
    """An article by its address, and what the place that links it knows of it.

    `changed` is what that place says of its last change, in its own form: only whether it differs
    from what it said before is asked.
    """

    address: str
    title: str | None = None
    published: date | None = None
    changed: str | None = None
    outlet: str | None = None

    def provenance(self, outlet: str | None = None, charset: str | None = None) -> Provenance:
        """What is known of the article before it is read."""
        day = self.published
        return Provenance(
            url=self.address,
            title=self.title,
            published=Interval(day, day, "explicit", "day given by its feed") if day else None,
            outlet=outlet,
            listed_by=self.outlet,
            charset=charset,
        )


@dataclass(frozen=True, slots=True)
class Listing:
    """What stands in a place that lists articles: links, further lists, and what was unusable."""

    links: tuple[Link, ...] = ()
    lists: tuple[Link, ...] = ()
    broken: tuple[str, ...] = ()
    """What could not be used, one line each."""


def tidy(links: Iterable[Link], base: str) -> Iterator[Link]:
    """The links with whole addresses, each once; what leads nowhere on the web is left out."""
    seen: set[str] = set()
    for link in links:
        address = plain_address(urljoin(base, link.address)) if link.address else None
        if address is None or address in seen:
            continue
        seen.add(address)
        title = " ".join((link.title or "").split())[:_LONG] or None
        yield Link(address, title, link.published, link.changed, link.outlet)


def read_headlines(data: bytes, base: str, match: str) -> Listing:
    """The links of a page of headlines whose addresses a pattern finds.

    Raises:
        InputError: the page cannot be read.
    """
    wanted = re.compile(match)
    text = decode(data, is_html=True).text
    try:
        parser = html.HTMLParser(encoding="utf-8")
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise InputError(f"no page of headlines ({error}): look at it in a browser") from error
    anchors = [(a.get("href") or "", a.text_content()) for a in tree.iter("a")]
    links = (Link(href.strip(), title) for href, title in anchors if href)
    return Listing(tuple(link for link in tidy(links, base) if wanted.search(link.address)))
