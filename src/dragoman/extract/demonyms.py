"""What a demonym is where it can be read otherwise: a people, or the name of its state."""

from collections.abc import Sequence

from dragoman.core.document import Token
from dragoman.lang.affixes import Affixes
from dragoman.lang.gazetteer import Entry, Match
from dragoman.lang.pack import LanguagePack

_PRONOUNS = frozenset({"object", "possessive"})
_OPENING = "&~@><.,:;t"
"""Elements behind which a demonym describes nothing."""
_SINGLE = "PCD"
"""States, capitals and demonyms, which one of another number or case does not describe."""


def is_people(
    pack: LanguagePack, tokens: Sequence[Token], match: Match, left: tuple[str, int] | None
) -> bool:
    """True for a plural demonym that describes no noun: «قاطع الأردنيون» "Jordanians shunned".

    It stands behind a verb, a preposition, "and", a number, "hundreds of", or at the beginning;
    `left` is the letter and the first token of the element before it. «عشرين فلسطينيا»
    (ʿishrīna filasṭīniyyan, "twenty Palestinians") is singular. Behind a state or another demonym
    its form tells: «دعت مصر الليبيين» (daʿat Miṣr al-Lībiyyīn, "Egypt called on Libyans"),
    «اعتقل الجيش التركي سوريا» (iʿtaqala l-jaysh at-turkī sūriyyan, "the army detained a Syrian").
    The first ending is that of subjects, so that a verb stands before it even where it may be a
    noun: «توعد الحوثيون» (tawaʿʿada l-Ḥūthiyyūn, "the Houthis threatened").
    """
    if not pack.people_endings:
        return False
    word = tokens[left[1]].norm if left else ""
    if left and left[0] == "x" and _somebody(pack, word, tokens[match.last - 1].norm):
        return True
    counted = bool(word) and (word.isdigit() or pack.lexicon.part_of_speech(word) == "num")
    norm = tokens[match.last - 1].norm
    shared = any(word.endswith(e) and norm.endswith(e) for e in pack.people_endings)
    apart = left is not None and left[0] in _SINGLE and not shared
    endings = pack.people_endings
    if counted or (apart and not word.endswith(pack.adverbial_endings)):
        endings = (*endings, *pack.adverbial_endings)
    if not norm.endswith(endings):
        return False
    if left is None or counted or apart or left[0] in _OPENING or left[0] == "H":
        return True
    acts = norm.endswith(pack.people_endings[0])
    if left[0] == "p":
        return acts
    verb = left[0] == "x" and pack.lexicon.is_finite(word)
    return verb and (acts or not pack.lexicon.is_noun(word))


def _somebody(pack: LanguagePack, before: str, word: str) -> bool:
    """True for one or two people told of by a demonym: «مقتل فلسطيني» "death of a Palestinian".

    It stands without an article right behind a word of harm: «طعن سوري» (ṭaʿana sūrī, "a Syrian
    stabbed").
    """
    if before not in pack.discourse["harmed"] or word.startswith(pack.article):
        return False
    return not word.endswith((*pack.feminine_endings, *pack.adverbial_endings))


def declined(
    pack: LanguagePack, tokens: Sequence[Token], i: int, entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """A state before the accusative of a demonym that is written alike, unless one is meant.

    «في نيجيريا» (fī Nījīriyā, "in Nigeria"), «مراسلا ألمانيا» (murāsilan almāniyyan, "a German
    reporter"). A pronoun and a foreign name have no case: «تشنها روسيا» (tashunnuhā Rūsiyā, "Russia
    carries it out"), «حث أوباما بريطانيا» (ḥaththa Ūbāmā Barīṭāniyā, "Obama urged Britain").
    """
    endings = pack.adverbial_endings
    if not endings or not tokens[i].norm.endswith(endings):
        return entries
    before = tokens[i - 1].norm if i else ""
    accusative = before.endswith(endings) and not pack.lexicon.is_finite(before)
    accusative = accusative and not (i and says_besides(pack, tokens, i - 1))
    accusative = accusative and tokens[i - 1].role not in _PRONOUNS
    accusative = accusative and pack.lexicon.is_word(before)
    return tuple(sorted(entries, key=lambda e: (e.form_class == "adjective") is not accusative))


def says_besides(pack: LanguagePack, tokens: Sequence[Token], i: int) -> bool:
    """True for an accusative participle behind a comma: «، متهما تركيا» (muttahiman Turkiyā).

    "..., accusing Turkey" is no accused Turk, and «، معارضا الخطة» (muʿāriḍan, "opposing the plan")
    no man of the opposition.
    """
    norm = tokens[i].norm
    if i == 0 or tokens[i - 1].kind != "punct" or not norm.endswith(pack.adverbial_endings):
        return False
    return any(a.tense == "participle" for a in pack.lexicon.analyses(norm))


def stands_alone(pack: LanguagePack, letters: str, words: Sequence[str], k: int) -> bool:
    """True for a demonym written like the adjective that is a people: "thousands of Sudanese".

    `letters` and first `words` are those of the elements of a sentence; no noun follows the one
    at `k`, and an article, a number or an amount stands before it, or a plain verb behind.
    """
    if not pack.cased:
        return False
    lexicon = pack.lexicon
    before = words[k - 1] if k else ""
    amount = k > 0 and letters[k - 1] in "HM"
    counted = before.isdigit() or lexicon.part_of_speech(before) == "num"
    told = amount or counted or (k > 0 and letters[k - 1] == "A")
    if k + 1 == len(letters) or letters[k + 1] in "~@<>o.TR":
        return told
    if letters[k + 1] != "x":
        return False
    forms = lexicon.analyses(words[k + 1])
    verb = bool(forms) and not lexicon.is_noun(words[k + 1])
    if all(a.finite and a.voice == "active" for a in forms):
        return verb
    if not verb or all(a.tense != "past" for a in forms):
        return False
    acts_on = k + 2 < len(letters) and letters[k + 2] in "AHpNPCLDG"
    return amount or counted or (told and acts_on)


def names_like_word(pack: LanguagePack, tokens: Sequence[Token], i: int) -> bool:
    """True for a given name that is an adjective or a title too, without an article.

    «تركي بن محمد» (Turkī ibn Muḥammad, "Turki son of Muhammad", where «التركي» is "the Turk"),
    «سلطان بن سعد» (Sulṭān ibn Saʿd, "Sultan son of Saad", where «سلطان بروناي» is one).
    """
    match = pack.gazetteer.longest(tokens, i)
    if match is None or Affixes.for_language(pack.code).without_article(tokens[i].norm) is not None:
        return False
    titles = match.last == i + 1 and all(e.kind == "office" for e in match.entries)
    return titles or all(e.form_class == "adjective" for e in match.entries)


def stands_free(pack: LanguagePack, tokens: Sequence[Token], i: int, entry: Entry) -> bool:
    """True for a state with the name of a common word, behind a preposition or its verb.

    «طالبت مالي» (ṭālabat Mālī, "Mali demanded"): the word is also the adjective "financial", which
    no verb has right behind it.
    """
    lexicon, before = pack.lexicon, tokens[i - 1].norm if i else ""
    if entry.kind == "place" and before in pack.discourse["of_town"]:
        return True
    if not before or lexicon.is_finite(tokens[i].norm):
        return entry.kind == "place" and before in pack.prepositions
    verbs = lexicon.analyses(before)
    acts = bool(verbs) and all(a.finite for a in verbs) and entry.form_class == "name"
    return acts or before in pack.prepositions
