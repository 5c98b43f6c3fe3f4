"""Words of names across scripts: which letters stand for which, and skeletons of consonants.

All that is known of scripts is in tables: `letter_pairs.csv` (weights of letters standing for
each other, as learned from pairs of names), `letter_classes.csv` (letters that sound alike) and
`name_pairs.csv` (names as usually written in the other script).
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.core.errors import DataError
from dragoman.core.fold import fold

_DATA = "knowledge/data"
UNKNOWN = -5.0
"""Weight of a letter that the table cannot account for."""
BEAM = 7.0
"""How far behind the best a reading of the letters may fall."""
HOPELESS = -1.3
"""Cost a letter beyond which two words are not compared to the end."""
START, END = "^", "$"
LONGEST = 5

_Units = list[tuple[int, dict[str, float]]]


def rows(name: str, columns: int) -> Iterator[list[str]]:
    """The rows of a table of this layer below its header.

    Raises:
        DataError: a row has another number of columns.
    """
    text = files("dragoman").joinpath(f"{_DATA}/{name}").read_text(encoding="utf-8")
    table = csv.reader(text.splitlines())
    next(table, None)
    for line, row in enumerate(table, start=2):
        if len(row) != columns:
            raise DataError(f"{_DATA}/{name}:{line}: give {columns} columns: {row}")
        yield row


class Letters:
    """A table of letters of two scripts that stand for each other, with weights up to 0.

    A weight is the mean of both conditional log probabilities; `^` and `$` stand for the ends
    of a word; an empty string on one side for a letter that is not written there.
    """

    def __init__(self, weights: Mapping[tuple[str, str], float]) -> None:
        by_one: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (one, other), weight in weights.items():
            by_one[one][other] = weight
        self._by_one = dict(by_one)
        self._ones = frozenset("".join(one for one, _ in weights)) - {START, END}
        self._others = frozenset("".join(other for _, other in weights)) - {START, END}
        self._units = lru_cache(maxsize=256)(self._units_of)

    def side(self, word: str) -> int | None:
        """0 or 1 for a folded word in the first or second script of the table, None else."""
        for letter in word:
            if letter in self._ones:
                return 0
            if letter in self._others:
                return 1
        return None

    def _units_of(self, word: str) -> tuple[_Units, ...]:
        """For every place in a framed word, the listed stretches that start there."""
        framed = f"{START}{word}{END}"
        table = self._by_one
        return tuple(
            [
                (k - i, table[framed[i:k]])
                for k in range(i, min(i + LONGEST, len(framed)) + 1)
                if framed[i:k] in table
            ]
            for i in range(len(framed) + 1)
        )

    def cost(self, one: str, other: str, least: float = HOPELESS) -> float:
        """How well a word of the first script is written as one of the second.

        0 is as expected; each unit below is a factor e a letter. Right pairs lie above -0.7,
        unrelated ones mostly below -1.3. Words that fall below `least` need not be told apart.
        """
        units = self._units(one)
        framed = f"{START}{other}{END}"
        n, m = len(units) - 1, len(framed)
        cells = n + m - 2
        floor = least * cells
        rest = [[framed[j : j + k] for k in range(min(4, m - j) + 1)] for j in range(m + 1)]
        table = [[-1e9] * (m + 1) for _ in range(n + 1)]
        table[0][0] = 0.0
        for i in range(n + 1):
            row, here = table[i], units[i]
            least_here = max(floor, max(row) - BEAM) if i < n else floor
            for j in range(m + 1):
                value = row[j]
                if value < least_here:
                    continue
                for length, others in here:
                    target = table[i + length]
                    for k, stretch in enumerate(rest[j]):
                        if stretch in others:
                            reached = value + others[stretch]
                            if reached > target[j + k]:
                                target[j + k] = reached
                skipped = value + UNKNOWN
                if i < n and skipped > table[i + 1][j]:
                    table[i + 1][j] = skipped
                if j < m and skipped > row[j + 1]:
                    row[j + 1] = skipped
        return max(table[n][m] / cells, 2 * least)


@cache
def load_letters() -> Letters:
    """The table that ships with the package."""
    return Letters({(one, other): float(w) for one, other, w in rows("letter_pairs.csv", 3)})


@cache
def _classes() -> tuple[dict[str, str], int]:
    """Sound class by letters, and the length of the longest entry."""
    found = {fold(letters): sound for letters, sound in rows("letter_classes.csv", 2)}
    return found, max(map(len, found))


@lru_cache(maxsize=8_000)
def skeleton(word: str) -> str:
    """The classes of the consonants of a folded word, one letter each, doubled ones once.

    Example: "kamikawa" and «كاميكاوا» (kāmīkāwā) are both `kmk`. Letters in no class, such as
    vowels, are left out.
    """
    classes, longest = _classes()
    out: list[str] = []
    at = 0
    while at < len(word):
        for length in range(min(longest, len(word) - at), 0, -1):
            sound = classes.get(word[at : at + length])
            if sound is not None:
                out.extend(s for s in sound if not out or s != out[-1])
                at += length
                break
        else:
            at += 1
    return "".join(out)


@cache
def load_renderings() -> dict[str, frozenset[str]]:
    """How names are usually written in the other script, both ways, folded."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in (*rows("name_pairs.csv", 2), *rows("name_pairs_own.csv", 2)):
        one, other = "".join(one.split()), "".join(other.split())
        found[fold(one)].add(fold(other))
        found[fold(other)].add(fold(one))
    return {name: frozenset(others) for name, others in found.items()}
