"""Folders that are being filled: the files that are new or have changed, once they rest."""

import time
from pathlib import Path

from dragoman.core.errors import InputError
from dragoman.sources.files import is_known
from dragoman.store.following import NewPage

_REST = 2.0
"""Seconds that nobody must have written to a file for it to be whole."""


def changed_files(folder: Path) -> list[NewPage]:
    """The files of a folder, each with its size and time as what is said of its last change.

    Raises:
        InputError: there is no such folder.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder: make it, or mend the configuration")
    now = time.time()
    found = []
    for file in sorted(folder.rglob("*")):
        if not is_known(file) or file.name.startswith("."):
            continue
        try:
            state = file.stat()
        except OSError:
            continue
        if file.is_file() and abs(now - state.st_mtime) >= _REST:
            changed = f"{state.st_size}:{state.st_mtime_ns}"
            found.append(NewPage(str(file), "", "file", {}, changed))
    return found
