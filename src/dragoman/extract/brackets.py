"""Brackets that only say again what stands before them."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.extract.elements import Element

_NAMES = frozenset("PGCFBOJQ")
_BRACKETED = 3
"""Elements of an aside of one element: "(", "EU", ")"."""


def without_asides(tokens: Sequence[Token], elements: Sequence[Element]) -> list[Element]:
    """The row without brackets that only say again what stands before them.

    "the European Union (EU)", "President Ruto (left)": the name short, or where he is pictured.
    """
    kept: list[Element] = []
    k = 0
    while k < len(elements):
        if (
            kept
            and elements[k].letter == "("
            and _says_again(tokens, kept[-1], elements[k : k + _BRACKETED])
        ):
            k += _BRACKETED
            continue
        kept.append(elements[k])
        k += 1
    return kept


def _says_again(tokens: Sequence[Token], name: Element, aside: Sequence[Element]) -> bool:
    """True for a bracket with the same polity or organisation, one letter or a name cut short."""
    if "".join(e.letter for e in aside[::2]) != "()" or len(aside) != _BRACKETED:
        return False
    inner = aside[1]
    if inner.last - inner.first == 1 and len(tokens[inner.first].norm) == 1:
        return name.letter in "NE"
    if inner.letter == "N" and inner.last - inner.first == 1:
        return name.letter in _NAMES
    known = {(e.kind, e.id) for e in inner.entries if e.kind in ("polity", "organization")}
    return bool(known & {(e.kind, e.id) for e in name.entries})
