"""The samples' gold records point at words that stand in the samples."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

NAMES = sorted(path.stem for path in (ROOT / "samples").glob("*.txt"))
KINDS = {
    "meeting", "call", "visit", "consultations", "summit", "conference", "letter", "signing",
    "ceremony",
}  # fmt: skip


def test_every_sample_has_a_gold_record_and_half_are_in_each_language(samples):
    assert sorted(gold.text.stem for gold in samples) == NAMES
    assert sorted(gold.language for gold in samples) == ["ar"] * 3 + ["en"] * 3


@pytest.mark.parametrize("name", NAMES)
def test_words_of_the_gold_record_stand_in_the_text(name, samples):
    gold = next(g for g in samples if g.text.stem == name)
    for noise in gold.record["noise"]:
        assert noise in gold.raw
    for story in gold.record["stories"]:
        words = [story["begins"], story["ends"], story["title"], *story["frameworks"]]
        for record in story["engagements"] + story["outcomes"] + story["events"]:
            words.append(record["evidence"])
            words += [p["name"] for p in record.get("participants", [])]
            words += [record["sidelines_of"]] if record.get("sidelines_of") else []
        for stretch in words:
            assert stretch in gold.raw


@pytest.mark.parametrize("name", NAMES)
def test_gold_records_keep_to_the_contract(name, samples):
    gold = next(g for g in samples if g.text.stem == name)
    for story in gold.record["stories"]:
        for engagement in story["engagements"]:
            assert engagement["kind"] in KINDS
            assert engagement["sides"] == sorted(engagement["sides"])
            assert {p["side"] for p in engagement["participants"]} <= set(engagement["sides"])
        for event in story["events"]:
            assert event["type"].isupper()
            assert event["source"] != event["target"]


def test_one_event_is_told_in_both_languages(samples):
    pair = [g for g in samples if g.text.name.startswith("riyadh")]
    assert {g.language for g in pair} == {"ar", "en"}
    told = [
        {(e["type"], e["source"], e["target"]) for s in g.record["stories"] for e in s["events"]}
        for g in pair
    ]
    assert told[0] == told[1]
