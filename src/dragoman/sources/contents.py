"""What is in the bytes of one file, answer or record: which kind, and its documents."""

from hashlib import sha256

from dragoman.core.document import Incoming
from dragoman.core.errors import InputError
from dragoman.sources.decode import decode
from dragoman.sources.failures import InputFailure
from dragoman.sources.html import read_html
from dragoman.sources.jsonl import read_json, read_lines
from dragoman.sources.source import DEFAULT_LIMIT, Inputs, Provenance

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_KINDS = {
    "text/html": ".html",
    "application/xhtml": ".html",
    "application/x-ndjson": ".jsonl",
    "application/json": ".json",
    "text/plain": ".txt",
}


def suffix_of(kind: str) -> str:
    """The suffix of a declared type: ".html" of "text/html"; "" where it says nothing."""
    return next((known for start, known in _KINDS.items() if kind.startswith(start)), "")


def read_bytes(
    uri: str,
    suffix: str,
    data: bytes,
    limit: int = DEFAULT_LIMIT,
    known: Provenance | None = None,
) -> Inputs:
    """The documents in the bytes of one file; without a suffix the first sign tells the kind."""
    known = known or Provenance()
    if len(data) > limit:
        yield too_large(uri, f"more than {limit:,}", limit)
        return
    if not data.strip():
        yield InputFailure(uri, "empty", "there is nothing to read")
        return
    try:
        for item in _documents(uri, suffix or _kind_of(data), data, known):
            yield known.of(item) if isinstance(item, Incoming) else item
    except InputError as error:
        yield InputFailure(uri, str(error))


def _documents(uri: str, kind: str, data: bytes, known: Provenance) -> Inputs:
    is_html = kind in HTML_SUFFIXES
    text = decode(data, is_html, known.charset).text.removeprefix("\ufeff")
    if kind in LINES_SUFFIXES:
        yield from read_lines(uri, text)
    elif kind == ".json":
        yield from read_json(uri, text)
    elif is_html:
        yield _html_document(uri, text, data, known)
    elif text.strip():
        yield Incoming(uri=uri, raw=text, content_id=sha256(data).hexdigest())
    else:
        yield InputFailure(uri, "empty", "there is nothing to read")


def too_large(uri: str, size: str, limit: int) -> InputFailure:
    """Says that an input is larger than allowed."""
    return InputFailure(
        uri, f"{size} bytes, above the limit of {limit:,}", "raise it with --max-bytes"
    )


def _kind_of(data: bytes) -> str:
    """The suffix that unnamed bytes would have: pages and objects are known by how they begin."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")):
        return ".html"
    return ".jsonl" if start.startswith(b'{"') else ".txt"


def _html_document(uri: str, text: str, data: bytes, known: Provenance) -> Incoming:
    page = read_html(text, known.url)
    return Incoming(
        uri=uri,
        raw=page.text,
        content_id=sha256(data).hexdigest(),
        url=known.url or page.url,
        title=page.title,
        published=page.published,
        outlet=known.outlet or page.outlet,
    )
