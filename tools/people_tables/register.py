"""People and tenures as they come in, and what was not taken."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from people_tables.codes import ORGANIZATIONS
from people_tables.spells import Spell, may_meet, meets, plain

SINGLE = {
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister",
    "interior_minister", "finance_minister", "energy_minister", "trade_minister",
}  # fmt: skip


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


def alike(register: Register, spell: Spell, name: str, least: int) -> int | None:
    """The key of a known holder at that time whose name is spelled much like `name`."""
    for other in register.holding(spell.side, spell.office):
        forms = register.people[other.person].english
        if may_meet(other, spell) and any(
            fuzz.token_set_ratio(plain(form), plain(name)) >= least for form in forms
        ):
            return other.person
    return None
