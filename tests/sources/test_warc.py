"""Crawls: what a WARC gives, what it passes over, and what a broken one says."""

import gzip
import io
from datetime import date
from hashlib import sha256

import pytest

pytest.importorskip("fastwarc")

from dragoman.core.document import Incoming
from dragoman.sources.failures import InputFailure
from dragoman.sources.files import read_inputs
from dragoman.sources.warc import read_warc

ENGLISH = (
    "The foreign minister of Ghana received his Kenyan counterpart in Accra on Monday. "
    "They talked about trade and the safety of fishing boats."
)
ARABIC = "قال الوزير إن الاجتماع كان في المدينة مع رئيس الوفد من أجل السلام في المنطقة كلها."
HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def page(text):
    head = '<meta property="og:site_name" content="Hill Post"><title>News of the hills</title>'
    return f"<html><head>{head}</head><body><article><p>{text}</p></article></body></html>".encode()


def record(name, body, http=HTML, kind="response"):
    block = http.encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{name}>\r\n"
        f"WARC-Date: 2024-02-03T23:05:06Z\r\nWARC-Target-URI: https://hill.example/{name}\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read(data, limit=1_000_000, stream=None):
    return list(read_warc("a.warc", stream or io.BytesIO(data), limit))


def urls(results):
    return [x.url for x in results if isinstance(x, Incoming)]


def failures(results):
    return [str(x) for x in results if isinstance(x, InputFailure)]


def packed(*records):
    return b"".join(gzip.compress(r) for r in records)


@pytest.mark.parametrize("pack", [b"".join, lambda rs: packed(*rs)], ids=["plain", "gzip"])
def test_pages_come_with_their_provenance(pack):
    data = pack([
        record("info", b"software: x", http="", kind="warcinfo"),
        record("q", b"", http="GET / HTTP/1.1\r\nHost: hill.example\r\n\r\n", kind="request"),
        record("one", page(ENGLISH)),
        record("two", page(ARABIC)),
    ])  # fmt: skip
    one, two = read(data)
    assert (one.uri, one.url, one.outlet) == (
        "a.warc#one", "https://hill.example/one", "Hill Post",
    )  # fmt: skip
    assert one.title == "News of the hills"
    assert one.retrieved.earliest == date(2024, 2, 3)
    assert one.content_id == sha256(page(ENGLISH)).hexdigest()
    assert ENGLISH in one.raw
    assert ARABIC in two.raw


def test_what_is_no_page_is_passed_over():
    found = read(
        record("pic", b"\x89PNG", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")
        + record("away", b"", "HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n")
        + record("gone", page(ENGLISH), "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n")
        + record("odd", b"bytes", "no head at all\r\n\r\n")
        + record("good", page(ENGLISH))
    )
    assert urls(found) == ["https://hill.example/good"]
    assert not failures(found)


@pytest.mark.parametrize(
    ("header", "make"),
    [
        ("Content-Encoding: gzip", gzip.compress),
        ("Content-Encoding: gzip", bytes),
        ("X-Crawler-Content-Encoding: gzip", bytes),
        ("Transfer-Encoding: chunked", lambda b: b"%x\r\n%b\r\n0\r\n\r\n" % (len(b), b)),
        ("Transfer-Encoding: chunked", bytes),
    ],
    ids=["packed", "unpacked below its header", "renamed header", "chunked", "joined"],
)
def test_bodies_as_crawlers_store_them(header, make):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\n\r\n"
    (found,) = read(record("a", make(page(ENGLISH)), http))
    assert isinstance(found, Incoming)
    assert ENGLISH in found.raw


def test_encoding_that_the_server_declared():
    http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256\r\n\r\n"
    (found,) = read(record("a", page(ARABIC).decode().encode("windows-1256"), http))
    assert ARABIC in found.raw


def test_bomb_and_giant_are_refused_and_the_rest_goes_on():
    http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    bomb = gzip.compress(b"<p>so</p>" * 1_000_000)
    found = read(
        record("bomb", bomb, http)
        + record("giant", page("so " * 20_000))
        + record("broken", b"\x1f\x8b" + b"x" * 50, http)
        + record("good", page(ENGLISH)),
        limit=50_000,
    )
    assert urls(found) == ["https://hill.example/good"]
    bombed, giant, broken = failures(found)
    assert bombed.startswith("a.warc#bomb: unpacks to more than 50,000 bytes")
    assert "a.warc#giant: 60" in giant
    assert broken.startswith("a.warc#broken: broken gzip data")


@pytest.mark.parametrize("cut", [30, 100])
@pytest.mark.parametrize("gz", [True, False])
def test_cut_archive_gives_what_is_whole(cut, gz):
    records = [record("a", page(ENGLISH)), record("b", page(ARABIC))]
    data = (packed(*records) if gz else b"".join(records))[:-cut]
    found = read(data)
    assert urls(found) == ["https://hill.example/a"]
    (said,) = failures(found)
    assert "cut short" in said or "broken" in said


def test_reading_goes_on_after_a_break():
    bad = bytearray(gzip.compress(record("b", page(ENGLISH))))
    bad[40:60] = b"\xff" * 20
    data = packed(record("a", page(ENGLISH))) + bytes(bad) + packed(record("c", page(ARABIC)))
    found = read(data)
    assert urls(found) == ["https://hill.example/a", "https://hill.example/c"]
    assert len(failures(found)) == 1
    plain = record("a", page(ENGLISH)) + b"junk between\r\n" + record("c", page(ARABIC))
    found = read(plain)
    assert urls(found) == ["https://hill.example/a", "https://hill.example/c"]
    assert len(failures(found)) == 1


def test_stream_that_cannot_be_wound_ends_at_the_break():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

    data = record("a", page(ENGLISH)) + b"junk\r\n" + record("c", page(ARABIC))
    found = read(b"", stream=Pipe(data))
    assert urls(found) == ["https://hill.example/a"]
    assert "broken after byte" in failures(found)[0]


@pytest.mark.parametrize(
    "data",
    [b"", b"no archive " * 50, gzip.compress(b"nothing " * 9)],
    ids=["empty", "text", "packed text"],
)
def test_what_is_no_archive_is_named(data):
    assert len(failures(read(data))) == 1


def test_archives_stand_among_other_files(tmp_path):
    (tmp_path / "b.warc.gz").write_bytes(packed(record("x", page(ENGLISH))))
    (tmp_path / "a.txt").write_text(ENGLISH)
    found = list(read_inputs([str(tmp_path)], 10_000, io.BytesIO()))
    assert [x.uri for x in found] == [f"{tmp_path}/a.txt", f"{tmp_path}/b.warc.gz#x"]
