"""Compiles the tables of people and tenures from hand-kept lists and from open data.

Run by hand: `python tools/compile_people.py FACTS_DIRECTORY`. The directory holds
`heads_2021_wikidata.csv`, `foreign_ministers_2022_wikidata.csv` and `holders21.csv` (Wikidata,
CC0) and `cia_world_leaders_2019.tar.xz` (CIA World Leaders, public domain). The hand-kept lists
are `tools/people/*.txt`; where they contradict a source they win. Every row of a source that is
not taken is printed with the reason, so that nothing is left out silently.

A hand-kept block reads

    [JPN foreign_minister Foreign Minister]
    Yoko Kamikawa;Kamikawa Yoko|ARABIC FORM;ARABIC FORM|2023-09-13|2024-10-01|f

with names, Arabic forms, first day, last day and marks (`f` woman, `@USA` home polity where it is
not the block's, `Q123` Wikidata id). An empty last day is the next line's first day, or none on
the block's last line; `=` is still in office. A `*` before the closing bracket marks a block of
several holders at once, where nothing is derived.
"""

import sys
from pathlib import Path

from people_tables.cia import read_cia
from people_tables.codes import ROOT
from people_tables.own import read_arabic, read_own
from people_tables.register import Register
from people_tables.tables import write
from people_tables.wikidata import read_bodies, read_foreign_ministers, read_heads


def main() -> None:
    """Compiles everything and prints what was left out."""
    if len(sys.argv) != 2:
        raise SystemExit("usage: python tools/compile_people.py FACTS_DIRECTORY")
    facts, register = Path(sys.argv[1]), Register()
    for path in sorted((ROOT / "tools" / "people").glob("*.txt")):
        read_own(register, path)
    read_heads(register, facts / "heads_2021_wikidata.csv")
    read_foreign_ministers(register, facts / "foreign_ministers_2022_wikidata.csv")
    read_bodies(register, facts / "holders21.csv")
    read_cia(register, facts / "cia_world_leaders_2019.tar.xz")
    read_arabic(register, ROOT / "tools" / "people" / "arabic_forms.csv")
    write(register)
    print("\n".join(register.left_out))


if __name__ == "__main__":
    main()
