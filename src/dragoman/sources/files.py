"""Files, folders and standard input, as documents."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from dragoman.core.errors import InputError
from dragoman.sources.contents import HTML_SUFFIXES, LINES_SUFFIXES, read_bytes, too_large
from dragoman.sources.decode import decode
from dragoman.sources.failures import InputFailure, PassedOver
from dragoman.sources.jsonl import holds_articles
from dragoman.sources.places import AddressSource
from dragoman.sources.source import DEFAULT_LIMIT, Inputs, Source
from dragoman.sources.warc import WARC_SUFFIXES, WarcSource

SUFFIXES = HTML_SUFFIXES | LINES_SUFFIXES | {".txt", ".json"}
_HINT = "check that the file can be read"


def read_inputs(paths: Sequence[str], limit_bytes: int, stdin: BinaryIO) -> Inputs:
    """Every document of the given files, folders, addresses and `-`, failures among them.

    `limit_bytes` bounds one file, in a WARC one page.
    """
    for path in paths:
        yield from source_of(path, limit_bytes, stdin).documents()


def source_of(path: str, limit: int, stdin: BinaryIO) -> Source:
    """The source that a path, an address or `-` for standard input names."""
    if path == "-":
        return StreamSource(stdin, limit)
    if path.startswith(("http://", "https://")):
        return AddressSource(path, limit)
    try:
        is_folder = Path(path).is_dir()
    except (OSError, ValueError):
        is_folder = False
    return FolderSource(path, limit) if is_folder else FileSource(path, limit)


@dataclass(frozen=True, slots=True)
class StreamSource:
    """The documents of a stream, as of one file without a name."""

    stream: BinaryIO
    limit: int = DEFAULT_LIMIT

    def documents(self) -> Inputs:
        """What the stream gives, read to its end."""
        yield from read_bytes("-", "", self.stream.read(self.limit + 1), self.limit)


@dataclass(frozen=True, slots=True)
class FileSource:
    """The documents of one file, by its suffix."""

    path: str
    limit: int = DEFAULT_LIMIT

    def documents(self) -> Inputs:
        """One for a text or page, more for JSON Lines and WARC."""
        file = Path(self.path)
        try:
            if not file.exists():
                yield self._failure("no such file or folder", "check the spelling of the path")
            elif not file.is_file():
                yield self._failure("not a regular file", "give it on standard input with -")
            else:
                yield from self._read(file)
        except (OSError, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) else None
            yield self._failure(said or str(error), _HINT)

    def _failure(self, reason: str, hint: str) -> InputFailure:
        return InputFailure(self.path, reason, hint)

    def _read(self, file: Path) -> Inputs:
        if file.name.lower().endswith(WARC_SUFFIXES):
            yield from WarcSource(self.path, self.limit).documents()
            return
        size = file.stat().st_size
        if size > self.limit:
            yield too_large(self.path, f"{size:,}", self.limit)
            return
        yield from read_bytes(self.path, file.suffix.lower(), file.read_bytes(), self.limit)


@dataclass(frozen=True, slots=True)
class FolderSource:
    """The documents of all files of known suffixes below a folder, sorted by name."""

    path: str
    limit: int = DEFAULT_LIMIT

    def documents(self) -> Inputs:
        """Those of each file; a folder without any is a failure.

        JSON files without any, such as records that lie beside their texts, are passed over and
        told of in one line.
        """
        try:
            below = [p for p in Path(self.path).rglob("*") if is_known(p) and p.is_file()]
        except OSError as error:
            yield InputFailure(self.path, error.strerror or str(error), _HINT)
            return
        others = {file for file in below if self._is_other(file)}
        for file in sorted(set(below) - others, key=lambda p: p.as_posix()):
            yield from FileSource(str(file), self.limit).documents()
        if others:
            yield PassedOver(self.path, _others_said(others, Path(self.path)))
        if len(others) == len(below):
            known = " ".join(sorted({*SUFFIXES, *WARC_SUFFIXES}))
            yield InputFailure(self.path, "no documents in the folder", f"looked for {known}")

    def _is_other(self, file: Path) -> bool:
        """True for JSON that holds no article."""
        try:
            if file.suffix.lower() != ".json" or file.stat().st_size > self.limit:
                return False
            return not holds_articles(decode(file.read_bytes(), False).text.removeprefix("\ufeff"))
        except (OSError, InputError):
            return False


def _others_said(others: Collection[Path], folder: Path) -> str:
    """How many files are passed over, and the names of the first."""
    names = [path.relative_to(folder).as_posix() for path in sorted(others)]
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    said = "file holds no article and is" if len(names) == 1 else "files hold no article and are"
    return f"{len(names)} JSON {said} passed over: {', '.join(names[:2])}{more}"


def is_known(file: Path) -> bool:
    """True for a file whose name says that it holds documents."""
    return file.suffix.lower() in SUFFIXES or file.name.lower().endswith(WARC_SUFFIXES)
