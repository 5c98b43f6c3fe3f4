"""Which version reads: the package's number, and a mark of its rules and knowledge."""

import re
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

_READS = ("core", "extract", "knowledge", "lang", "resolve", "sources", "text")
"""The parts of the package that a reading, and how it is matched, depend on."""


def package_version() -> str:
    """The version of Dragoman that is installed."""
    try:
        return version("dragoman")
    except PackageNotFoundError:
        return "0"


@cache
def reader_version() -> str:
    """The version with a mark of all files that readings come from: another mark reads anew."""
    mark = sha256()
    root = files("dragoman")
    for part in (*_READS, "pipeline.py"):
        _add(mark.update, root.joinpath(part), part)
    return f"{package_version()}+{mark.hexdigest()[:12]}"


def _add(update: object, place: Traversable, name: str) -> None:
    if place.is_dir():
        for entry in sorted(place.iterdir(), key=lambda e: e.name):
            if not entry.name.startswith("__pycache__"):
                _add(update, entry, f"{name}/{entry.name}")
    elif place.is_file():
        update(name.encode() + b"\0" + place.read_bytes())  # type: ignore[operator]


def is_older(mine: str, other: str) -> bool:
    """True where the package of one reading is of an older number than another's."""
    return _number(mine) < _number(other)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version.split("+")[0]))
