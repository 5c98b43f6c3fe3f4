"""How English words change."""

from collections.abc import Iterator, Mapping

from dragoman.lang.morphology import Features, Form

_BASE = Features("present", "active", "any", 0, "")
_INFINITIVE = Features("infinitive", "active", "any", 0, "")
_THIRD = Features("present", "active", "sg", 3, "")
_ING = Features("participle", "active", "any", 0, "")
_PAST = Features("past", "active", "any", 0, "")
_PARTICIPLE = Features("passive-participle", "either", "any", 0, "")
_PAST_OR_PARTICIPLE = Features("past", "either", "any", 0, "")

_VOWELS = frozenset("aeiou")
# Verbs that double their last letter; the second where spelling differs between countries.
_ALWAYS = """
    abet acquit admit allot annul appal ban bar befit beg begin bet bid chat commit compel
    concur confer control cut defer deter dig dispel drag drop dub embed emit equip
    expel extol fit flag forbid forget fulfil get grab grip hit hum incur infer input
    jam jar knit let lob mar nag occur offset omit outbid outrun overrun patrol permit pin plan
    plot prefer program propel put quit rap readmit rebel rebut recur refer regret repel
    rid rip rob rub run scan scrap set shed ship shop shrug shut sit skip slam slap slip
    snap snub spar spin split spot spur stab star stem step stir stop strip stun submit swap swim
    swat tap top transfer transmit trap trim twin undercut underpin unplug upset vet wed whip win
    wrap zip
    """
_SOMETIMES = """
    cancel channel combat counsel focus fuel imperil kidnap label level marvel model quarrel
    signal total travel tunnel unravel
    """
_DOUBLING = frozenset(_ALWAYS.split())
_DOUBLING_BRITISH = frozenset(_SOMETIMES.split())


def inflect(row: Mapping[str, str]) -> Iterator[Form]:
    """Every form of a verb: "hold", "holds", "holding", "held".

    Past and participle written alike are one form of voice "either", for context to decide.
    """
    lemma = row["lemma"]
    yield Form(lemma, _BASE)
    yield Form(lemma, _INFINITIVE)
    yield Form(_third_person(lemma), _THIRD)
    for form in _suffixed(lemma, "ing"):
        yield Form(form, _ING)
    pasts = [p for p in (row.get("past") or "").split("|") if p] or _suffixed(lemma, "ed")
    participles = [p for p in (row.get("participle") or "").split("|") if p] or pasts
    for form in dict.fromkeys([*pasts, *participles]):
        if form in pasts and form in participles:
            yield Form(form, _PAST_OR_PARTICIPLE)
        else:
            yield Form(form, _PAST if form in pasts else _PARTICIPLE)
    for extra in (row.get("particle_forms") or "").split("|"):
        if extra:
            yield Form(extra, _THIRD)


def word_forms(form: str, pos: str) -> Iterator[str]:
    """A listed word and, for nouns, its regular plural."""
    yield form
    if pos == "noun" and not form.endswith("s"):
        yield _third_person(form)


def decline_nisba(form: str) -> Iterator[tuple[str, str, str]]:
    """The adjective itself: English adjectives do not change ("Japanese")."""
    yield form, "", "any"


def _third_person(lemma: str) -> str:
    """The form with -s: "goes", "denies", "meets"."""
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _suffixed(lemma: str, suffix: str) -> list[str]:
    """The forms with -ing or -ed, both spellings where there are two."""
    if lemma.endswith("ie"):
        return [lemma[:-2] + "ying"] if suffix == "ing" else [lemma + "d"]
    if lemma.endswith("e") and len(lemma) > 2 and not lemma.endswith(("ee", "ye", "oe")):
        return [lemma[:-1] + suffix]
    if lemma.endswith("e"):
        return [lemma + suffix.removeprefix("e")]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS and suffix == "ed":
        return [lemma[:-1] + "ied"]
    if lemma.endswith("ic"):
        return [lemma + "k" + suffix]
    if lemma in _DOUBLING:
        return [lemma + lemma[-1] + suffix]
    if lemma in _DOUBLING_BRITISH:
        return [lemma + suffix, lemma + lemma[-1] + suffix]
    return [lemma + suffix]
