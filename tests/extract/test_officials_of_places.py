"""Who governs a town or a region, or is told of by a kind of post: of the state that it lies in."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, read

told = partial(deeds, language="ar")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("ودعا محافظ مومباسا أوغندا إلى فتح الحدود.", ("REQUEST", "KEN", "UGA")),
        ("ودعا رئيس بلدية مومباسا الكينية أوغندا إلى فتح الحدود.", ("REQUEST", "KEN", "UGA")),
        ("واتهم حاكم خيرسون روسيا بقصف المدينة.", ("ACCUSE", "UKR", "RUS")),
        ("واتهم حاكم منطقة خيرسون روسيا بقصف المدينة.", ("ACCUSE", "UKR", "RUS")),
        ("واتهم قائد شرطة نيروبي أوغندا بدعم المتمردين.", ("ACCUSE", "KEN", "UGA")),
        ("واتهم مسؤول أمني كيني أوغندا بدعم المتمردين.", ("ACCUSE", "KEN", "UGA")),
        ("واتهم مسؤولون عسكريون كينيون أوغندا بدعم المتمردين.", ("ACCUSE", "KEN", "UGA")),
        ("شكر رئيس جمهورية الشيشان كينيا على دعمها.", ("SUPPORT", "RUS", "KEN")),
    ],
)
def test_officials_of_a_place_act_for_its_state(text: str, event: Deed) -> None:
    assert told(text) == {event}


@pytest.mark.parametrize(
    "text",
    [
        "زار الرئيس الكيني مومباسا.",
        "غادر السفير النرويجي مومباسا.",
        "وصل الوزير جدة أمس.",
        "زار رئيس الوزراء الكيني مومباسا وتفقد الميناء.",
    ],
)
def test_a_place_behind_a_title_with_its_article_is_where_he_goes(text: str) -> None:
    assert not told(text)


def test_a_minister_visits_the_place_behind_his_title() -> None:
    assert told("زار وزير الخارجية النرويجي مومباسا.") == {("CONSULT", "NOR", "KEN")}


def test_who_presides_over_a_part_of_a_state_is_no_head_of_state() -> None:
    (meeting,) = read(
        "التقى الرئيس الكيني رئيس جمهورية الشيشان رمضان قديروف.", language="ar"
    ).engagements
    assert meeting.sides == ("KEN", "RUS")
    assert [p.office for p in meeting.participants if p.side == "RUS"] == ["official"]
