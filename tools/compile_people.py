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

import csv
import json
import re
import sys
import tarfile
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from rapidfuzz import fuzz

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "dragoman"
DATA = PACKAGE / "knowledge" / "data"
SINGLE = {
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister",
    "interior_minister", "finance_minister", "energy_minister", "trade_minister",
}  # fmt: skip
WIKIDATA_LABELS = {
    "People's Republic of China": "CHN", "Republic of Ireland": "IRL", "Ivory Coast": "CIV",
    "Kingdom of Denmark": "DNK", "Kingdom of the Netherlands": "NLD", "Kosovo": "XKX",
    "The Bahamas": "BHS", "The Gambia": "GMB", "East Timor": "TLS", "Vatican City": "VAT",
    "State of Palestine": "PSE", "Republic of the Congo": "COG", "Czech Republic": "CZE",
    "Democratic Republic of the Congo": "COD", "United States of America": "USA",
    "Cape Verde": "CPV", "European Union": "EUR", "Federated States of Micronesia": "FSM",
    "Sahrawi Arab Democratic Republic": "ESH", "Myanmar": "MMR", "Turkey": "TUR",
    "Taiwan": "TWN", "Bosnia and Herzegovina": "BIH", "Antigua and Barbuda": "ATG",
    "Saint Kitts and Nevis": "KNA", "Saint Lucia": "LCA", "Trinidad and Tobago": "TTO",
    "Saint Vincent and the Grenadines": "VCT", "São Tomé and Príncipe": "STP",
    "Holy See": "VAT", "Hong Kong": "HKG", "Macau": "MAC",
}  # fmt: skip
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


@dataclass
class Known:
    """Somebody gathered so far."""

    name: str
    polity: str
    english: list[str]
    arabic: list[str] = field(default_factory=list)
    gender: str = ""
    wikidata: str = ""
    sources: set[str] = field(default_factory=set)
    blocks: set[tuple[str, str]] = field(default_factory=set)

    @property
    def id(self) -> str:
        """The Wikidata id, else the name in plain letters."""
        return self.wikidata or "p-" + re.sub(r"[^a-z0-9]+", "-", plain(self.name)).strip("-")


@dataclass(frozen=True)
class Spell:
    """One tenure as it will be written; `person` is a key of the register."""

    person: int
    side: str
    office: str
    title: str
    start: str
    end: str
    sources: tuple[str, ...]
    many: bool = False


def plain(text: str) -> str:
    """A name in lower-case ASCII without marks."""
    text = text.replace("ı", "i").replace("ø", "o").replace("đ", "d").replace("ł", "l")
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9 ]+", " ", text.replace("-", " ")).strip()


def floor_of(text: str) -> str:
    """The first day a date may mean, as text that sorts."""
    return text.split("/")[0].replace("..", "0000")


class Register:
    """People and tenures as they come in, and what was not taken."""

    def __init__(self) -> None:
        self.people: list[Known] = []
        self.spells: list[Spell] = []
        self.by_name: defaultdict[str, list[int]] = defaultdict(list)
        self.left_out: list[str] = []

    def person(self, names: list[str], polity: str, wikidata: str = "") -> int:
        """The key of somebody known by one of the names in a polity, or of a new one."""
        if wikidata:
            for key, known in enumerate(self.people):
                if known.wikidata == wikidata:
                    return self._extend(key, names, wikidata)
        for name in names:
            for key in self.by_name[plain(name)]:
                known = self.people[key]
                same = not wikidata or not known.wikidata or known.wikidata == wikidata
                if same and (not polity or not known.polity or known.polity == polity):
                    return self._extend(key, names, wikidata)
        self.people.append(Known(names[0], polity, []))
        return self._extend(len(self.people) - 1, names, wikidata)

    def _extend(self, key: int, names: list[str], wikidata: str) -> int:
        known = self.people[key]
        known.wikidata = known.wikidata or wikidata
        for name in names:
            if name not in known.english:
                known.english.append(name)
                self.by_name[plain(name)].append(key)
        return key

    def holding(self, side: str, office: str) -> list[Spell]:
        """The tenures of an office so far."""
        return [s for s in self.spells if s.side == side and s.office == office]


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


ORGANIZATIONS = {
    "UNO", "EUR", "NAT", "LAS", "GCC", "OIC", "AFU", "ASE", "IAE", "IMF", "WBK", "ICC", "OAS",
    "WTO", "OPC", "OSC", "COE", "SCO", "ADB", "ISD", "AMU", "IGA", "CMW", "CTO", "OPW", "ECW",
    "RCR", "SAA", "BRX", "MWL", "IEA", "CIS", "SAD", "APE", "OEC",
}  # fmt: skip


@cache
def polities() -> tuple[dict[str, str], dict[str, str]]:
    """Three-letter codes by English name and by two-letter code."""
    rows = list(csv.DictReader((DATA / "polities.csv").open(encoding="utf-8")))
    names = {row["name"]: row["code"] for row in rows}
    codes = {row["iso2"]: row["code"] for row in rows}
    for code, name in Locale("en").territories.items():
        if code in codes:
            names.setdefault(name, codes[code])
    return {**names, **WIKIDATA_LABELS}, codes


def iso3(label: str) -> str:
    """The three-letter code of a country by its label in Wikidata; empty where there is none."""
    return polities()[0].get(label, "")


def iso3_of_2(code: str) -> str:
    """The three-letter code for a two-letter one; empty where it is no polity."""
    return "XKX" if code == "XK" else polities()[1].get(code, "")


def offer(register: Register, spell: Spell, why: str) -> None:
    """Takes a tenure from a source, unless what is known already says it or contradicts it."""
    known = register.holding(spell.side, spell.office)
    for i, other in enumerate(register.spells):
        if other in known and other.person == spell.person and may_meet(other, spell):
            merged = tuple(dict.fromkeys((*other.sources, *spell.sources)))
            register.spells[i] = replace(other, sources=merged)
            return
    rivals = [s for s in known if not s.many and "own" in s.sources and meets(s, spell)]
    if rivals and spell.office in SINGLE:
        names = ", ".join(register.people[s.person].name for s in rivals)
        register.left_out.append(f"{why}: {spell.side} {spell.office} was {names}")
        return
    register.spells.append(spell)


def meets(one: Spell, other: Spell) -> bool:
    """True where two tenures surely share some time."""
    return _start(one) < _end(other) and _start(other) < _end(one)


def may_meet(one: Spell, other: Spell) -> bool:
    """True where two tenures may share some time."""
    return floor_of(one.start) <= _ceiling(other.end) and floor_of(other.start) <= _ceiling(one.end)


def _ceiling(end: str) -> str:
    return end.split("/")[-1].replace("..", "9999").ljust(10, "~") if end else "9999"


def _start(spell: Spell) -> str:
    text = spell.start.split("/")[-1]
    return text.ljust(10, "~") if text else "0000"


def _end(spell: Spell) -> str:
    return spell.end.split("/")[0] or "9999"


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


def named(register: Register, spell: Spell, name: str, polity: str, wikidata: str) -> int:
    """The key of whom a source names as holder: known by name, spelled much alike, or new."""
    forms = name_forms(name)
    if not any(register.by_name[plain(form)] for form in forms):
        key = alike(register, spell, forms[0], 80)
        if key is not None and register.people[key].wikidata in ("", wikidata):
            register.people[key].wikidata = wikidata
            return key
    return register.person(forms, "" if polity in ORGANIZATIONS else polity, wikidata)


def name_forms(label: str) -> list[str]:
    """The forms of a name in a label: without titles, territories and noble styles."""
    base = re.sub(r"^(Sheikh|Prince|Princess|Pope|King|Queen) ", "", label)
    base = re.sub(r",.*$|\(.*?\)| of [A-Z].*$", "", base).strip()
    if " " not in base:
        return [label]
    forms = [base, label] if "," not in label else [base]
    return list(dict.fromkeys(form for form in forms if form))


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
                "own" in s.sources and _spring_2019(s) for s in register.holding(side, office)
            ):
                register.left_out.append(f"{why}: the hand-kept list has another holder")
                continue
            key = register.person([name], side)
        register.people[key].sources.add("cia2019")
        offer(register, replace(spell, person=key), why)
    register.left_out.append(f"cia2019: {skipped} offices of other kinds or of no state")


def _spring_2019(spell: Spell) -> bool:
    return spell.start.split("/")[-1] < "2019-06" and _end(spell) > "2019-02"


def cia_person(register: Register, spell: Spell, name: str) -> int | None:
    """The key of a known person of the polity by name or by much the same name and office."""
    for key in register.by_name.get(plain(name), []):
        if register.people[key].polity == spell.side:
            return key
    return alike(register, spell, name, 62)


def alike(register: Register, spell: Spell, name: str, least: int) -> int | None:
    """The key of a known holder at that time whose name is spelled much like `name`."""
    for other in register.holding(spell.side, spell.office):
        forms = register.people[other.person].english
        if may_meet(other, spell) and any(
            fuzz.token_set_ratio(plain(form), plain(name)) >= least for form in forms
        ):
            return other.person
    return None


def tighten(spells: list[Spell]) -> list[Spell]:
    """Bounds unknown ends by the next holder's start and unknown starts by the last one's end."""
    groups: defaultdict[tuple[str, str], list[Spell]] = defaultdict(list)
    for spell in spells:
        groups[spell.side, spell.office].append(spell)
    out: list[Spell] = []
    for (_, office), group in groups.items():
        group.sort(key=lambda s: (_start(s), s.end or "9999"))
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


def read_arabic(register: Register, path: Path) -> None:
    """Takes in Arabic forms for people whom only the sources list."""
    for row in csv.DictReader(path.open(encoding="utf-8")):
        keys = [
            key
            for key in register.by_name[plain(row["name"])]
            if register.people[key].polity == row["polity"]
        ]
        if len(keys) != 1:
            register.left_out.append(f"arabic_forms: {row['name']} is not known, or twice")
            continue
        arabic = register.people[keys[0]].arabic
        arabic += [form for form in row["forms"].split(";") if form not in arabic]


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
        [[ids[k], form] for k in ordered for form in register.people[k].english],
    )
    put(
        packs / "ar" / "people.csv",
        "id,form",
        [[ids[k], form] for k in ordered for form in register.people[k].arabic],
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


def put(path: Path, header: str, rows: list[list[str]]) -> None:
    """Writes one table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


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
