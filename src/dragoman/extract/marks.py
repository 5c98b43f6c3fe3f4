"""Marks of the owner, "Kenya's", "the ministers'", and quotation marks."""

from collections.abc import Sequence

from dragoman.core.document import Token

QUOTATION_MARKS = frozenset({'"', "“", "”", "«", "»", "``", "''", "'", "‘", "’"})
POSSESSIVE_MARKS = frozenset({"'s", "'"})
_APOSTROPHE = "'"
_OWNING_LAST = "s"
_DASHES = frozenset({"-", "–", "—"})
_ASIDE = 25
"""How many tokens what stands between two dashes may have."""


def owns_as_many(tokens: Sequence[Token], i: int) -> bool:
    """True for the apostrophe of several owners: "the ministers' meeting", no closing quote.

    It stands at the end of a word, before another, with no quotation open before it.
    """
    if tokens[i].norm != _APOSTROPHE or not 0 < i < len(tokens) - 1:
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if not before.norm.endswith(_OWNING_LAST) or before.end != tokens[i].start:
        return False
    if after.kind != "word" or after.start == tokens[i].end:
        return False
    opened = any(
        t.norm == _APOSTROPHE and tokens[k + 1].start == t.end for k, t in enumerate(tokens[:i])
    )
    return not opened


def mostly_capitals(tokens: Sequence[Token]) -> bool:
    """True for headlines that write nearly every word with a capital."""
    words = [t for t in tokens if t.kind == "word" and len(t.norm) > 3]
    return len(words) > 3 and sum(t.capital for t in words) >= 0.8 * len(words)


def dashed_off(tokens: Sequence[Token]) -> frozenset[int]:
    """The dashes that part an aside from its sentence as commas do: «دعت كينيا -أمس- تشاد إلى».

    (daʿat Kīniyā -ams- Tshād ilā, "Kenya called -yesterday- on Chad to"): the first clings to
    what it opens, the second to what it closes.
    """
    found: set[int] = set()
    opened: int | None = None
    for i in range(1, len(tokens) - 1):
        if tokens[i].norm not in _DASHES:
            continue
        before = tokens[i - 1].end < tokens[i].start
        behind = tokens[i].end < tokens[i + 1].start
        marked = tokens[i + 1].kind == "punct"
        if before and not behind:
            opened = i
        elif opened is not None and not before and (behind or marked):
            found |= {opened, i} if 1 < i - opened <= _ASIDE else set()
            opened = None
    return frozenset(found)
