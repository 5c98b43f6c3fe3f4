"""Where one holder of an office ends in a row of titles, and another begins."""

from collections.abc import Callable, Sequence

from dragoman.core.document import Token
from dragoman.core.fold import fold
from dragoman.core.quick import replace
from dragoman.extract.elements import Element
from dragoman.lang.gazetteer import Entry
from dragoman.lang.pack import LanguagePack

_TELLING = frozenset("DPCGMVONE")
"""What tells more of a title behind it, or names who holds it."""
_REACH = 6
"""How far behind the first title another's may begin."""


def with_owners(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element]
) -> list[Element]:
    """Elements in which a title that owns the one before it only describes: «مستشار | الوزير».

    (mustashār al-wazīr, "the minister's adviser"; two titles of one man have each an end of its
    own: «ولي العهد وزير الدفاع», walī l-ʿahd wazīr ad-difāʿ, "the crown prince, defence minister".)
    """
    row = _named_after(pack, tokens, list(elements))
    if pack.subject_first:
        return _staff(row)
    if not pack.article:
        return row
    for k in range(1, len(row)):
        title, owner = row[k - 1], row[k]
        if title.letter not in "OJ" or owner.letter != "O" or title.last - title.first > 1:
            continue
        if not tokens[title.first].norm.startswith(pack.article) and not own_side(owner):
            row[k] = replace(owner, letter="M")
    return row


def _named_after(pack: LanguagePack, tokens: Sequence[Token], row: list[Element]) -> list[Element]:
    """A row without the people after whom a place is named: «مطار الملك خالد».

    (maṭār al-Malik Khālid, "King Khalid Airport".)
    """
    places = pack.discourse["named_after"]
    for k, element in enumerate(row):
        if element.letter != "x" or tokens[element.first].norm not in places:
            continue
        j = k + 1
        while j < len(row) and row[j].letter in "HONE" and j - k < _REACH:
            row[j] = Element("x", row[j].first, row[j].last)
            j += 1
    return row


def _staff(row: list[Element]) -> list[Element]:
    """A row in which whoever owns an office only describes it: "the French president's | envoy".

    So for "US President Donald Trump's adviser"; the side is that of the owner, whether it stands
    before his title or is part of it, as in "the UN secretary-general's envoy".
    """
    for k in [k for k, e in enumerate(row) if e.letter == "S"]:
        at = k - 1
        while at > 0 and row[at].letter in "NE":
            at -= 1
        after = next((e for e in row[k + 1 : k + _REACH] if e.letter not in "HMVA"), None)
        if at < 0 or row[at].letter != "O" or after is None or after.letter not in "OJ":
            continue
        if at and row[at - 1].letter in "DPCGS":
            row[at : k + 1] = [replace(e, letter="H") for e in row[at : k + 1]]
        elif own := own_side(row[at]):
            entry = replace(row[at].entry, kind="polity", id=own, form_class="")
            row[at:k] = [replace(e, letter="H") for e in row[at:k]]
            row[k - 1] = replace(row[k - 1], letter="P", entries=(entry,))
        elif row[k - 1].letter == "E":
            row[at] = replace(row[at], letter="H")
    return row


def holder_end(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], at: int
) -> int:
    """Where what can be one holder's titles, polity and name ends, at the latest."""
    here = (pack, tokens, elements, at)
    ends = second_holder(*here), teller_behind(*here), closed_title(*here)
    return min(*ends, ambassador_behind(*here))


def second_holder(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], at: int
) -> int:
    """Where another's title begins behind one that holds its polity: «أمير قطر | الرئيس الرواندي».

    (amīr Qaṭar, "the emir of Qatar"; ar-raʾīs ar-ruwāndī, "the Rwandan president".)
    """
    for k in range(at + 1, min(at + _REACH, len(elements))):
        if elements[k].letter in "PC" and elements[k - 1].letter == "O":
            own = own_side(elements[k - 1])
            if own and all(e.id != own for e in elements[k].entries):
                return k
        if elements[k].letter in "OJ" and _another_man(elements[at:k], elements[k]):
            return k
        if elements[k].letter in "OJ" and _of_another(elements, k):
            return k
        if elements[k].letter == "O" and _heads_another(pack, tokens, elements[at : k + 1]):
            return k
    return len(elements)


def _heads_another(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element]
) -> bool:
    """True for the title of an organisation behind somebody of a state, named or not.

    «الرئيس الكيني | الأمين العام للأمم المتحدة أنطونيو غوتيريش» (ar-raʾīs al-kīnī, "the Kenyan
    president"; al-amīn al-ʿāmm, "the UN secretary-general"). Some a state's leader may be besides:
    «رئيس الاتحاد الأفريقي» (raʾīs al-ittiḥād al-afrīqī, "chairman of the African Union").
    """
    title, own = elements[-1], own_side(elements[-1])
    before = elements[:-1]
    named = len(before) > 1 and before[-1].letter in "NE"
    sided = before[:-1] if named else before
    if pack.subject_first or not own or len(sided) < 2 or sided[-1].letter != "D":
        return False
    if sided[-2].letter != "O" or any(e.id == own for e in sided[-1].entries):
        return False
    words = " ".join(t.norm for t in tokens[title.first : title.last])
    return words not in pack.discourse["presided"]


def ambassador_behind(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], at: int
) -> int:
    """Where an ambassador of a state stands behind a minister, whom he meets.

    «سلم وزير الخارجية الشيخ أحمد | سفير مصر» (sallama wazīra l-khārijiyyati sh-shaykha Aḥmada
    safīru Miṣr, "Egypt's ambassador handed Foreign Minister Sheikh Ahmad"); with the article the
    word is a rank: «وزير الخارجية السفير سالم» (as-safīr Sālim, "Minister Ambassador Salim").
    """
    if pack.subject_first or elements[at].letter not in "HO":
        return len(elements)
    for k in range(at + 1, min(at + 2 * _REACH, len(elements))):
        title = elements[k]
        if title.letter not in "HONEDPCJM":
            break
        posted = title.letter == "J" and all(e.id == "ambassador" for e in title.entries)
        if posted and not tokens[title.first].norm.startswith(pack.article):
            governs = any(e.letter == "O" and e.entry.id in _GOVERNING for e in elements[at:k])
            return k if governs else len(elements)
    return len(elements)


def _of_another(elements: Sequence[Element], k: int) -> bool:
    """True for a title whose polity is not that of the one before it: «أمير قطر والرئيس المصري».

    (amīr Qaṭar wa-r-raʾīs al-miṣrī, "the emir of Qatar and the Egyptian president".)
    """
    j = k - 1 - (elements[k - 1].letter == "&")
    if j < 0:
        return False
    if elements[j].letter in "OJ":
        own = {own_side(elements[j])}
    elif elements[j].letter in "PC" and j and elements[j - 1].letter == "O":
        own = {e.id for e in elements[j].entries}
    else:
        return False
    after = elements[min(k + 1, len(elements) - 1)]
    told = own_side(elements[k])
    if told:
        return bool(own - {None}) and told not in own
    return (
        bool(own - {None}) and after.letter in "DP" and all(e.id not in own for e in after.entries)
    )


def teller_behind(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], at: int
) -> int:
    """Where he begins who tells of those before: "met President Ruto, | a Kenyan aide said".

    Whoever does something himself is only described: "Ruto, the Kenyan president said".
    """
    if not pack.subject_first or at == 0 or elements[at - 1].letter not in _LEADING:
        return len(elements)
    for k in range(at + 1, min(at + _REACH, len(elements))):
        if elements[k].letter == "," and _says(pack, tokens, elements[k + 1 : k + _TITLED]):
            return k
    return len(elements)


def _says(pack: LanguagePack, tokens: Sequence[Token], row: Sequence[Element]) -> bool:
    """True for a title or a body with a verb of saying right behind it."""
    behind = next((k for k, e in enumerate(row) if e.letter not in _OF_TITLES), 0)
    if not behind or row[behind].letter != "x":
        return False
    told = pack.lexicon.analyses(tokens[row[behind].first].norm)
    return any(a.finite and fold(a.lemma) in pack.factuality["saying"] for a in told)


_LEADING = frozenset("x~>&@")
"""What stands before somebody with whom something is done: verbs and prepositions."""
_OF_TITLES = frozenset("AHMDPCGOJQBSWT")
_TITLED = 8
_NO_POST = "private"
_LOCAL = frozenset({"official", "head_of_state", "head_of_government", "legislator"})
"""Offices held in towns and regions too; no minister has one of his own."""
_HEADS = frozenset({"head_of_state", "crown_prince"})
_GOVERNING = _HEADS | {"foreign_minister", "head_of_government"}
_UNDER_HEADS = frozenset(
    {"foreign_minister", "deputy_foreign_minister", "assistant_foreign_minister", "spokesperson",
     "ambassador", "envoy", "other_minister", "energy_minister", "legislator"}
)  # fmt: skip


def _another_man(before: Sequence[Element], title: Element) -> bool:
    """True where nobody holds both offices: «أمير قطر | وزير الخارجية» is two people.

    (amīr Qaṭar, "the emir of Qatar"; wazīr al-khārijiyya, "the foreign minister".)
    """
    return any(e.id in _UNDER_HEADS for e in title.entries) and any(
        e.letter == "O" and e.entry.id in _HEADS for e in before
    )


def closed_title(
    pack: LanguagePack, tokens: Sequence[Token], elements: Sequence[Element], at: int
) -> int:
    """Where a polity stands behind titles or bodies with the article, and so is not theirs.

    «غادر سالم وزير الدفاع | مصر» (ghādara Sālim wazīr ad-difāʿ Miṣr, "Salim, the defence minister,
    left Egypt"); "Egypt's defence minister" is «وزير دفاع مصر» (wazīr difāʿ Miṣr). So with
    «دانت الحكومة | تركيا» (dānati l-ḥukūma Turkiyā, "the government condemned Turkey").
    """
    article = pack.article
    if not article or pack.subject_first:
        return len(elements)
    for k in range(at + 1, min(at + _REACH, len(elements))):
        title = elements[k - 1]
        body = title.letter in "BW"
        if elements[k].letter not in "PCY" or not (body or title.letter == "O"):
            continue
        described = body and any(e.form_class == "adjective" for e in elements[k].entries)
        if described or (not body and title.entry.id == _NO_POST):
            continue
        elsewhere = elements[k].letter == "Y" and not body and title.entry.id not in _LOCAL
        if elsewhere or tokens[title.last - 1].norm.startswith(article):
            return k
    return len(elements)


def acted_on(
    pack: LanguagePack,
    tokens: Sequence[Token],
    elements: Sequence[Element],
    at: int,
    side_of: Callable[[Entry], str | None],
    home_of: Callable[[str], str | None],
) -> int:
    """Where a title stands behind a verb and who does it: «استقبل السيسي | الرئيس السوداني».

    (istaqbala s-Sīsī r-raʾīs as-sūdānī, "Sisi received the Sudanese president".) A title is a
    name's own where it only tells more of it: «شكري وزير الخارجية المصري» (Shukrī wazīr
    al-khārijiyya al-miṣrī, "Shukri, the Egyptian foreign minister"). It is another's where the one
    named is known to be of another state, and where it has the article: whoever is told of by one
    name alone has been introduced.
    """
    name = next((k for k in range(at, len(elements)) if elements[k].letter != "H"), at)
    k, article = name + 1, pack.article
    if pack.subject_first or not article or not at or k >= len(elements):
        return len(elements)
    doer, title, after = elements[name], elements[k], elements[min(k + 1, len(elements) - 1)]
    if doer.letter not in "NEOJ" or title.letter not in "OJ" or elements[at - 1].letter != "x":
        return len(elements)
    verbs = [a for a in pack.lexicon.analyses(tokens[elements[at - 1].first].norm) if a.finite]
    lemmas = {fold(a.lemma) for a in verbs}
    if not verbs or lemmas & (pack.factuality["saying"] - pack.discourse["informing"]):
        return len(elements)
    alone = doer.last - doer.first == 1
    definite = tokens[title.first].norm.startswith(article)
    # «سلم السفير | الوزير رسالة» (sallama s-safīr al-wazīr, "the ambassador handed the minister")
    if doer.letter in "OJ":
        held = alone and tokens[doer.first].norm.startswith(article)
        bare = definite and not own_side(title) and after.letter not in _TELLING
        return k if held and bare else len(elements)
    told = {own_side(title)} if own_side(title) else set[str | None]()
    if not told and after.letter in "DPC":
        told = {side_of(e) for e in after.entries}
    homes = {home_of(e.id) for e in doer.entries if e.kind == "person"} - {None}
    if told and homes:
        return len(elements) if told & homes else k
    return k if alone and definite and after.letter not in "NE" else len(elements)


def own_side(element: Element) -> str | None:
    """The polity that a title belongs to, where it belongs to one only ("Taoiseach")."""
    sides = {e.side for e in element.entries if e.kind == "office"}
    return next(iter(sides)) or None if len(sides) == 1 else None


_SMALL = frozenset("oA&")


def part_of_name(tokens: Sequence[Token], run: Sequence[Element]) -> bool:
    """True where words between a title and a name are those of a body, so with capitals.

    "Secretary of the National Security Council X" is one phrase, "the president of the
    committee met X" is none.
    """
    return all(e.letter in _SMALL or tokens[e.first].capital for e in run)
