"""Frozen dataclasses that are made quickly behave like all others."""

import dataclasses
import pickle
from dataclasses import dataclass, field

import pytest

from dragoman.core.quick import quick, replace


@quick
@dataclass(frozen=True, slots=True)
class Place:
    name: str
    code: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    name: str
    code: str | None = None
    tags: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Stretch:
    start: int
    end: int

    def __post_init__(self):
        if self.end < self.start:
            raise ValueError("runs back")


def test_made_with_defaults_by_place_and_by_name():
    assert Place("Amman") == Place(name="Amman", code=None, tags=())
    assert Place("Amman", tags=("x",)).tags == ("x",)
    for wrong in ({}, {"name": "Amman", "size": 1}):
        with pytest.raises(TypeError):
            Place(**wrong)


def test_frozen_of_its_class_equal_and_hashed_as_others():
    one, plain = Place("Amman", "JOR"), Plain("Amman", "JOR")
    assert type(one) is Place
    assert dataclasses.astuple(one) == dataclasses.astuple(plain)
    assert hash(one) == hash(plain)
    assert repr(one).partition("(")[2] == repr(plain).partition("(")[2]
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "Zarqa"
    assert pickle.loads(pickle.dumps(one)) == one


def test_what_is_checked_after_making_is_checked():
    assert Stretch(1, 2).end == 2
    with pytest.raises(ValueError, match="back"):
        Stretch(2, 1)


@pytest.mark.parametrize("one", [Place("Amman", "JOR", ("x",)), Plain("Amman", "JOR", ("x",))])
def test_replace_changes_what_is_named_and_nothing_else(one):
    assert replace(one, code=None) == dataclasses.replace(one, code=None)
    assert one.code == "JOR"
    with pytest.raises(TypeError):
        replace(one, size=1)


def test_defaults_made_by_a_function_are_refused():
    with pytest.raises(TypeError, match="do without"):

        @quick
        @dataclass(frozen=True, slots=True)
        class Listed:
            names: list[str] = field(default_factory=list)
