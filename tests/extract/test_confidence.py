"""How sure a record is: weights of how it is told, the same for every language."""

import math
from hashlib import sha256

import pytest

from dragoman.core.document import Incoming
from dragoman.core.reading import Reading
from dragoman.extract.confidence import Confidence
from dragoman.knowledge.ontology import load_ontology
from dragoman.output.select import Selection, select
from dragoman.pipeline import Reader
from tests.extract.reading import DAY, read

TYPES = {t.casefold() for t in load_ontology().types}
KINDS = {
    "meeting", "call", "visit", "consultations", "summit", "conference", "letter", "signing",
    "ceremony",
}  # fmt: skip
TOLD = {
    "rule", "noun", "planned", "learned", "late", "headline", "resolved", "far", "contact",
    "again", "person", "both", "dated", "place", "many",
}  # fmt: skip
PAIR = {
    "en": "The Omani foreign minister met his Thai counterpart in Muscat on Monday.",
    "ar": "التقى وزير الخارجية العماني نظيره التايلاندي في مسقط يوم الاثنين.",
}


def heard(text: str, code: str) -> tuple[Reading, dict[str, dict[str, float]]]:
    """A reading, and the features of the first event and the first engagement of it."""
    found: dict[str, dict[str, float]] = {}
    reader = Reader(hear=lambda record, key, features: found.setdefault(record, dict(features)))
    digest = sha256(text.encode()).hexdigest()
    incoming = Incoming("test", text, digest, published=DAY, language=code)
    return reader.read(incoming), found


def test_a_table_weighs_features_as_log_odds():
    table = Confidence(0.0, {"far": -1.0, "again": 2.0})
    assert table({}) == 0.5
    assert table({"far": 1.0}) == pytest.approx(1 / (1 + math.e), abs=1e-3)
    assert table({"far": 1.0, "again": 1.0}) > 0.7
    assert table({"unheard of": 5.0}) == 0.5


@pytest.mark.parametrize(("record", "known"), [("event", TYPES), ("engagement", KINDS)])
def test_the_tables_weigh_what_is_told_and_nothing_else(record, known):
    table = Confidence.of(record)
    assert table.weights
    assert set(table.weights) <= known | TOLD


def test_both_languages_are_told_of_alike():
    found = {code: heard(text, code)[1] for code, text in PAIR.items()}
    assert set(found["en"]) == {"event", "engagement"}
    for record in ("event", "engagement"):
        assert set(found["en"][record]) == set(found["ar"][record])
        assert found["en"][record]["resolved"] == 0
        assert found["ar"][record]["resolved"] == 0


def test_stand_ins_are_heard_as_resolved():
    text = "The Omani foreign minister arrived on Sunday. He praised Thailand for its help."
    reading, found = heard(text, "en")
    assert [(e.type, e.source, e.target) for e in reading.events] == [("SUPPORT", "OMN", "THA")]
    assert found["event"]["resolved"] == 1


def test_a_story_told_twice_with_names_is_surer_than_a_bare_noun():
    bare = read("There were talks between Oman and Thailand.", "en")
    full = read(
        "Omani Foreign Minister Badr Albusaidi met Thai Foreign Minister Maris Sangiampongsa in "
        "Muscat on Monday. Albusaidi met Sangiampongsa at his office.",
        "en",
    )
    assert full.engagements[0].confidence > bare.engagements[0].confidence


@pytest.mark.parametrize("code", ["en", "ar"])
def test_least_confidence_leaves_out_what_is_less_sure(code):
    reading = read(PAIR[code], code)
    assert all(0 < r.confidence < 1 for r in (*reading.engagements, *reading.events))
    sure = reading.events[0].confidence
    kept = select(reading, Selection(min_confidence=sure)).events
    assert [e.id for e in kept] == [e.id for e in reading.events]
    assert select(reading, Selection(min_confidence=sure + 0.001)).events == ()
