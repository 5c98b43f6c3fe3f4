"""Words that may name a group of people and here do not: attributes, things owned, verbs."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.extract.elements import Element
from dragoman.lang.pack import LanguagePack

_SUBJECTS = tuple("PCGNELBOJQh>")
"""Elements that a verb may stand right behind: actors, and the mark of the infinitive."""
_ACTED_ON = tuple("PCGNEBOJQh>~")
_CLOSING = "o><@~,.:;&"


def plain_word(
    pack: LanguagePack,
    tokens: Sequence[Token],
    elements: Sequence[Element],
    at: tuple[int, int],
) -> bool:
    """True for the elements `at` (first, behind the last) that only look like a group.

    "military aid", "its troops", "Russia forces them", «معارضته» (muʿāraḍatuhu, "his opposition"),
    «مؤتمر صحفي» (muʾtamar ṣaḥafī, "a press conference"), but not «مقتل صحفي» (maqtal, "death of").
    """
    first, last = at
    before = elements[first - 1].letter if first else ""
    after = elements[last] if last < len(elements) else None
    single = last - first == 1 and elements[first].last - elements[first].first == 1
    word = tokens[elements[first].first].norm
    if not pack.cased:
        if after is not None and after.letter == "p":
            return True
        if before != "x" or pack.lexicon.part_of_speech(word) != "adj":
            return False
        noun = tokens[elements[first].first - 1].norm
        return pack.lexicon.is_noun(noun) and noun not in pack.discourse["harmed"]
    if before == "p":
        return True
    if after is not None and after.letter == "x":
        noun = tokens[after.first].norm
        behind = elements[last + 1].letter if last + 1 < len(elements) else "."
        if _describes(pack, noun, behind):
            return True
        bare = first + (elements[first].letter == "A")
        adjective = pack.lexicon.part_of_speech(tokens[elements[bare].first].norm) == "adj"
        if last == bare + 1 and adjective and pack.lexicon.part_of_speech(noun) == "noun":
            return _acted_on(pack, tokens, elements, bare)
    return single and before in _SUBJECTS and pack.lexicon.is_finite(word)


def acts_on(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], i: int
) -> bool:
    """True for a participle at `i` behind a comma that only looks like somebody: «، داعية إيران».

    (dāʿiyatan Īrān, "calling on Iran"; a preacher is written alike.)
    """
    if pack.cased or i == 0 or i + 1 >= len(elements) or elements[i - 1].letter != ",":
        return False
    word = tokens[elements[i].first].norm
    plain = elements[i].letter == "B" and elements[i].last - elements[i].first == 1
    if not plain or word.startswith(pack.article) or elements[i + 1].letter not in _ACTED_ON:
        return False
    return any(a.tense == "participle" for a in pack.lexicon.analyses(word))


def _acted_on(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], i: int
) -> bool:
    """True behind a verb that takes an object, or a preposition: "condemned the military drills".

    What verbs of saying tell may have a subject and a verb: "said the military drills".
    """
    i -= 1 + (elements[i - 1].letter == "A" if i else 0)
    if i < 0 or elements[i].letter in "~@<>o":
        return i >= 0
    read = [a for a in pack.lexicon.analyses(tokens[elements[i].first].norm) if a.finite]
    saying = pack.factuality["saying"]
    return elements[i].letter == "x" and bool(read) and all(a.lemma not in saying for a in read)


def _describes(pack: LanguagePack, noun: str, behind: str) -> bool:
    """True where the word behind a group is a noun, described by it: "military aid to"."""
    if pack.lexicon.part_of_speech(noun) != "noun":
        return False
    return not any(
        a.finite and (a.person == 3 or a.tense == "past" or behind not in _CLOSING)
        for a in pack.lexicon.analyses(noun)
    )
