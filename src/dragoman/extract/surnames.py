"""Where the name of one well-known person ends and that of another begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.extract.elements import Element


def another_leader(before: Sequence[Element], element: Element) -> bool:
    """True for one well-known surname right behind another's: «استقبل ماكرون شولتس».

    (istaqbala Makrōn Shūlts, "Macron received Scholz".)
    """
    if element.letter != "E" or len(before) != 1 or before[0].letter != "E":
        return False
    if element.last - element.first > 1 or before[0].last - before[0].first > 1:
        return False
    return not {e.id for e in before[0].entries} & {e.id for e in element.entries}
