"""JSON and JSON Lines: the contract's shape, key by key."""

import io
import json
from dataclasses import replace

from dragoman.core.reading import Reading
from dragoman.output.writers import open_writer

ENGAGEMENT_KEYS = [
    "id", "story", "kind", "status", "sides", "participants", "date", "place", "part_of",
    "sidelines_of", "round", "duration_minutes", "topics", "confidence", "evidence",
]  # fmt: skip
EVENT_KEYS = [
    "id", "story", "date", "source", "target", "source_entity", "target_entity", "source_sector",
    "target_sector", "type", "mode", "contexts", "quad", "score", "cameo", "status", "rule",
    "engagement", "statement", "confidence", "evidence",
]  # fmt: skip


def printed(form: str, *readings: Reading) -> str:
    out = io.StringIO()
    writer = open_writer(form, out)
    for reading in readings:
        writer.add(reading)
    writer.close()
    return out.getvalue()


def test_keys_come_in_the_order_of_the_contract(reading):
    got = json.loads(printed("json", reading))
    assert list(got) == [
        "document", "stories", "entities", "engagements", "statements", "outcomes", "events",
        "notes",
    ]  # fmt: skip
    assert list(got["engagements"][0]) == ENGAGEMENT_KEYS
    assert list(got["events"][0]) == EVENT_KEYS
    assert list(got["document"]["published"]) == ["earliest", "latest", "basis", "because"]


def test_unknown_scalars_are_null_and_days_are_iso(reading):
    got = json.loads(printed("json", reading))
    planned = got["engagements"][1]
    assert planned["date"] is None
    assert planned["place"] is None
    assert got["engagements"][0]["date"]["earliest"] == "2024-01-29"


def test_evidence_points_into_the_text(reading):
    got = json.loads(printed("json", reading))
    raw = got["stories"][0]["text"]
    for record in got["engagements"] + got["events"] + got["statements"] + got["outcomes"]:
        for span in record["evidence"]:
            assert raw[span["start"] : span["end"]] == span["text"]


def test_one_document_is_an_object_and_several_are_a_list(reading):
    assert isinstance(json.loads(printed("json", reading)), dict)
    assert len(json.loads(printed("json", reading, reading, reading))) == 3
    assert json.loads(printed("json")) == []


def test_json_lines_hold_one_reading_each_whatever_the_text_holds(reading):
    odd = replace(reading, document=replace(reading.document, title="two\u2028lines\nand\u2029one"))
    lines = printed("jsonl", reading, odd).splitlines()
    assert len(lines) == 2
    assert json.loads(lines[1])["document"]["title"] == "two\u2028lines\nand\u2029one"
    assert "العماني" in lines[0]


def test_the_same_reading_gives_the_same_bytes(reading):
    assert printed("jsonl", reading) == printed("jsonl", reading)
