"""What is known of a page, as it is kept in the ledger and as it was."""

from datetime import date
from typing import Any

from dragoman.sources.http import Wish
from dragoman.sources.links import Link
from dragoman.sources.places import Place
from dragoman.store.following import FollowedPage


def packed(link: Link) -> dict[str, Any]:
    """What a source knows of a page, without what is empty."""
    day = link.published.isoformat() if link.published else None
    values = {"title": link.title, "published": day, "outlet": link.outlet}
    return {key: value for key, value in values.items() if value}


def link_of(page: FollowedPage) -> Link:
    """The link that `packed` kept."""
    known = page.link
    day = known.get("published")
    return Link(
        page.address,
        known.get("title"),
        date.fromisoformat(day) if day else None,
        outlet=known.get("outlet"),
    )


def wish_of(page: FollowedPage, place: Place | None) -> Wish:
    """How a page is asked for: only if it has changed, where it was read before."""
    if page.role == "list" and place is not None:
        return place.wish(page.etag, page.modified)
    return Wish(etag=page.etag, modified=page.modified)
