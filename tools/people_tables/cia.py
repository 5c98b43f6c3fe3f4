"""Heads and chief ministers after the CIA's list of world leaders."""

import json
import re
import tarfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from people_tables.codes import iso3_of_2
from people_tables.register import Register, alike, offer
from people_tables.spells import Spell, in_spring_2019, plain

WRONG = {("ETH", "Tito MBOWENI"): "a minister of South Africa, misfiled in the source"}
CIA_OFFICES = [
    (r"(?i)central bank|deputy|junior|assistant|vice min|ambassador|representative|second|"
     r"supporting|delegate|chief sec|parliamentary|civil defen|chancellor of|secretary to|"
     r"sec(retar)?y\. (of|for)? ?(the )?cabinet|minister of state|governor of", ""),
    (r"^(President|King|Queen|Emir|Sultan|Emperor|Amir|Grand Duke|Prince|Pope)\b(?! of )",
     "head_of_state"),
    (r"^(Prime Minister|Premier|Chancellor|Taoiseach)\b", "head_of_government"),
    (r"Foreign (Affairs|Relations|Minister)|External (Affairs|Relations)|"
     r"^Sec(retar)?y\.? of State$", "foreign_minister"),
    (r"Defen[sc]e", "defence_minister"),
    (r"Interior|Internal Affairs|Home Affairs", "interior_minister"),
    (r"Finance|Treasury", "finance_minister"),
    (r"Energy|Petroleum|\bOil\b|Hydrocarbons", "energy_minister"),
    (r"Econom|Commerce|\bTrade\b|Industry", "trade_minister"),
]  # fmt: skip


def cia_rows(path: Path) -> list[tuple[str, str, str]]:
    """Country code, title and name of every office in the CIA's list of spring 2019."""
    with tarfile.open(path) as archive:
        load = {
            name: json.load(archive.extractfile(name))  # type: ignore[arg-type]
            for name in ("countries.json", "government-offices.json")
        }
    codes = {
        key: value["datatypeProperties"].get(_last("countryCodeISO", value), "")
        for key, value in load["countries.json"].items()
    }
    rows = []
    for value in load["government-offices.json"].values():
        title = value["datatypeProperties"].get(_last("title", value), "")
        code, names = "", []
        for relation in value["objectProperties"]:
            for kind, target in relation.items():
                if kind.endswith("hasCountry"):
                    code = codes.get(target["@id"], "")
                else:
                    names.append(target["http://www.w3.org/2000/01/rdf-schema#label"])
        rows += [(iso3_of_2(code.upper()), title, name) for name in names]
    return sorted(rows)


def _last(ending: str, value: dict[str, Any]) -> str:
    return next((k for k in value["datatypeProperties"] if k.endswith("#" + ending)), "")


def cia_name(raw: str) -> str:
    """A name as in running text: "Umar Hassan Ahmad al-BASHIR" is "Umar Hassan Ahmad al-Bashir"."""
    raw = re.sub(r"\(.*?\)|,.*$", "", raw).strip()
    return " ".join(
        "-".join(
            p.capitalize() if p.isupper() and len(p) > 1 and "." not in p else p
            for p in word.split("-")
        )
        for word in raw.split()
    )


def read_cia(register: Register, path: Path) -> None:
    """Takes in heads and chief ministers (CIA World Leaders, spring 2019)."""
    skipped = 0
    for side, title, raw in cia_rows(path):
        office = next((o for pattern, o in CIA_OFFICES if re.search(pattern, title)), "")
        if not office or not side:
            skipped += 1
            continue
        if (side, raw) in WRONG:
            register.left_out.append(f"cia2019: {side}, {title}, {raw}: {WRONG[side, raw]}")
            continue
        name, why = cia_name(raw), f"cia2019: {side}, {title}, {raw}"
        title = re.sub(r" & ", " and ", re.sub(r"\bIntl?\.", "International", title))
        spell = Spell(
            -1,
            side,
            office,
            re.sub(r"Govt\.", "Government", title),
            "../2019-05",
            "2019-02/..",
            ("cia2019",),
        )
        key = cia_person(register, spell, name)
        if key is None:
            if office != "trade_minister" and any(
                "own" in s.sources and in_spring_2019(s) for s in register.holding(side, office)
            ):
                register.left_out.append(f"{why}: the hand-kept list has another holder")
                continue
            key = register.person([name], side)
        register.people[key].sources.add("cia2019")
        offer(register, replace(spell, person=key), why)
    register.left_out.append(f"cia2019: {skipped} offices of other kinds or of no state")


def cia_person(register: Register, spell: Spell, name: str) -> int | None:
    """The key of a known person of the polity by name or by much the same name and office."""
    for key in register.by_name.get(plain(name), []):
        if register.people[key].polity == spell.side:
            return key
    return alike(register, spell, name, 62)
