"""The words of dates, compiled from a pack, and sentences cut into such words."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.core.document import Token
from dragoman.core.fold import fold

_PIECES = re.compile(r"\d+|[^\W\d_]+|\S")
_KEPT = 10_000

Value = int | str


class Atom(NamedTuple):
    """A run of letters, a run of digits or a mark, with the token it belongs to.

    Inside a token nothing is known of capitals, so all pieces but the first may be one.
    """

    norm: str
    token: int
    glued: bool
    capital: bool


class Lexeme(NamedTuple):
    """What the atoms up to `end` may stand for: a word class and its value."""

    end: int
    word_class: str
    value: Value


class _Entry(NamedTuple):
    rest: tuple[str, ...]
    word_class: str
    value: Value
    cased: bool


class Lexicon:
    """Words of dates by their first piece, and the clitics that may stick to them."""

    def __init__(
        self,
        words: Mapping[str, Mapping[str, Sequence[str]]],
        clitics: Sequence[str] = (),
        joined: Mapping[str, str] | None = None,
        cased: Iterable[str] = (),
    ) -> None:
        self._clitics = tuple(fold(c) for c in clitics)
        self._joined = {fold(k): fold(v) for k, v in (joined or {}).items()}
        self._cased = frozenset(cased)
        self._pieces: set[str] = set(self._clitics)
        self._parts: dict[str, tuple[str, ...]] = {}
        self._entries: dict[str, list[_Entry]] = {}
        for word_class, values in words.items():
            for key, forms in values.items():
                value = int(key) if re.fullmatch(r"-?\d+", key) else key
                for form in forms:
                    self.add(form, word_class, value)

    def add(self, form: str, word_class: str, value: Value) -> None:
        """Adds one written form; pieces of it become words that clitics may stick to."""
        pieces = _PIECES.findall(fold(form))
        cased = word_class in self._cased and form[:1].isupper()
        self._pieces.update(pieces)
        entry = _Entry(tuple(pieces[1:]), word_class, value, cased)
        kept = self._entries.setdefault(pieces[0], [])
        if entry not in kept:
            kept.append(entry)

    def atoms(self, tokens: Sequence[Token]) -> list[Atom]:
        """The tokens cut into pieces, clitics split off where what is left is a known word."""
        atoms: list[Atom] = []
        known = self._pieces
        for i, token in enumerate(tokens):
            norm = token.norm
            if norm in known or (norm.isalpha() and not self._clitics):
                atoms.append(Atom(norm, i, token.glued, token.capital))
                continue
            parts = self._parts.get(norm)
            if parts is None:
                parts = self._cut(norm)
            atoms.append(Atom(parts[0], i, token.glued, token.capital))
            atoms.extend(Atom(part, i, True, True) for part in parts[1:])
        return atoms

    def _cut(self, norm: str) -> tuple[str, ...]:
        if len(self._parts) > _KEPT:
            self._parts.clear()
        parts = self._parts[norm] = tuple(
            part for piece in _PIECES.findall(norm) for part in self._split(piece)
        ) or (norm,)
        return parts

    def starting(self, starts: Callable[[str], bool]) -> frozenset[str]:
        """The first pieces of all forms whose word class `starts` accepts."""
        return frozenset(
            norm
            for norm, entries in self._entries.items()
            if any(starts(entry.word_class) for entry in entries)
        )

    def _split(self, piece: str) -> tuple[str, ...]:
        if piece in self._pieces or len(piece) < 4 or piece[0] not in self._clitics:
            return (piece,)
        for start, stands_for in self._joined.items():
            if piece.startswith(start) and stands_for + piece[len(start) :] in self._pieces:
                return piece[0], stands_for + piece[len(start) :]
        rest = self._split(piece[1:])
        if len(rest) > 1 or rest[0] in self._pieces:
            return (piece[0], *rest)
        return (piece,)

    def lexemes(self, atoms: Sequence[Atom], at: int) -> list[Lexeme]:
        """Everything the atoms from `at` on may stand for."""
        atom = atoms[at]
        if atom.norm.isdigit():
            return self._number(atoms, at)
        found = []
        following = atoms[at + 1].norm if at + 1 < len(atoms) else ""
        for rest, word_class, value, cased in self._entries.get(atom.norm, ()):
            if (rest and rest[0] != following) or (cased and not atom.capital):
                continue
            end = at + 1 + len(rest)
            if len(rest) < 2 or tuple(a.norm for a in atoms[at + 1 : end]) == rest:
                found.append(Lexeme(end, word_class, value))
        return found

    def _number(self, atoms: Sequence[Atom], at: int) -> list[Lexeme]:
        text = atoms[at].norm
        if len(text) > 4 or self._part_of_other(atoms, at):
            return []
        value = int(text)
        found = [Lexeme(at + 1, "num", value)] if 0 < value < 1000 else []
        if len(text) < 3 and 0 < value < 32:
            found.append(Lexeme(at + 1, "day", value))
        if len(text) == 4 and 1000 <= value < 2200:
            found.append(Lexeme(at + 1, "year", value))
            if 1900 <= value < 2100:
                found.append(Lexeme(at + 1, "likelyyear", value))
        return found

    def _part_of_other(self, atoms: Sequence[Atom], at: int) -> bool:
        """True for pieces of codes, clock times, decimals and numbers with thousands marks."""
        before = atoms[at - 1] if at and atoms[at].glued else None
        if before is not None:
            if before.norm.isalpha() and before.norm not in self._clitics:
                return True
            further = atoms[at - 2].norm if at > 1 and before.glued else ""
            if before.norm == "-" and further.isalpha() and further not in self._pieces:
                return True
            if further.isdigit() and before.norm in ".,:٬٫":
                return not _dotted(atoms, at)
            if before.norm in "$€£#":
                return True
        if at + 2 < len(atoms) and atoms[at + 1].glued and atoms[at + 2].glued:
            mark, after = atoms[at + 1].norm, atoms[at + 2].norm
            if after.isdigit() and mark in ":.٬٫,":
                return not _dotted(atoms, at) and (mark != "," or len(after) == 3)
        return at + 1 < len(atoms) and atoms[at + 1].norm in "%٪"


def _dotted(atoms: Sequence[Atom], at: int) -> bool:
    """True inside 14.12.2023 and for the year in "July 10,2023"."""
    start = at
    while (
        start > 1
        and atoms[start].glued
        and atoms[start - 1].norm in ".,"
        and (atoms[start - 1].glued and atoms[start - 2].norm.isdigit())
    ):
        start -= 2
    norms = [a.norm for a in atoms[start : start + 5]]
    if len(norms) == 5 and norms[1] == norms[3] == "." and norms[2].isdigit():
        return norms[4].isdigit() and 4 in (len(norms[0]), len(norms[4]))
    return len(norms) > 2 and norms[1] == "," and len(norms[2]) == 4 and norms[2].isdigit()
