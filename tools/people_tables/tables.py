"""Unknown dates bounded by neighbours, and the four tables written."""

import csv
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from dragoman.core.fold import fold
from people_tables.codes import DATA, PACKAGE
from people_tables.register import SINGLE, Register
from people_tables.spells import Spell, floor_of, plain, start_of


def tighten(spells: list[Spell]) -> list[Spell]:
    """Bounds unknown ends by the next holder's start and unknown starts by the last one's end."""
    groups: defaultdict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        groups[spell.side, spell.office].append(spell)
    out: list[Spell] = []
    for (_, office), group in groups.items():
        group.sort(key=lambda s: (start_of(s), s.end or "9999"))
        for i, spell in enumerate(group):
            single = office in SINGLE - {"trade_minister", "head_of_state"}
            after = [s for s in group[i + 1 :] if s.title == spell.title or single]
            before = [s for s in group[:i] if s.title == spell.title or single]
            if spell.end.endswith("/..") and after and ".." not in after[0].start:
                low, high = spell.end.split("/")[0], after[0].start.split("/")[-1]
                if high[: len(low)] >= low:
                    spell = replace(spell, end=f"{low}/{high}")
            if spell.start.startswith("../") and before and before[-1].end[:4].isdigit():
                high, low = spell.start.split("/")[1], before[-1].end.split("/")[0]
                if low <= high:
                    spell = replace(spell, start=f"{low}/{high}")
            out.append(spell)
    return out


def write(register: Register) -> None:
    """Writes the four tables."""
    used = {spell.person for spell in register.spells}
    for key, known in enumerate(register.people):
        if key not in used:
            register.left_out.append(f"{known.name}: holds no office that was taken")
    ids: dict[int, str] = {}
    for key in sorted(used, key=lambda k: register.people[k].name):
        wish, number = register.people[key].id, 2
        while wish in ids.values():
            wish, number = f"{register.people[key].id}-{number}", number + 1
        ids[key] = wish
    data, packs = DATA, PACKAGE / "lang" / "packs"
    ordered = sorted(ids, key=lambda k: (plain(register.people[k].name), ids[k]))
    rows = [
        [
            ids[k],
            p.name,
            p.polity,
            p.gender or ("m" if "own" in p.sources else ""),
            p.wikidata,
            "|".join(sorted(p.sources)),
        ]
        for k in ordered
        for p in [register.people[k]]
    ]
    put(data / "people.csv", "id,name,polity,gender,wikidata,sources", rows)
    put(
        packs / "en" / "people.csv",
        "id,form",
        [[ids[k], form] for k in ordered for form in distinct(register.people[k].english)],
    )
    put(
        packs / "ar" / "people.csv",
        "id,form",
        [[ids[k], form] for k in ordered for form in distinct(register.people[k].arabic)],
    )
    tenures = sorted(
        [
            [ids[s.person], s.side, s.office, s.title, s.start, s.end, "|".join(s.sources)]
            for s in set(tighten(register.spells))
        ],
        key=lambda r: (r[1], r[2], floor_of(r[4]), r[4], r[0], r[3]),
    )
    put(data / "tenures.csv", "person,side,office,title,from,to,sources", tenures)
    print(f"{len(rows)} people, {len(tenures)} tenures", file=sys.stderr)


def distinct(forms: list[str]) -> list[str]:
    """Forms in their order, without those that read as an earlier one once folded."""
    first: dict[str, str] = {}
    for form in forms:
        first.setdefault(fold(form), form)
    return list(first.values())


def put(path: Path, header: str, rows: list[list[str]]) -> None:
    """Writes one table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)
