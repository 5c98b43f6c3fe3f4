"""Heads, foreign ministers and holders of offices of international bodies after Wikidata."""

import csv
import re
from dataclasses import replace
from pathlib import Path

from people_tables.codes import iso3
from people_tables.register import Register, name_forms, named, offer
from people_tables.spells import Spell

BODIES = [
    ("President of the United Nations General Assembly", "UNO", "org_head"),
    ("Deputy Secretary-General of the United Nations", "UNO", "official"),
    ("Under-Secretary-General of the United Nations", "UNO", "official"),
    ("Secretary-General of the United Nations", "UNO", "org_head"),
    ("Speaker of the Arab Parliament", "LAS", "legislator"),
    ("Director-General of the World Trade Organization", "WTO", "org_head"),
    ("OSCE High Commissioner on National Minorities", "OSC", "official"),
    ("President of the International Court of Justice", "UNO", "official"),
    ("Vice President of the International Court of Justice", "UNO", "official"),
    ("Judge of the International Court of Justice", "UNO", "official"),
    ("president of the Parliamentary Assembly of the Council of Europe", "COE", "legislator"),
]


def read_heads(register: Register, path: Path) -> None:
    """Takes in heads of state and government (Wikidata, as of November 2022)."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        side, title, name = iso3(row["country"]), row["positionLabel"], row["officeholderLabel"]
        why = f"wd2021: {row['country']}, {title}, {name}"
        low = title.lower()
        if not side or not name or name.startswith("Q"):
            register.left_out.append(f"{why}: no code or no name")
            continue
        if "federal council" in low or "pontifical commission" in low or "republika srpska" in low:
            office = "other_minister" if "federal council" in low else "official"
        elif "governor-general" in low:
            office = "head_of_state"
        elif re.search(
            r"prime minister|chancellor|premier|taoiseach|chairman of the council|chief minister|"
            r"minister of state|executive yuan",
            low,
        ):
            office = "head_of_government"
        else:
            office = "head_of_state"
        spell = Spell(
            -1,
            side,
            office,
            _short(title),
            row["start_year"],
            row["end_year"] or "2022-11/..",
            ("wd2021",),
        )
        key = named(
            register,
            spell,
            name,
            "" if re.search("monarch|co-prince", low) else side,
            row["officeholder"],
        )
        register.people[key].polity = register.people[key].polity or side
        register.people[key].sources.add("wd2021")
        offer(register, replace(spell, person=key), why)


def _short(title: str) -> str:
    """A title without its country: "president of Chile" is "President"."""
    title = re.sub(r" of (the )?[A-Z].*$", "", title)
    return title[:1].upper() + title[1:]


def read_foreign_ministers(register: Register, path: Path) -> None:
    """Takes in foreign ministers (Wikidata, as of November 2022)."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        side, name = iso3(row["countryLabel"]), row["name"]
        why = f"wd2022: {row['countryLabel']}, {row['positionLabel']}, {name}"
        if not side or not name or re.fullmatch(r"Q\d+", name):
            register.left_out.append(f"{why}: no code or no name")
            continue
        start = row["start"][:10] or "../2022-11"
        spell = Spell(
            -1, side, "foreign_minister", "Foreign Minister", start, "2022-11/..", ("wd2022",)
        )
        key = named(register, spell, name, side, row["person"])
        register.people[key].sources.add("wd2022")
        offer(register, replace(spell, person=key), why)


def read_bodies(register: Register, path: Path) -> None:
    """Takes in holders of offices of international bodies (Wikidata, as of November 2022)."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        why = f"holders21: {row['position']}, {row['person']}, {row['start']}-{row['end']}"
        found = next((b for b in BODIES if b[0] == row["position"]), None)
        if not found:
            register.left_out.append(f"{why}: the source does not name the sending state")
            continue
        if not row["person"].isascii() and re.search(r"[\u0600-\u06ff]", row["person"]):
            register.left_out.append(f"{why}: no Latin name; listed by hand")
            continue
        if row["start"] == row["end"] or (row["start"], row["end"]) == ("2002-01-01", "2002-12-31"):
            register.left_out.append(f"{why}: its dates are wrong; listed by hand")
            continue
        title, side, office = found
        key = register.person(name_forms(row["person"]), "", row["personID"])
        register.people[key].sources.add("holders21")
        title = re.sub(
            r" of the (United Nations|World Trade Organization|Arab Parliament)$", "", title
        )
        offer(
            register,
            Spell(
                key, side, office, title, row["start"], row["end"] or "2022-11/..", ("holders21",)
            ),
            why,
        )
