"""Names of several words as one element: "Li Changchun", "Joseph Biden, Jr."."""

import re
from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.elements import Element
from dragoman.extract.surnames import another_leader
from dragoman.lang.pack import LanguagePack

MAX_NAME_WORDS = 6
_POST = re.compile("J[PDCG]?M*@$")
"""The letters before the place of an ambassador."""
_NICKNAME = 3
"""How many elements a name in brackets or quotation marks takes."""
_MARKS = frozenset({'""', "“”", "()", "''", "‘’"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})


def join_names(
    pack: LanguagePack, tokens: Sequence[Token], elements: list[Element]
) -> list[Element]:
    """Joins neighbouring name words, with the particles between them, into one element."""
    joined: list[Element] = []
    i = 0
    while i < len(elements):
        element = elements[i]
        j = _name_end(pack, tokens, elements, i) if _starts_name(elements, i) else i
        if j > i + 1:
            known = [e for e in elements[i:j] if e.letter == "E"]
            entries = (
                known[0].entries if len(known) == 1 and known[0].first == element.first else ()
            )
            if pack.cased and entries and _adds_surname(tokens, elements, i, j):
                entries = ()
            letter = "E" if entries else "N"
            joined.append(Element(letter, element.first, elements[j - 1].last, entries))
            i = j
        else:
            joined.append(element)
            i += 1
    return joined


def with_homes(pack: LanguagePack, elements: Sequence[Element]) -> list[Element]:
    """Elements in which a name has the adjective of its own state: «حركة الشباب الصومالية».

    (ḥarakat ash-Shabāb aṣ-ṣūmāliyya, "the Somali Shabaab movement".)
    """
    kept: list[Element] = []
    for element in elements:
        last = kept[-1] if kept else element
        told = pack.adjective == "after" and element.letter == "D" and last.letter in "PGC"
        if told and last.entries and last.last == element.first and _own(last, element):
            kept[-1] = replace(last, last=element.last)
        else:
            kept.append(element)
    return kept


def _own(name: Element, adjective: Element) -> bool:
    return any(e.id == name.entry.id for e in adjective.entries)


def _adds_surname(tokens: Sequence[Token], elements: list[Element], i: int, j: int) -> bool:
    """True where a longer name only begins like a known one: "John Kerry Otieno"."""
    return any(
        e.letter == "N" and tokens[e.first].norm not in _SUFFIXES for e in elements[i + 1 : j]
    )


def _starts_name(elements: list[Element], i: int) -> bool:
    """True where a name can begin with an element.

    No name begins with the town of a post: «سفير اليابان في طرابلس تاكيشي إيتو» (safīr al-Yābān fī
    Ṭarābulus Tākīshī Ītū, "the ambassador of Japan in Tripoli, Takeshi Ito").
    """
    element = elements[i]
    if element.letter in "NE":
        return True
    if element.letter not in "PYC" or element.last - element.first > 1:
        return False
    posted = _POST.search("".join([e.letter for e in elements[max(0, i - 4) : i]]))
    return element.entry.ambiguous and not posted


def _name_end(
    pack: LanguagePack, tokens: Sequence[Token], elements: list[Element], start: int
) -> int:
    """The element after the last of the name that begins at `start`: "Li Changchun, who"."""
    end = start + 1
    words = elements[start].last - elements[start].first
    plain = elements[start].letter in "NE"
    first = tokens[elements[start].first]
    i = end + (len(first.norm) == 1 and _initial(tokens, elements[start]))
    while i < len(elements) and words < MAX_NAME_WORDS:
        element = elements[i]
        size, norm = element.last - element.first, tokens[element.first].norm
        if not pack.cased and another_leader(elements[start:end], element):
            break
        town = i == start + 1 and "".join(e.letter for e in elements[i : i + 2]) == "Y,"
        titled = pack.cased and element.letter == "Y" and i == start + 1 and start > 0
        town = town or (titled and elements[start - 1].letter in "OJ")  # "Minister Wu Dawei"
        if element.letter in "NE" or (
            element.letter in "PYC" and size == 1 and (element.entry.ambiguous or town or not plain)
        ):
            words += size
            initial = size == 1 and len(norm) == 1 and _initial(tokens, element)
            i += 2 if initial else 1
            if element.letter == "N":
                plain = True
            end = i
        elif (
            element.letter == "H" and size == 1 and tokens[element.first - 1].norm in pack.particles
        ):
            words += 1
            i += 1
            end = i
        elif element.letter == "," and _suffix(tokens, elements, i + 1):
            end = i = i + 2 + _short(tokens, elements, i + 2)
        elif size == 1 and (norm in pack.particles or _initial(tokens, element)):
            words += 1
            i += 2 if len(norm) == 1 else 1
            if norm in _SUFFIXES:
                end = i = i + _short(tokens, elements, i)
        elif _nickname(tokens, elements, i):
            words += 1
            i += _NICKNAME
        else:
            break
    return end if plain else start + 1


def _nickname(tokens: Sequence[Token], elements: list[Element], i: int) -> bool:
    """True for the marks of a name within one: 'Jonathan "Jon" Holm', "William (Bill) Hart"."""
    inner = elements[i : i + _NICKNAME + 1]
    if len(inner) <= _NICKNAME or any(e.last - e.first > 1 for e in inner[:_NICKNAME]):
        return False
    opening, name, closing, surname = inner
    marks = tokens[opening.first].norm + tokens[closing.first].norm
    named = name.letter in "NE" and surname.letter in "NEY"
    return marks in _MARKS and named and tokens[surname.first].capital


def _suffix(tokens: Sequence[Token], elements: list[Element], i: int) -> bool:
    """True for the "Jr." behind the comma of "Joseph Biden, Jr."."""
    return i < len(elements) and tokens[elements[i].first].norm in _SUFFIXES


def _short(tokens: Sequence[Token], elements: list[Element], i: int) -> bool:
    """True for the dot that makes a suffix short in mid-sentence: "Joseph Biden, Jr. | and"."""
    return i + 1 < len(elements) and tokens[elements[i].first].norm == "."


def _initial(tokens: Sequence[Token], element: Element) -> bool:
    """True for "W." between a given name and a surname, its dot a token of its own or not."""
    token = tokens[element.first]
    if len(token.norm) == 1:
        return token.capital and element.last < len(tokens) and tokens[element.last].norm == "."
    return token.capital and len(token.norm) == 2 and token.norm.endswith(".")
