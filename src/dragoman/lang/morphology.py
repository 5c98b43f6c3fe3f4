"""Word forms of a language: every form a pack's verbs take, and the words that are no names.

A pack gives `verbs.csv` (one verb a row), `words.csv` (`form,pos`) and `hooks.py`, whose
`inflect(row)` spells out the forms of a verb and `word_forms(form, pos)` those of a word.
"""

import csv
import importlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple, Protocol, cast

from dragoman.core.errors import DataError
from dragoman.core.fold import fold_all
from dragoman.lang.affixes import Affixes

Tense = Literal[
    "past",
    "present",
    "future",
    "infinitive",
    "participle",
    "passive-participle",
    "verbal-noun",
    "imperative",
]
Voice = Literal["active", "passive", "either"]
Number = Literal["sg", "du", "pl", "any"]
Person = Literal[0, 1, 2, 3]
Gender = Literal["m", "f", ""]
Mood = Literal["", "jussive"]

FINITE: frozenset[Tense] = frozenset({"past", "present", "future"})
_PACKS = "dragoman.lang.packs"
_WORDS_KEPT = 10_000


class Features(NamedTuple):
    """What a form says beside its verb; `person` 0 and `gender` "" where it does not say.

    `mood` is "jussive" for spellings that stand only after words such as «لم» (lam, "did not").
    """

    tense: Tense
    voice: Voice
    number: Number
    person: Person
    gender: Gender
    mood: Mood = ""


class Form(NamedTuple):
    """A surface form, in natural spelling, and its features."""

    form: str
    features: Features


@dataclass(frozen=True, slots=True)
class Analysis:
    """One way to read a word: the verb it belongs to, in natural spelling, and its features."""

    lemma: str
    tense: Tense
    voice: Voice
    number: Number
    person: Person
    gender: Gender
    mood: Mood = ""

    @property
    def finite(self) -> bool:
        """True where the form can be the verb of a clause."""
        return self.tense in FINITE


class Hooks(Protocol):
    """What `hooks.py` of a pack offers."""

    def inflect(self, row: Mapping[str, str]) -> Iterator[Form]:
        """Every form of the verb in a row of `verbs.csv`."""
        ...

    def word_forms(self, form: str, pos: str) -> Iterator[str]:
        """A word of `words.csv`, folded, and the forms it takes."""
        ...

    def decline_nisba(self, form: str) -> Iterator[tuple[str, str, str]]:
        """The forms of a demonym adjective, each with gender and number."""
        ...


def load_hooks(code: str) -> Hooks:
    """The hooks of a language's pack.

    Raises:
        DataError: the pack has no `hooks.py`.
    """
    try:
        return cast(Hooks, importlib.import_module(f"{_PACKS}.{code}.hooks"))
    except ModuleNotFoundError as error:
        raise DataError(
            f"language pack {code!r} has no hooks.py: add lang/packs/{code}/hooks.py"
        ) from error


def _rows(code: str, name: str, needed: frozenset[str]) -> list[dict[str, str]]:
    """The rows of a table of a pack."""
    path = resources.files(_PACKS) / code / name
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise DataError(f"language pack {code!r} has no {name}: add {path}") from error
    reader = csv.DictReader(text.splitlines())
    missing = needed - set(reader.fieldnames or ())
    if missing:
        raise DataError(f"{path} lacks the column {min(missing)!r}: add it to the header line")
    return list(reader)


class Lexicon:
    """All forms of a language's verbs and its usual words, looked up by folded form."""

    __slots__ = ("_affixes", "_forms", "_pos", "_read", "_words", "lemmas")

    def __init__(self, code: str) -> None:
        hooks = load_hooks(code)
        self._affixes = Affixes.for_language(code)
        self._forms: dict[str, list[tuple[str, Features]]] = {}
        self._read = lru_cache(maxsize=_WORDS_KEPT)(self._analysed)
        lemmas = []
        for row in _rows(code, "verbs.csv", frozenset({"lemma"})):
            lemma = row["lemma"]
            lemmas.append(lemma)
            self._add_forms(lemma, list(hooks.inflect(row)))
        self.lemmas = tuple(lemmas)
        """The verbs known, in natural spelling."""
        rows = _rows(code, "words.csv", frozenset({"form", "pos"}))
        self._pos: dict[str, str] = {}
        self._words: dict[str, str] = {}
        listed = fold_all([row["form"] for row in rows])
        for word, row in zip(listed, rows, strict=True):
            pos = row["pos"]
            self._words[word] = pos
            for form in hooks.word_forms(word, pos):
                self._pos.setdefault(form, pos)
        self._pos.update(self._words)

    def _add_forms(self, lemma: str, forms: list[Form]) -> None:
        """Files the forms of a verb under their folded spelling."""
        folded = fold_all([form.form for form in forms])
        table = self._forms
        for word, (_, features) in zip(folded, forms, strict=True):
            entry = (lemma, features)
            known = table.get(word)
            if known is None:
                table[word] = [entry]
            elif entry not in known:
                known.append(entry)

    @classmethod
    def for_language(cls, code: str) -> "Lexicon":
        """The lexicon of a language, built once.

        Raises:
            DataError: a table or the hooks of the pack are missing or broken.
        """
        return _lexicon(code)

    def analyses(self, norm: str) -> tuple[Analysis, ...]:
        """How the word `norm` (folded, clitics split off) can be read as a form of a verb.

        Verbal nouns and participles are found with their article too; empty where no verb has
        the form. Example: «مؤكدا» (muʾakkidan, "stressing") is the active participle of «أكد»
        (akkada, "stressed").
        """
        return self._read(norm)

    def _analysed(self, norm: str) -> tuple[Analysis, ...]:
        found = [Analysis(lemma, *features) for lemma, features in self._forms.get(norm, ())]
        bare = self._affixes.without_article(norm)
        if bare is not None:
            found += [
                Analysis(lemma, *features)
                for lemma, features in self._forms.get(bare, ())
                if features.tense not in FINITE
            ]
        return tuple(found)

    def is_form(self, norm: str) -> bool:
        """True where `norm` is a form of a verb; quicker than `analyses`."""
        if norm in self._forms:
            return True
        bare = self._affixes.without_article(norm)
        return bare is not None and any(
            features.tense not in FINITE for _, features in self._forms.get(bare, ())
        )

    def part_of_speech(self, norm: str) -> str | None:
        """What `words.csv` says of the word: "noun", "adj", "particle" …, None if not listed."""
        pos = self._pos.get(norm)
        if pos is None:
            bare = self._affixes.without_article(norm)
            pos = None if bare is None else self._pos.get(bare)
        return pos

    def is_word(self, norm: str) -> bool:
        """True where `norm` is a usual word or a form of a verb, so more than a mere name."""
        return self.part_of_speech(norm) is not None or self.is_form(norm)

    def is_finite(self, norm: str) -> bool:
        """True where `norm` can be the verb of a clause."""
        return any(features.tense in FINITE for _, features in self._forms.get(norm, ()))

    def names_deed(self, norm: str) -> bool:
        """True for nothing but the noun of a verb: «إدانة» (idāna, "condemnation")."""
        forms = self.analyses(norm)
        return bool(forms) and all(a.tense == "verbal-noun" for a in forms)

    def is_noun(self, norm: str) -> bool:
        """True for listed nouns and for verbal nouns."""
        return self.part_of_speech(norm) == "noun" or any(
            analysis.tense == "verbal-noun" for analysis in self.analyses(norm)
        )

    def forms(self) -> Iterator[str]:
        """All folded forms, of verbs and of words, articles left off."""
        yield from self._forms
        yield from (word for word in self._pos if word not in self._forms)


@lru_cache(maxsize=64)
def _lexicon(code: str) -> Lexicon:
    """The lexicon of a language."""
    return Lexicon(code)
