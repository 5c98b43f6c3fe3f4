"""Which languages there are: the folders beside this module."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from dragoman.core.errors import DataError


def _packs() -> Traversable:
    return files("dragoman.lang").joinpath("packs")


@cache
def languages() -> tuple[str, ...]:
    """The codes of all language packs, sorted."""
    return tuple(
        sorted(
            entry.name
            for entry in _packs().iterdir()
            if entry.is_dir() and not entry.name.startswith(("_", "."))
        )
    )


def pack_text(code: str, name: str) -> str:
    """The text of the file `name` of the pack `code`.

    Raises:
        DataError: there is no such pack or no such file in it.
    """
    if code not in languages():
        known = ", ".join(languages())
        raise DataError(
            f"no language pack {code!r}; there are {known}: add a folder lang/packs/{code}"
        )
    file = _packs().joinpath(code, name)
    if not file.is_file():
        raise DataError(f"lang/packs/{code}/{name} is missing; every pack needs this file")
    return file.read_text(encoding="utf-8")
