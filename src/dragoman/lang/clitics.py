"""Splitting off what is written together with a word: conjunctions, prepositions, pronouns.

Nothing is split that is a word as it stands; else the reading with the fewest pieces wins whose
core somebody knows. What the clitics are and where a word of unknown core may still be cut is
data of the pack.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from dragoman.core.fold import FoldedView, folded_view
from dragoman.lang.affixes import Affixes, plain_of
from dragoman.lang.morphology import Lexicon

Role = Literal["conj", "prep", "future", "core", "object", "possessive"]
Known = Callable[[str], bool]
_Before = tuple[tuple[str, Role], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a word: the code points `start` up to `end` of the raw word, and what it is.

    `norm` is its folded form as the dictionaries know it: the core of «للولايات» (lil-wilāyāt,
    "to the states") is «الولايات», that of «زيارته» (ziyāratuhu, "his visit") «زيارة».
    """

    start: int
    end: int
    norm: str
    role: Role


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to cut a folded word: clitics before, the core as known, the clitic after."""

    before: _Before
    start: int
    end: int
    core: str
    after: str = ""


class Clitics:
    """The splitter of a language."""

    __slots__ = ("_affixes", "_ends", "_idle", "_lexicon", "_starts")

    def __init__(self, code: str) -> None:
        self._affixes = Affixes.for_language(code)
        self._lexicon = Lexicon.for_language(code)
        affixes = self._affixes
        self._starts = affixes.conjunctions | affixes.prepositions | affixes.future
        self._ends = tuple(affixes.enclitics)
        self._idle = not self._starts and not self._ends

    @classmethod
    def for_language(cls, code: str) -> "Clitics":
        """The splitter of a language, built once.

        Raises:
            DataError: the pack's tables are missing or broken.
        """
        return _clitics(code)

    def split(self, raw: str, norm: str, known: Known) -> tuple[Piece, ...]:
        """The pieces of a word, in order; a single core where nothing is to be split.

        Args:
            raw: the word as written; the pieces' offsets count its code points.
            norm: the same, folded.
            known: whether a folded word is one that anybody knows (forms of verbs, names of
                places, offices, persons, usual words), without article or with it.

        Example: «ولقائه» (wa-liqāʾihi, "and his meeting") has the pieces «و», «لقاء», «ه».
        """
        if self._idle or not (norm[:1] in self._starts or norm.endswith(self._ends)):
            return (Piece(0, len(raw), norm, "core"),)
        affixes = self._affixes
        view = folded_view(raw)
        plain = plain_of(raw)
        if view.text != norm:
            return (Piece(0, len(raw), norm, "core"),)
        forced = self._forced(plain, norm)
        if forced is not None:
            return self._pieces(view, len(raw), forced)
        if norm in affixes.whole:
            return (Piece(0, len(raw), norm, "core"),)
        closed = plain.endswith(affixes.closed)
        host = None if closed else self._hosted(norm)
        if host is not None:
            return self._pieces(view, len(raw), host)
        reading = self._best(norm, self._core_test(known), closed)
        if not reading.after:
            reading = self._owned(plain, norm, reading)
        elif plain.startswith(affixes.verbal, reading.start):
            reading = self._as_verb(norm, reading)
        return self._pieces(view, len(raw), reading)

    def _best(self, norm: str, is_core: Known, closed: bool) -> _Reading:
        """The reading that wins: the word as it stands, else the best cut, else a guess."""
        whole = _Reading((), 0, len(norm), norm)
        if self._usual(norm) and not self._articled(norm, is_core):
            return whole
        listed = is_core(norm)
        readings = [
            reading
            for reading in self._readings(norm, is_core, closed)
            if not listed or self._outdoes(reading)
        ]
        if readings:
            return min(readings, key=self._rank)
        return whole if listed else self._guess(norm)

    def _usual(self, word: str) -> bool:
        """True for the language's own words, short ones included."""
        return word in self._affixes.short_hosts or self._lexicon.is_word(word)

    def _outdoes(self, reading: _Reading) -> bool:
        """Whether a cut is likelier than that a word listed as part of some name is whole.

        Long names hold words with clitics: «لشؤون» (li-shuʾūn, "for affairs"). Short rests are no
        proof: «كمال» (Kamāl) is not «ك» and «مال» ("like money").
        """
        core = self._affixes.without_article(reading.core) or reading.core
        if core != reading.core and len(core) >= 3:
            return not reading.after
        opens = not reading.after and reading.before[-1][1] == "conj"
        return len(core) >= (3 if opens else 4) and self._usual(core)

    def _rank(self, reading: _Reading) -> tuple[int, bool, bool, int, int]:
        """Lower is better: few pieces, a usual word, a verb after a conjunction, a long core."""
        lexicon, core = self._lexicon, reading.core
        opens = bool(reading.before) and reading.before[-1][1] in ("conj", "future")
        return (
            len(reading.before) + bool(reading.after),
            not lexicon.is_word(core),
            not (opens and any(a.finite for a in lexicon.analyses(core))),
            len(reading.before),
            reading.start - reading.end,
        )

    def _articled(self, norm: str, is_core: Known) -> bool:
        """True where a clitic stands before an article and a known word, whatever lists the whole.

        Names of offices and bodies hold such words: «للشعب» (lil-shaʿb, "for the people").
        """
        affixes = self._affixes
        if norm[0] not in affixes.conjunctions | affixes.prepositions:
            return False
        bare = affixes.without_article(norm[1:])
        if bare is None and norm[0] in affixes.assimilating and norm[1:2] == affixes.article[-1:]:
            bare = norm[2:]
        if bare is None or len(bare) < 3:
            return False
        return is_core(bare) or is_core(affixes.article + bare)

    def _core_test(self, known: Known) -> Known:
        """Whether a word is known, with or without article, or carries clitics though short."""
        affixes = self._affixes

        def test(word: str) -> bool:
            if word in affixes.short_hosts or word in affixes.whole or known(word):
                return True
            bare = affixes.without_article(word)
            return bare is not None and len(bare) > 2 and (known(bare) or bare in affixes.whole)

        return test

    def _hosted(self, norm: str) -> _Reading | None:
        """A preposition with nothing but a pronoun after it: «وله» (wa-lahu, "and to him")."""
        affixes = self._affixes
        heads: list[_Before] = [()]
        if norm[0] in affixes.conjunctions:
            heads.append((self._clitic(norm[0]),))
        for before in heads:
            start = len(before)
            for pronoun in affixes.enclitics:
                end = len(norm) - len(pronoun)
                host = norm[start:end]
                if host in affixes.pronoun_hosts and norm.endswith(pronoun):
                    return _Reading(before, start, end, host, pronoun)
        return None

    def _owned(self, plain: str, norm: str, reading: _Reading) -> _Reading:
        """The reading with a pronoun cut off its core, where the spelling says so.

        «وزيره» (wazīruhu, "his minister") folds like «وزيرة» ("woman minister"), but who writes
        the one seldom means the other.
        """
        affixes, core = self._affixes, reading.core
        for pronoun in affixes.enclitics:
            if len(pronoun) > 1 or not plain.endswith(pronoun) or not core.endswith(pronoun):
                continue
            stem = core[: -len(pronoun)]
            if len(stem) < 3 or affixes.without_article(stem) is not None:
                continue
            weak = stem.endswith(affixes.long_ends) and self._lexicon.is_finite(stem)
            if weak or self._lexicon.part_of_speech(stem) == "noun":
                return _Reading(reading.before, reading.start, len(norm) - 1, stem, pronoun)
            alone = next(self._restored(stem), stem)
            if alone != stem and self._lexicon.part_of_speech(alone) == "noun":
                return _Reading(reading.before, reading.start, len(norm) - 1, alone, pronoun)
        return reading

    def _as_verb(self, norm: str, reading: _Reading) -> _Reading:
        """The verb whose spelling is not its noun's: «أدانته» (adānathu), not «إدانته»."""
        stem = norm[reading.start : reading.end]
        verb = self._lexicon.is_finite(stem) and self._lexicon.names_deed(reading.core)
        return replace(reading, core=stem) if verb else reading

    def _readings(self, norm: str, is_core: Known, closed: bool) -> Iterator[_Reading]:
        """Every way to cut the word that leaves a known core."""
        for before, start in self._prefixes(norm):
            rest = norm[start:]
            for core in self._cores(rest, before, is_core) if before else ():
                listed = is_core(core) and not self._articled(core, is_core)
                if listed and self._fits(before, core):
                    yield _Reading(before, start, len(norm), core)
                    break
            if closed:
                continue
            for pronoun in self._affixes.enclitics:
                if rest.endswith(pronoun) and len(rest) > len(pronoun) + 1:
                    yield from self._suffixed(before, start, norm, pronoun, is_core)

    def _suffixed(
        self, before: _Before, start: int, norm: str, pronoun: str, is_core: Known
    ) -> Iterator[_Reading]:
        """The readings with a given pronoun at the end."""
        end = len(norm) - len(pronoun)
        stem = norm[start:end]
        articled = self._affixes.without_article(stem) is not None and len(stem) > 4
        for core in self._restored(stem):
            short = len(core) < 3 and core not in self._affixes.short_hosts
            if short or (articled and not self._may_be_owned(core)):
                continue
            if is_core(core) and self._carries(core, pronoun) and self._fits(before, core):
                yield _Reading(before, start, end, core, pronoun)
                return

    def _may_be_owned(self, core: str) -> bool:
        """True for verbs, and nouns of those that begin like the article: «التزام», iltizām."""
        article, forms = self._affixes.article, self._lexicon.analyses(core)
        return any(a.finite or (a.tense == "verbal-noun" and a.lemma[:2] == article) for a in forms)

    def _restored(self, stem: str) -> Iterator[str]:
        """What the stem before a pronoun is when it stands alone, likeliest first."""
        finite = self._lexicon.is_finite(stem)
        later = []
        for ending, alone in self._affixes.restore:
            if not stem.endswith(ending):
                continue
            core = stem[: len(stem) - len(ending)] + alone
            if not ending or (finite and not self._names(core)):
                later.append(core)
            elif self._lexicon.is_noun(core) or self._lexicon.is_finite(core):
                yield core
        yield from later

    def _names(self, core: str) -> bool:
        """True for a noun but no participle: «طالبته» (ṭālabathu, "demanded of him")."""
        told = {a.tense for a in self._lexicon.analyses(core)}
        return told != {"participle"} and self._lexicon.is_noun(core)

    def _carries(self, core: str, pronoun: str) -> bool:
        """Whether the core may carry the pronoun: words may, names may not."""
        if core in self._affixes.short_hosts:
            return True
        if pronoun in self._affixes.object_only:
            return self._lexicon.is_finite(core)
        return self._lexicon.is_word(core)

    def _prefixes(self, norm: str) -> Iterator[tuple[_Before, int]]:
        """The clitics that may stand before, with where the rest starts."""
        affixes = self._affixes
        heads: list[_Before] = [()]
        if norm[0] in affixes.conjunctions:
            heads.append(((norm[0], "conj"),))
        for head in heads:
            at = len(head)
            yield head, at
            following = norm[at : at + 1]
            if following in affixes.prepositions:
                yield (*head, (following, "prep")), at + 1
            if following in affixes.future:
                yield (*head, (following, "future")), at + 1

    def _cores(self, rest: str, before: _Before, is_core: Known) -> Iterator[str]:
        """The rest as it stands and, after an assimilating preposition, with its article."""
        affixes = self._affixes
        if len(rest) < 2:
            return
        clitic, role = before[-1] if before else ("", "core")
        if role != "prep" or clitic not in affixes.assimilating or rest[0] != affixes.article[-1]:
            yield rest
            return
        if rest not in affixes.whole and len(rest) >= 3 and is_core(rest[1:]):
            yield affixes.article[:-1] + rest
        yield rest
        yield affixes.article + rest

    def _fits(self, before: _Before, core: str) -> bool:
        """Whether the core may stand after the clitics: no preposition before a past tense."""
        if core in self._affixes.short_hosts:
            return not before or before[-1][1] != "future"
        clitic, role = before[-1] if before else ("", "core")
        if len(core) < 3 and not (
            self._lexicon.is_noun(core) if role == "prep" else self._usual(core)
        ):
            return False
        if role in ("conj", "core"):
            return True
        analyses = self._lexicon.analyses(core)
        if role == "future":
            return any(a.tense == "present" and a.mood == "" for a in analyses)
        if self._lexicon.part_of_speech(core) is not None or not all(a.finite for a in analyses):
            return True
        if clitic in self._affixes.before_verbs:
            return not analyses or any(a.tense == "present" for a in analyses)
        return not analyses

    def _guess(self, norm: str) -> _Reading:
        """What the pack allows before a rest that nobody knows."""
        before: _Before = ()
        start, core = 0, norm
        for rule in self._affixes.fallbacks:
            rest = core[len(rule.clitic) :]
            if len(core) < rule.least or not core.startswith(rule.clitic):
                continue
            if not rest.startswith(rule.starts) or rest.startswith(rule.unless or ("\0",)):
                continue
            role: Role = "conj" if rule.clitic in self._affixes.conjunctions else "prep"
            if before and (role == "conj" or before[-1][1] == "prep"):
                continue
            before = (*before, (rule.clitic, role))
            start += len(rule.clitic)
            core = rest
            if role == "prep" and rule.clitic in self._affixes.assimilating:
                core = self._affixes.article[:-1] + rest
        return _Reading(before, start, len(norm), core)

    def _forced(self, plain: str, norm: str) -> _Reading | None:
        """A word that the pack cuts by hand, and the same with a pronoun: «بأنه»."""
        affixes = self._affixes
        if norm[0] in self._starts and norm[1:].isdigit():  # «بـ40» (bi-40)
            return _Reading((self._clitic(norm[0]),), 1, len(norm), norm[1:])
        for pronoun in ("", *affixes.enclitics):
            stem = plain[: len(plain) - len(pronoun)]
            cuts = affixes.forced.get(stem) if plain.endswith(pronoun) else None
            if cuts is None:
                continue
            bounds = (0, *cuts)
            before = tuple(self._clitic(norm[a:b]) for a, b in pairwise(bounds))
            core = norm[cuts[-1] : len(stem)]
            if not pronoun or core in affixes.short_hosts:
                return _Reading(before, cuts[-1], len(stem), core, pronoun)
        return None

    def _clitic(self, clitic: str) -> tuple[str, Role]:
        """A clitic before the core, with its role."""
        return clitic, "conj" if clitic in self._affixes.conjunctions else "prep"

    def _pieces(self, view: FoldedView, length: int, reading: _Reading) -> tuple[Piece, ...]:
        """A reading with offsets of the raw word; marks go with the letter before them."""
        pieces: list[Piece] = []
        at = 0
        for clitic, role in reading.before:
            end = view.origin[at + len(clitic)]
            pieces.append(Piece(view.origin[at] if at else 0, end, clitic, role))
            at += len(clitic)
        begin = view.origin[at] if at else 0
        stop = view.origin[reading.end] if reading.after else length
        alone = bool(reading.after) and reading.core in self._affixes.prepositions
        pieces.append(Piece(begin, stop, reading.core, "prep" if alone else "core"))
        if reading.after:
            pieces.append(Piece(stop, length, reading.after, self._pronoun_role(reading)))
        return tuple(pieces)

    def _pronoun_role(self, reading: _Reading) -> Role:
        """Whose the pronoun is: object of a verb or preposition, or possessor."""
        if reading.after in self._affixes.object_only:
            return "object"
        pos = self._lexicon.part_of_speech(reading.core)
        if pos is not None or reading.core in self._affixes.short_hosts:
            return "possessive" if pos in ("noun", "adj", "num") else "object"
        analyses = self._lexicon.analyses(reading.core)
        finite = analyses and all(a.finite for a in analyses)
        return "object" if finite or reading.core in self._affixes.pronoun_hosts else "possessive"


@lru_cache(maxsize=64)
def _clitics(code: str) -> Clitics:
    """The splitter of a language."""
    return Clitics(code)
