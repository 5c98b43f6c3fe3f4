"""Phrases with placeholders ("Follow {outlet}: {end}") as regular expressions for folded text."""

import re
from collections.abc import Iterable, Mapping

from dragoman.core.fold import fold

PLACEHOLDER = re.compile(r"\{(any|few|n|name|outlet|agency|channel|source|end)\}")
_WORDS = r"[^\s:]+(?:\s+[^\s:]+)"
SLOTS = {
    "any": r".{0,240}?",
    "few": r"(?:[^\w\n]+[^\s.]+){0,4}?",
    "n": r"[(\[]?\d[\d.,:]*[)\]]?",
    "name": _WORDS + r"{0,4}?",
    "outlet": r"(?P<outlet>" + _WORDS + r"{0,4}?)",
    "source": r"(?P<source>" + _WORDS + r"{0,6}?)",
    "end": "",
}
"""What each placeholder may stand for; agencies and networks are added from the packs."""


def literal(phrase: str) -> str:
    """A regular expression for the phrase in folded text, spaces and colons loosely set."""
    escaped = re.escape(fold(phrase).replace(":", "\0"))
    return (
        re.sub(r"(?:\\\s)+", r"\\s+", escaped)
        .replace("\0", r"\s*:\s*")
        .replace(r"\s*:\s*\s+", r"\s*:\s*")
    )


def template(phrase: str, slots: Mapping[str, str], named: bool = True) -> str:
    """The regular expression, for folded text, of a phrase with placeholders."""
    out: list[str] = []
    at = 0
    for slot in PLACEHOLDER.finditer(phrase):
        out.append(literal(phrase[at : slot.start()]))
        out.append(slots[slot[1]])
        at = slot.end()
    out.append(literal(phrase[at:]))
    joined = "".join(out)
    return joined if named else re.sub(r"\?P<\w+>", "?:", joined)


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern for any of several, the longest tried first."""
    return "|".join(sorted(set(patterns), key=len, reverse=True))


def bare(phrase: str) -> str:
    """The phrase without marks at its ends, unless they are all there is of it."""
    start = phrase.lstrip(" .:…*(/") if phrase[0] != "{" else phrase
    return start.rstrip(" .:…*)/") or phrase
