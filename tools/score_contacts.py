"""Measures how many contacts that a title tells of are read from the text with sides and kind.

Usage: python tools/score_contacts.py CORPUS.jsonl HOST [--misses]

Titles of readouts say who met or called whom: "Readout of President A's Call with Prime Minister
B of Chile". From them come the kind and the sides, HOST being the side that publishes (such as
USA); the reading of the text is held against both. Titles that name no polity ("Meeting with
Caribbean Leaders") are left out. The lines of CORPUS are those that `dragoman read` takes.
"""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMES = ROOT / "src" / "dragoman" / "lang" / "packs" / "en" / "polities.csv"
BODIES = {
    "NATO": "NAT", "UN": "UNO", "United Nations": "UNO", "European Union": "EUR", "EU": "EUR",
    "European Commission": "EUR", "European Council": "EUR", "World Health Organization": "UNO",
    "African Union": "AFU",
}  # fmt: skip
CONTACT = re.compile(
    r"\b(?P<kind>(?:Virtual |Phone |Video )?(?:Meeting|Call)s?)\s+[Ww]ith (?P<who>.+)"
)
VISIT = re.compile(r"\b(?:Visit of (?P<guest>.+)|Travel to (?P<where>.+))")
TAIL = re.compile(
    r"(?: for | on the | on | in | Following | Ahead | Before | to the White House|, on ).*"
)
ROOM = {"meeting", "consultations", "summit", "conference", "signing", "ceremony"}
LEAST = 0.97


@dataclass(frozen=True, slots=True)
class Told:
    """What a title tells: the kind of contact and the sides beside the host's."""

    kind: str
    others: frozenset[str]


def names() -> dict[str, str]:
    """The forms of polities and of some bodies with their codes."""
    with NAMES.open(encoding="utf-8") as file:
        found = {row["form"]: row["code"] for row in csv.DictReader(file) if len(row["form"]) > 2}
    return found | BODIES


def sides(text: str, forms: dict[str, str]) -> frozenset[str]:
    """The polities named in a text, longest names first."""
    found = set()
    words = re.findall(r"[\w.'-]+", text)
    i = 0
    while i < len(words):
        for size in range(9, 0, -1):
            code = forms.get(" ".join(words[i : i + size]).rstrip("."))
            if code and words[i][0].isupper():
                found.add(code)
                i += size - 1
                break
        i += 1
    return frozenset(found)


def told(title: str, host: str, forms: dict[str, str]) -> Told | None:
    """What a title tells of one contact, or None."""
    title = title.replace("’", "'")
    contact = CONTACT.search(title)
    if contact:
        kind = contact["kind"].casefold()
        kind = "meeting" if kind.startswith("meeting") else "call"
        others = sides(TAIL.sub("", contact["who"]), forms) - {host}
        return Told(kind, others) if others else None
    visit = VISIT.search(title)
    if visit:
        others = sides(TAIL.sub("", visit["guest"] or visit["where"]), forms) - {host}
        return Told("visit", others) if others else None
    return None


def fits(reading: dict[str, list[dict[str, object]]], want: Told, host: str) -> bool:
    """True where the reading has the contact: all sides at once, or the host with each.

    What the text calls virtual is a call, whatever its title says.
    """
    kinds = ROOM if want.kind == "meeting" else {want.kind}
    if "virtual" in str(reading["stories"]).casefold():
        kinds |= {"call"}
    groups = [set(e["sides"]) for e in reading["engagements"] if e["kind"] in kinds]  # type: ignore[call-overload]
    whole = want.others | {host} in groups
    return whole or all({host, other} in groups for other in want.others)


def readings(corpus: Path) -> Iterator[dict[str, object]]:
    """The readings of a corpus, as the command line prints them."""
    command = [sys.executable, "-m", "dragoman.cli", "read", "--format", "jsonl", str(corpus)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    for line in done.stdout.split("\n"):
        if line:
            yield json.loads(line)


def main() -> None:
    """Prints the share of contacts read right, and the misses where asked for them."""
    corpus, host = Path(sys.argv[1]), sys.argv[2]
    forms = names()
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").split("\n") if line]
    wanted = {r["id"]: (r["title"], t) for r in rows if (t := told(r["title"] or "", host, forms))}
    hits = 0
    for reading in readings(corpus):
        key = str(reading["document"]["uri"]).partition("#")[2]  # type: ignore[index]
        if key not in wanted:
            continue
        title, want = wanted[key]
        if fits(reading, want, host):  # type: ignore[arg-type]
            hits += 1
        elif "--misses" in sys.argv:
            got = [(e["kind"], e["sides"]) for e in reading["engagements"]]  # type: ignore[attr-defined]
            print(title, "|", want.kind, sorted(want.others), "|", got)
    share = hits / len(wanted)
    print(f"{hits} of {len(wanted)} contacts with sides and kind: {share:.3f} (wanted {LEAST})")


if __name__ == "__main__":
    main()
