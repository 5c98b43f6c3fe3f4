"""What a document costs does not grow with the ledger."""

from collections import defaultdict
from datetime import date, timedelta
from hashlib import sha256

from dragoman.resolve.blocks import block_keys
from dragoman.resolve.records import Days, Telling, Who

SIDES = ("CHN", "DEU", "EGY", "FRA", "GBR", "IRN", "ISR", "JPN", "KWT", "QAT", "SAU", "TUR", "USA")
OFFICES = ("foreign_minister", "head_of_government", "defence_minister")
A_DAY = 20
"""Contacts a day; each is told about three times."""


def drawn(*parts: object, of: int) -> int:
    """A number below `of` that hangs on the parts alone."""
    return int.from_bytes(sha256(repr(parts).encode()).digest()[:4], "big") % of


def report(number: int) -> Telling:
    """The telling of one made-up report."""
    contact = number // 3
    day = date(2020, 1, 1) + timedelta(contact // A_DAY)
    one = drawn(contact, "one", of=len(SIDES))
    other = (one + 1 + drawn(contact, "other", of=len(SIDES) - 1)) % len(SIDES)
    sides = tuple(sorted((SIDES[one], SIDES[other])))
    office = OFFICES[drawn(contact, "office", of=3)]
    told = day + timedelta(number % 3 % 2)
    sure = number % 3 != 2
    who = tuple(
        Who(f"{s}-{office}", f"{s} {office}", s, office, True)
        for k, s in enumerate(sides)
        if drawn(number, k, of=4)
    )
    return Telling(
        id=sha256(str(number).encode()).hexdigest()[:16],
        local="s1.e1",
        document=f"d{number}",
        story="s1",
        language="en",
        kind="meeting",
        status="happened",
        sides=sides,
        who=who,
        date=Days(day, day) if sure else Days(told, told, False),
        published=Days(told, told),
        country=sides[0],
    )


def test_candidates_of_a_document_stay_few():
    """The last of 30,000 reports meets no more others than an early one."""
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    met: list[int] = []
    for number in range(30_000):
        keys = block_keys(report(number))
        met.append(len(set().union(*(blocks.get(k, ()) for k in keys.probes))))
        for key in keys.own:
            blocks[key].add(number)
    early, late = met[3_000:6_000], met[-3_000:]
    assert sum(late) <= 1.2 * sum(early)
    assert max(met) < 60
