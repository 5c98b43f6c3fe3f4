"""Where gold records are, and readings made out of gold records, right or spoilt."""

import copy
import random
from pathlib import Path

import pytest

from dragoman.quality.score import Gold, load_gold

ROOT = Path(__file__).parents[2]
KINDS = ["meeting", "call", "visit", "summit", "conference", "letter"]


def reading_of(gold: Gold, spoil: random.Random | None = None) -> dict:
    """A reading that says what the gold record says; `spoil` drops and changes some of it."""
    reading = {
        "document": {"uri": f"somewhere/{gold.text.name}", "published": gold.record["published"]},
        "stories": [], "entities": [], "engagements": [], "outcomes": [], "events": [],
    }  # fmt: skip
    for number, story in enumerate(gold.record["stories"]):
        _add_story(reading, f"s{number}", story, gold.raw)
    for noise in gold.record["noise"][:1] if spoil else []:
        reading["stories"][0]["text"] += noise
    if spoil:
        _spoil(reading, spoil)
    return reading


def _add_story(reading: dict, sid: str, story: dict, raw: str) -> None:
    begins = raw.find(story["begins"])
    ends = raw.find(story["ends"], begins) + len(story["ends"])
    reading["stories"].append({"id": sid, "role": story["role"], "text": raw[begins:ends]})
    for i, name in enumerate(story["frameworks"]):
        reading["entities"].append({"id": f"{sid}f{i}", "name": name, "names": {}})
    for key in ("engagements", "outcomes", "events"):
        for record in copy.deepcopy(story[key]):
            record["story"] = sid
            at = raw.find(record["evidence"])
            words = record["evidence"]
            record["evidence"] = [{"start": at, "end": at + len(words), "text": words}]
            for i, person in enumerate(record.get("participants", [])):
                entity = f"{sid}{record['key']}{i}"
                names = {"x": person["name_en"]} if person.get("name_en") else {}
                reading["entities"].append({"id": entity, "name": person["name"], "names": names})
                person["entity"] = entity
            reading[key].append(record)


def _spoil(reading: dict, chance: random.Random) -> None:
    for key in ("engagements", "outcomes", "events"):
        reading[key] = [r for r in reading[key] if chance.random() < 0.8]
    for engagement in reading["engagements"]:
        _spoil_engagement(engagement, chance)
    for outcome in reading["outcomes"]:
        if chance.random() < 0.4:
            outcome["evidence"][0]["start"] = outcome["evidence"][0]["end"] = 0
    for event in reading["events"]:
        if chance.random() < 0.2:
            event["source"], event["target"] = event["target"], event["source"]
        if chance.random() < 0.2:
            event["status"] = "hypothetical"
    if chance.random() < 0.2:
        reading["document"]["published"] = None
    if chance.random() < 0.2:
        reading["stories"].append({"id": "extra", "role": "related", "text": "Nothing of note."})


def _spoil_engagement(engagement: dict, chance: random.Random) -> None:
    changes = {
        "kind": chance.choice(KINDS),
        "date": {"earliest": "2001-01-01", "latest": "2001-01-02"},
        "status": "planned",
        "topics": ["water"],
        "place": {"country": "ISL", "city": None},
    }
    engagement.update({k: v for k, v in changes.items() if chance.random() < 0.3})
    people = engagement["participants"]
    if people and chance.random() < 0.4:
        people[0] = people[0] | {"name": "Somebody Else", "entity": "?"}
    if people and chance.random() < 0.3:
        people[-1]["office"] = chance.choice(["official", None])


@pytest.fixture(scope="session")
def samples() -> list[Gold]:
    return load_gold(ROOT / "samples" / "gold", ROOT)


@pytest.fixture(scope="session")
def as_reading():
    """A function that makes a reading of a gold record, see `reading_of`."""
    return reading_of
