"""The patterns of dates, compiled from a pack, and the search for them in a sentence."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dragoman.core.document import Token
from dragoman.core.errors import DataError
from dragoman.lang.calendar_words import Atom, Lexeme, Lexicon, Value

_ELEMENTS = re.compile(r"[()]\??|[^\s()]+")
_FRAGMENT = re.compile(r"\{(\w+)\}")

Slots = Mapping[str, Value]
LEADING = frozenset(("lead", "since"))
MONTHS = frozenset(("month", "weakmonth", "shortmonth"))


class _End(NamedTuple):
    node: int
    rank: int
    gives: str


Path = tuple[tuple[str, Value], ...]


class Match(NamedTuple):
    """A pattern found: where it ends, which one, and the word classes and values it took."""

    end: int
    reached: _End
    path: Path


class Grammar:
    """Patterns over word classes, followed side by side from each start.

    A pattern is a row of elements: `class`, `class|class`, `'word'` (one word of the text),
    `slot:class`, `( … )?` for what may be missing, `{name}` for a fragment, `=` before a class
    that must stick to what precedes it. The slot of an element is its first class unless named.

    Steps of all patterns are numbered nodes; the sets of nodes reached are worked out once and
    kept, so that text is read at the price of one automaton however many patterns there are.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        patterns: Mapping[str, Sequence[str]],
        fragments: Mapping[str, str],
        source: str,
    ) -> None:
        self._lexicon = lexicon
        self._fragments = fragments
        self._source = source
        self._edges: list[dict[str, list[tuple[int, str]]]] = [{}]
        self._ends: dict[int, _End] = {}
        self._states: dict[frozenset[int], int] = {}
        self._members: list[frozenset[int]] = []
        self._accepts: list[tuple[_End, ...]] = []
        self._steps: dict[tuple[int, str, bool], int] = {}
        rank = 0
        for gives, forms in patterns.items():
            for form in forms:
                rank += 1
                for node in self._compile(form):
                    self._ends[node] = _End(node, rank, gives)
        self._state(frozenset((0,)))
        self.openers = lexicon.starting(lambda name: name in self._edges[0])
        """First pieces of the words that a pattern can begin with."""
        self.starters = self.openers | lexicon.starting(LEADING.__contains__)
        """The same with the words that may stand before one."""

    def _compile(self, form: str) -> set[int]:
        text = form
        for _ in range(6):
            text = _FRAGMENT.sub(lambda found: self._fragment(form, found[1]), text)
        elements = _ELEMENTS.findall(text)
        nodes, rest = self._sequence({0}, elements, 0)
        if rest != len(elements) or 0 in nodes:
            raise DataError(
                f"{self._source}: pattern {form!r} closes a bracket too many or may match "
                "nothing at all; count its brackets and make one element obligatory"
            )
        return nodes

    def _fragment(self, form: str, name: str) -> str:
        if name not in self._fragments:
            raise DataError(
                f"{self._source}: pattern {form!r} names the fragment {name!r}; "
                "add it under [fragments]"
            )
        return f"( {self._fragments[name]} )"

    def _sequence(self, nodes: set[int], elements: list[str], at: int) -> tuple[set[int], int]:
        while at < len(elements) and not elements[at].startswith(")"):
            if elements[at] == "(":
                inner, at = self._sequence(nodes, elements, at + 1)
                if at >= len(elements):
                    raise DataError(f"{self._source}: a bracket in {elements} is not closed")
                optional = elements[at].endswith("?")
            else:
                optional = elements[at].endswith("?")
                inner = {self._element(nodes, elements[at].removesuffix("?"))}
            nodes = nodes | inner if optional else inner
            at += 1
        return nodes, at

    def _element(self, nodes: set[int], element: str) -> int:
        glued = "=" if element.startswith("=") else ""
        slot, _, alternatives = element.removeprefix("=").rpartition(":")
        classes = alternatives.split("|")
        self._edges.append({})
        target = len(self._edges) - 1
        for word_class in classes:
            if word_class.startswith("'"):
                self._lexicon.add(word_class.strip("'"), word_class, 1)
            for node in nodes:
                edges = self._edges[node].setdefault(glued + word_class, [])
                edges.append((target, slot or classes[0]))
        return target

    def line(self, tokens: Sequence[Token]) -> "Line":
        """The tokens made ready for matching."""
        return Line(self, self._lexicon, self._lexicon.atoms(tokens))

    def _state(self, nodes: frozenset[int]) -> int:
        state = self._states.get(nodes)
        if state is None:
            state = self._states[nodes] = len(self._members)
            ends = [self._ends[n] for n in nodes if n in self._ends]
            self._members.append(nodes)
            self._accepts.append(tuple(sorted(ends, key=lambda e: e.rank)))
        return state

    def step(self, state: int, word_class: str, glued: bool) -> int:
        """The state after a word of that class; -1 where no pattern goes on."""
        key = (state, word_class, glued)
        after = self._steps.get(key)
        if after is None:
            names = (word_class, "=" + word_class) if glued else (word_class,)
            nodes = frozenset(
                target
                for node in self._members[state]
                for name in names
                for target, _ in self._edges[node].get(name, ())
            )
            after = self._steps[key] = self._state(nodes) if nodes else -1
        return after

    def ends(self, state: int) -> tuple[_End, ...]:
        """The patterns that are complete in a state, in the pack's order."""
        return self._accepts[state]

    def slots(self, path: Path, end: _End) -> dict[str, Value]:
        """What each slot of a pattern holds, for the words that led to its end."""
        reached: dict[int, dict[str, Value]] = {0: {}}
        for word_class, value in path:
            further: dict[int, dict[str, Value]] = {}
            for node, slots in reached.items():
                for name in (word_class, "=" + word_class):
                    for target, slot in self._edges[node].get(name, ()):
                        further.setdefault(target, {**slots, slot: value})
            reached = further
        return reached[end.node]


class Line:
    """One sentence in pieces, with what each piece may stand for, worked out once."""

    def __init__(self, grammar: Grammar, lexicon: Lexicon, atoms: list[Atom]) -> None:
        self.atoms = atoms
        self._grammar = grammar
        self._lexicon = lexicon
        self._known: dict[int, list[Lexeme]] = {}
        self._found: dict[int, list[Match]] = {}

    def lexemes(self, at: int) -> list[Lexeme]:
        """What the pieces from `at` on may stand for, double names of a month included."""
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._lexicon.lexemes(self.atoms, at)
            if known:
                known.extend(self._doubled(known))
        return known

    def _doubled(self, lexemes: list[Lexeme]) -> list[Lexeme]:
        """A second name of the same month: «أغسطس (آب)» (aghusṭus (āb), "August")."""
        atoms, found = self.atoms, []
        for end, word_class, value in lexemes:
            if word_class not in MONTHS or end + 1 >= len(atoms):
                continue
            mark = atoms[end].norm if atoms[end].norm in ("/", "(", "-") else ""
            for after in self._lexicon.lexemes(atoms, end + len(mark)):
                if after.word_class in MONTHS and after.value == value:
                    closed = after.end < len(atoms) and atoms[after.end].norm == ")"
                    if mark != "(" or closed:
                        found.append(Lexeme(after.end + (mark == "("), "month", value))
        return found

    def matches(self, at: int) -> list[Match]:
        """Every pattern that starts at `at`, longest first, then in the pack's order."""
        found = self._found.get(at)
        if found is None:
            found = self._found[at] = []
            norm = self.atoms[at].norm
            if norm in self._grammar.openers or norm.isdigit():
                self._walk(0, at, (), found)
                found.sort(key=lambda m: (-m.end, m.reached.rank))
        return found

    def slots(self, match: Match) -> dict[str, Value]:
        """What the slots of a match hold."""
        return self._grammar.slots(match.path, match.reached)

    def _walk(self, state: int, at: int, path: Path, found: list[Match]) -> None:
        found.extend(Match(at, end, path) for end in self._grammar.ends(state))
        if at >= len(self.atoms):
            return
        glued = self.atoms[at].glued
        for end, word_class, value in self.lexemes(at):
            after = self._grammar.step(state, word_class, glued)
            if after >= 0:
                self._walk(after, end, (*path, (word_class, value)), found)


def table(data: Mapping[str, Any], key: str, source: str) -> Mapping[str, Any]:
    """A table of the pack's file; a DataError names the file where it is missing."""
    found = data.get(key)
    if not isinstance(found, Mapping):
        raise DataError(f"{source}: no table [{key}]; add it as in the other packs")
    return found
