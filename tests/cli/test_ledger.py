"""The commands of the ledger, asked as people ask them."""

import json
from dataclasses import replace

import pytest
from tests.ledgers import new_ledger
from tests.recording.making import recorder, report, table
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.core.reading import Entity


@pytest.fixture
def place(tmp_path):
    with new_ledger("sqlite", tmp_path) as ledger:
        one = recorder(ledger)
        one.record(
            *report(
                "They agreed to reopen the embassies.",
                topics=("energy",),
                statements=(("JPN", "KWT", "SUPPORT", "thanks to Kuwait"),),
            )
        )
        one.record(
            *report(
                "اتفق الجانبان على إعادة فتح السفارتين.",
                language="ar",
                uri="b.txt",
                outlet="المرافئ",
            )
        )
        one.record(
            *report(
                "They will meet in Muscat.",
                uri="c.txt",
                sides=("JPN", "OMN"),
                people=(),
                status="planned",
                place=None,
                when="2024-06-01",
            )
        )
        [(name,)] = table(ledger, "SELECT id FROM entries WHERE reports = 2")
    return str(tmp_path / "ledger.db"), name


def run(place, *arguments):
    return CliRunner().invoke(app, [*map(str, arguments), "--ledger", place[0]])


def test_words_of_one_language_find_what_was_told_in_both(place):
    for words in ("embassy", "السفارات"):
        done = run(place, "search", words, "--family", "engagement")
        assert done.exit_code == 0, done.stderr
        assert place[1] in done.stdout
        assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (["--side", "JPN", "--side", "KWT"], 2),
        (["--side", "OMN"], 1),
        (["--status", "planned"], 1),
        (["--kind", "meeting"], 2),
        (["--type", "SUPPORT"], 1),
        (["--topic", "energy"], 1),
        (["--person", "Nasser"], 1),
        (["--office", "foreign_minister"], 1),
        (["--country", "KWT", "--city", "Kuwait City"], 1),
        (["--since", "2024-05-01"], 1),
        (["--until", "2024-03-31"], 2),
        (["--outlet", "المرافئ"], 1),
        (["--language", "ar"], 1),
        (["--min-confidence", "0.95"], 1),
    ],
)
def test_filters_narrow(place, filters, count):
    done = run(place, "search", *filters, "-f", "jsonl")
    assert len([json.loads(line)["id"] for line in done.stdout.splitlines()]) == count


def test_people_are_found_by_names_that_only_the_tables_list(tmp_path):
    with new_ledger("sqlite", tmp_path) as ledger:
        incoming, reading = report("The two ministers met in Riyadh.", sides=("SAU", "IRN"))
        known = Entity("Q72099398", "person", "Faisal bin Farhan", {}, "SAU")
        one = reading.engagements[0]
        guest = replace(one.participants[0], entity=known.id, name=known.name, side="SAU")
        recorder(ledger).record(
            incoming,
            replace(reading, entities=(*reading.entities, known),
                    engagements=(replace(one, participants=(guest,)),)),
        )  # fmt: skip
    place = (str(tmp_path / "ledger.db"), "")
    for name in ("Faisal bin Farhan", "Prince Faisal bin Farhan Al Saud", "فيصل بن فرحان"):
        assert len(run(place, "search", "--person", name).stdout.splitlines()) == 1
    assert "knows nobody" in run(place, "search", "--person", "Zorba Quux").stderr


def test_nothing_found_is_said(place):
    done = run(place, "search", "zebra")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "nothing found" in done.stderr


def test_an_entry_is_shown_with_its_words_and_reports(place):
    done = run(place, "show", place[1])
    for words in ("JPN", "Aiko Mori", "reopen", "السفارتين",
                  "2 independent of 2 reports", "thanks to Kuwait"):  # fmt: skip
        assert words in done.stdout
    assert place[1] in run(place, "show", "KWT", "JPN").stdout


def test_corrections_are_signed_and_taken_back(place):
    done = run(place, "correct", place[1], "reject", "--who", "ann", "--why", "not so")
    assert done.exit_code == 0
    assert run(place, "search", "embassy", "--family", "engagement").exit_code == 1
    assert place[1] in run(place, "search", "embassy", "--rejected").stdout
    assert "reject by ann" in run(place, "show", place[1]).stdout
    assert run(place, "correct", done.stdout.strip(), "undo", "--who", "bob").exit_code == 0
    assert run(place, "search", "embassy", "--family", "engagement").exit_code == 0
    wrong = run(place, "correct", place[1], "edit", "--set", "kind=party", "--who", "ann")
    assert wrong.exit_code == 1
    assert "meeting, call" in wrong.stderr
    assert run(place, "correct", place[1], "edit", "--set", "kind", "--who", "a").exit_code == 2
    [thanks] = run(place, "search", "--type", "SUPPORT", "-f", "json").stdout.split('"id": "')[1:2]
    mixed = run(place, "correct", place[1], "merge", thanks.split('"')[0], "--who", "ann")
    assert "an engagement and a statement cannot be one act" in mixed.stderr


def test_briefings_and_series_and_exports(place, tmp_path):
    page = run(place, "brief", "jpn", "kwt", "--until", "2024-12-31", "-f", "html")
    assert page.stdout.startswith("<!doctype html>")
    assert run(place, "brief", "FRA", "DEU").exit_code == 1
    for command in ("brief", "series"):
        alone = run(place, command, "JPN", "jpn")
        assert (alone.exit_code, alone.stdout) == (1, "")
        assert "two different sides" in alone.stderr
    rows = run(place, "series", "JPN", "KWT").stdout.splitlines()
    assert rows[1].startswith("2024-03-01,1,")
    made = run(place, "export", "-f", "csv", "-o", tmp_path / "out")
    assert (tmp_path / "out" / "engagements.csv").read_text(encoding="utf-8").count("\n") == 3
    assert "engagements.csv" in made.stdout


def test_a_ledger_that_is_not_there_is_named(tmp_path):
    for command in (["search", "x"], ["brief", "JPN", "KWT"], ["show", "x"],
                    ["export", "-o", str(tmp_path)], ["correct", "x", "accept"]):  # fmt: skip
        done = CliRunner().invoke(app, [*command, "--ledger", str(tmp_path / "none.db")])
        assert done.exit_code == 1
        assert "dragoman ingest" in done.stderr


def test_all_is_merged_again_where_rules_changed_or_it_is_asked_for(place):
    quiet = run(place, "merge")
    assert (quiet.exit_code, quiet.stdout) == (0, "")
    assert "already" in quiet.stderr
    done = run(place, "merge", "--again")
    assert done.exit_code == 0, done.stderr
    assert "0 new judgements" in done.stderr
    assert run(place, "search", "embassy").exit_code == 0
