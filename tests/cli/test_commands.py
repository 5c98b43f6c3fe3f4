"""Options, exit codes and messages of the commands."""

import csv
import io
import json
import sys
from datetime import date

import pytest


def readings(result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_read_prints_a_table_by_default(run, text):
    result = run("read", text)
    assert result.exit_code == 0
    assert "JOR – EGY" in result.stdout
    assert "“They met in عمّان.”" in result.stdout.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ([], ["e0"]),
        (["--all-statuses"], ["e0", "e1"]),
        (["--domestic"], ["e0", "e2"]),
        (["--min-confidence", "0.6"], []),
    ],
)
def test_what_is_printed(run, text, options, ids):
    result = run("read", text, "--format", "jsonl", *options)
    assert [event["id"] for event in readings(result)[0]["events"]] == ids


def test_csv_has_a_header_and_a_row_for_each_record(run, text):
    result = run("read", "--format", "csv", text)
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["record"] for row in rows] == ["event"]


def test_json_of_one_document_is_an_object(run, text):
    assert json.loads(run("read", "--format", "json", text).stdout)["document"]["uri"] == str(text)


def test_a_failed_input_is_named_and_the_rest_is_read(run, text, tmp_path):
    result = run("read", "--format", "jsonl", tmp_path / "absent.txt", text)
    assert result.exit_code == 1
    assert len(readings(result)) == 1
    assert "absent.txt: no such file (check the name)" in result.stderr


def test_a_failed_document_is_named_and_the_rest_is_read(run, text, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text("break the stage")
    result = run("read", "--format", "jsonl", bad, text)
    assert result.exit_code == 1
    assert len(readings(result)) == 1
    failures = [line for line in result.stderr.splitlines() if "bad.txt" in line]
    assert len(failures) == 1
    assert "report it" in failures[0]
    assert failures[0].count("bad.txt") == 1


def test_a_size_limit_is_handed_on(run, text):
    result = run("read", "--max-bytes", "3", text)
    assert result.exit_code == 1
    assert "too large (raise --max-bytes)" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x", "--format", "yaml"],
        ["read", "x", "--min-confidence", "2"],
        ["read", "x", "--published", "yesterday"],
        ["read", "x", "--max-bytes", "0"],
        ["unheard-of"],
        ["score"],
    ],
)
def test_wrong_usage(run, arguments):
    assert run(*arguments).exit_code == 2


def test_a_given_day_dates_a_text_that_has_none(run, text):
    result = run("read", "--format", "jsonl", "--published", "2021-02-03", text)
    published = readings(result)[0]["document"]["published"]
    assert (published["earliest"], published["latest"]) == ("2021-02-03", "2021-02-03")


def test_a_given_day_never_replaces_the_day_in_the_text(run, reader, text):
    text.write_text("dated text")
    result = run("read", "--format", "jsonl", "--published", "2021-02-03", text)
    assert readings(result)[0]["document"]["published"]["earliest"] == "2020-05-01"


def test_a_given_language_is_handed_on(run, reader, text):
    run("read", "--language", "qq", text)
    assert reader.seen[0].language == "qq"
    assert reader.seen[0].published is None


def test_progress_of_many_inputs_goes_to_standard_error(run, tmp_path):
    for n in range(51):
        (tmp_path / f"{n:02}.txt").write_text(f"text {n}")
    result = run("read", "--format", "jsonl", *sorted(tmp_path.glob("*.txt")))
    assert result.stderr.splitlines() == ["50 documents read", "51 documents read"]
    assert len(readings(result)) == 51


def test_one_input_makes_no_noise(run, text):
    assert run("read", text).stderr == ""


def test_check_prints_all_problems(run, monkeypatch):
    assert run("check").exit_code == 0
    found = ["a.toml:3: no such verb", "b.csv:9: twice the same name"]
    monkeypatch.setattr(sys.modules["dragoman.pipeline"], "problems", lambda: found)
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == found
    assert "problems: 2" in result.stderr


@pytest.fixture
def gold(tmp_path, text):
    folder = tmp_path / "gold"
    folder.mkdir()
    record = {
        "document": text.name, "language": "en", "published": None, "noise": [],
        "stories": [{
            "role": "main", "begins": "They met", "ends": "عمّان.", "engagements": [],
            "outcomes": [], "events": [
                {"source": "EGY", "target": "JOR", "type": "CONSULT", "symmetric": True,
                 "evidence": "They met"},
                {"source": "EGY", "target": "JOR", "type": "ACCUSE", "evidence": "met"},
            ],
        }],
    }  # fmt: skip
    (folder / "a.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_score_reads_the_texts_and_compares(run, gold, tmp_path):
    page = tmp_path / "page.html"
    result = run("score", gold, "--texts", tmp_path, "--misses", "--page", page)
    assert result.exit_code == 0
    assert "ACCUSE EGY -&gt; JOR" in page.read_text(encoding="utf-8")
    lines = result.stdout.splitlines()
    assert lines[0].startswith("a.txt  EVENT missed:  ACCUSE")
    events = next(line.split() for line in lines if line.startswith("events"))
    assert events == ["events", "0.667", "1.000", "0.500", "0.667", "1", "1", "0"]


def test_score_takes_readings_that_were_made_before(run, gold, tmp_path, text):
    made = run("read", "--format", "jsonl", text).stdout
    file = tmp_path / "readings.jsonl"
    file.write_text(made, encoding="utf-8")
    asked = ("score", gold, "--page", tmp_path / "page.html")
    fresh = run(*asked).stdout
    assert run(*asked, "--texts", tmp_path, "--readings", file).stdout == fresh
    file.write_text(made + "no json\n", encoding="utf-8")
    result = run(*asked, "--readings", file)
    assert result.exit_code == 2
    assert "readings.jsonl:2" in result.stderr


def test_a_page_that_cannot_be_written_is_named(run, gold, tmp_path):
    result = run("score", gold, "--page", tmp_path / "absent" / "page.html")
    assert result.exit_code == 2
    assert "--page" in result.stderr


def test_score_without_gold_records_is_wrong_usage(run, tmp_path):
    result = run("score", tmp_path)
    assert result.exit_code == 2
    assert "no gold records" in result.stderr


def test_day_of_publication_is_a_day(run, reader, text):
    run("read", "--published", "2021-02-03", text)
    assert reader.seen[-1].published.earliest == date(2021, 2, 3)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_broken_signs_in_a_text_break_no_output(run, text, form):
    text.write_bytes(b"They met \xff today.")
    result = run("read", "--format", form, text)
    assert result.exit_code == 0
    result.stdout_bytes.decode("utf-8")
    if form == "jsonl":
        assert "They met" in readings(result)[0]["stories"][0]["text"]
