"""A language pack, loaded: its small words, names, name patterns and word forms."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from dragoman.core.errors import DataError
from dragoman.core.fold import fold, fold_all
from dragoman.lang.affixes import Affixes
from dragoman.lang.gazetteer import Entry, Gazetteer, fill_from_tables, read_columns, split_form
from dragoman.lang.morphology import Lexicon, load_hooks

_GROUP = re.compile(r"\(\?P<\w+>")
_BARRED = re.compile(r"\(\?![^()]*\)")


@dataclass(frozen=True, slots=True)
class NamePattern:
    """One way in which the language introduces people or bodies."""

    name: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """Everything that the reading steps ask of a language."""

    code: str
    cased: bool
    article: str
    adverbial_endings: tuple[str, ...]
    adverbial_forms: tuple[str, ...]
    subject_first: bool
    """True where a subject stands before its verb as a rule; the readings of a row go by it."""
    adjective: str
    classes: Mapping[str, frozenset[str]]
    prepositions: Mapping[str, str]
    place_roles: tuple[str, ...]
    passive_mark: str
    """The mark that tells a passive from an active written alike; "" where there is none."""
    agent: frozenset[str]
    people_endings: tuple[str, ...]
    factuality: Mapping[str, frozenset[str]]
    discourse: Mapping[str, frozenset[str]]
    gazetteer: Gazetteer
    lexicon: Lexicon
    patterns: tuple[NamePattern, ...]
    open_pattern: re.Pattern[str]
    """All patterns at once, without what must not follow: where it finds none, none matches there,
    however soon the row is cut off."""
    particles: frozenset[str]
    name_words: frozenset[str]
    home: Mapping[str, tuple[str, ...]]
    ordinals: Mapping[str, int]
    turns: Mapping[str, frozenset[tuple[str, ...]]]
    """The folded words that open a question and an answer, by `question` and `answer`."""
    hours: Mapping[str, frozenset[str]]
    nouns_of_action: Mapping[str, tuple[str, ...]]
    """The verbs whose deed a noun names, by the noun, where these are not among their forms."""
    masculine: frozenset[str]
    """Codes of the states whose name is masculine, where the language tells states' gender."""
    feminine_endings: tuple[str, ...]

    @classmethod
    def for_language(cls, code: str) -> "LanguagePack":
        """The pack of a language, loaded once.

        Raises:
            DataError: a file of the pack is missing or broken.
        """
        return _load(code)


def pack_toml(code: str, name: str) -> dict[str, Any]:
    """A TOML file of a pack.

    Raises:
        DataError: it is missing or is not TOML.
    """
    path = resources.files("dragoman.lang.packs") / code / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError(f"language pack {code!r} has no {name}: add {path}") from error
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{path} is not TOML ({error}): mend that line") from error


def _spelled(form: str, article: str) -> tuple[str, ...]:
    """A listed form; behind "~" it may have the article on its first word."""
    bare = form.removeprefix("~")
    return (bare, article + bare) if bare != form else (form,)


def _phrases(forms: list[str]) -> frozenset[str]:
    """Forms as folded words joined by single spaces."""
    return frozenset(" ".join(split_form(form)) for form in forms)


def _gazetteer(code: str, data: dict[str, Any]) -> Gazetteer:
    """Names and small words of a pack in one tree."""
    gazetteer = Gazetteer()
    fill_from_tables(gazetteer, code, load_hooks(code).decline_nisba, data["cased"])
    article = Affixes.for_language(code).article
    for name, forms in data["classes"].items():
        label, _, sector = name.partition(".")
        for form in (f for listed in forms for f in _spelled(listed, article)):
            gazetteer.add(form, Entry("class", label, sector))
    for role, forms in data["prepositions"].items():
        for form in forms:
            gazetteer.add(form, Entry("class", "preposition", role))
    for form in data.get("home", {}):
        gazetteer.add(form, Entry("class", "home", form))
    return gazetteer


def _by_noun(nouns: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """The verbs of each noun of action."""
    found: dict[str, tuple[str, ...]] = {}
    for lemma, forms in nouns.items():
        for noun in fold_all(forms):
            found[noun] = (*found.get(noun, ()), lemma)
    return found


def _opened(pattern: str) -> str:
    """A pattern without the names of its groups and without what it bars behind it."""
    return _BARRED.sub("", _GROUP.sub("(?:", pattern))


@lru_cache(maxsize=64)
def _load(code: str) -> LanguagePack:
    data = pack_toml(code, "lexicon.toml")
    names = pack_toml(code, "names.toml")
    patterns = []
    for pattern in names["pattern"]:
        try:
            patterns.append(NamePattern(pattern["name"], re.compile(pattern["regex"])))
        except re.error as error:
            raise DataError(
                f"packs/{code}/names.toml: pattern {pattern['name']!r} is no regular "
                f"expression ({error}): mend it"
            ) from error
    return LanguagePack(
        code=code,
        cased=data["cased"],
        adverbial_endings=tuple(data.get("adverbial_endings", ())),
        adverbial_forms=tuple(data["adverbial_forms"]),
        article=Affixes.for_language(code).article,
        subject_first=data["subject"] == "before",
        adjective=data["adjective"],
        classes={name: _phrases(forms) for name, forms in data["classes"].items()},
        prepositions={
            " ".join(split_form(form)): role
            for role, forms in data["prepositions"].items()
            for form in forms
        },
        discourse={name: _phrases(forms) for name, forms in data["discourse"].items()},
        place_roles=tuple(data["place_roles"]),
        passive_mark=data["passive_mark"],
        agent=_phrases(data["agent"]),
        people_endings=tuple(data["people_endings"]),
        factuality={name: _phrases(forms) for name, forms in data["factuality"].items()},
        gazetteer=_gazetteer(code, data),
        lexicon=Lexicon.for_language(code),
        patterns=tuple(patterns),
        open_pattern=re.compile("|".join(_opened(p.regex.pattern) for p in patterns)),
        particles=frozenset(fold(word) for word in names["particles"]),
        name_words=frozenset(fold_all(*read_columns(code, "name_words.csv", "form"))),
        ordinals={fold(word): number for word, number in data["ordinals"].items()},
        masculine=frozenset(data["masculine"]),
        feminine_endings=tuple(data["feminine_endings"]),
        turns={
            turn: frozenset(split_form(label) for label in labels)
            for turn, labels in data["turns"].items()
        },
        nouns_of_action=_by_noun(data.get("nouns_of_action", {})),
        hours={name: _phrases(forms) for name, forms in data["hours"].items()},
        home={form: tuple(codes) for form, codes in data.get("home", {}).items()},
    )
