"""Names of every kind that a pack lists, matched longest first over the tokens of a sentence."""

import csv
import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from sys import intern
from typing import Any
from unicodedata import combining

from dragoman.core.document import Token
from dragoman.core.errors import DataError
from dragoman.core.fold import fold, fold_all
from dragoman.core.quick import quick
from dragoman.lang.affixes import Affixes

_WORD = re.compile(r"'s\b|\w+(?:(?!'s\b)[.'&+/-]\w+)*\.?|[^\w\s]", re.UNICODE)
_ABBREVIATION = re.compile(r"(?:\w\.){2,}\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name can mean.

    `kind` is polity, organization, office, person, place, framework or class, `id` the key there;
    the rest is what the table says of the form itself.
    """

    kind: str
    id: str
    form_class: str = ""
    number: str = ""
    side: str = ""
    ambiguous: bool = False
    proper: bool = False
    """True where the form counts only when written with a capital, in scripts that have them."""
    marked: str = ""
    """The form with its marks of vowels, where it is listed with any."""


@quick
@dataclass(frozen=True, slots=True)
class Match:
    """The tokens `first` up to, but not including, `last` and what they can mean."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def split_form(form: str) -> tuple[str, ...]:
    """The folded words of a listed form, split as running text is."""
    return split_folded(fold(form))


def split_folded(folded: str) -> tuple[str, ...]:
    """The words of a folded form, split as running text is."""
    if folded.replace(" ", "").isalnum():
        return tuple(folded.split())
    words: list[str] = []
    for word in _WORD.findall(folded):
        if word.endswith(".") and len(word) > 1 and not _ABBREVIATION.match(word):
            words.extend((word[:-1], "."))
        else:
            words.append(word)
    return tuple(words)


_Leaf = tuple[Entry, ...]
_Node = dict[str, Any]
_END = ""
_NEVER_SPLIT = frozenset({"person", "place"})


class Gazetteer:
    """Forms of any length as a tree of words.

    The entries of a form that longer ones begin with hang under an empty key. Most forms have none:
    these are leaves, plain tuples, for a dictionary would take some 200 bytes more.
    """

    __slots__ = ("_root",)

    def __init__(self) -> None:
        self._root: _Node = {}

    def add(self, form: str, entry: Entry) -> None:
        """Lists one more meaning of a form."""
        self.add_words(split_form(form), entry)

    def split_words(self, split: Callable[[str], tuple[str, ...]]) -> None:
        """Lists forms a second time as they stand once clitics are split off their words."""
        found: list[tuple[tuple[str, ...], Entry]] = []
        stack: list[tuple[_Node | _Leaf, tuple[str, ...], bool]] = [
            (below, (word,), False)
            for word, below in self._root.items()
            if not isinstance(below, tuple)
        ]
        while stack:
            node, words, changed = stack.pop()
            for word, below in _below(node).items():
                if word == _END:
                    if changed:
                        found.extend((words, e) for e in below if e.kind not in _NEVER_SPLIT)
                else:
                    parts = split(word)
                    stack.append((below, words + parts, changed or len(parts) > 1))
        for words, entry in found:
            self.add_words(words, entry)

    def add_words(self, words: tuple[str, ...], entry: Entry) -> None:
        """Lists one more meaning of a form given as its folded words."""
        if not words:
            return
        node = self._root
        for word in words[:-1]:
            below = node.get(word)
            if not isinstance(below, dict):
                below = node[intern(word)] = {} if below is None else {_END: below}
            node = below
        word = words[-1]
        below = node.get(word)
        if isinstance(below, dict):
            node, word, below = below, _END, below.get(_END)
        if below is None:
            node[intern(word)] = (entry,)
        elif entry not in below:
            node[word] = (*below, entry)

    def openings(self) -> set[str]:
        """The first word of every form, folded."""
        return set(self._root)

    def standing(self, kinds: Container[str]) -> set[str]:
        """Forms of a single word, folded, that mean something of one of the kinds."""
        return {
            word
            for word, below in self._root.items()
            if any(e.kind in kinds for e in _below(below).get(_END, ()))
        }

    def words(self) -> set[str]:
        """Every single word of every form, folded."""
        found: set[str] = set()
        open_nodes = [self._root]
        while open_nodes:
            node = open_nodes.pop()
            found.update(node)
            open_nodes.extend(below for below in node.values() if isinstance(below, dict))
        found.discard(_END)
        return found

    def longest(self, tokens: Sequence[Token], at: int) -> Match | None:
        """The longest form that starts at the token `at`, or None."""
        node = self._root.get(tokens[at].norm)
        best: Match | None = None
        i = at + 1
        while node is not None:
            leaf = isinstance(node, tuple)
            entries: _Leaf | None = node if leaf else node.get(_END)
            if entries is not None:
                if not tokens[at].capital:
                    entries = tuple([e for e in entries if not e.proper])
                if entries:
                    best = Match(at, i, entries)
            node = node.get(tokens[i].norm) if not leaf and i < len(tokens) else None
            i += 1
        return best


def _below(node: _Node | _Leaf) -> _Node:
    return {_END: node} if isinstance(node, tuple) else node


def read_table(code: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a pack's table with their line numbers; nothing where the pack has none.

    Raises:
        DataError: a row has more or fewer fields than the header.
    """
    path = resources.files("dragoman.lang.packs") / code / name
    if not path.is_file():
        return
    reader = csv.reader(path.read_text(encoding="utf-8").splitlines())
    header = next(reader)
    for row in reader:
        if len(row) != len(header):
            raise DataError(
                f"{path}:{reader.line_num}: {len(row)} fields where the header has "
                f"{len(header)}: mend the row"
            )
        yield reader.line_num, dict(zip(header, row, strict=True))


def read_columns(code: str, name: str, *columns: str) -> list[list[str]]:
    """The columns of a pack's table, each as a list; empty lists where the pack has none.

    A column that the table lacks is empty in every row.

    Raises:
        DataError: a row has more or fewer fields than the header.
    """
    path = resources.files("dragoman.lang.packs") / code / name
    if not path.is_file():
        return [[] for _ in columns]
    header, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    width = len(header)
    for line, row in enumerate(rows, 2):
        if len(row) != width:
            raise DataError(
                f"{path}:{line}: {len(row)} fields where the header has {width}: mend the row"
            )
    whole = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else {}
    return [list(whole.get(column) or [""] * len(rows)) for column in columns]


Decline = Callable[[str], Iterable[tuple[str, str, str]]]


def fill_from_tables(gazetteer: Gazetteer, code: str, decline: Decline, cased: bool) -> None:
    """Adds the names of a pack's polities, organisations, offices, people, places, frameworks.

    `cased` says that the language's script writes names with a capital letter.
    """
    article = Affixes.for_language(code).article
    for kind, table, key in (
        ("polity", "polities.csv", "code"),
        ("organization", "organizations.csv", "id"),
    ):
        for form, whose, form_class, ambiguous in zip(
            *read_columns(code, table, "form", key, "class", "ambiguous"), strict=True
        ):
            marked = form if any(map(combining, form)) else ""
            # "al-Shabaab" begins small wherever it stands.
            proper = cased and (form[0].isupper() or form.islower() or not form[0].isalpha())
            entry = Entry(
                kind, whose, form_class, ambiguous=ambiguous == "1", proper=proper, marked=marked
            )
            gazetteer.add(form, entry)
            if form_class == "adjective":
                for declined, _, _ in decline(form):
                    gazetteer.add(declined, entry)
            elif form_class == "people" and article:
                gazetteer.add(article + form, entry)
    forms, *rest = read_columns(
        code, "offices.csv", "form", "office", "number", "polity", "modifies"
    )
    titles: dict[tuple[str, str, str], Entry] = {}
    for words, office, number, side, modifies in _split(forms, rest):
        if office:
            title = Entry("office", office, number=number, side=side)
            gazetteer.add_words(words, titles.setdefault((office, number, side), title))
        else:
            gazetteer.add_words(words, Entry("class", "modifier", modifies))
    forms, *rest = read_columns(code, "people.csv", "form", "id")
    person = Entry("person", "", proper=cased)
    for words, key in _split(forms, rest):
        if key != person.id:
            person = Entry("person", intern(key), proper=cased)
        gazetteer.add_words(words, person)
    forms, *rest = read_columns(code, "places.csv", "form", "id", "ambiguous")
    for words, key, ambiguous in _split(forms, rest):
        entry = Entry("place", key, ambiguous=ambiguous == "1", proper=cased)
        gazetteer.add_words(words, entry)
    forms, *rest = read_columns(code, "frameworks.csv", "form", "id", "class")
    for (words, key, form_class), form in zip(_split(forms, rest), forms, strict=True):
        proper = cased and form[0].isupper()
        gazetteer.add_words(words, Entry("framework", key, form_class, proper=proper))


def _split(forms: list[str], rest: list[list[str]]) -> Iterator[tuple[Any, ...]]:
    """The words of each form, with what else stands in its row."""
    return zip(map(split_folded, fold_all(forms)), *rest, strict=True)
