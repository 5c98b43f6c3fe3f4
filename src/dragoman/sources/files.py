"""Files, folders and standard input, as documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from dragoman.core.document import Incoming
from dragoman.core.errors import InputError
from dragoman.sources.decode import decode
from dragoman.sources.failures import InputFailure
from dragoman.sources.html import read_html
from dragoman.sources.http import FetchError, FetchLimits, Resolver, fetch, resolve
from dragoman.sources.jsonl import read_json, read_lines

DEFAULT_LIMIT = 20_000_000
"""Bytes above which an input is refused unless asked for."""

HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
_KINDS = {
    "text/html": ".html",
    "application/xhtml": ".html",
    "application/x-ndjson": ".jsonl",
    "application/json": ".json",
    "text/plain": ".txt",
}
SUFFIXES = HTML_SUFFIXES | LINES_SUFFIXES | {".txt", ".json"}

Inputs = Iterator[Incoming | InputFailure]


def read_inputs(paths: Sequence[str], limit_bytes: int, stdin: BinaryIO) -> Inputs:
    """Every document of the given files, folders, addresses and `-`, failures among them.

    Folders are read through, sorted by name, files of known suffixes only. `limit_bytes` bounds
    one file.
    """
    for path in paths:
        if path == "-":
            yield from read_bytes("-", "", stdin.read(limit_bytes + 1), limit_bytes)
        elif path.startswith(("http://", "https://")):
            yield from read_address(path, limit_bytes)
        else:
            yield from _read_path(path, limit_bytes)


def read_address(
    address: str, limit_bytes: int = DEFAULT_LIMIT, resolver: Resolver = resolve
) -> Inputs:
    """The documents at a public web address."""
    try:
        page = fetch(address, FetchLimits(bytes=limit_bytes), resolver)
    except FetchError as error:
        yield InputFailure(address, str(error).removeprefix(f"{address}: "))
        return
    suffix = next((known for start, known in _KINDS.items() if page.kind.startswith(start)), "")
    for item in read_bytes(address, suffix, page.data, limit_bytes):
        if isinstance(item, Incoming) and item.url is None:
            item = replace(item, url=page.address)
        yield item


def _read_path(path: str, limit: int) -> Inputs:
    place = Path(path)
    try:
        if place.is_dir():
            yield from _read_folder(place, limit)
            return
        if not place.exists():
            yield InputFailure(path, "no such file or folder", "check the spelling of the path")
            return
        if not place.is_file():
            yield InputFailure(path, "not a regular file", "give it on standard input with -")
            return
        yield from _read_file(place, path, limit)
    except (OSError, ValueError) as error:
        yield InputFailure(path, _reason(error), "check that the file can be read")


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _read_folder(folder: Path, limit: int) -> Inputs:
    """All documents below a folder; a folder without any is a failure."""
    files = [p for p in _sorted_files(folder) if p.suffix.lower() in SUFFIXES]
    if not files:
        known = " ".join(sorted(SUFFIXES))
        yield InputFailure(str(folder), "no documents in the folder", f"looked for {known}")
    for file in files:
        try:
            yield from _read_file(file, str(file), limit)
        except OSError as error:
            yield InputFailure(str(file), _reason(error), "check that the file can be read")


def _sorted_files(folder: Path) -> Iterable[Path]:
    return sorted((p for p in folder.rglob("*") if p.is_file()), key=lambda p: p.as_posix())


def _read_file(file: Path, uri: str, limit: int) -> Inputs:
    size = file.stat().st_size
    if size > limit:
        yield _too_large(uri, f"{size:,}", limit)
        return
    yield from read_bytes(uri, file.suffix.lower(), file.read_bytes(), limit)


def _too_large(uri: str, size: str, limit: int) -> InputFailure:
    return InputFailure(
        uri, f"{size} bytes, above the limit of {limit:,}", "raise it with --max-bytes"
    )


def read_bytes(uri: str, suffix: str, data: bytes, limit: int = DEFAULT_LIMIT) -> Inputs:
    """The documents in the bytes of one file; without a suffix the first sign tells the kind."""
    if len(data) > limit:
        yield _too_large(uri, f"more than {limit:,}", limit)
        return
    if not data.strip():
        yield InputFailure(uri, "empty", "there is nothing to read")
        return
    kind = suffix or _kind_of(data)
    is_html = kind in HTML_SUFFIXES
    try:
        text = decode(data, is_html).text
        text = text.removeprefix("\ufeff")
        if kind in LINES_SUFFIXES:
            yield from read_lines(uri, text)
        elif kind == ".json":
            yield from read_json(uri, text)
        elif is_html:
            yield _html_document(uri, text, data)
        elif text.strip():
            yield Incoming(uri=uri, raw=text, content_id=sha256(data).hexdigest())
        else:
            yield InputFailure(uri, "empty", "there is nothing to read")
    except InputError as error:
        yield InputFailure(uri, str(error))


def _kind_of(data: bytes) -> str:
    """The suffix that unnamed bytes would have: pages and objects are known by how they begin."""
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")):
        return ".html"
    return ".jsonl" if start.startswith(b'{"') else ".txt"


def _html_document(uri: str, text: str, data: bytes) -> Incoming:
    page = read_html(text)
    return Incoming(
        uri=uri,
        raw=page.text,
        content_id=sha256(data).hexdigest(),
        url=page.url,
        title=page.title,
        published=page.published,
        outlet=page.outlet,
    )
