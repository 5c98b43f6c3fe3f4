"""Treaties, mechanisms and gatherings: known ones as the text calls them, others by their form."""

import pytest

from dragoman.lang.discover import languages
from dragoman.lang.pack import pack_toml
from tests.extract.reading import read

PATTERNS = [
    (code, p) for code in languages() for p in pack_toml(code, "frameworks.toml")["pattern"]
]
READS = [
    pytest.param(code, text, id=f"{code}-{p['name']}-{k}")
    for code, p in PATTERNS
    for k, text in enumerate(p["reads"])
]
NEVER = [
    pytest.param(code, text, id=f"{code}-{p['name']}-{k}")
    for code, p in PATTERNS
    for k, text in enumerate(p["never"])
]


def frameworks(text, code):
    """The frameworks of a text that no table lists."""
    return [e.name for e in read(text, code).entities if e.kind == "framework"]


@pytest.mark.parametrize(("code", "text"), READS)
def test_reads(code, text):
    assert frameworks(text, code)


@pytest.mark.parametrize(("code", "text"), NEVER)
def test_never_reads(code, text):
    assert frameworks(text, code) == []


@pytest.mark.parametrize("code", languages())
def test_each_pattern_keeps_its_promise_of_examples(code):
    for pattern in pack_toml(code, "frameworks.toml")["pattern"]:
        assert len(set(pattern["reads"])) >= 3
        assert pattern["never"]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "He hailed the U.S.\u2013Peru Rain Dialogue.", "U.S.\u2013Peru Rain Dialogue"),
        ("en", "The Island Leaders\u2019 Summit opened.", "Island Leaders\u2019 Summit"),
        ("en", "She cited the Treaty of Peace and Friendship.", "Treaty of Peace and Friendship"),
        ("ar", "دعا الوزير للاتفاقية البحرية المشتركة.", "الاتفاقية البحرية المشتركة"),
        ("ar", "عقد الجانبان الحوار الساحلي الكيني الأوغندي.", "الحوار الساحلي الكيني الأوغندي"),
    ],
)  # fmt: skip
def test_the_whole_name_is_taken(code, text, name):
    assert name in frameworks(text, code)


def test_a_known_organisation_is_named_as_the_text_calls_it():
    reading = read("Kenya thanked NATO for its help.", "en")
    (nato,) = [e for e in reading.entities if e.kind == "organization"]
    assert nato.name == "North Atlantic Treaty Organization"
    assert nato.names["en"] == "NATO"


def test_what_was_signed_has_its_name():
    reading = read("Peru and Chile signed the Arica Fisheries Agreement on Tuesday.", "en")
    assert [o.instrument for o in reading.outcomes] == ["Arica Fisheries Agreement"]


def test_a_body_that_signs_for_its_side_is_listed_once():
    reading = read("ASEAN and Japan signed a memorandum. ASEAN thanked Japan.", "en")
    assert [e.id for e in reading.entities if e.kind == "organization"] == ["ASE"]
