"""Copies of one report, found among others."""

import json
from datetime import date
from hashlib import sha256
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.resolve.duplicates import (
    Signature,
    containment,
    judge_reports,
    shingles,
    signature,
    signature_of,
)
from tests.extract.reading import read

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
needs_corpora = pytest.mark.skipif(
    not (CORPORA / "ar_near_duplicates.json").is_file(), reason="../shared/corpora is not here"
)

WIRE = (
    "The foreign minister of Uruguay met his Namibian counterpart in Windhoek on Monday and signed "
    "an agreement on fishing vessels. The two ministers also spoke about beef, about visas for "
    "students and about a joint candidacy for a seat in the council of the maritime organisation. "
    "A return visit is planned for the autumn, the ministry said in a statement after the talks."
)


def sign(name: str, text: str, day: date | None = date(2024, 3, 5)) -> Signature:
    found = signature(name, text, day)
    assert found is not None
    return found


def copies(one: Signature, other: Signature) -> bool:
    return one.keys.meets(other.keys) and judge_reports(one, other).verdict == "same"


def test_a_shortened_copy_is_the_same_report():
    cut = "Windhoek, agencies: " + WIRE.split(" A return")[0].replace("Monday", "MONDAY")
    assert copies(sign("a", WIRE), sign("b", cut, date(2024, 3, 6)))


def test_another_report_of_the_same_meeting_is_another_source():
    own = (
        "Fishing rights topped the agenda when Uruguay's top diplomat called on the Namibian "
        "foreign minister this week. Their governments put their names to a deal on vessels, and "
        "hope to back each other for a maritime post, according to people who were in the room."
    )
    assert not copies(sign("a", WIRE), sign("b", own))


def test_the_same_formula_weeks_later_is_another_report():
    assert not copies(sign("a", WIRE), sign("b", WIRE + " Talks went on.", date(2024, 6, 5)))


def test_equal_texts_are_found_without_a_day():
    assert copies(sign("a", WIRE), sign("b", WIRE, None))


def test_signatures_are_the_same_everywhere_and_survive_json():
    found = sign("a", WIRE)
    assert Signature.from_json(found.to_json()) == found
    assert found.numbers[:3] == sign("b", WIRE).numbers[:3]
    assert signature("a", "...") is None


def test_the_main_story_of_a_reading_is_signed():
    one = signature_of(read(WIRE))
    other = signature_of(read(WIRE + "\n"))
    assert one is not None
    assert other is not None
    assert copies(one, other)


@needs_corpora
def test_arabic_copies_are_found_and_strangers_are_not():
    lines = (CORPORA / "ar_news.jsonl").read_text(encoding="utf-8").splitlines()
    docs = {d["id"]: d for d in map(json.loads, lines)}
    listed = json.loads((CORPORA / "ar_near_duplicates.json").read_text(encoding="utf-8"))
    gold = {frozenset(pair[:2]) for pair in listed}
    named = sorted({name for pair in gold for name in pair})
    others = sorted(set(docs) - set(named), key=lambda i: sha256(i.encode()).hexdigest())[:200]
    signed = {}
    for name in (*named, *others):
        published = docs[name].get("published")
        day = date.fromisoformat(published[:10]) if published else None
        signed[name] = sign(name, docs[name]["text"], day)
    found = {frozenset((a, b)) for a, b in combinations(named, 2) if copies(signed[a], signed[b])}
    f1 = 2 * len(found & gold) / (len(found) + len(gold))
    assert f1 >= 0.9
    # The list does not name every copy in the corpus: what is found among the 200 others must be
    # copies, counted exactly.
    for one, other in combinations(others, 2):
        if copies(signed[one], signed[other]):
            mine, yours = shingles(docs[one]["text"]), shingles(docs[other]["text"])
            common = len(mine & yours) / min(len(mine), len(yours))
            assert common >= 0.5, (one, other, containment(signed[one], signed[other]))
