"""What names in a row of elements mean beside each other: namesakes, lists of places, eras."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract.elements import Element
from dragoman.lang.pack import LanguagePack

_GROUPS = 4
"""How many elements one group may have."""
_ENDING = 2
_SMALL = 4
"""How many letters words have that headlines write small."""
_PLACES = frozenset("PCY")


def weigh_names(tokens: Sequence[Token], elements: Sequence[Element]) -> list[Element]:
    """Elements in which lists of places read as lists, namesakes as where they lie, eras as none.

    "Accra, Ghana; and Lusaka, Zambia" is a list; "Victoria, Canada" lies in Canada, whatever
    capital has that name.
    """
    letters = "".join([e.letter for e in elements])
    weighed = list(elements)
    if "NB" in letters:
        weighed = _without_eras(tokens, weighed)
    if "OB" in letters or "HB" in letters:
        weighed = _with_surnames(tokens, weighed)
    if "C,P" in letters:
        weighed = _namesakes(weighed)
    return _listed(weighed) if ";" in letters else weighed


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


def _with_surnames(tokens: Sequence[Token], elements: list[Element]) -> list[Element]:
    """Elements with a capital word behind an office as a name: "Foreign Minister Bishop"."""
    if not any(t.kind == "word" and not t.capital and len(t.norm) > _SMALL for t in tokens):
        return elements  # a headline, in which all but small words have capitals
    named = list(elements)
    for k in range(1, len(elements)):
        before, element = elements[k - 1], elements[k]
        alone = element.letter == "B" and element.last - element.first == 1
        office = before.letter in "OH" and tokens[before.first].capital
        if alone and office and tokens[element.first].capital:
            named[k] = Element("N", element.first, element.last)
    return named


def next_group(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], at: int
) -> int:
    """The element at which another group begins behind the one at `at`, else their number.

    «اعتقلت الشرطة متظاهرين» (iʿtaqalat ash-shurṭa mutaẓāhirīn, "the police arrested protesters"):
    an indefinite noun is no part of a definite one, nor a plural of people of a singular. So with
    a preposition: «أفرجت السلطات عن معارضين» (afrajat as-sulṭāt ʿan muʿāriḍīn, "freed opponents").
    An object is told by its case: «خطف مسلحون مهندسا» (musallaḥūn muhandisan, "gunmen seized an
    engineer"), or by the group's, which has no genitive: «هاجم مسلحون دورية» (dawriyya, "patrol").
    """
    if pack.subject_first or not pack.article:
        return len(elements)
    for k in range(at + 1, min(at + _GROUPS, len(elements))):
        if elements[k].letter in "xN" and elements[k - 1].letter == "B":
            before, word = tokens[elements[k - 1].last - 1].norm, tokens[elements[k].first].norm
            known, articled = map(str.startswith, (before, word), (pack.article, pack.article))
            whole = pack.people_endings and before.endswith(pack.people_endings)
            if known != articled and (known or whole):  # «متظاهرون | القنصلية»
                return k
        if _acted_on(pack, tokens, elements[at], elements[k]):
            return k
        if elements[k].letter == "x" and _told_apart(pack, tokens, elements[k - 1], elements[k]):
            return k
        j = k - 1 - (elements[k - 1].letter == "<")
        groups = j >= at and elements[j].letter == elements[k].letter == "B"
        beside = (tokens, elements[j], elements[k])
        if groups and (_apart(pack, *beside) or (j == k - 1 and _whole(pack, *beside))):
            return j + 1
    return len(elements)


def _acted_on(pack: LanguagePack, tokens: Sequence[Token], group: Element, after: Element) -> bool:
    """True for a noun in the case of objects behind a group in the case of subjects."""
    return (
        group.letter == "B"
        and after.letter in "xB"
        and is_object(pack, tokens[group.last - 1].norm, tokens[after.first].norm, after)
    )


def _told_apart(
    pack: LanguagePack, tokens: Sequence[Token], group: Element, thing: Element
) -> bool:
    """True for a noun of action behind a body, which no noun describes: «دان المجلس | الهجوم».

    (dāna l-majlisu l-hujūm, "the council condemned the attack".)
    """
    body, word = tokens[group.last - 1].norm, tokens[thing.first].norm
    if group.letter not in "BW" or not body.startswith(pack.article):
        return False
    return word.startswith(pack.article) and is_thing(pack, word)


def is_thing(pack: LanguagePack, word: str) -> bool:
    """True for a noun of action or a listed noun, which cannot describe the one before it."""
    nominal = any(a.tense == "verbal-noun" for a in pack.lexicon.analyses(word))
    return nominal or pack.lexicon.part_of_speech(word) == "noun"


def is_object(pack: LanguagePack, subject: str, word: str, element: Element | None) -> bool:
    """True for a noun whose form tells an object, behind a plural whose form tells a subject.

    A site is one in any form: the plural has no genitive behind it.
    """
    if not pack.people_endings or word.startswith(pack.article):
        return False
    subjects, objects = pack.people_endings
    if not subject.endswith(subjects) or word.endswith(subjects):
        return False
    if element is not None and any(e.id == "site" for e in element.entries):
        return True
    if word.endswith(objects):
        return pack.lexicon.is_noun(word)
    bare = next((word.removesuffix(e) for e in pack.adverbial_endings if word.endswith(e)), "")
    return bool(bare) and pack.lexicon.part_of_speech(bare) == "noun"


def _apart(pack: LanguagePack, tokens: Sequence[Token], before: Element, after: Element) -> bool:
    """True where a group word cannot describe or own the one before it."""
    if not tokens[before.last - 1].norm.startswith(pack.article):
        return False
    head, word = tokens[before.first].norm, tokens[after.first].norm
    if not word.startswith(pack.article):
        return True
    return head in pack.discourse["single"] and word.endswith(pack.people_endings)


def _whole(pack: LanguagePack, tokens: Sequence[Token], before: Element, after: Element) -> bool:
    """True for a group word that can have no owner: «حاصر متظاهرون السفارة».

    (mutaẓāhirūna s-sifāra, "protesters besieged the embassy".) Before its owner a plural is cut
    short: «متظاهرو السفارة». So of a singular before an accusative: «خطف مسلح جنديا» (jundiyyan).
    """
    head, word = tokens[before.first].norm, tokens[after.first].norm
    last = tokens[before.last - 1].norm
    if last.startswith(pack.article):
        return False
    many = last.endswith(pack.people_endings) and not word.endswith(last[-_ENDING:])
    acted_on = word.endswith(pack.adverbial_endings) and not last.endswith(word[-1])
    return many or acted_on or head in pack.discourse["single"]
