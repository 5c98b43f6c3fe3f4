"""The hand-kept lists, whose form is told in `compile_people.py`."""

import csv
import re
from pathlib import Path

from people_tables.codes import ORGANIZATIONS
from people_tables.register import Register
from people_tables.spells import Spell, floor_of, plain


def read_own(register: Register, path: Path) -> None:
    """Takes in one hand-kept list."""
    block: list[list[str]] = []
    head: re.Match[str] | None = None
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "[]"], 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            if head:
                take_block(register, head, block)
            block, head = [], re.match(r"\[(\w{3}) (\w+) (.*?)( \*)?\]$", line)
            if not head and line != "[]":
                raise SystemExit(f"{path}:{number}: write [SIDE office Title]: {line}")
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if not 3 <= len(cells) <= 5:
            raise SystemExit(f"{path}:{number}: write three to five cells: {line}")
        block.append([*cells, "", ""][:5])


def take_block(register: Register, head: re.Match[str], block: list[list[str]]) -> None:
    """Takes in one block of a hand-kept list."""
    side, office, title, star = head.groups()
    for i, (names, arabic, start, end, marks) in enumerate(block):
        if not end and not star and i + 1 < len(block):
            end = block[i + 1][2]
        home = next((m[1:] for m in marks.split() if m.startswith("@")), "")
        home = home or (side if len(side) == 3 and side not in ORGANIZATIONS else "")
        wikidata = next((m for m in marks.split() if re.fullmatch(r"Q\d+", m)), "")
        key = register.person(names.split(";"), home, wikidata)
        known = register.people[key]
        known.polity = known.polity or home
        known.gender = known.gender or ("f" if "f" in marks.split() else "")
        known.arabic += [a for a in arabic.split(";") if a and a not in known.arabic]
        known.sources.add("own")
        end = "" if end == "=" else end
        if end and floor_of(end) < floor_of(start)[: len(floor_of(end))]:
            raise SystemExit(f"{head.group(0)}: {names}: ends {end} before it starts {start}")
        register.spells.append(Spell(key, side, office, title, start, end, ("own",), bool(star)))


def read_arabic(register: Register, path: Path) -> None:
    """Takes in Arabic forms for people whom only the sources list."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        keys = {
            key
            for key in register.by_name[plain(row["name"])]
            if register.people[key].polity == row["polity"]
        }
        if len(keys) != 1:
            register.left_out.append(f"arabic_forms: {row['name']} is not known, or twice")
            continue
        arabic = register.people[keys.pop()].arabic
        arabic += [form for form in row["forms"].split(";") if form not in arabic]
