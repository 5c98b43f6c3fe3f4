import io
from datetime import date
from hashlib import sha256

import pytest

from dragoman.core.document import Incoming
from dragoman.sources.failures import InputFailure, PassedOver
from dragoman.sources.files import read_inputs
from dragoman.sources.source import DEFAULT_LIMIT

ARABIC = "قال الوزير إن الاجتماع كان في المدينة مع رئيس الوفد من أجل السلام."
LATIN = "The minister said “that” the café was in the city of José, and it was the best of all."


def read(*paths, stdin=b"", limit=DEFAULT_LIMIT):
    return list(read_inputs([str(p) for p in paths], limit, io.BytesIO(stdin)))


def only(results):
    (result,) = results
    return result


def test_text_file_is_given_as_it_stands(tmp_path):
    file = tmp_path / "a.txt"
    data = f"\ufeffTitle\r\n\r\n{ARABIC}\n".encode()
    file.write_bytes(data)
    found = only(read(file))
    assert isinstance(found, Incoming)
    assert found.raw == f"Title\r\n\r\n{ARABIC}\n"
    assert found.uri == str(file)
    assert found.content_id == sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "windows-1256"),
        (ARABIC, "iso-8859-6"),
        (LATIN, "windows-1252"),
        (ARABIC, "utf-16"),
        (ARABIC, "utf-32"),
        (LATIN, "utf-8"),
    ],
)
def test_encodings(text, encoding):
    found = only(read("-", stdin=text.encode(encoding)))
    assert isinstance(found, Incoming)
    assert found.raw == text


def test_encoding_declared_by_the_page():
    page = f'<html><head><meta charset="windows-1256"></head><body><p>{ARABIC}</p></body></html>'
    found = only(read("-", stdin=page.encode("windows-1256")))
    assert isinstance(found, Incoming)
    assert ARABIC in found.raw


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        ("\ufeff".encode(), "empty"),
        (b"abc\x00def", "zero byte at offset 3"),
        (bytes(range(128, 256)), "offset 0"),
        (b"\xff\xfeA", "byte offset"),
    ],
)
def test_unreadable_input_is_a_failure_that_says_why(data, words):
    found = only(read("-", stdin=data))
    assert isinstance(found, InputFailure)
    assert words in str(found)


def test_large_input_names_the_option(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("x" * 200)
    for found in (only(read(file, limit=100)), only(read("-", stdin=b"x" * 200, limit=100))):
        assert isinstance(found, InputFailure)
        assert "--max-bytes" in str(found)
        assert "100" in str(found)


def test_folders_are_read_through_in_order(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("Second.")
    (tmp_path / "a.txt").write_text("First.")
    (tmp_path / "sub" / "c.txt").write_text("Third.")
    (tmp_path / "d.bin").write_bytes(b"\x00")
    assert [found.raw for found in read(tmp_path)] == ["First.", "Second.", "Third."]


def test_json_that_is_no_article_is_passed_over_in_a_folder_in_one_line(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "a.txt").write_text("First.")
    (tmp_path / "b.json").write_text('[{"text": "Second."}, {"title": "Of no text"}]')
    (tmp_path / "c.json").write_text('{"text": ""}')
    for name, data in (("x", '{"engagements": [{"text": 1}]}'), ("y", "[]"), ("z", '"words"')):
        (tmp_path / "gold" / f"{name}.json").write_text(data)
    first, second, third, fourth, passed = read(tmp_path)
    assert (first.raw, second.raw) == ("First.", "Second.")
    assert [type(found) for found in (third, fourth)] == [InputFailure] * 2
    assert isinstance(passed, PassedOver)
    assert str(passed) == (
        f"{tmp_path}: 3 JSON files hold no article and are passed over: "
        "gold/x.json, gold/y.json and 1 more"
    )
    one = only(read(tmp_path / "gold" / "x.json"))
    assert type(one) is InputFailure, "who names a file wants it read"
    told, failed = read(tmp_path / "gold")
    assert isinstance(told, PassedOver)
    assert "no documents in the folder" in str(failed)
    assert type(failed) is InputFailure
    (tmp_path / "gold" / "broken.json").write_text('{"text": "half')
    assert "broken.json:1: no JSON" in str(read(tmp_path / "gold")[0])


def test_missing_files_empty_folders_and_addresses_are_failures(tmp_path):
    results = read(tmp_path / "none.txt", tmp_path, "http://127.0.0.1/a")
    assert [type(r) for r in results] == [InputFailure] * 3
    assert "no such file" in str(results[0])
    assert ".jsonl" in str(results[1])
    assert "not a public address" in str(results[2])


def test_pages_give_text_and_metadata(tmp_path):
    file = tmp_path / "page.html"
    file.write_text(
        "<html><head><title>Talks in Accra</title>"
        '<meta property="article:published_time" content="2024-03-05T10:00:00Z">'
        '<meta property="og:site_name" content="Gulf Gazette"></head><body><article>'
        "<h1>Talks in Accra</h1><p>The ministers met in Accra on Monday to discuss fishing.</p>"
        "<p>They agreed to publish the results of their talks twice a year.</p></article>"
        "<script>var a = 'hidden';</script></body></html>"
    )
    found = only(read(file))
    assert isinstance(found, Incoming)
    assert found.title == "Talks in Accra"
    assert found.outlet == "Gulf Gazette"
    assert found.published is not None
    assert found.published.earliest == date(2024, 3, 5)
    assert found.published.because == "page metadata"
    assert "agreed to publish" in found.raw
    assert "hidden" not in found.raw


def test_encoding_that_a_page_names_wrongly():
    page = f'<html><head><meta charset="windows-1252"></head><body><p>{ARABIC}</p></body></html>'
    found = only(read("-", stdin=page.encode("windows-1256")))
    assert isinstance(found, Incoming)
    assert ARABIC in found.raw
