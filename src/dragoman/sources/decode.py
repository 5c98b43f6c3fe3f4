"""From bytes to text: which encoding, and where it breaks."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.core.errors import InputError
from dragoman.lang.discover import languages
from dragoman.lang.furniture import segments

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{2,40})", re.IGNORECASE
)
_LEGACY = ("windows-1256", "iso-8859-6", "windows-1252")
_NOT_FOR_TEXT = frozenset(
    {"utf-8", "punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"}
)
"""Names that a page may not choose: UTF-8 was tried before, the others are not for pages."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAMPLE = 20_000
_ENOUGH = 0.02


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without a byte order mark, and the encoding that gave it."""

    text: str
    encoding: str


def decode(data: bytes, is_html: bool = False, declared: str | None = None) -> Decoded:
    """The text of `data`: marked Unicode, then UTF-8, then as declared, then a guess.

    `declared` is the encoding that a server named; a page may name one itself. What is declared
    counts where it gives words of a known language, or where no guess does.

    Raises:
        InputError: the bytes are binary, or no encoding reads them; the message names the byte.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data, name)
    if b"\x00" in data:
        at = data.index(b"\x00")
        raise InputError(f"binary data (a zero byte at offset {at}): give text, HTML or JSON Lines")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    given = [d for name in (declared, _named(data) if is_html else None) if (d := _as(name, data))]
    likely = next((d for d in given if _familiar(_words(d.text)) >= _ENOUGH), None)
    found = likely or _guess(data) or next(iter(given), None)
    if found is None:
        raise InputError(
            f"no known encoding: byte {data[broken]:#04x} at offset {broken} is not UTF-8, "
            "and no older encoding gives words: save the file as UTF-8"
        )
    return found


def _strict(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as error:
        raise InputError(
            f"broken {name.removesuffix('-sig').upper()} at byte offset {error.start}: "
            "save the file as UTF-8"
        ) from error


def _named(data: bytes) -> str | None:
    """The encoding that a page names in its head."""
    match = _META.search(data[:4096])
    return match[1].decode("ascii") if match else None


def _as(name: str | None, data: bytes) -> Decoded | None:
    """The text in a named encoding, None where it is unknown or does not fit."""
    try:
        known = codecs.lookup(name or "").name
        return None if known in _NOT_FOR_TEXT else Decoded(data.decode(known), known)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _guess(data: bytes) -> Decoded | None:
    """The older encoding whose words are most like a known language's, None if none are."""
    best: tuple[float, Decoded] | None = None
    for name in _LEGACY:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        score = _familiar(_words(text))
        if best is None or score > best[0]:
            best = score, Decoded(text, name)
    return best[1] if best and best[0] >= _ENOUGH else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text[:_SAMPLE])


def _familiar(words: Iterable[str]) -> float:
    """Which part of the words is among the commonest of the language that fits best."""
    listed = [w.lower() for w in words]
    if not listed:
        return 0.0
    return max(
        sum(w in segments(code).stop_words for w in listed) / len(listed) for code in languages()
    )
