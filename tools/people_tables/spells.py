"""Tenures as text, and which of them share some time."""

import re
import unicodedata
from dataclasses import dataclass


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


def meets(one: Spell, other: Spell) -> bool:
    """True where two tenures surely share some time."""
    return start_of(one) < end_of(other) and start_of(other) < end_of(one)


def may_meet(one: Spell, other: Spell) -> bool:
    """True where two tenures may share some time."""
    return floor_of(one.start) <= ceiling(other.end) and floor_of(other.start) <= ceiling(one.end)


def ceiling(end: str) -> str:
    """The last day that an end may mean, as text that sorts."""
    return end.split("/")[-1].replace("..", "9999").ljust(10, "~") if end else "9999"


def start_of(spell: Spell) -> str:
    """The last day on which a tenure may have begun, as text that sorts."""
    text = spell.start.split("/")[-1]
    return text.ljust(10, "~") if text else "0000"


def end_of(spell: Spell) -> str:
    """The first day on which a tenure may have ended, as text that sorts."""
    return spell.end.split("/")[0] or "9999"


def in_spring_2019(spell: Spell) -> bool:
    """True where a tenure covers the time of the CIA's list."""
    return spell.start.split("/")[-1] < "2019-06" and end_of(spell) > "2019-02"
