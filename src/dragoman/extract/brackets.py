"""Brackets that only say again what stands before them."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.extract.elements import Element

_NAMES = frozenset("PGCFBOJQ")
_PEOPLE = frozenset("NEO")
_BRACKETED = 3
"""Elements of an aside of one element: "(", "EU", ")"."""
_WORDS = 6
"""The most elements that tell where somebody is pictured: "third from the left"."""
_OPEN, _CLOSED, _PARTED = "(", frozenset(")"), frozenset(",.:")


def without_asides(
    tokens: Sequence[Token], elements: Sequence[Element], placing: frozenset[str]
) -> list[Element]:
    """The row without brackets that only say again what stands before them.

    "the European Union (EU)", "President Ruto (left)": the name short, or where he is pictured, as
    words for `placing` somebody tell, between commas too: "Ruto, second from left, and", "(L-R)".
    """
    kept: list[Element] = []
    k = 0
    while k < len(elements):
        if (past := _behind_placing(tokens, elements, k, kept, placing)) > k:
            k = past
            continue
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


def _behind_placing(
    tokens: Sequence[Token],
    elements: Sequence[Element],
    k: int,
    kept: Sequence[Element],
    placing: frozenset[str],
) -> int:
    """The element behind words that tell where somebody is pictured, `k` where none do."""
    opened = elements[k].letter
    if (
        opened not in "(,"
        or (kept and kept[-1].letter not in _PEOPLE)
        or not (kept or opened == _OPEN)
    ):
        return k
    closing = _CLOSED if opened == _OPEN else _PARTED
    for j in range(k + 1, min(len(elements), k + _WORDS + 2)):
        if elements[j].letter in closing:
            told = {t.norm for e in elements[k + 1 : j] for t in tokens[e.first : e.last]}
            if not told or not told <= placing:
                return k
            return j if elements[j].letter == "." else j + 1
    return k


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
