"""Documents recorded once, read again by newer versions, by two writers at once."""

import random
import threading

import pytest

from dragoman.quality.synthetic import documents
from dragoman.store.opening import open_ledger
from tests.ledgers import new_ledger
from tests.recording.making import content, recorder, report, table

MET = "Aiko Mori of Japan met Salem Nasser of Kuwait in Kuwait City on Monday."
TOLD = "On Monday the ministers Mori and Nasser held talks in Kuwait City."


def test_the_same_bytes_again_change_nothing(ledger):
    one = recorder(ledger)
    incoming, reading = report(MET)
    assert one.record(incoming, reading) == "recorded"
    before = content(ledger)
    assert one.record(incoming, reading) == "known"
    assert one.is_known(incoming)
    assert recorder(ledger).record(incoming, reading) == "known"
    assert content(ledger) == before


def test_a_document_is_stored_whole(ledger):
    incoming, reading = report("They met: \x00 بصمت \ud800 and smiled.")
    recorder(ledger).record(incoming, reading)
    [(raw,)] = table(ledger, "SELECT raw FROM documents")
    assert bytes(raw).decode("utf-8", "surrogatepass") == incoming.raw
    [(record,)] = table(ledger, "SELECT record FROM claims")
    import json

    span = json.loads(record)["evidence"][0]
    assert incoming.raw[span["start"] : span["end"]] == span["text"]


def test_the_same_bytes_at_another_place_are_seen_there_too(ledger):
    one = recorder(ledger)
    one.record(*report(MET))
    other, _ = report(MET, uri="b.txt")
    assert one.is_known(other)
    assert one.is_known(other)
    assert table(ledger, "SELECT uri FROM sightings") == [("b.txt",)]
    assert table(ledger, "SELECT count(*) FROM documents") == [(1,)]


def test_two_reports_of_one_meeting_are_one_engagement(ledger):
    one = recorder(ledger)
    one.record(*report(MET))
    one.record(
        *report(TOLD, uri="b.txt", outlet="Herald", published="2024-03-04", topics=("energy",))
    )
    [(reports, sources, first, last)] = table(
        ledger, "SELECT reports, sources, first_report, last_report FROM entries"
    )
    assert (reports, sources, first, last) == (2, 2, "2024-03-04", "2024-03-05")
    [(verdict, reason, score)] = table(ledger, "SELECT verdict, reason, score FROM judgements")
    assert verdict == "same"
    assert "same people" in reason
    assert 0.7 <= score <= 1


def test_a_newer_version_replaces_the_reading(ledger):
    recorder(ledger).record(*report(MET))
    recorder(ledger).record(*report(TOLD, uri="b.txt", outlet="Herald"))
    again = report(MET, sides=("JPN", "OMN"), people=())
    assert recorder(ledger, "1.1+b").record(*again) == "read again"
    sides = table(ledger, "SELECT side FROM entry_sides ORDER BY side")
    assert sides == [("JPN",), ("JPN",), ("KWT",), ("OMN",)]
    assert table(ledger, "SELECT count(*) FROM documents") == [(2,)]
    verdicts = table(ledger, "SELECT verdict FROM judgements ORDER BY n")
    assert verdicts == [("same",), ("unsure",)]


def test_reading_again_gives_what_reading_once_would(ledger, tmp_path):
    readings = list(documents(60, seed=3))
    for incoming, reading in readings:
        recorder(ledger).record(incoming, reading)
    before = content(ledger)
    for incoming, reading in readings:
        assert recorder(ledger, "1.1+b").record(incoming, reading) == "read again"
    assert content(ledger) == before


def test_an_older_version_leaves_a_newer_reading(ledger):
    recorder(ledger, "1.10+b").record(*report(MET))
    assert recorder(ledger, "1.9+a").record(*report(MET)) == "newer kept"
    assert table(ledger, "SELECT reader FROM readings") == [("1.10+b",)]


@pytest.mark.parametrize("seed", range(2))
def test_the_order_of_arrival_does_not_matter(tmp_path, seed):
    readings = list(documents(60, seed=seed))
    found = []
    for turn in range(3):
        random.Random(turn).shuffle(readings)
        with new_ledger("sqlite", tmp_path, f"ledger{turn}") as ledger:
            one = recorder(ledger)
            for incoming, reading in readings:
                one.record(incoming, reading)
            found.append(content(ledger))
    assert found[0]["entries"]
    assert max(row[9] for row in found[0]["entries"]) > 1
    assert found[0] == found[1]
    assert found[0] == found[2]


def test_both_databases_hold_the_same(tmp_path):
    found = []
    for dialect in ("sqlite", "postgresql"):
        with new_ledger(dialect, tmp_path) as ledger:
            one = recorder(ledger)
            for incoming, reading in documents(50, seed=9):
                one.record(incoming, reading)
            found.append(content(ledger))
    assert found[0] == found[1]


def test_two_writers_at_once_lose_nothing(ledger):
    readings = list(documents(120, seed=5))
    problems = []

    def work(part):
        try:
            with open_ledger(ledger.where) as own:
                one = recorder(own)
                for incoming, reading in part:
                    one.record(incoming, reading)
        except Exception as error:
            problems.append(error)

    # Both have a third of the documents in common.
    parts = readings[:80], readings[40:]
    threads = [threading.Thread(target=work, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    alone = content(ledger)
    assert len(alone["documents"]) == len(readings)
    with open_ledger(ledger.where) as again:
        assert content(again) == alone


def test_a_run_notes_what_wrote_it(ledger):
    one = recorder(ledger)
    one.start("ingest")
    one.record(*report(MET))
    one.finish(1, 0)
    [row] = table(ledger, "SELECT command, dragoman, reader, resolver, documents FROM runs")
    assert row == ("ingest", "1.0", "1.0+a", "structure@2", 1)
