"""Finds what the tables know by an id or a name, in any language and script, for who asks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.core.fold import fold
from dragoman.knowledge.frameworks import load_frameworks
from dragoman.knowledge.layers import known_organizations
from dragoman.knowledge.matching import NameMatcher
from dragoman.knowledge.people import load_people, load_user_names
from dragoman.knowledge.places import load_places
from dragoman.knowledge.polities import load_polities
from dragoman.knowledge.tables import PACKS, pack_codes, package, read_table
from dragoman.knowledge.world import telling

_STANDS_FOR = "metonym"
"""The class of names of what acts for a polity, such as a capital or a group: not its own."""
_TABLES = {
    "person": ("people.csv", "id"),
    "polity": ("polities.csv", "code"),
    "organization": ("organizations.csv", "id"),
    "framework": ("frameworks.csv", "id"),
    "place": ("places.csv", "id"),
}
"""The kinds of entry, in the order in which they are told, with the table of their names."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry: its kind, id, usual name and all listed forms of the name by language.

    `because` says in words how the name that was asked for led to it.
    """

    kind: str
    id: str
    name: str
    forms: dict[str, tuple[str, ...]]
    because: str


@dataclass(slots=True)
class _Listed:
    """The names of everything of one kind."""

    names: dict[str, str]
    forms: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    """Forms that are found by the whole name only."""

    def add(self, key: str, language: str, form: str) -> None:
        if key in self.names:
            self.forms.setdefault(key, {}).setdefault(language, []).append(form)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Id and form, the usual name among them, each once."""
        for key, name in self.names.items():
            listed = [form for forms in self.forms.get(key, {}).values() for form in forms]
            yield from ((key, form) for form in dict.fromkeys((name, *listed)))


class Lookup:
    """Everything that the tables and the user's layers name; read when it is built."""

    def __init__(self) -> None:
        self._kinds = {
            "person": _Listed({p.id: p.name for p in load_people().values()}),
            "polity": _Listed({p.code: p.name for p in load_polities().values()}),
            "organization": _Listed({o.id: o.name for o in known_organizations().values()}),
            "framework": _Listed({f.id: f.name for f in load_frameworks().values()}),
            "place": _Listed({p.id: p.name for p in load_places().values()}),
        }
        for code in pack_codes(package()):
            for kind, (table, key) in _TABLES.items():
                for row in read_table(package(), *PACKS, code, table).rows:
                    self._kinds[kind].add(row[key], code, row["form"])
                    if kind == "polity" and row["class"].startswith(_STANDS_FOR):
                        self._kinds[kind].whole.add(row["form"])
        for code, key, form in load_user_names():
            for kind in ("person", "organization"):
                self._kinds[kind].add(key, code, form)

    def find(self, sought: str) -> tuple[Found, ...]:
        """What an id or a name means, by the nearest way that leads to anything.

        An id or a whole name comes first, then words of a name ("Kamikawa"), then people whose
        name is spelled or written in a script otherwise («كاميكاوا يوكو», Kāmīkāwā Yūkū).
        """
        for ways in (self._by_id, self._by_form, self._by_words, self._by_likeness):
            found = tuple(ways(sought.strip()))
            if found:
                return found
        return ()

    def _found(self, kind: str, keys: Iterable[str], because: str) -> Iterator[Found]:
        listed = self._kinds[kind]
        for key in sorted(set(keys), key=lambda k: (listed.names[k], k)):
            forms = {code: tuple(f) for code, f in listed.forms.get(key, {}).items()}
            yield Found(kind, key, listed.names[key], forms, because)

    def _by_id(self, sought: str) -> Iterator[Found]:
        for kind, listed in self._kinds.items():
            yield from self._found(kind, {sought} & listed.names.keys(), "its id")

    def _by_form(self, sought: str) -> Iterator[Found]:
        folded = fold(sought)
        for kind, listed in self._kinds.items():
            keys = {key for key, form in listed.pairs() if fold(form) == folded}
            yield from self._found(kind, keys, "a name of it")

    def _by_words(self, sought: str) -> Iterator[Found]:
        words = set(telling(sought))
        for kind, listed in self._kinds.items():
            pairs = ((key, form) for key, form in listed.pairs() if form not in listed.whole)
            keys = {key for key, form in pairs if words and words <= set(telling(form))}
            yield from self._found(kind, keys, "words of a name of it")

    def _by_likeness(self, sought: str) -> Iterator[Found]:
        matcher = NameMatcher(self._kinds["person"].pairs())
        for match in matcher.match(sought):
            yield from self._found("person", {match.person}, match.reason)
