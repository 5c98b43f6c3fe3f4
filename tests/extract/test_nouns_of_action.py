"""Arabic nouns of action with a doer and an object, and what does not deny them."""

import pytest

from tests.extract.reading import read


def told(text: str) -> set[tuple[str, str | None, str | None, str]]:
    return {(e.type, e.source, e.target, e.status) for e in read(text, "ar").events}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أعلنت لندن ذلك بعد احتجاز إريتريا صحفيا كينيا.", ("COERCE", "ERI", "KEN")),
        ("أثار اعتقال السلطات التشادية طيارا سودانيا أزمة.", ("COERCE", "TCD", "SDN")),
        ("عقدت القمة بعد قصف السودان شرق تشاد.", ("ASSAULT", "SDN", "TCD")),
        ("جاء الرد إثر دعم إيران الحوثيين بالصواريخ.", ("SUPPORT", "IRN", "YEM")),
        ("قطع غانا علاقاتها مع توغو يقلق الجيران", ("SANCTION", "GHA", "TGO")),
        ("سحب كينيا سفيرها من الصومال", ("SANCTION", "KEN", "SOM")),
    ],
)
def test_a_noun_of_action_has_a_doer_and_an_object(text: str, event: tuple[str, str, str]) -> None:
    assert (*event, "happened") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "قصف غزة جريمة إسرائيلية.",
        "بعد دعوة الرئيس الكيني أربع دول إلى القمة.",
        "دعم بيرو للتعاون مع تشيلي مستمر.",
    ],
)
def test_without_an_object_it_has_none(text: str) -> None:
    types = {kind for kind, *_ in told(text)}
    assert not types & {"ASSAULT", "COERCE", "REQUEST"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("تحسن الجيش، لا سيما بعد تقديم كندا أسلحة لكينيا.", ("AID", "CAN", "KEN")),
        ("طائرات أميركية من دون طيار شنت غارة في الصومال.", ("ASSAULT", "USA", "SOM")),
        ("ستجتمع اللجنة غدا في ظل اعتراض غانا على ترشيح توغو.", ("REJECT", "GHA", "TGO")),
    ],
)
def test_what_seems_to_deny_or_to_put_off_does_not(text: str, event: tuple[str, str, str]) -> None:
    assert (*event, "happened") in told(text)


def test_a_thing_of_two_is_that_of_the_last_two() -> None:
    events = told("قالت روسيا إن كينيا وأوغندا تتعاونان بعد مشاركتهما في مناورات مع تنزانيا.")
    drills = {(source, target) for kind, source, target, _ in events if kind == "COOPERATE"}
    assert {("KEN", "TZA"), ("UGA", "TZA")} <= drills
    assert not any("RUS" in pair for pair in drills)
