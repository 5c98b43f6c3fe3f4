"""Compiles the list of words that occur in people's names, from pairs of names (CC0, Wikidata).

Usage: python tools/compile_name_words.py PAIRS.tsv > src/dragoman/lang/packs/<code>/name_words.csv
The table has lines of: name, tab, its other spelling with letters parted by spaces, tab, count.
"""

import sys
from collections import Counter
from pathlib import Path

LEAST = 2
"""How often a word must stand in the pairs to be kept."""


def main() -> None:
    """Prints the words, sorted, under the header `form`."""
    counts: Counter[str] = Counter()
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        _, spelled, count = line.split("\t")
        counts[spelled.replace(" ", "")] += int(count)
    print("form")
    for word in sorted(w for w, n in counts.items() if n >= LEAST and len(w) > 1):
        print(word)


if __name__ == "__main__":
    main()
