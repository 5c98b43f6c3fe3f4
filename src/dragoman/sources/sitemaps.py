"""Sitemaps, plain or gzip, with the extension for news: the pages of a site, and further maps."""

import io
from datetime import date
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from dragoman.core.errors import InputError
from dragoman.sources.inflate import inflate
from dragoman.sources.links import Link, Listing, tidy
from dragoman.sources.markup import one_line

SITEMAP_KINDS = (
    "application/xml", "application/gzip", "application/x-gzip", "application/octet-stream",
    "text/",
)  # fmt: skip
_MOST = 50_000
"""Pages that one sitemap may list."""


def read_sitemap(data: bytes, address: str, limit: int) -> Listing:
    """The pages of a sitemap, newest first, and the sitemaps that an index names, newest first.

    Entities, document types and anything outside the file are not followed; `limit` bounds the
    bytes after unpacking.

    Raises:
        InputError: it is no sitemap, or unpacks to too much.
    """
    if data.startswith(b"\x1f\x8b"):
        data = inflate(data, "gzip", limit)
    links: list[Link] = []
    lists: list[Link] = []
    broken: tuple[str, ...] = ()
    root = ""
    try:
        steps = etree.iterparse(
            io.BytesIO(data), events=("end",), resolve_entities=False, no_network=True,
            load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        for _, node in steps:
            name = etree.QName(node).localname
            root = root or _root(node)
            if name == "url":
                links.append(_link(node))
                node.clear()
            elif name == "sitemap":
                lists.append(_link(node))
                node.clear()
            if len(links) > _MOST:
                break
    except etree.LxmlError as error:
        if not links and not lists:
            raise InputError(f"no sitemap ({_short(error)}): look at it in a browser") from error
        broken = (f"the sitemap breaks off ({_short(error)})",)
    if root not in ("urlset", "sitemapindex"):
        raise InputError(f"no sitemap: its root is {root[:40]!r}, not urlset or sitemapindex")
    links.sort(key=lambda link: link.changed or "", reverse=True)
    lists.sort(key=lambda link: link.changed or "", reverse=True)
    return Listing(tuple(tidy(links, address)), tuple(tidy(lists, address)), broken)


def _root(node: Any) -> str:  # noqa: ANN401
    top = node
    while top.getparent() is not None:
        top = top.getparent()
    return str(etree.QName(top).localname)


def _short(error: object) -> str:
    return " ".join(str(error).split())[:120]


def _text(node: Any, name: str) -> str:  # noqa: ANN401
    """The text of the first element of that name below a node, whatever its namespace."""
    found = next(node.iter("{*}" + name), None)
    return " ".join((found.text or "").split()) if found is not None else ""


def _link(node: Any) -> Link:  # noqa: ANN401
    day = _text(node, "publication_date")
    try:
        published = date.fromisoformat(day[:10]) if day else None
    except ValueError:
        published = None
    return Link(
        address=_text(node, "loc"),
        title=one_line(_text(node, "title")) or None,
        published=published,
        changed=_text(node, "lastmod") or day or None,
        outlet=one_line(_text(node, "name")) or None,
    )
