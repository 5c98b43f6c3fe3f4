"""Compiles how names are written in another script, from pairs of names (CC0, Wikidata).

Usage: python tools/compile_name_pairs.py PAIRS.tsv
Writes letter_pairs.csv (which letters stand for which, learned from one half of the pairs) and
name_pairs.csv (names as usually written) into src/dragoman/knowledge/data. The table has lines
of: name, tab, its other spelling with letters parted by spaces, tab, count.

The half that the letters are learned from is chosen by a hash of the name (`learned_from`), so
that tests can ask about names of the other half.
"""

import csv
import hashlib
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from dragoman.core.fold import fold

DATA = Path(__file__).parents[1] / "src" / "dragoman" / "knowledge" / "data"
STEPS = {(1, 1): 0.01, (2, 1): 0.003, (1, 2): 0.003, (1, 0): 0.001, (0, 1): 0.001}
"""How many letters of each side one step may take, and where learning starts."""
LONGEST = (4, 3)
LEAST = 4
LEAST_SHARE = 0.005
OMISSION = 1.0
"""What a letter without counterpart costs on top of its probability."""
WORST = 0.04
"""Share of the pairs that are no renderings of each other and are left out."""
WORST_NAME = -0.8
"""Cost a letter beyond which a pair of names is taken for a mistake."""
LEAST_NAME = 2
IRREGULAR = (-1.2, -0.45)
"""Between these costs even a pair seen once is kept: too like for a mistake, too unlike to be found
by the letters."""

Unit = tuple[str, str]
Chances = dict[Unit, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """A name, its other spelling, both folded, and how often it was seen."""

    one: str
    other: str
    count: int


def letters(text: str) -> str:
    """The folded letters of a word."""
    return "".join(c for c in fold(text) if c.isalpha())


def learned_from(name: str) -> bool:
    """True for names of the half that the letters are learned from."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def read_pairs(path: Path) -> list[tuple[str, Pair]]:
    """All pairs of plausible lengths with the name as it stood."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, spelled, count = line.split("\t")
        one, other = letters(name), letters(spelled)
        plausible = 0.4 * len(one) - 1 <= len(other) <= 1.8 * len(one) + 1
        if 1 < len(one) <= 14 and len(other) > 1 and plausible:
            found.append((name, Pair(one, other, int(count))))
    return found


def expect(pairs: Iterable[Pair], chances: Chances) -> Chances:
    """One round of expectation and maximisation over the small steps."""
    counts: defaultdict[Unit, float] = defaultdict(float)
    for pair in pairs:
        one, other = pair.one, pair.other
        n, m = len(one), len(other)
        ahead = [[0.0] * (m + 1) for _ in range(n + 1)]
        ahead[0][0] = 1.0
        arcs = []
        for i in range(n + 1):
            for j in range(m + 1):
                for (x, y), start in STEPS.items():
                    if ahead[i][j] and i + x <= n and j + y <= m:
                        unit = (one[i : i + x], other[j : j + y])
                        chance = chances.get(unit, 1e-9) if chances else start
                        ahead[i + x][j + y] += ahead[i][j] * chance
                        arcs.append((i, j, i + x, j + y, chance, unit))
        total = ahead[n][m]
        back = [[0.0] * (m + 1) for _ in range(n + 1)]
        back[n][m] = 1.0
        for i, j, k, h, chance, unit in reversed(arcs):
            if back[k][h] and total:
                back[i][j] += chance * back[k][h]
                counts[unit] += min(pair.count, 3) * ahead[i][j] * chance * back[k][h] / total
    whole = sum(counts.values())
    return {unit: count / whole for unit, count in counts.items() if count > 0.01}


def align(pair: Pair, chances: Chances) -> tuple[float, list[Unit]]:
    """The likeliest steps through a pair, with their log probability."""
    n, m = len(pair.one), len(pair.other)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(n + 1):
        for j in range(m + 1):
            if (i, j) not in best:
                continue
            for x, y in STEPS:
                unit = (pair.one[i : i + x], pair.other[j : j + y])
                end = (i + x, j + y)
                if end[0] <= n and end[1] <= m:
                    value = best[i, j][0] + math.log(chances.get(unit, 1e-8))
                    if end not in best or best[end][0] < value:
                        best[end] = (value, (i, j))
    steps, at = [], (n, m)
    while at != (0, 0):
        start = best[at][1]
        steps.append((pair.one[start[0] : at[0]], pair.other[start[1] : at[1]]))
        at = start
    return best[n, m][0], steps[::-1]


def weigh(aligned: Iterable[tuple[Pair, list[Unit]]]) -> dict[Unit, float]:
    """Weights of longer stretches: the mean of both conditional log probabilities."""
    joint: Counter[Unit] = Counter()
    alone: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for pair, steps in aligned:
        count = min(pair.count, 3)
        whole = [("^", "^"), *steps, ("$", "$")]
        for i in range(len(whole)):
            one = other = ""
            for step in whole[i : i + 4]:
                one, other = one + step[0], other + step[1]
                if len(one.strip("^$")) > LONGEST[0] or len(other.strip("^$")) > LONGEST[1]:
                    break
                joint[one, other] += count
        for side, text in enumerate((pair.one, pair.other)):
            framed = f"^{text}$"
            for i in range(len(framed)):
                for j in range(i + 1, min(i + LONGEST[side] + 2, len(framed)) + 1):
                    alone[side][framed[i:j]] += count
    weights = {}
    for (one, other), count in joint.items():
        shares = [min(1.0, count / alone[k][s]) for k, s in enumerate((one, other)) if s]
        if count < LEAST or max(shares) < LEAST_SHARE:
            continue
        weight = sum(math.log(s) for s in shares) / len(shares)
        weights[one, other] = weight - (OMISSION if len(shares) == 1 else 0.0)
    return weights


def write(name: str, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """A table with sorted rows."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(sorted(rows))


def irregular(costs: dict[Pair, float], known: set[str]) -> set[tuple[str, str]]:
    """Pairs that the letters do not find by themselves, of names in no other pair."""
    found = {
        (pair.one, pair.other)
        for pair, cost in costs.items()
        if IRREGULAR[0] < cost < IRREGULAR[1] and known.isdisjoint((pair.one, pair.other))
    }
    seen = Counter(name for pair in found for name in pair)
    return {pair for pair in found if all(seen[name] == 1 for name in pair)}


def main() -> None:
    """Learns the letters, then keeps the names that they explain."""
    named = read_pairs(Path(sys.argv[1]))
    pairs = [pair for name, pair in named if learned_from(name)]
    chances: Chances = {}
    for _ in range(4):
        chances = expect((p for p in pairs if p.count > 1), chances)
    chances = expect(pairs, chances)
    found = [(p, *align(p, chances)) for p in pairs]
    found.sort(key=lambda f: (f[1] / (len(f[0].one) + len(f[0].other)), f[0].one))
    weights = weigh((p, steps) for p, _, steps in found[int(WORST * len(found)) :])
    write("letter_pairs.csv", ("one", "other", "weight"),
          ((*unit, f"{weight:.2f}") for unit, weight in weights.items()))  # fmt: skip

    from dragoman.knowledge.transliteration import Letters

    table = Letters(weights)
    costs = {pair: table.cost(pair.one, pair.other) for _, pair in named}
    kept = {(p.one, p.other) for p, c in costs.items() if p.count >= LEAST_NAME and c > WORST_NAME}
    kept |= irregular(costs, {name for pair in kept for name in pair})
    write("name_pairs.csv", ("one", "other"), kept)


if __name__ == "__main__":
    main()
