"""RSS and Atom feeds: the articles that they announce."""

import io
from datetime import date
from typing import Any

from dragoman.core.errors import InputError
from dragoman.sources.links import Link, Listing, tidy
from dragoman.sources.markup import one_line

FEED_KINDS = (
    "application/rss+xml", "application/atom+xml", "application/xml", "application/rdf+xml",
    "application/x-rss+xml", "application/octet-stream", "text/",
)  # fmt: skip
"""The types that servers give feeds, rightly or not."""
_MOST = 2_000
_NAMED = 5


def read_feed(data: bytes, address: str, kind: str = "", charset: str | None = None) -> Listing:
    """The articles of a feed, in its order; feeds with slips are read as far as they make sense.

    Raises:
        InputError: it is no feed, or nothing of it can be read.
    """
    import feedparser

    declared = f"{kind or 'application/xml'}" + (f"; charset={charset}" if charset else "")
    try:
        # As a stream: bytes alone could pass for the name of a file.
        found = feedparser.parse(
            io.BytesIO(data),
            response_headers={"content-type": declared, "content-location": address},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise InputError(f"broken feed ({error}): look at it in a browser") from error
    if not found.get("version") and not found.entries:
        said = found.get("bozo_exception")
        raise InputError(f"no RSS or Atom feed ({_short(said) or 'another kind of document'})")
    if not found.entries and found.get("bozo") and not _whole(found):
        raise InputError(f"broken feed ({_short(found.get('bozo_exception'))}): nothing in it")
    outlet = _words(found.feed.get("title"))
    entries = found.entries[:_MOST]
    links = tuple(tidy((_link(e, outlet) for e in entries), address))
    lost = [e for e in entries if not _address(e)]
    broken = [f"an entry without a link: {_words(e.get('title')) or 'no title'}" for e in lost]
    if found.get("bozo") and not _whole(found):
        broken.append(f"the feed has slips ({_short(found.get('bozo_exception'))})")
    return Listing(links, broken=tuple(broken[:_NAMED]))


def _whole(found: Any) -> bool:  # noqa: ANN401
    """True where the parser only minds a label, such as a wrong type or encoding."""
    name = type(found.get("bozo_exception")).__name__
    return name in ("NonXMLContentType", "CharacterEncodingOverride")


def _short(error: object) -> str:
    return " ".join(str(error or "").split())[:120]


def _words(value: object) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None


def _address(entry: Any) -> str:  # noqa: ANN401
    """Where the article is; a permanent id that is an address serves where no link does."""
    for link in (entry.get("link"), entry.get("id")):
        if isinstance(link, str) and link.strip() and not link.startswith(("tag:", "urn:")):
            return link.strip()
    return ""


def _link(entry: Any, outlet: str | None) -> Link:  # noqa: ANN401
    source = entry.get("source") or {}
    return Link(
        address=_address(entry),
        title=_words(entry.get("title")),
        published=_day(entry.get("published_parsed") or entry.get("created_parsed")),
        # Past the parser's own `get`, which gives the one for the other.
        changed=_words(dict.get(entry, "updated")) or _words(entry.get("published")),
        outlet=_words(source.get("title")) or outlet,
    )


def _day(parsed: Any) -> date | None:  # noqa: ANN401
    """The day of a time that the parser read, in UTC."""
    try:
        day = date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday) if parsed else None
    except (ValueError, AttributeError):
        return None
    return day if day and 1990 <= day.year < 2100 else None
