"""Entries as an Atom feed, for the pages and for files that anybody may serve."""

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree

from dragoman.output.naming import Naming

_ATOM = "http://www.w3.org/2005/Atom"
_FIRST = "1970-01-01"


def feed_item(entry: Mapping[str, Any], naming: Naming, base: str) -> dict[str, Any]:
    """What a feed shows of an entry; `base` is the address that its page begins with."""
    return {
        "id": f"{base}entries/{entry['id']}",
        "title": title_of(entry, naming),
        "text": entry["evidence"][0]["text"] if entry["evidence"] else "",
        "day": entry["last_report"] or (entry.get("date") or {}).get("earliest") or _FIRST,
        "tags": [naming.labels.word("topics", topic) for topic in entry.get("topics", ())],
    }


def title_of(entry: Mapping[str, Any], naming: Naming) -> str:
    """An entry in one line."""
    words = naming.labels.word
    if entry["family"] == "engagement":
        what, sides = words("kinds", entry["kind"]), entry["sides"]
        ends = " – ".join(naming.side(code) for code in sides)
    elif entry["family"] == "outcome":
        what, sides = words("outcomes", entry["kind"]), entry["parties"]
        ends = " – ".join(naming.side(code) for code in sides)
    else:
        what = words("types", entry.get("type") or entry.get("act"))
        source = entry.get("source") or entry.get("side")
        ends = ", ".join(naming.side(code) for code in (source, entry.get("target")) if code)
    return f"{what[:1].upper()}{what[1:]}: {ends}"


def atom_feed(items: Iterable[Mapping[str, Any]], here: str, title: str = "Dragoman") -> bytes:
    """Items as Atom; `here` is the address of the feed itself."""
    shown = list(items)
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed")
    newest = max((item["day"] for item in shown), default=_FIRST)
    for name, text in (("id", here), ("title", title), ("updated", f"{newest}T00:00:00Z")):
        ElementTree.SubElement(feed, f"{{{_ATOM}}}{name}").text = _plain(text)
    ElementTree.SubElement(feed, f"{{{_ATOM}}}link", rel="self", href=_plain(here))
    author = ElementTree.SubElement(feed, f"{{{_ATOM}}}author")
    ElementTree.SubElement(author, f"{{{_ATOM}}}name").text = "Dragoman"
    for item in shown:
        entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
        for name, text in (
            ("id", item["id"]),
            ("title", item["title"]),
            ("updated", f"{item['day']}T00:00:00Z"),
            ("summary", item["text"]),
        ):
            ElementTree.SubElement(entry, f"{{{_ATOM}}}{name}").text = _plain(text)
        ElementTree.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", href=item["id"])
        for tag in item["tags"]:
            ElementTree.SubElement(entry, f"{{{_ATOM}}}category", term=tag)
    data: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return data


def _plain(text: str) -> str:
    """A text without the signs that XML does not know."""
    return "".join(c for c in text if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff"
                                                        and c not in "\ufffe\uffff"))  # fmt: skip
