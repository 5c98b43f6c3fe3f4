"""Files, folders and standard input, as documents."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from dragoman.core.document import Incoming
from dragoman.sources.contents import (
    HTML_SUFFIXES,
    LINES_SUFFIXES,
    read_bytes,
    suffix_of,
    too_large,
)
from dragoman.sources.failures import InputFailure
from dragoman.sources.feeds import FEED_KINDS
from dragoman.sources.http import (
    TEXTS,
    FetchError,
    FetchLimits,
    Resolver,
    Wish,
    fetch,
    resolve,
)
from dragoman.sources.places import Place, WebSource, failure_of, kind_of_list
from dragoman.sources.sitemaps import SITEMAP_KINDS
from dragoman.sources.source import DEFAULT_LIMIT, Inputs
from dragoman.sources.visitor import Manners, Visitor
from dragoman.sources.warc import WARC_SUFFIXES, WarcSource

SUFFIXES = HTML_SUFFIXES | LINES_SUFFIXES | {".txt", ".json"}


def read_inputs(paths: Sequence[str], limit_bytes: int, stdin: BinaryIO) -> Inputs:
    """Every document of the given files, folders, addresses and `-`, failures among them.

    Folders are read through, sorted by name, files of known suffixes only. `limit_bytes` bounds
    one file, in a WARC one page.
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
    """The documents at a public web address; of a feed or sitemap, those of the pages it names."""
    limits = FetchLimits(bytes=limit_bytes)
    wish = Wish(kinds=(*TEXTS, *FEED_KINDS, *SITEMAP_KINDS))
    try:
        page = fetch(address, limits, resolver, wish)
    except FetchError as error:
        yield failure_of(address, error)
        return
    listed = kind_of_list(page.data)
    if listed is not None:
        visitor = Visitor(Manners(delay=1.0, limits=limits), resolver=resolver)
        yield from WebSource(Place(listed, address), visitor, limit_bytes).documents()
        return
    for item in read_bytes(address, suffix_of(page.kind), page.data, limit_bytes):
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
    files = [p for p in _sorted_files(folder) if is_known(p)]
    if not files:
        known = " ".join(sorted({*SUFFIXES, *WARC_SUFFIXES}))
        yield InputFailure(str(folder), "no documents in the folder", f"looked for {known}")
    for file in files:
        try:
            yield from _read_file(file, str(file), limit)
        except OSError as error:
            yield InputFailure(str(file), _reason(error), "check that the file can be read")


def is_known(file: Path) -> bool:
    """True for a file whose name says that it holds documents."""
    return file.suffix.lower() in SUFFIXES or file.name.lower().endswith(WARC_SUFFIXES)


def _sorted_files(folder: Path) -> Iterable[Path]:
    return sorted((p for p in folder.rglob("*") if p.is_file()), key=lambda p: p.as_posix())


def _read_file(file: Path, uri: str, limit: int) -> Inputs:
    if file.name.lower().endswith(WARC_SUFFIXES):
        yield from WarcSource(uri, limit).documents()
        return
    size = file.stat().st_size
    if size > limit:
        yield too_large(uri, f"{size:,}", limit)
        return
    yield from read_bytes(uri, file.suffix.lower(), file.read_bytes(), limit)
