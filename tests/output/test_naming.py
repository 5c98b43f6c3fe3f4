"""What states and organisations are called in the language of the labels."""

import pytest

from dragoman.knowledge.world import World
from dragoman.lang.labels import labels
from dragoman.output.naming import Naming


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("ar", "SAU", "السعودية"),
        ("ar", "IRN", "إيران"),
        ("ar", "UNO", "الأمم المتحدة"),
        ("en", "IRN", "Iran"),
        ("en", "ZZZ", "ZZZ"),
    ],
)
def test_sides_have_names_where_no_reader_was_loaded(monkeypatch, language, code, name):
    world = World.default()
    monkeypatch.setattr(World, "names_of", lambda *_: {})
    assert Naming(labels(language), world).side(code) == name
