"""JSON Lines: one document an object, "text" or "html" and what is known of it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from dragoman.core.document import Incoming, Note
from dragoman.core.errors import InputError
from dragoman.core.interval import Interval
from dragoman.sources.failures import InputFailure
from dragoman.sources.html import read_html

_STRINGS = ("text", "html", "url", "title", "published", "language", "outlet")


def read_lines(uri: str, text: str, first: int = 1) -> Iterator[Incoming | InputFailure]:
    """The documents of a JSON Lines text; a bad line is a failure and the others go on.

    `first` is the number of the text's first line in its file.
    """
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), first):
        if line.strip():
            yield _read_line(uri, number, line, seen)


def read_json(uri: str, text: str) -> Iterator[Incoming | InputFailure]:
    """The documents of a JSON file: one object, a list of them, or JSON Lines after all."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield from read_lines(uri, text)
        return
    seen: set[str] = set()
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield _document(uri, number, item, seen)


def holds_articles(text: str) -> bool:
    """False for JSON in which nothing has a text: settings, records, what belongs to articles.

    What is no JSON may have been meant to hold some.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return True
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, dict) and item.keys() & {"text", "html"} for item in items)


def read_object(uri: str, value: object) -> Incoming | InputFailure:
    """The document that one object describes, named `uri` or `uri#id`."""
    found = _document(uri, 1, value, set())
    named = isinstance(value, dict) and value.get("id")
    return found if isinstance(found, InputFailure) or named else replace(found, uri=uri)


def _read_line(uri: str, number: int, line: str, seen: set[str]) -> Incoming | InputFailure:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return _failure(uri, number, f"no JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        return _failure(uri, number, f"no JSON: {error}")
    return _document(uri, number, value, seen)


def _failure(uri: str, number: int, reason: str) -> InputFailure:
    return InputFailure(f"{uri}:{number}", reason, 'each line is an object with "text" or "html"')


def _document(uri: str, number: int, value: object, seen: set[str]) -> Incoming | InputFailure:
    """The document that one object describes."""
    if not isinstance(value, dict):
        return _failure(uri, number, f"a JSON object is needed, not {type(value).__name__}")
    for key in _STRINGS:
        if value.get(key) is not None and not isinstance(value[key], str):
            return _failure(uri, number, f'"{key}" must be a string')
    name, notes = _name(value, number, seen)
    body = value.get("text") or value.get("html")
    if not body or not body.strip():
        return _failure(uri, number, 'neither "text" nor "html" holds anything')
    try:
        content = sha256(body.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        return _failure(uri, number, f"half a surrogate pair at code point {error.start}")
    try:
        published = _published(value.get("published"))
    except ValueError:
        published = None
        said = f'"published" is no ISO date and is left out: {value["published"]!r}'
        notes = (*notes, Note("published-unreadable", None, said))
    given = Incoming(
        uri=f"{uri}#{name}",
        raw=body,
        content_id=content,
        url=value.get("url") or None,
        title=value.get("title") or None,
        published=published,
        language=value.get("language") or None,
        outlet=value.get("outlet") or None,
        notes=notes,
    )
    if value.get("text"):
        return given
    return _page(given, f"{uri}:{number}")


def _name(value: dict[str, Any], number: int, seen: set[str]) -> tuple[str, tuple[Note, ...]]:
    """The document's id, the line's number where none is given, and a note if it came before."""
    given = value.get("id")
    name = str(given) if isinstance(given, (str, int)) and str(given) else str(number)
    if name in seen:
        return name, (Note("duplicate-id", None, f"id {name!r} stands on an earlier line too"),)
    seen.add(name)
    return name, ()


def _published(value: str | None) -> Interval | None:
    """The day of an ISO date or time."""
    if not value or not value.strip():
        return None
    text = value.strip()
    try:
        day = date.fromisoformat(text[:10]) if len(text) == 10 else None
        day = day or datetime.fromisoformat(text.replace("Z", "+00:00")).date()
    except ValueError:
        day = date.fromisoformat(text[:10]) if text[10:11] in ("T", " ") else None
        if day is None:
            raise
    return Interval(day, day, "explicit", "given with the document")


def _page(given: Incoming, where: str) -> Incoming | InputFailure:
    """An HTML document of a line: what the line says goes before what the page says."""
    try:
        page = read_html(given.raw, given.url)
    except InputError as error:
        return InputFailure(where, str(error))
    return Incoming(
        uri=given.uri,
        raw=page.text,
        content_id=given.content_id,
        url=given.url or page.url,
        title=given.title or page.title,
        published=given.published or page.published,
        language=given.language,
        outlet=given.outlet or page.outlet,
        notes=given.notes,
    )
