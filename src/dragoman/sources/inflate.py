"""Packed bytes unpacked, never to more than asked for: a small bomb stays small."""

import zlib

from dragoman.core.errors import InputError

_PIECE = 65_536
_WINDOWS = {"gzip": (31,), "x-gzip": (31,), "deflate": (15, -15)}
"""How zlib takes each coding; some servers send bare deflate data without its header."""
ENCODINGS = "gzip, deflate"
"""What we ask servers for."""


def inflate(data: bytes, encoding: str, limit: int) -> bytes:
    """The bytes behind the codings of a `Content-Encoding` header, the last one first.

    Raises:
        InputError: unknown or broken coding, or more than `limit` bytes come out.
    """
    codings = [name.strip().lower() for name in encoding.split(",")]
    for name in reversed([c for c in codings if c not in ("", "identity", "none")]):
        if name not in _WINDOWS:
            raise InputError(f"packed as {name!r}, which is not read here: ask for gzip")
        data = _unpack(data, name, limit)
    return data


def _unpack(data: bytes, name: str, limit: int) -> bytes:
    for window in _WINDOWS[name]:
        try:
            return _members(data, window, limit)
        except zlib.error as error:
            said = error
    raise InputError(f"broken {name} data ({said}): fetch it again") from said


def _members(data: bytes, window: int, limit: int) -> bytes:
    """All members of packed data, one after another."""
    out = bytearray()
    while data:
        worker = zlib.decompressobj(window)
        while data and not worker.eof:
            out += worker.decompress(data, min(_PIECE, limit + 1 - len(out)))
            if len(out) > limit:
                raise InputError(f"unpacks to more than {limit:,} bytes: a bomb or no article")
            data = worker.unconsumed_tail
        if not worker.eof:
            raise zlib.error("it ends too early")
        # What follows the last member is padding, not a member.
        data = worker.unused_data if worker.unused_data.startswith(b"\x1f\x8b") else b""
    return bytes(out)


def dechunk(data: bytes) -> bytes:
    """The body behind `Transfer-Encoding: chunked`; data that are not chunked stay as they are.

    Crawlers often keep the header and store the body joined.
    """
    out, at = bytearray(), 0
    while True:
        end = data.find(b"\r\n", at)
        try:
            size = int(data[at:end].split(b";")[0], 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0 or end + 2 + size > len(data):
            return data
        if size == 0:
            return bytes(out)
        out += data[end + 2 : end + 2 + size]
        at = end + 4 + size
