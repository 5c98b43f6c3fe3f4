"""How Arabic words change: verbs from perfect and imperfect, demonyms from their masculine."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from dragoman.lang.morphology import Features, Form, Gender, Mood, Number, Person, Tense, Voice

_ARTICLE = "ال"
_PLURAL_ENDINGS = ("ون", "ين")


def inflect(row: Mapping[str, str]) -> Iterator[Form]:
    """Every form of a verb, unvocalised, without clitics and article.

    Spellings that stand only after «لم» (lam) and its like have the mood "jussive":
    «زار» (zāra, "visited") gives «يزور», «زارت», «زرت» and jussive «يزر» (yazur). Perfect and
    imperfect written alike in active and passive have the voice "either".
    """
    lemma, imperfect = row["lemma"], row["imperfect"]
    masdars = [m for m in (row.get("masdar") or "").split("|") if m]
    passive = row.get("passive_ambiguous") == "yes"
    doubled = _is_doubled(lemma, masdars)
    yield from _perfect(lemma, doubled, passive)
    yield from _imperfect(lemma, imperfect, doubled, passive)
    for masdar in masdars:
        yield from _verbal_noun(masdar)
    active = [p for p in (row.get("active_participle") or "").split("|") if p]
    receiving = [p for p in (row.get("passive_participle") or "").split("|") if p]
    for form in active:
        same = passive and form in receiving
        yield from _participle(form, "participle", "either" if same else "active")
    for form in receiving:
        if form not in active:
            yield from _participle(form, "passive-participle", "passive")


def word_forms(form: str, pos: str) -> Iterator[str]:
    """A listed word, folded, and the forms it takes (adjectives; accusative of nouns)."""
    yield form
    if pos == "num":
        yield form + "ا"
    elif pos == "adj":
        if not form.endswith(("ه", "اء", "ان")):
            yield from (form + "ه", form + "ا")
        if form.endswith("ي") or (form.startswith("م") and len(form) >= 4):
            yield from (form + ending for ending in ("ين", "ون", "ان", "ات", "تين", "تان"))
    elif pos == "noun" and len(form) >= 3:
        if form.endswith("ه"):
            yield form[:-1] + "ات"
            yield form[:-1] + "تين"
            yield form[:-1] + "تي"
        elif not form.endswith(("ا", "اء", "ات", "ين", "ون")):
            yield form + "ا"
            if len(form) >= 4:
                yield form + "ين"
            if len(form) >= 5 and form.startswith("م"):
                yield from (form + "ون", form + "ه")


_NISBA_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("", "m", "sg"), ("ا", "m", "sg"), ("ة", "f", "sg"), ("ان", "m", "du"), ("ين", "m", "pl"),
    ("ون", "m", "pl"), ("تان", "f", "du"), ("تين", "f", "du"), ("ات", "f", "pl"),
)  # fmt: skip


def decline_nisba(form: str) -> Iterator[tuple[str, str, str]]:
    """The forms of a demonym, each word declined, without and with the article.

    Example: «كوري جنوبي» (kūrī janūbī, "South Korean") gives «كورية جنوبية», «الكوريين الجنوبيين»
    and the others. «ين» is given as plural; it is written for the dual too.
    """
    words = form.split()
    for ending, gender, number in _NISBA_ENDINGS:
        declined = [_declined(word, ending) for word in words]
        yield " ".join(declined), gender, number
        if ending == "ا":
            continue
        yield " ".join(_ARTICLE + word for word in declined), gender, number


def _declined(word: str, ending: str) -> str:
    """A word of a demonym with the ending; broken plurals are not made."""
    return word if word.endswith("ة") else word + ending


def _is_doubled(lemma: str, masdars: list[str]) -> bool:
    """True for verbs such as «استمر» (istamarra, "went on"), whose last letter stands for two."""
    if len(lemma) == 2:
        return True
    last = lemma[-1]
    if lemma[-2] == last or last in "اىي":
        return False
    return any(m.endswith(last + "ا" + last) for m in masdars)


def _is_hollow(lemma: str) -> bool:
    """True for verbs such as «أدان» (adāna, "condemned"), with a vowel as middle root letter."""
    return len(lemma) >= 3 and lemma[-2] == "ا" and lemma[-1] not in "اىي"


@lru_cache(maxsize=512)
def _features(
    tense: Tense, voice: Voice, who: tuple[Number, Person, Gender], mood: Mood = ""
) -> Features:
    """Features, made once for all the forms that share them."""
    return Features(tense, voice, *who, mood)


def _form(
    form: str,
    tense: Tense,
    voice: Voice,
    who: tuple[Number, Person, Gender],
    mood: Mood = "",
) -> Form:
    """A form with its features."""
    return Form(form, _features(tense, voice, who, mood))


_MS: tuple[Number, Person, Gender] = ("sg", 3, "m")
_FS: tuple[Number, Person, Gender] = ("sg", 3, "f")
_MD: tuple[Number, Person, Gender] = ("du", 3, "m")
_FD: tuple[Number, Person, Gender] = ("du", 3, "f")
_MP: tuple[Number, Person, Gender] = ("pl", 3, "m")
_FP: tuple[Number, Person, Gender] = ("pl", 3, "f")
_S1: tuple[Number, Person, Gender] = ("sg", 1, "")
_P1: tuple[Number, Person, Gender] = ("pl", 1, "")


def _perfect(lemma: str, doubled: bool, passive: bool) -> Iterator[Form]:
    """The perfect, active and passive.

    No passive is made that starts like "and" before another verb: «ووجه» is wa-wajjaha, "and
    addressed", hardly ever wūjiha, "was faced".
    """
    other = _passive_perfect(lemma) if passive else None
    voice: Voice = "either" if passive and other is None else "active"
    yield from _perfect_of(lemma, doubled, voice)
    if other is not None and not other.startswith("وو"):
        yield from _perfect_of(other, doubled, "passive")


def _passive_perfect(lemma: str) -> str | None:
    """The perfect passive where it is written otherwise: «أدين» (udīna, "was condemned")."""
    if _is_hollow(lemma):
        return lemma[:-2] + "ي" + lemma[-1]
    if lemma[-1] in "اى":
        stem = lemma[:-1]
        return (stem[0] + "و" + stem[2:] if stem[1:2] == "ا" else stem) + "ي"
    if len(lemma) == 4 and lemma[1] == "ا":
        return lemma[0] + "و" + lemma[2:]
    if len(lemma) == 5 and lemma[0] == "ت" and lemma[2] == "ا":
        return lemma[:2] + "و" + lemma[3:]
    if lemma[0] == "آ":
        return "أو" + lemma[1:]
    return None


def _perfect_of(stem: str, doubled: bool, voice: Voice) -> Iterator[Form]:
    """The perfect of a third person masculine, active or passive."""
    weak = stem[-1] in "اىي" and not (stem[-1] == "ي" and len(stem) == 2)
    yield _form(stem, "past", voice, _MS)
    if weak:
        bare = stem[:-1]
        long = bare + ("و" if stem[-1] == "ا" else "ي")
        short = stem if stem[-1] == "ي" else bare
        forms = (short + "ت", long + "ا", short + "تا", bare + "وا", long + "ن", long)
    else:
        before = stem
        if doubled:
            before = stem + stem[-1]
        elif stem[-2] == "ي" if voice == "passive" else _is_hollow(stem):
            before = stem[:-2] + stem[-1]
        pair = stem[:-1] + "آ" if stem[-1] == "أ" else stem + "ا"
        n = "" if before[-1] == "ن" else "ن"
        forms = (stem + "ت", pair, stem + "تا", stem + "وا", before + n, before)
        if stem[-1] == "أ":
            yield _form(stem[:-1] + "ؤوا", "past", voice, _MP)
    feminine, pair, pair_f, plural, plural_f, first = forms
    yield _form(feminine, "past", voice, _FS)
    yield _form(pair, "past", voice, _MD)
    yield _form(pair_f, "past", voice, _FD)
    yield _form(plural, "past", voice, _MP)
    if plural_f != stem:
        yield _form(plural_f, "past", voice, _FP)
    yield _form(first + ("" if first[-1] == "ت" else "ت"), "past", voice, _S1)
    yield _form(first + ("ا" if first[-1] == "ن" else "نا"), "past", voice, _P1)


def _imperfect(lemma: str, imperfect: str, doubled: bool, passive: bool) -> Iterator[Form]:
    """The imperfect in all moods, active and passive."""
    other = _passive_imperfect(lemma, imperfect) if passive else None
    voice: Voice = "either" if passive and other is None else "active"
    hollow = _is_hollow(lemma) and imperfect[-2] in "اوي"
    yield from _imperfect_of(imperfect, hollow, voice)
    if other is not None:
        yield from _imperfect_of(other, hollow, "passive")


def _passive_imperfect(lemma: str, imperfect: str) -> str | None:
    """The imperfect passive where it is written otherwise: «يقال» (yuqālu, "is said")."""
    if _is_hollow(lemma) and imperfect[-2] in "وي":
        return imperfect[:-2] + "ا" + imperfect[-1]
    if lemma[0] == "و" and len(lemma) == 3 and imperfect[1] != "و":
        return "يو" + imperfect[1:]
    if imperfect[-1] == "و":
        return imperfect[:-1] + "ى"
    if imperfect[-1] == "ئ":
        return imperfect[:-1] + "أ"
    return None


def _imperfect_of(third: str, hollow: bool, voice: Voice) -> Iterator[Form]:
    """The imperfect of a third person masculine, active or passive."""
    stem = third[1:]
    weak = stem[-1] in "يىو" and len(stem) >= 2
    yield _form(third, "present", voice, _MS)
    yield _form("ت" + stem, "present", voice, _FS)
    yield _form(_first_person(stem), "present", voice, _S1)
    yield _form("ن" + stem, "present", voice, _P1)
    pair = stem[:-1] + "ي" if stem[-1] == "ى" else stem
    plural = stem[:-1] if weak else stem
    for ending in ("ان", "ا"):
        yield _form("ي" + pair + ending, "present", voice, _MD)
        yield _form("ت" + pair + ending, "present", voice, _FD)
    for ending in ("ون", "وا"):
        yield _form("ي" + plural + ending, "present", voice, _MP)
        if stem[-1] == "أ":
            yield _form("ي" + plural[:-1] + "ؤ" + ending, "present", voice, _MP)
    short = stem[:-2] + stem[-1] if hollow else stem
    yield _form("ي" + (pair if weak else short) + "ن", "present", voice, _FP)
    if hollow:
        cut = stem[:-2] + stem[-1]
    elif weak:
        cut = stem[:-1]
    else:
        return
    yield _form("ي" + cut, "present", voice, _MS, "jussive")
    yield _form("ت" + cut, "present", voice, _FS, "jussive")


def _first_person(stem: str) -> str:
    """«آخذ» (ākhudhu, "I take") from the stem «أخذ», «أزور» from «زور»."""
    return "آ" + stem[1:] if stem[0] == "أ" else "أ" + stem


def _verbal_noun(masdar: str) -> Iterator[Form]:
    """A verbal noun, its accusative and its sound plural."""
    yield _form(masdar, "verbal-noun", "either", ("sg", 0, ""))
    if masdar.endswith("ة"):
        yield _form(masdar[:-1] + "ات", "verbal-noun", "either", ("pl", 0, ""))
        yield _form(masdar[:-1] + "تين", "verbal-noun", "either", ("du", 0, ""))
        return
    if not masdar.endswith(("اء", "ا", "ى")):
        yield _form(masdar + "ا", "verbal-noun", "either", ("sg", 0, ""))
    if len(masdar) >= 4 and not masdar.endswith("ان"):
        stem = masdar[:-1] + "ي" if masdar[-1] == "ى" else masdar
        yield _form(stem + "ات", "verbal-noun", "either", ("pl", 0, ""))
        yield _form(stem + "ين", "verbal-noun", "either", ("du", 0, ""))


_PARTICIPLE_ENDINGS: tuple[tuple[str, Number, Gender], ...] = (
    ("", "sg", "m"), ("ا", "sg", "m"), ("ة", "sg", "f"), ("ان", "du", "m"), ("ين", "pl", "m"),
    ("ون", "pl", "m"), ("تان", "du", "f"), ("تين", "du", "f"), ("ات", "pl", "f"),
)  # fmt: skip


@lru_cache(maxsize=16)
def _participle_features(tense: Tense, voice: Voice) -> tuple[tuple[str, Features], ...]:
    """The endings of a participle with their features."""
    return tuple(
        (ending, Features(tense, voice, number, 0, gender))
        for ending, number, gender in _PARTICIPLE_ENDINGS
    )


def _participle(form: str, tense: Tense, voice: Voice) -> Iterator[Form]:
    """A participle in all its endings; «داعي» gives «داع» (dāʿin, "calling") too."""
    if form.endswith("ى"):
        form = form[:-1] + "ي"
    endings = _participle_features(tense, voice)
    if form.endswith("ي"):
        for ending, features in endings:
            if ending in _PLURAL_ENDINGS:
                yield Form(form[:-1] + ending, features)
        if tense == "participle":
            yield Form(form[:-1], endings[0][1])
    for ending, features in endings[:1] + endings[2:] if form.endswith("أ") else endings:
        yield Form(form + ending, features)
