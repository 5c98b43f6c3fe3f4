"""CSV: every record a row, every row all columns."""

import csv
import io

from dragoman.output.rows import COLUMNS, CsvWriter, rows


def test_a_row_for_each_record(reading):
    kinds = [row["record"] for row in rows(reading)]
    assert kinds == ["engagement"] * 2 + ["statement"] + ["outcome"] + ["event"] * 3


def test_rows_read_back_as_written(reading):
    out = io.StringIO()
    writer = CsvWriter(out)
    writer.add(reading)
    writer.close()
    got = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert tuple(got[0]) == COLUMNS
    meeting = got[0]
    assert meeting["sides"] == "IND; OMN"
    assert meeting["people"] == "بدر (OMN foreign_minister)"
    assert (meeting["date_earliest"], meeting["date_basis"]) == ("2024-01-29", "relative")
    assert (meeting["country"], meeting["city"], meeting["round"]) == ("OMN", "Muscat", "3")
    assert meeting["evidence"].startswith("التقى")
    assert got[1]["date_earliest"] == ""
    outcome = next(row for row in got if row["record"] == "outcome")
    assert (outcome["source"], outcome["target"]) == ("OMN", "IND")
    event = next(row for row in got if row["record"] == "event")
    assert (event["kind"], event["score"], event["cameo"]) == ("CONSULT", "1", "040")


def test_a_speaker_is_shown_by_name(reading):
    statement = next(row for row in rows(reading) if row["record"] == "statement")
    assert statement["speaker"] == "بدر"
