"""The catalogue of places to follow, and lists that users add."""

import csv
from importlib.resources import files

import pytest
from typer.testing import CliRunner

from dragoman.cli import app
from dragoman.core.errors import DataError
from dragoman.knowledge.polities import load_polities
from dragoman.lang.discover import languages
from dragoman.watch.catalogue import COLUMNS, load_catalogue
from dragoman.watch.config import load_config

HEAD = ",".join(COLUMNS)


def test_what_the_catalogue_promises():
    places = load_catalogue().places
    assert len(places) >= 60
    assert {x.language for x in places} == set(languages())
    for code in languages():
        assert sum(x.language == code for x in places) >= 30
    assert {x.sort for x in places} == {"ministry", "agency", "paper", "organization"}
    assert {x.verified for x in places} == {"not verified from here"}
    assert len({(x.kind, x.address) for x in places}) == len(places)
    assert all(x.match for x in places if x.kind == "headlines")
    known = load_polities()
    assert {x.country for x in places if x.sort != "organization"} <= set(known)


def test_the_file_is_sorted():
    text = files("dragoman.watch").joinpath("data/catalogue.csv").read_text(encoding="utf-8")
    ids = [row["id"] for row in csv.DictReader(text.splitlines())]
    assert ids == sorted(ids)


def test_every_place_can_be_followed(tmp_path):
    toml = CliRunner().invoke(app, ["sources", "--toml"])
    assert toml.exit_code == 0
    file = tmp_path / "watch.toml"
    file.write_text(toml.stdout)
    assert len(load_config(file).sources) == len(load_catalogue().places)


def test_choosing():
    found = CliRunner().invoke(
        app, ["sources", "--country", "jor", "--language", "ar", "--sort", "agency"]
    )
    (line,) = found.stdout.splitlines()
    assert line.startswith("jo-petra-ar\tJOR\tagency\tar\t")
    assert line.endswith("\tnot verified from here")


def test_a_choice_that_leaves_nothing_says_so():
    """An empty configuration would be a slip of its own."""
    for more in ((), ("--toml",)):
        found = CliRunner().invoke(app, ["sources", "--country", "xxx", *more])
        assert (found.exit_code, found.stdout) == (1, "")
        assert "lists them all" in found.stderr


def test_users_add_and_replace_places(tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text(
        f"{HEAD}\nhill,Hill Post,GHA,paper,en,feed,https://hill.example/feed,,2026-01-01 by us\n"
        "us-state-en,State,USA,ministry,en,page,https://state.example/,,never\n"
    )
    catalogue = load_catalogue([mine])
    hill, state = catalogue.choose(["hill", "us-state-en"])
    assert (hill.verified, state.address) == ("2026-01-01 by us", "https://state.example/")
    file = tmp_path / "watch.toml"
    file.write_text(
        "[watch]\ncontact = 'a@b.example'\ncatalogue = ['mine.csv']\n"
        "[[source]]\ncatalogue = ['hill']\nevery = 120\n"
    )
    (source,) = load_config(file).sources
    assert (source.name, source.every, source.place.outlet) == ("hill", 120, "Hill Post")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("a,A,GHA,paper,en,feed,hill.example,,x", "mine.csv:2: 'hill.example' is no web address"),
        ("a,A,GHA,blog,en,feed,https://a.example/,,x", "sort must be one of"),
        ("a,A,GHA,paper,en,leaflet,https://a.example/,,x", "kind must be one of"),
        ("a,A,GHA,paper,en,feed,https://a.example/,,", "verified is empty"),
    ],
)
def test_slips_in_a_list_are_named(tmp_path, line, words):
    mine = tmp_path / "mine.csv"
    mine.write_text(f"{HEAD}\n{line}\n")
    with pytest.raises(DataError, match=words):
        load_catalogue([mine])
    mine.write_text("name,address\n")
    with pytest.raises(DataError, match="its first line must be"):
        load_catalogue([mine])
