"""A sentence as a row of elements: names, offices, small words and marks, one letter each.

The letters are those that the packs' name patterns are written in (`names.toml`).
"""

from dataclasses import dataclass

from dragoman.core.quick import quick
from dragoman.lang.gazetteer import Entry

_POLITY_LETTERS = {"adjective": "D", "people": "L", "capital": "C", "metonym": "C", "pair": "X"}
SKIPPED = "e"
"""Words that only open a list: "each of", «كل من» (kull min)."""
_CLASS_LETTERS = {
    "article": "A",
    "of": "o",
    "owner_pronoun": "p",
    "and": "&",
    "counterpart": "K",
    "visiting": "V",
    "honorific": "H",
    "both": "b",
    "speaker_country": "c",
    "pronoun": "h",
    "it": "i",
    "relative": "R",
    "that": "t",
    "body": "B",
    "council": "W",
    "modifier": "M",
    "home": "P",
    "affairs": "U",
    "each": SKIPPED,
}
_PREPOSITION_LETTERS = {"of": "o", "to": ">", "for": ">", "from": "<", "in": "@", "by": "~"}
POSTED = frozenset({"ambassador", "envoy"})
"""Offices that are held at or for another side."""


@quick
@dataclass(frozen=True, slots=True)
class Element:
    """The tokens `first` up to, but not including, `last`, read as `letter`."""

    letter: str
    first: int
    last: int
    entries: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry:
        """Its first meaning."""
        return self.entries[0]


def letter_of(entry: Entry) -> str:
    """The letter of a name or small word."""
    match entry.kind:
        case "polity":
            return _POLITY_LETTERS.get(entry.form_class.partition(".")[0], "P")
        case "organization":
            return "D" if entry.form_class == "adjective" else "G"
        case "office":
            if entry.number not in ("sg", ""):
                return "Q"
            return "J" if entry.id in POSTED else "O"
        case "person":
            return "E"
        case "framework":
            return "F"
        case "place":
            return "Y"
    if entry.id == "preposition":
        return _PREPOSITION_LETTERS.get(entry.form_class, "~")
    return _CLASS_LETTERS.get(entry.id, "x")
