"""Web crawls as WARC, plain or gzip, in the layout of CC-NEWS: the pages they hold.

Requests, redirects, pictures and other records that are no page are passed over. A record that is
cut short or cannot be read is a failure of its own; where the archive itself is broken, reading
goes on at the next record that begins after the break, if the stream can be wound.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING, BinaryIO

from dragoman.core.errors import InputError
from dragoman.core.interval import Interval
from dragoman.sources.contents import read_bytes, suffix_of, too_large
from dragoman.sources.failures import InputFailure
from dragoman.sources.inflate import dechunk, inflate
from dragoman.sources.source import DEFAULT_LIMIT, Inputs, Provenance

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_LOG = logging.getLogger(__name__)
WARC_SUFFIXES = (".warc", ".warc.gz")
_BEGINS = re.compile(rb"\x1f\x8b\x08|WARC/1\.")
_PIECE = 1 << 20
_HINT = "fetch the archive again"


@dataclass(frozen=True, slots=True)
class WarcSource:
    """The pages of one WARC file."""

    path: str
    limit: int = DEFAULT_LIMIT

    def documents(self) -> Inputs:
        """The pages in the order of the archive."""
        with open(self.path, "rb") as stream:
            yield from read_warc(self.path, stream, self.limit)


def read_warc(uri: str, stream: BinaryIO, limit: int = DEFAULT_LIMIT) -> Inputs:
    """The documents of an archive, page by page; `limit` bounds the bytes of one page.

    A document's `uri` is `ARCHIVE#ID` with the record's own id, its `url` the address that was
    crawled, `retrieved` the day of the crawl, and its id the hash of the page's bytes. Nothing is
    held beyond the page at hand.
    """
    empty = True
    for found in _records(uri, stream):
        empty = False
        if isinstance(found, InputFailure):
            yield found
            continue
        try:
            yield from _page(uri, found, limit)
        except (OSError, ValueError) as error:
            yield InputFailure(_name(uri, found), f"broken record ({error})", _HINT)
    if empty:
        yield InputFailure(uri, "no record of a page in the archive", "is it a WARC file?")


def _records(uri: str, stream: BinaryIO) -> "Iterator[WarcRecord | InputFailure]":
    """The responses of an archive; past each break, those that follow it."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        yield InputFailure(uri, "reading WARC needs fastwarc", "pip install 'dragoman[warc]'")
        return
    start: int | None = stream.tell() if stream.seekable() else None
    at, told = start or 0, False
    while True:
        pages = ArchiveIterator(
            stream, record_types=WarcRecordType.response, parse_http=True, auto_decode="none"
        )
        begun = at
        try:
            for record in pages:
                at, told = begun + record.stream_pos, False
                yield record
        except OSError as error:
            if not told:
                yield InputFailure(uri, f"broken after byte {at:,} ({error})", _HINT)
            told = True
            if start is None:
                return
        else:
            return
        next_at = _next_begin(stream, at + 1)
        if next_at is None:
            return
        stream.seek(next_at)
        at = next_at


def _next_begin(stream: BinaryIO, at: int) -> int | None:
    """Where the next record may begin, from a byte on."""
    stream.seek(at)
    kept = b""
    while piece := stream.read(_PIECE):
        data = kept + piece
        if found := _BEGINS.search(data):
            return at - len(kept) + found.start()
        at += len(piece)
        kept = data[-6:]
    return None


def _name(uri: str, record: "WarcRecord") -> str:
    """`ARCHIVE#ID`; the place in the archive where a record has no id."""
    own = (record.record_id or "").strip("<>").removeprefix("urn:uuid:")
    return f"{uri}#{own or record.stream_pos}"


def _page(uri: str, record: "WarcRecord", limit: int) -> Inputs:
    """The documents of one response, none where it is no page."""
    name = _name(uri, record)
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    http = record.http_headers
    kind = (record.http_content_type or "").lower()
    if http is None or http.status_code != 200 or not (suffix := suffix_of(kind)):
        _LOG.debug("%s: no page (%s, %s)", name, http and http.status_code, kind)
        return
    if record.content_length > limit:
        yield too_large(name, f"{record.content_length:,}", limit)
        return
    data = record.reader.read(record.content_length)
    if len(data) < record.content_length:
        yield InputFailure(name, "cut short: the archive ends inside it", _HINT)
        return
    try:
        if "chunked" in (http.get("Transfer-Encoding") or "").lower():
            data = dechunk(data)
        data = inflate(data, _coding(data, http.get("Content-Encoding") or ""), limit)
    except InputError as error:
        yield InputFailure(name, str(error))
        return
    known = Provenance(url=address, retrieved=_crawled(record), charset=record.http_charset)
    yield from read_bytes(name, suffix, data, limit, known)


def _coding(data: bytes, declared: str) -> str:
    """The coding of a body: crawlers often store it unpacked below the header of the packed one."""
    packed = data.startswith(b"\x1f\x8b") or "gzip" not in declared.lower()
    return declared if packed else ""


def _crawled(record: "WarcRecord") -> Interval | None:
    """The day of the crawl, in UTC."""
    try:
        day: date = record.record_date.astimezone(UTC).date()
    except (ValueError, OverflowError, AttributeError):
        return None
    return Interval(day, day, "explicit", "day of the crawl") if day.year > 1990 else None
