"""What a worker does to stay small over any number of documents."""

import ctypes
import gc
import os
import resource
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from dragoman.sources.html import forget_pages

_ARENA_MAX = -8
"""The number of a setting of the C library, `M_ARENA_MAX` of mallopt(3)."""


def stay_small() -> None:
    """Settles how this process takes memory, before it takes much; harmless where it is not heard.

    Arrow keeps freed memory in a pool of its own unless it is told otherwise before it is loaded,
    and the C library in one for each of a worker's many threads.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    with suppress(OSError, AttributeError, TypeError):  # other systems have other libraries
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
    _leave_out_pandas()


class _Hidden(MetaPathFinder):
    """Says of pandas that it is not there."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """No module by this name; others are found as always."""
        if fullname == "pandas":
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


def _leave_out_pandas() -> None:
    """Has Arrow, which makes its first array here, do without pandas: 40 MB that nothing uses.

    It looks for pandas to tell a series from a list, and looks again when one is really asked of
    it.
    """
    import pyarrow as arrow

    hidden = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        arrow.array([0])
    finally:
        sys.meta_path.remove(hidden)


def let_go() -> None:
    """Gives back what pages or a task left over: the C library keeps freed memory for long."""
    forget_pages()  # which collects garbage; what is alive now need not be looked at again
    gc.freeze()
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def peak() -> float:
    """The most memory that this process held, in MB."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            found = next(line for line in status if line.startswith("VmHWM:"))
        return int(found.split()[1]) / 1e3
    except (OSError, StopIteration):  # another system; here this would count the parent's too
        unit = 1e6 if sys.platform == "darwin" else 1e3
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
