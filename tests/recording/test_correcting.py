"""What people decide holds, is never overwritten, and can be taken back."""

import itertools
import json

import pytest

from dragoman.core.errors import LedgerError, NotInLedgerError
from dragoman.quality.score import load_gold, score_all, total
from dragoman.recording.correcting import Corrector
from dragoman.recording.gold import as_json, gold_records
from tests.recording.making import content, person, recorder, report, table

MET = "Aiko Mori of Japan met Salem Nasser of Kuwait in Kuwait City on Monday."
TOLD = "On Monday the ministers Mori and Nasser held talks in Kuwait City."
OTHER = "Mori also saw the Kuwaiti trade minister Huda Karim in the afternoon."


def corrector(ledger, who="ann"):
    times = (f"2026-02-01T00:00:{n:02}.000000Z" for n in itertools.count())
    return Corrector(ledger, who, clock=lambda: next(times))


@pytest.fixture
def two(ledger):
    """One meeting told twice."""
    one = recorder(ledger)
    one.record(*report(MET))
    one.record(*report(TOLD, uri="b.txt", outlet="Herald"))
    [(entry,)] = table(ledger, "SELECT id FROM entries")
    return entry


def entries(ledger):
    rows = table(ledger, "SELECT id, type, status, standing, reports FROM entries ORDER BY id")
    return [row[1:] for row in rows]


def body(ledger, name):
    [(found,)] = table(ledger, "SELECT body FROM entries WHERE id = :id", id=name)
    return json.loads(found)


def test_edits_lie_over_what_reports_say_and_are_signed(ledger, two):
    done = corrector(ledger).edit(
        two, {"kind": "consultations", "date": "2024-03-03", "topics": "energy water"}, "saw it"
    )
    found = body(ledger, two)
    assert (found["kind"], found["topics"]) == ("consultations", ["energy", "water"])
    assert found["date"]["latest"] == "2024-03-03"
    assert found["date"]["because"] == "corrected by ann"
    [mark] = found["corrections"]
    assert (mark["id"], mark["who"], mark["why"]) == (done, "ann", "saw it")
    assert table(ledger, "SELECT day FROM entry_pairs") == [("2024-03-03",)]


def test_corrections_outlive_later_readings_and_reports(ledger, two):
    corrector(ledger).edit(two, {"kind": "summit"})
    recorder(ledger, "1.1+b").record(*report(MET))
    recorder(ledger).record(*report(OTHER, uri="c.txt", outlet="Courier"))
    assert {row[0] for row in entries(ledger)} == {"summit"}


def test_a_claim_read_under_another_id_keeps_its_correction(ledger):
    recorder(ledger).record(*report(MET))
    [(old,)] = table(ledger, "SELECT id FROM entries")
    corrector(ledger).accept(old)
    recorder(ledger, "1.1+b").record(*report(MET, sides=("JPN", "KWT", "OMN")))
    [(new, standing)] = table(ledger, "SELECT id, standing FROM entries")
    assert new != old
    assert standing == "accepted"
    corrector(ledger, "bob").reject(old)
    assert entries(ledger) == [("meeting", "happened", "rejected", 1)]


def test_what_a_person_accepted_stays_though_it_is_no_longer_read(ledger):
    incoming, reading = report(MET)
    recorder(ledger).record(incoming, reading)
    [(name,)] = table(ledger, "SELECT id FROM entries")
    corrector(ledger).accept(name)
    from dataclasses import replace

    recorder(ledger, "1.1+b").record(incoming, replace(reading, engagements=()))
    assert entries(ledger) == [("meeting", "happened", "accepted", 1)]
    assert table(ledger, "SELECT origin FROM claims") == [("kept",)]


def test_what_nobody_minded_goes_when_it_is_no_longer_read(ledger):
    incoming, reading = report(MET)
    recorder(ledger).record(incoming, reading)
    from dataclasses import replace

    recorder(ledger, "1.1+b").record(incoming, replace(reading, engagements=()))
    assert entries(ledger) == []
    assert table(ledger, "SELECT count(*) FROM entry_pairs") == [(0,)]


def test_split_and_merge_and_undo(ledger, two):
    before = content(ledger)
    one = corrector(ledger)
    claims = body(ledger, two)["claims"]
    parted = one.split(two, [claims[1]], "two meetings")
    assert [row[3] for row in entries(ledger)] == [1, 1]
    recorder(ledger, "1.1+b").record(*report(TOLD, uri="b.txt", outlet="Herald"))
    assert [row[3] for row in entries(ledger)] == [1, 1]
    merged = one.merge(claims)
    assert [row[3] for row in entries(ledger)] == [2]
    one.undo(merged)
    assert [row[3] for row in entries(ledger)] == [1, 1]
    one.undo(parted)
    assert content(ledger)["entries"] == before["entries"]
    assert len(table(ledger, "SELECT id FROM corrections")) == 4


def test_an_undoing_can_be_undone(ledger, two):
    one = corrector(ledger)
    taken_back = one.undo(one.reject(two))
    assert entries(ledger)[0][2] == "read"
    one.undo(taken_back)
    assert entries(ledger)[0][2] == "rejected"
    with pytest.raises(LedgerError, match="before"):
        one.undo(taken_back)


def test_a_split_by_document_keeps_apart_what_is_the_same_to_the_rules(ledger, two):
    [(document,)] = table(ledger, "SELECT id FROM documents WHERE outlet = 'Herald'")
    corrector(ledger).split(two, [document])
    assert [row[3] for row in entries(ledger)] == [1, 1]


def test_added_records_point_into_the_text_and_merge_like_others(ledger, two):
    incoming, _ = report(OTHER, uri="c.txt", outlet="Courier")
    from dragoman.core.reading import DocumentMeta, Reading, StoryReading

    story = StoryReading("s1", "main", "en", None, OTHER, ((8, 8 + len(OTHER)),))
    empty = Reading(DocumentMeta(incoming.content_id, "c.txt", "en", "Courier"), (story,))
    recorder(ledger).record(incoming, empty)
    record = {
        "kind": "meeting", "sides": ["JPN", "KWT"], "date": "2024-03-04",
        "participants": [{"name": "Aiko Mori", "side": "JPN", "office": "foreign_minister"},
                         {"name": "Salem Nasser", "side": "KWT", "office": "foreign_minister"}],
        "evidence": "Mori also saw",
    }  # fmt: skip
    one = corrector(ledger)
    done = one.add(incoming.content_id, "engagement", record)
    [row] = entries(ledger)
    assert row == ("meeting", "happened", "read", 3)
    spans = [s for s in body(ledger, two)["evidence"] if s["document"] == incoming.content_id]
    assert incoming.raw[spans[0]["start"] : spans[0]["end"]] == "Mori also saw"
    with pytest.raises(LedgerError, match="already"):
        one.add(incoming.content_id, "engagement", record)
    assert done


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"mood": "good"}, "mood"),
        ({"kind": "party"}, "meeting, call"),
        ({"sides": "Japan"}, "three capital letters"),
        ({"date": "Monday"}, "2024-03-05"),
        ({"date": "2024-03-05..2024-03-01"}, "forward"),
        ({"participants": [{"name": "A", "office": "tsar"}]}, "offices"),
        ({}, "--set"),
    ],
)
def test_edits_that_make_no_sense_are_refused_and_change_nothing(ledger, two, changes, message):
    before = content(ledger)
    with pytest.raises(LedgerError, match=message):
        corrector(ledger).edit(two, changes)
    assert content(ledger) == before
    assert table(ledger, "SELECT count(*) FROM corrections") == [(0,)]


def test_what_is_not_there_cannot_be_corrected(ledger, two):
    one = corrector(ledger)
    for call in (lambda: one.accept("none"), lambda: one.undo("none"),
                 lambda: one.add("none", "event", {"evidence": "x"})):  # fmt: skip
        with pytest.raises(NotInLedgerError):
            call()
    with pytest.raises(LedgerError, match="not none and not all"):
        one.split(two, [])
    with pytest.raises(LedgerError, match="signed"):
        Corrector(ledger, "machine")


def test_corrections_become_gold_records_that_score_reads(ledger, two, tmp_path):
    one = recorder(ledger)
    trade = (person("Aiko Mori", "JPN"), person("Huda Karim", "KWT", "trade_minister"))
    one.record(*report(OTHER, uri="c.txt", outlet="Courier", people=trade))
    [other] = [name for (name,) in table(ledger, "SELECT id FROM entries") if name != two]
    corrector(ledger).edit(two, {"kind": "summit"})
    corrector(ledger).reject(other)
    (tmp_path / "texts").mkdir()
    readings = {}
    with ledger.read() as connection:
        for found in gold_records(connection):
            (tmp_path / "texts" / found.name).write_text(found.raw, encoding="utf-8")
            (tmp_path / found.name).with_suffix(".json").write_text(as_json(found.record))
    golds = load_gold(tmp_path)
    assert len(golds) == 3
    wanted = [e for g in golds for e in g.record["stories"][0]["engagements"]]
    assert [(e["kind"], "optional" in e) for e in wanted] == [("summit", False)] * 2
    for given, outlet in ((MET, "Gazette"), (TOLD, "Herald"), (OTHER, "Courier")):
        _, reading = report(given, outlet=outlet)
        name = f"{reading.document.id[:16]}.txt"
        readings[name] = reading.to_json()
    scored = total(score_all(golds, readings).values())
    assert scored.layers["engagements"].hit == 2
    assert scored.layers["engagements"].spurious == 1
