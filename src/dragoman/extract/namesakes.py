"""Which of several polities a form means that is written alike for all of them."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.elements import Element, letter_of
from dragoman.lang.gazetteer import Entry

_TOWNWARDS = "@<>"
"""Letters of prepositions behind which a town stands: in, from, to."""
_NAMING = "PCDL"
"""Letters of names of states and towns, of peoples and their adjectives, not of pairs."""
_LISTING = "&,"
_PLACES = "PCY"
_TOWN = "capital"

Row = tuple[Sequence[Token], tuple[Element, ...]]


def parted(raw: str, rows: Sequence[Row]) -> list[tuple[Element, ...]]:
    """The elements of a story's sentences, of namesakes the likeliest first.

    Marks of vowels decide where the text writes them: «عُمان» (ʿUmān, "Oman"), «عَمّان»
    (ʿAmmān, "Amman"). Else, where one is a town, it is the one that the story also names by a
    form of its own («السلطنة», as-salṭana, "the sultanate"; «أردني», urdunī, "Jordanian"),
    then the town behind "in", "from" and "to", and the state elsewhere; of two towns («طرابلس»,
    Ṭarābulus, of Libya and of Lebanon) or two states the one not marked as ambiguous, else the
    first of the table: who writes "North Korea" means another by "Korea". Sentences without
    namesakes come back as they are.
    """
    shared = [any(_several(e) for e in elements) for _, elements in rows]
    if not any(shared):
        return [elements for _, elements in rows]
    counts = Counter(
        e.entry.id
        for _, elements in rows
        for e in elements
        if e.entries and e.entry.kind == "polity" and not _several(e)
    )
    return [
        tuple(_chosen(raw, tokens, elements, k, counts) for k in range(len(elements)))
        if some
        else elements
        for some, (tokens, elements) in zip(shared, rows, strict=True)
    ]


def _several(element: Element) -> bool:
    """True where the form names a polity, and another as well."""
    entries = element.entries
    if element.letter not in _NAMING or len(entries) < 2 or entries[0].kind != "polity":
        return False
    return any(e.kind == "polity" and e.id != entries[0].id for e in entries[1:])


def _chosen(
    raw: str, tokens: Sequence[Token], elements: Sequence[Element], k: int, counts: Counter[str]
) -> Element:
    element = elements[k]
    if not _several(element):
        return element
    written = raw[tokens[element.first].start : tokens[element.last - 1].end]
    within = _behind_preposition(elements, k)
    towns = {e.form_class == _TOWN for e in element.entries if e.kind == "polity"}

    def unlikely(entry: Entry) -> tuple[bool, bool, int, bool, bool]:
        town = entry.form_class == _TOWN
        named = counts[entry.id] if True in towns else 0
        return (
            entry.kind != "polity",
            not _may_be(written, entry.marked),
            -named,
            len(towns) > 1 and town != within,
            len(towns) == 1 and entry.ambiguous,
        )

    entries = tuple(sorted(element.entries, key=unlikely))
    return replace(element, letter=letter_of(entries[0]), entries=entries)


def _behind_preposition(elements: Sequence[Element], k: int) -> bool:
    """True for a name behind "in", "from", "to", alone or in a list: "to Paris and Brussels"."""
    at = k - 1
    while at > 0 and elements[at].letter in _LISTING and elements[at - 1].letter in _PLACES:
        at -= 2
    return at >= 0 and elements[at].letter in _TOWNWARDS


def _may_be(written: str, marked: str) -> bool:
    """True unless the text writes marks that the listed form, with its marks, does not have."""
    if not marked:
        return True
    told, listed = _marks(written), _marks(marked)
    if [letter for letter, _ in told] != [letter for letter, _ in listed]:
        return True
    return all(ours <= theirs for (_, ours), (_, theirs) in zip(told, listed, strict=True))


def _marks(form: str) -> list[tuple[str, set[str]]]:
    """The letters of a form, each with the marks on it."""
    letters: list[tuple[str, set[str]]] = []
    for char in unicodedata.normalize("NFD", form):
        if not unicodedata.combining(char):
            letters.append((char, set()))
        elif letters:
            letters[-1][1].add(char)
    return letters
