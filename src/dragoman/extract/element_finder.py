"""Finds the elements of a sentence: the longest names of the tables, and words like names."""

from collections.abc import Container, Sequence

from dragoman.core.document import Token
from dragoman.core.quick import replace
from dragoman.extract import demonyms
from dragoman.extract.besides import stood_by
from dragoman.extract.elements import SKIPPED, Element, letter_of
from dragoman.extract.joined_names import join_names, with_homes
from dragoman.extract.marks import POSSESSIVE_MARKS, dashed_off, mostly_capitals, owns_as_many
from dragoman.lang.gazetteer import Entry, Match
from dragoman.lang.pack import LanguagePack

_TITLE = 2
"""So long a title may hold the beginning of a polity's name."""
_MARKS = {
    ",": ",", "،": ",", "(": "(", ")": ")", "-": "-", "/": "-", ":": ":", ";": ";", "؛": ";",
    '"': '"', "“": '"', "”": '"', "«": '"', "»": '"',
}  # fmt: skip
_OPENING = frozenset({".", '"', "'", ":", ";", "(", "-"})
_PRONOUNS = frozenset({"possessive", "object"})
_RANK = {"person": 0, "office": 1, "polity": 2, "organization": 3, "class": 4, "framework": 5}
_STATE = frozenset({"", "GOV", "MIL", "COP", "LEG", "JUD"})
"""Sectors of the bodies of a state."""


def _rank(entry: Entry) -> int:
    """Lower is likelier; "the Kingdom" means the story's own before any other.

    A pair comes before the dual of an adjective: «الكوريتان» (al-Kūriyyatān, "the two Koreas").
    """
    return -1 if entry.id == "home" or entry.form_class == "pair" else _RANK.get(entry.kind, 6)


_OWNING = frozenset("DPS")
"""Whose "Congress" is told right before: "the Peruvian Congress" is not that of Washington."""


class ElementFinder:
    """Reads the tokens of one sentence as elements, with the names that one pack lists."""

    __slots__ = ("_leaders", "_pack", "_surnames")

    def __init__(
        self, pack: LanguagePack, leaders: Container[str], surnames: Container[str]
    ) -> None:
        self._pack = pack
        self._leaders = leaders
        self._surnames = surnames

    def __call__(
        self, tokens: Sequence[Token], dates: Sequence[tuple[int, int]]
    ) -> tuple[Element, ...]:
        """The elements, in order; `dates` are the token bounds of expressions of time."""
        starts = dict(dates)
        shouted, dashed = mostly_capitals(tokens), dashed_off(tokens)
        found: list[Element] = []
        i = 0
        while i < len(tokens):
            if i in starts:
                found.append(Element("T", i, starts[i]))
                i = starts[i]
                continue
            if i in dashed:
                found.append(Element(",", i, i + 1))
                i += 1
                continue
            element = self._at(tokens, i, found, shouted)
            if element.letter != SKIPPED:
                found.append(element)
            i = element.last
        joined = join_names(self._pack, tokens, found)
        return tuple(with_homes(self._pack, _with_peoples(self._pack, tokens, joined)))

    def _at(self, tokens: Sequence[Token], i: int, before: list[Element], shouted: bool) -> Element:
        """The element that starts at token `i`; `shouted` where all words have capitals."""
        token, pack = tokens[i], self._pack
        if token.kind == "punct" and not owns_as_many(tokens, i):
            return Element(_MARKS.get(token.norm, "."), i, i + 1)
        if token.norm in POSSESSIVE_MARKS and before:
            return Element("S", i, i + 1)
        if token.norm in pack.discourse["roughly"] and self._counts(tokens, i + 1):
            return Element("H", i, i + 1)
        if token.role in _PRONOUNS:
            return Element("p", i, i + 1)
        if not self._pack.cased and self._named_like_word(tokens, i, before):
            return Element("N", i, i + 1)
        headed = i + 1 < len(tokens) and "-" in tokens[i + 1].norm and token.capital
        if headed and (pair := self._pair(tokens, i, i + 1)) is not None:
            return pair
        match = self._longest(tokens, i)
        entries = self._meant(tokens, i, match, before) if match is not None else ()
        if match is not None and entries:
            if len(entries) > 1 and not self._pack.cased:
                entries = demonyms.declined(pack, tokens, i, stood_by(pack, tokens, i, entries))
            letter = letter_of(entries[0])
            left = (before[-1].letter, before[-1].first) if before else None
            if letter == "D" and demonyms.is_people(self._pack, tokens, match, left):
                entries = tuple(sorted(entries, key=lambda e: letter_of(e) == "D"))
                letter = letter_of(entries[0]) if letter_of(entries[0]) != "D" else "L"
            return Element(letter, i, match.last, entries)
        if "-" in token.norm and (pair := self._pair(tokens, i, i)) is not None:
            return pair
        if token.kind == "word" and self._like_name(token, i, tokens, shouted):
            return Element("N", i, i + 1)
        return Element("x", i, i + 1)

    def _counts(self, tokens: Sequence[Token], i: int) -> bool:
        """True for a number, in digits or as a word."""
        norm = tokens[i].norm if i < len(tokens) else ""
        return norm.isdigit() or self._pack.lexicon.part_of_speech(norm) == "num"

    def _longest(self, tokens: Sequence[Token], i: int) -> Match | None:
        """The longest listed name, a title without what begins the name of a polity.

        "President of the Republic of Congo" does not begin with "president of the republic".
        """
        match = self._pack.gazetteer.longest(tokens, i)
        if match is None or match.last - i < _TITLE or match.entries[0].kind != "office":
            return match
        for k in range(i + 1, match.last):
            inner = self._pack.gazetteer.longest(tokens, k)
            if inner and inner.last > match.last and inner.entries[0].kind == "polity":
                return self._pack.gazetteer.longest(tokens[:k], i)
        return match

    def _named_like_word(self, tokens: Sequence[Token], i: int, before: list[Element]) -> bool:
        """True for a name written like a preposition or another word: «علي بن», «تركي بن»."""
        pack, norm = self._pack, tokens[i].norm
        if norm not in pack.name_words or i + 1 >= len(tokens):
            return False
        after = tokens[i + 1].norm
        if norm not in pack.prepositions:
            return after in pack.particles and demonyms.names_like_word(pack, tokens, i)
        known = pack.gazetteer.longest(tokens, i + 1)
        if known is not None and any(e.kind in ("polity", "place") for e in known.entries):
            return False
        introduced = after in pack.name_words and bool(before) and before[-1].letter in "HOJ"
        plain = introduced and before[-1].letter != "H" and pack.lexicon.is_word(after)
        return after in pack.particles or (introduced and not plain)

    def _meant(
        self, tokens: Sequence[Token], i: int, match: Match, before: list[Element]
    ) -> tuple[Entry, ...]:
        """What a match means here; a single word that is no more than a name, or less, is none."""
        entries = tuple(sorted(match.entries, key=_rank))
        if match.last - i > 1:
            return _of_owner(entries, before)
        lexicon, norm = self._pack.lexicon, tokens[i].norm
        sole = not lexicon.is_word(norm) or self._only_participle(norm)
        kept = [e for e in entries if sole or e.kind != "person"]
        within = bool(before) and before[-1].letter == "@"
        placed = not within and len(kept) == 1 and kept[0].kind == "place"
        if placed and norm in self._leaders and self._may_call(norm, before):
            return ()
        if norm in self._pack.classes.get("office_adjective", ()) and self._describes(tokens, i):
            kept = [e for e in kept if e.kind != "office"]
        if demonyms.says_besides(self._pack, tokens, i):
            kept = [e for e in kept if letter_of(e) != "B"]
        kept = [*_of_owner(kept, before)]
        if not self._pack.cased and lexicon.is_word(norm):
            titled = "".join(e.letter for e in before[-2:]).rstrip("p")[-1:] in {*"OJQK"}
            titled = titled or (bool(before) and _of_state(before[-1]))
            kept = [
                e
                for e in kept
                if not e.ambiguous
                or demonyms.stands_free(self._pack, tokens, i, e)
                or (titled and e.form_class == "adjective")
                or (bool(before) and before[-1].letter == "D" and before[-1].entry.id == e.id)
            ]
        return tuple(kept)

    def _may_call(self, norm: str, before: list[Element]) -> bool:
        """True for a town's name that may call a leader: a surname, or behind another name.

        «جنين» (Janīn, "Jenin") alone is the town, though a diplomat bears it as first name.
        """
        behind_name = bool(before) and before[-1].letter in "NEHOJ"
        return self._pack.cased or behind_name or norm in self._surnames

    def _only_participle(self, norm: str) -> bool:
        """True for a word that is one only as a participle, written like a name: «مودي».

        (Mōdī, "Modi"; muʾaddī, "performing".)
        """
        lexicon = self._pack.lexicon
        tenses = {a.tense for a in lexicon.analyses(norm)}
        participles = bool(tenses) and tenses <= {"participle", "passive-participle"}
        return not self._pack.cased and participles and lexicon.part_of_speech(norm) is None

    def _opens_clause(self, tokens: Sequence[Token], i: int) -> bool:
        """True for a verb where a clause begins, which is then no given name: «شكر الوزير كينيا».

        (shakara l-wazīru Kīniyā, "the minister thanked Kenya"; Shukr is a name too.)
        """
        before = tokens[i - 1] if i else None
        opening = before is None or before.role == "conj" or before.kind == "punct"
        return opening and any(
            a.tense in ("past", "present") and a.person == 3
            for a in self._pack.lexicon.analyses(tokens[i].norm)
        )

    def _describes(self, tokens: Sequence[Token], i: int) -> bool:
        """True where a word stands as an adjective: "an official visit", not "an official said"."""
        if i + 1 >= len(tokens) or tokens[i + 1].kind != "word":
            return False
        after = tokens[i + 1]
        if after.capital or after.norm in self._pack.prepositions:
            return False
        lexicon = self._pack.lexicon
        tenses = {a.tense for a in lexicon.analyses(after.norm)}
        return "past" not in tenses and (
            bool(tenses & {"infinitive", "present"}) or lexicon.part_of_speech(after.norm) == "noun"
        )

    def _pair(self, tokens: Sequence[Token], i: int, at: int) -> Element | None:
        """A compound of polities, such as "UK-France", or of one, such as "U.S.-backed".

        It begins at token `i` with the hyphen in the one `at`; its first and last name may have
        more words: "South | Korea-Burkina | Faso", "North | Korea-linked".
        """
        parts = tokens[at].norm.split("-")
        if parts[-1] in self._pack.discourse["origin"] or not all(parts):
            return None
        entries, last = [], at + 1
        for k, part in enumerate(parts):
            rest = tokens[at + 1 :] if k == len(parts) - 1 else ()
            words = [*(tokens[i:at] if k == 0 else ()), Token(0, 1, part, capital=True), *rest]
            match, polity = self._polity(words)
            if polity is None and rest:  # "US-ASEAN | summit"
                match, polity = self._polity(words[: -len(rest)])
            if polity and (k or match > at - i):
                entries.append(polity)
                last = at + match if k else last
            elif k == 0:
                return None
        if parts[-1] in self._pack.discourse["living"] and self._people_follow(tokens, last):
            entries = entries[-1:]
        return replace(pair_element(tuple(entries), i), last=last) if entries else None

    def _people_follow(self, tokens: Sequence[Token], i: int) -> bool:
        """True where people with an office, or who belong together, are told of next."""
        for k in range(i, min(i + 2, len(tokens))):
            match = self._pack.gazetteer.longest(tokens, k)
            if match and any(letter_of(e) in "QOB" for e in match.entries):
                return True
        return False

    def _polity(self, words: Sequence[Token]) -> tuple[int, Entry | None]:
        """How many words the longest name has that some begin with, and the polity it means."""
        match = self._pack.gazetteer.longest(words, 0)
        kinds = ("polity", "organization")
        found = next((e for e in match.entries if e.kind in kinds), None) if match else None
        return (match.last if match else 0), found

    def _like_name(self, token: Token, i: int, tokens: Sequence[Token], shouted: bool) -> bool:
        """True where a word that no table lists can be part of a person's name."""
        pack = self._pack
        norm = token.norm
        if pack.cased:
            if "-" in norm and norm.partition("-")[0] in pack.particles:
                return True
            made = "-" in norm and norm.rpartition("-")[2] in pack.discourse["origin"]
            if made or not token.capital or not norm[0].isalpha():
                return False
            first = shouted or i == 0 or tokens[i - 1].norm in _OPENING
            return not (first and pack.lexicon.is_word(norm)) and not (
                pack.lexicon.part_of_speech(norm) and norm not in pack.name_words
            )
        if len(norm) < 2 or token.role not in ("", "core"):
            return False
        if norm in pack.name_words and self._opens_clause(tokens, i):
            return False
        if i + 1 < len(tokens) and tokens[i + 1].role in _PRONOUNS:
            return False
        if norm in pack.name_words:
            return pack.lexicon.part_of_speech(norm) not in ("particle", "prep", "pron", "num")
        return not pack.lexicon.is_word(norm)


def _with_peoples(
    pack: LanguagePack, tokens: Sequence[Token], elements: list[Element]
) -> list[Element]:
    """Elements with demonyms that describe nothing as the people they name."""
    letters = "".join([e.letter for e in elements])
    words = [tokens[e.first].norm for e in elements] if "D" in letters else []
    return [
        replace(e, letter="L")
        if e.letter == "D" and e.entries and demonyms.stands_alone(pack, letters, words, k)
        else e
        for k, e in enumerate(elements)
    ]


def _of_owner(entries: Sequence[Entry], before: Sequence[Element]) -> tuple[Entry, ...]:
    """What a name means behind whoever owns it: "the German Foreign Office" is no British one."""
    owned = bool(before) and before[-1].letter in _OWNING
    if not (owned and any(letter_of(e) == "B" for e in entries)):
        return tuple(entries)
    return tuple(e for e in entries if not (e.ambiguous and letter_of(e) == "C"))


def pair_element(entries: tuple[Entry, ...], at: int) -> Element:
    """A compound of two polities, or an adjective where it names only one."""
    return Element("X" if len(entries) > 1 else "D", at, at + 1, entries)


def _of_state(element: Element) -> bool:
    """True for a body that only a state has: «الجيش المالي» (al-jaysh al-Mālī, "Mali's army")."""
    return element.letter == "B" and element.entry.form_class in _STATE
