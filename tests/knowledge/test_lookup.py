"""Entries of the tables found by id, name, words of a name and likeness."""

import pytest

from dragoman.knowledge.lookup import Lookup


@pytest.fixture(scope="module")
def lookup():
    return Lookup()


@pytest.mark.parametrize(
    ("sought", "kind", "name", "because"),
    [
        ("JPN", "polity", "Japan", "its id"),
        ("اليابان", "polity", "Japan", "a name of it"),
        ("Kamikawa", "person", "Yoko Kamikawa", "words of a name of it"),
        ("كاميكاوا", "person", "Yoko Kamikawa", "words of a name of it"),
        ("Mohamed Bin Salmaan", "person", "Mohammed bin Salman", "another spelling"),
        ("TICAD", "framework", "Tokyo International Conference on African Development", "a name"),
        ("Palais des Nations", "place", "Palais des Nations", "a name of it"),
    ],
)
def test_one_entry(lookup, sought, kind, name, because):
    found = lookup.find(sought)
    assert [(each.kind, each.name) for each in found][:1] == [(kind, name)]
    assert because in found[0].because


def test_forms_come_by_language(lookup):
    (kamikawa,) = lookup.find("Kamikawa")
    assert "Kamikawa Yoko" in kamikawa.forms["en"]
    assert "يوكو كاميكاوا" in kamikawa.forms["ar"]


def test_several_share_a_word(lookup):
    names = {each.name for each in lookup.find("Lavrov")}
    assert any(name.startswith("Serge") for name in names)
    assert len(lookup.find("Mohammed")) > 5


@pytest.mark.parametrize("sought", ["", "   ", "—", "xxyzzy"])
def test_nothing_is_found(lookup, sought):
    assert lookup.find(sought) == ()
