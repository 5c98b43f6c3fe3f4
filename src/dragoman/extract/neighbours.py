"""What names in a row of elements mean beside each other: namesakes, lists of places, eras."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.core.document import Token
from dragoman.extract.elements import Element

_PLACES = frozenset("PCY")


def weigh_names(tokens: Sequence[Token], elements: Sequence[Element]) -> list[Element]:
    """Elements in which lists of places read as lists, namesakes as where they lie, eras as none.

    "Accra, Ghana; and Lusaka, Zambia" is a list; "Victoria, Canada" lies in Canada, whatever
    capital has that name.
    """
    return _listed(_namesakes(_without_eras(tokens, list(elements))))


def _listed(elements: list[Element]) -> list[Element]:
    """Elements with the semicolons between places as commas."""
    listed = list(elements)
    for k in range(1, len(elements) - 2):
        after = k + 1 + (elements[k + 1].letter == "&")
        near = {elements[k - 1].letter, elements[after].letter}
        if elements[k].letter == ";" and near <= _PLACES:
            listed[k] = replace(elements[k], letter=",")
    return listed


def _namesakes(elements: list[Element]) -> list[Element]:
    """Elements with "City, Country" as the country where that is another's capital."""
    kept: list[Element] = []
    for k, element in enumerate(elements):
        after = elements[k + 1].letter if k + 1 < len(elements) else "."
        told = (
            after in ".,;)T" and len(kept) > 1 and element.letter == "P" and kept[-1].letter == ","
        )
        if told and kept[-2].letter == "C" and kept[-2].entry.kind == "polity":
            preposed = len(kept) > 2 and kept[-3].letter in "@>"
            if preposed and kept[-2].entry.id != element.entry.id:
                first = kept[-2].first
                del kept[-2:]
                element = replace(element, first=first)
        kept.append(element)
    return kept


def _without_eras(tokens: Sequence[Token], elements: list[Element]) -> list[Element]:
    """Elements without compounds such as "Biden-Harris" before a body as names."""
    return [
        Element("x", e.first, e.last)
        if e.letter == "N"
        and e.last - e.first == 1
        and "-" in tokens[e.first].norm
        and k + 1 < len(elements)
        and elements[k + 1].letter == "B"
        else e
        for k, e in enumerate(elements)
    ]
