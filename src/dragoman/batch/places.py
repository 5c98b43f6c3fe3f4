"""Files on this machine or in an object store, by one name each: a path, or `s3://bucket/key`.

An address may also say how its store is reached, before an `@` and after a `?`. That may hold keys:
it is in no name that is stored or shown (`named`), and what needs it is told of it (`ways_of`,
`reached`).
"""

import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from dragoman.core.errors import InputError, MissingPartError

_GLOB = re.compile(r"\*\*/|\*\*|\*|\?")
_MEANS = {"**/": r"(?:[^/]+/)*", "**": r".*", "*": r"[^/]*", "?": r"[^/]"}


@dataclass(frozen=True, slots=True)
class Found:
    """A file of the inputs with its size in bytes."""

    uri: str
    size: int


Ways = Mapping[str, str]
"""How stores are reached: of `s3://bucket` what an address of it says, `s3://KEYS@bucket?HOW`."""


def named(uri: str) -> str:
    """The name of a place, without how it is reached."""
    if "://" not in uri:
        return uri
    scheme, _, rest = uri.partition("?")[0].partition("://")
    store, slash, path = rest.partition("/")
    return f"{scheme}://{store.rpartition('@')[2]}{slash}{path}"


def _store_of(uri: str) -> str:
    """`s3://bucket` of an address below it, with all that says how to reach it."""
    whole, query, asked = uri.partition("?")
    scheme, _, rest = whole.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}{query}{asked}"


def ways_of(uris: Iterable[str]) -> Ways:
    """How the stores of some addresses are reached.

    Raises:
        InputError: one store is to be reached in two ways.
    """
    found: dict[str, str] = {}
    for uri in uris:
        way = _store_of(uri) if "://" in uri else ""
        if way != named(way) and found.setdefault(named(way), way) != way:
            raise InputError(f"{named(way)}: its addresses differ: reach it in one way")
    return found


def reached(uri: str, ways: Ways) -> str:
    """An address that says how its store is reached, of a name that does not."""
    way = ways.get(_store_of(uri)) if "://" in uri else None
    if way is None:
        return uri
    store, query, asked = way.partition("?")
    return f"{store}{uri.removeprefix(_store_of(uri))}{query}{asked}"


@lru_cache(maxsize=256)
def _root(scheme_and_query: str) -> Any:  # noqa: ANN401 - a file system of pyarrow
    from pyarrow import fs

    if not scheme_and_query:
        return fs.LocalFileSystem()
    return fs.FileSystem.from_uri(scheme_and_query)[0]


def opened(uri: str) -> tuple[Any, str]:
    """The file system of a name and the path in it.

    Addresses take what pyarrow takes, such as `s3://bucket/key?endpoint_override=HOST:PORT`; keys
    come from the environment as usual.

    Raises:
        InputError: the address is none that pyarrow knows.
        MissingPartError: pyarrow is not installed.
    """
    try:
        import pyarrow as arrow
        from pyarrow import fs
    except ImportError as error:
        raise MissingPartError("batch needs an extra: pip install 'dragoman[batch]'") from error
    if "://" not in uri:
        return _root(""), os.path.abspath(uri)
    try:
        whole, query, asked = uri.partition("?")
        scheme, _, path = whole.partition("://")
        bucket = path.partition("/")[0]
        if scheme == "file":
            system, local = fs.FileSystem.from_uri(uri)
            return system, str(local)
        return _root(f"{scheme}://{bucket}{query}{asked}"), path.rpartition("@")[2]
    except (arrow.ArrowInvalid, ValueError) as error:
        raise InputError(
            f"{named(uri)}: no such kind of place ({error}): give a path or s3://"
        ) from error


def child(uri: str, name: str) -> str:
    """The name of something in a folder."""
    if "://" not in uri:
        return os.path.join(uri, name)
    whole, query, asked = uri.partition("?")
    return f"{whole.rstrip('/')}/{name}{query}{asked}"


def found_at(pattern: str) -> list[Found]:
    """The files that a path, folder or glob (`*`, `**`, `?`) means, by their names, sorted.

    Raises:
        InputError: there is nothing, or the store refuses.
    """
    from pyarrow import fs

    system, path = opened(pattern)
    base, wanted = path, None
    if special := _GLOB.search(path):
        base = path[: special.start()].rpartition("/")[0] or "/"
        wanted = re.compile(_GLOB.sub(lambda m: _MEANS[m[0]], _escaped(path)))
    try:
        info = system.get_file_info(base)
        if info.type == fs.FileType.NotFound:
            raise InputError(f"{named(pattern)}: no such file or folder: check the spelling")
        several = [info]
        if info.type == fs.FileType.Directory:
            several = system.get_file_info(fs.FileSelector(base, recursive=True))
    except OSError as error:
        raise InputError(f"{named(pattern)}: cannot be listed ({error})") from error
    scheme = "" if "://" not in pattern else f"{pattern.partition('://')[0]}://"
    files = sorted(
        (i.path, i.size) for i in several
        if i.type == fs.FileType.File and (wanted is None or wanted.fullmatch(i.path))
    )  # fmt: skip
    return [Found(f"{scheme}{path}", size) for path, size in files]


def _escaped(path: str) -> str:
    """A path as a regular expression, stars and question marks left as they are."""
    return re.sub(r"[.^$+{}()|\[\]\\]", lambda m: f"\\{m[0]}", path)


def suffix(uri: str) -> str:
    """The last part of a name from its first dot on, in small letters: ".warc.gz"."""
    name = PurePosixPath(uri.partition("?")[0]).name.lower()
    return ".warc.gz" if name.endswith(".warc.gz") else PurePosixPath(name).suffix


def exists(uri: str) -> bool:
    """True where there is a file."""
    from pyarrow import fs

    system, path = opened(uri)
    return bool(system.get_file_info(path).type == fs.FileType.File)


def read_stream(uri: str) -> Any:  # noqa: ANN401 - a file of pyarrow
    """A file to read from and to wind."""
    system, path = opened(uri)
    return system.open_input_file(path)


def write_bytes(uri: str, data: bytes) -> None:
    """Writes a file whole or not at all."""
    system, path = opened(uri)
    if system.type_name != "local":
        with system.open_output_stream(path) as stream:
            stream.write(data)
        return
    system.create_dir(os.path.dirname(path), recursive=True)
    part = f"{path}.{os.getpid()}.part"
    with system.open_output_stream(part) as stream:
        stream.write(data)
    os.replace(part, path)


def read_json(uri: str) -> Any:  # noqa: ANN401
    """The JSON of a file."""
    with read_stream(uri) as stream:
        return json.loads(stream.read())


def names_in(uri: str) -> Iterator[str]:
    """The names of the files of a folder, none where there is no such folder."""
    from pyarrow import fs

    system, path = opened(uri)
    for info in system.get_file_info(fs.FileSelector(path, allow_not_found=True)):
        if info.type == fs.FileType.File:
            yield info.base_name
