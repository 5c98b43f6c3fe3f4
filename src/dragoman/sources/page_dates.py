"""When a web page says it was published: its metadata first, JSON-LD next, then what it shows."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from lxml import etree, html  # type: ignore[import-untyped]

from dragoman.core.interval import Interval
from dragoman.lang.calendar import Calendar
from dragoman.lang.discover import languages

_NAMES = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "article.published", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "publishdate", "publish-date", "publish_date", "published", "pubdate", "publication_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "date",
)  # fmt: skip
"""Names of metadata that tell the day of publication, the most telling first."""
_KINDS = re.compile(r"Article|Report|Posting|Speech|WebPage", re.IGNORECASE)
_YEARS = range(1990, 2100)
_COMPACT = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 90
_FEW_WORDS = 4
_NEAR = 12
"""How many blocks around the headline are looked at."""
_DEEPEST = 50
_HIDDEN = ("head", "script", "style", "noscript", "nav", "footer", "aside", "form")


def page_date(text: str) -> Interval | None:
    """The day of publication, with the way it is known as its reason; None where nothing says it.

    Raises:
        ValueError, lxml.etree.LxmlError: the page cannot be parsed.
    """
    parser = html.HTMLParser(encoding="utf-8")
    tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    for because, days in (
        ("page metadata", _metadata(tree)),
        ("JSON-LD of the page", _linked_data(tree)),
        ("date beside the headline", _visible(tree)),
    ):
        for day in days:
            return Interval(day, day, "explicit", because)
    return None


def _day(value: object) -> date | None:
    """The day of a written time, as its page's own clock had it."""
    if not isinstance(value, str):
        return None
    text = value.strip()
    match = _COMPACT.match(text)
    try:
        day = date(*map(int, match.groups())) if match else datetime.fromisoformat(text).date()
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _metadata(tree: Any) -> Iterator[date]:  # noqa: ANN401
    found: dict[str, date] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        day = _day(meta.get("content"))
        if day is not None:
            found.setdefault(name.strip().lower(), day)
    for name in _NAMES:
        if name in found:
            yield found[name]


def _linked_data(tree: Any) -> Iterator[date]:  # noqa: ANN401
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            yield from _published(json.loads(script.text or "", strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _published(value: object, depth: int) -> Iterator[date]:
    """The days of publication of the articles in JSON-LD."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _published(item, depth + 1)
    elif isinstance(value, dict):
        day = _day(value.get("datePublished"))
        if day is not None and _KINDS.search(str(value.get("@type", "Article"))):
            yield day
        for key in ("@graph", "mainEntity", "itemListElement"):
            yield from _published(value.get(key), depth + 1)


def _visible(tree: Any) -> Iterator[date]:  # noqa: ANN401
    """Dates that the page shows beside its headline: marked up, or on lines of their own."""
    etree.strip_elements(tree, *_HIDDEN, with_tail=False)
    blocks = _blocks(tree)
    heads = [at for at, (tag, _, _) in enumerate(blocks) if tag == "h1"]
    if not heads:
        return
    first = max(0, heads[0] - _NEAR)
    near = blocks[heads[0] + 1 : heads[0] + 1 + _NEAR] + blocks[first : heads[0]][::-1]
    for _, moment, _ in near:
        if day := _day(moment):
            yield day
    for _, _, text in near:
        yield from _date_line(text)


def _blocks(tree: Any) -> list[tuple[str, str | None, str]]:  # noqa: ANN401
    """The smallest elements that show something: tag, time it marks up, and text."""
    found = []
    for node in tree.iter(etree.Element):
        moment = node.get("datetime") if node.tag == "time" else None
        own = " ".join((node.text or "").split())
        if node.tag == "h1" or moment or own:
            found.append((str(node.tag), moment, own or " ".join(node.text_content().split())))
    return found


def _date_line(text: str) -> Iterator[date]:
    """The day of a line that holds a full date and little else, in any language that is read."""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return
    for code in sorted(languages()):
        for found in Calendar.for_language(code).find(text):
            rest = text[: found.start] + text[found.end :]
            whole = found.has_year and found.has_day and found.earliest == found.latest
            if whole and not found.time_only and len(_LETTERS.findall(rest)) <= _FEW_WORDS:
                yield found.earliest
                return
