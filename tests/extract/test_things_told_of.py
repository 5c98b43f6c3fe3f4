"""Where and when a thing talked of was done is no place or day of the talks."""

from functools import partial

import pytest

from tests.extract.reading import read

told = partial(read, language="ar")


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير النرويجي نظيره الكيني لبحث الاتفاق الذي وقعته أوغندا ورواندا في باريس.",
        "بحث الوزير النرويجي مع نظيره الكيني نتائج المؤتمر الذي عقد في باريس.",
        "أجرى الوزير النرويجي محادثات مع نظيره الكيني حول الأزمة التي اندلعت في باريس.",
    ],
)
def test_a_thing_talked_of_was_done_elsewhere(text: str) -> None:
    (meeting,) = told(text).engagements
    assert meeting.sides == ("KEN", "NOR")
    assert meeting.place is None


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير النرويجي نظيره الكيني على هامش المؤتمر الذي عقد في باريس.",
        "التقى الوزير النرويجي نظيره الكيني خلال المؤتمر الذي عقد في باريس.",
        "المباحثات الثنائية التي أجراها الوزير النرويجي مع نظيره الكيني في باريس كانت مثمرة.",
        "بحث الوزير النرويجي مع نظيره الكيني الأزمة التي طال أمدها، خلال لقائهما في باريس.",
    ],
)
def test_a_setting_is_where_they_met(text: str) -> None:
    (meeting,) = told(text).engagements
    assert meeting.place is not None
    assert meeting.place.city == "Paris"
