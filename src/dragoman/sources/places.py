"""Places on the web that are followed: feeds, sitemaps, pages of headlines, single pages."""

import re
from dataclasses import dataclass, replace
from typing import Literal, get_args

from dragoman.core.document import Incoming
from dragoman.core.errors import InputError
from dragoman.sources.contents import read_bytes, suffix_of
from dragoman.sources.failures import InputFailure
from dragoman.sources.feeds import FEED_KINDS, read_feed
from dragoman.sources.http import (
    TEXTS,
    Fetched,
    FetchError,
    FetchLimits,
    Resolver,
    Wish,
    fetch,
    resolve,
)
from dragoman.sources.links import Link, Listing, read_headlines
from dragoman.sources.sitemaps import SITEMAP_KINDS, read_sitemap
from dragoman.sources.source import DEFAULT_LIMIT, Inputs
from dragoman.sources.visitor import Manners, Visitor

PlaceKind = Literal["feed", "sitemap", "headlines", "page"]
PLACE_KINDS: tuple[str, ...] = get_args(PlaceKind)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
LONGEST_LIST = 20_000_000
"""Bytes of a feed or sitemap after unpacking: they may be larger than an article."""
_HEAD = 2_000
_DEEPEST = 3
"""How far sitemaps may name further sitemaps."""


@dataclass(frozen=True, slots=True)
class Place:
    """An address that is followed; `match` is what addresses of articles hold, as a pattern.

    `outlet` names who publishes there, where the pages do not say it well.
    """

    kind: PlaceKind
    address: str
    match: str = ""
    outlet: str | None = None

    def wish(self, etag: str | None = None, modified: str | None = None) -> Wish:
        """How the place itself is asked for."""
        kinds = {"feed": FEED_KINDS, "sitemap": SITEMAP_KINDS}.get(self.kind, TEXTS)
        most = LONGEST_LIST if self.kind in ("feed", "sitemap") else None
        return Wish(kinds=kinds, etag=etag, modified=modified, bytes=most)

    def listing(self, found: Fetched) -> Listing:
        """The articles that a fetched list names.

        Raises:
            InputError: it is no list of that kind.
        """
        if self.kind == "feed":
            listing = read_feed(found.data, found.address, found.kind, found.charset)
        elif self.kind == "sitemap":
            listing = read_sitemap(found.data, found.address, LONGEST_LIST)
        else:
            listing = read_headlines(found.data, found.address, self.match)
        if not self.match:
            return listing
        links = tuple(x for x in listing.links if re.search(self.match, x.address))
        return Listing(links, listing.lists, listing.broken)


def read_page(link: Link, found: Fetched, limit: int, outlet: str | None = None) -> Inputs:
    """The documents of a fetched page, with what the place that links it knows of it."""
    known = link.provenance(outlet, found.charset)
    return read_bytes(link.address, suffix_of(found.kind), found.data, limit, known)


def kind_of_list(data: bytes) -> PlaceKind | None:
    """Whether bytes are a feed or a sitemap; None for anything else."""
    head = data[:_HEAD]
    if _FEED.search(head):
        return "feed"
    return "sitemap" if _SITEMAP.search(head) or data.startswith(b"\x1f\x8b") else None


@dataclass(slots=True)
class WebSource:
    """The documents of a place on the web, each page asked for once."""

    place: Place
    visitor: Visitor
    limit: int = DEFAULT_LIMIT

    def documents(self) -> Inputs:
        """The documents that the place lists now; one page that fails leaves the others alone."""
        if self.place.kind == "page":
            yield from self._page(Link(self.place.address))
            return
        seen: set[str] = set()
        yield from self._list(self.place, 0, seen)

    def _list(self, place: Place, depth: int, seen: set[str]) -> Inputs:
        seen.add(place.address)
        try:
            found = self.visitor.visit(place.address, place.wish())
            listing = place.listing(found)
        except (FetchError, InputError) as error:
            yield failure_of(place.address, error)
            return
        for said in listing.broken:
            yield InputFailure(place.address, said)
        for link in listing.links:
            if link.address not in seen:
                seen.add(link.address)
                yield from self._page(link)
        for inner in listing.lists:
            if inner.address not in seen and depth < _DEEPEST:
                further = replace(place, address=inner.address)
                yield from self._list(further, depth + 1, seen)

    def _page(self, link: Link) -> Inputs:
        try:
            found = self.visitor.visit(link.address)
        except FetchError as error:
            yield failure_of(link.address, error)
            return
        yield from read_page(link, found, self.limit, self.place.outlet)


@dataclass(frozen=True, slots=True)
class AddressSource:
    """The documents at a web address that somebody gives; it is asked for as a browser would.

    With `follow`, the address of a feed or sitemap gives the documents of the pages it names.
    """

    address: str
    limit: int = DEFAULT_LIMIT
    resolver: Resolver = resolve
    follow: bool = True

    def documents(self) -> Inputs:
        """One for a page, more for JSON Lines and for lists that are followed."""
        limits = FetchLimits(bytes=self.limit)
        wish = Wish(kinds=(*TEXTS, *FEED_KINDS, *SITEMAP_KINDS)) if self.follow else Wish()
        try:
            page = fetch(self.address, limits, self.resolver, wish)
        except FetchError as error:
            yield failure_of(self.address, error)
            return
        listed = kind_of_list(page.data) if self.follow else None
        if listed is not None:
            visitor = Visitor(Manners(delay=1.0, limits=limits), resolver=self.resolver)
            yield from WebSource(Place(listed, self.address), visitor, self.limit).documents()
            return
        for item in read_bytes(self.address, suffix_of(page.kind), page.data, self.limit):
            if isinstance(item, Incoming) and item.url is None:
                item = replace(item, url=page.address)
            yield item


def failure_of(address: str, error: Exception) -> InputFailure:
    """An error as the failure of an address."""
    return InputFailure(address, str(error).removeprefix(f"{address}: "))
