import json
from datetime import date
from hashlib import sha256

import pytest

from dragoman.core.document import Incoming
from dragoman.sources.failures import InputFailure
from dragoman.sources.jsonl import read_json, read_lines


def lines(*objects):
    return list(read_lines("in.jsonl", "\n".join(json.dumps(o) for o in objects)))


def test_a_line_is_a_document():
    (found,) = lines(
        {
            "id": "a1",
            "text": "وصل الوفد أمس.",
            "title": "وصول الوفد",
            "url": "https://news.example/a1",
            "published": "2024-03-05",
            "language": "ar",
            "outlet": "الميناء",
        }
    )
    assert isinstance(found, Incoming)
    assert found.uri == "in.jsonl#a1"
    assert found.raw == "وصل الوفد أمس."
    assert found.content_id == sha256("وصل الوفد أمس.".encode()).hexdigest()
    assert (found.title, found.language, found.outlet) == ("وصول الوفد", "ar", "الميناء")
    assert found.published is not None
    assert found.published.earliest == date(2024, 3, 5)
    assert found.published.basis == "explicit"


def test_lines_without_an_id_have_their_number():
    text = '{"text": "One."}\n\n{"text": "Two."}'
    assert [f.uri for f in read_lines("x.jsonl", text)] == ["x.jsonl#1", "x.jsonl#3"]


def test_bad_lines_are_named_and_the_others_go_on():
    text = '{"text": "One."}\n{bad\n[1]\n{"text": 3}\n{"title": "x"}\n{"text": "Two."}'
    results = list(read_lines("x.jsonl", text))
    failures = [r for r in results if isinstance(r, InputFailure)]
    assert [f.uri for f in failures] == ["x.jsonl:2", "x.jsonl:3", "x.jsonl:4", "x.jsonl:5"]
    assert [r.raw for r in results if isinstance(r, Incoming)] == ["One.", "Two."]


def test_dates_that_are_none_are_left_out_with_a_note():
    (found,) = lines({"text": "One.", "published": "soon"})
    assert isinstance(found, Incoming)
    assert found.published is None
    assert [n.code for n in found.notes] == ["published-unreadable"]
    assert "soon" in found.notes[0].text


@pytest.mark.parametrize("value", ["2024-03-05T10:15:00Z", "2024-03-05 10:15:00", "2024-03-05"])
def test_iso_times_are_days(value):
    (found,) = lines({"text": "One.", "published": value})
    assert isinstance(found, Incoming)
    assert found.published is not None
    assert found.published.latest == date(2024, 3, 5)


def test_repeated_ids_are_noted():
    first, second = lines({"id": "a", "text": "One."}, {"id": "a", "text": "Two."})
    assert first.notes == ()
    assert [n.code for n in second.notes] == ["duplicate-id"]


def test_html_of_a_line_is_read_as_a_page():
    page = (
        "<html><body><p>The ministers met in Accra on Monday to discuss fishing.</p></body></html>"
    )
    (found,) = lines({"id": "h", "html": page, "title": "Given"})
    assert isinstance(found, Incoming)
    assert found.raw == "The ministers met in Accra on Monday to discuss fishing."
    assert found.title == "Given"


def test_json_files_hold_one_object_or_a_list():
    assert len(list(read_json("a.json", '{"text": "One."}'))) == 1
    assert len(list(read_json("a.json", '[{"text": "One."}, {"text": "Two."}]'))) == 2
    assert len(list(read_json("a.json", '{"text": "One."}\n{"text": "Two."}'))) == 2
