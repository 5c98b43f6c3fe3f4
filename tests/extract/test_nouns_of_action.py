"""Arabic nouns of action with a doer and an object, and what does not deny them."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, read

told = partial(deeds, language="ar")


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
def test_a_noun_of_action_has_a_doer_and_an_object(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "قصف غزة جريمة إسرائيلية.",
        "بعد دعوة الرئيس الكيني أربع دول إلى القمة.",
        "دعم بيرو للتعاون مع تشيلي مستمر.",
    ],
)
def test_without_an_object_it_has_none(text: str) -> None:
    types = {kind for kind, *_ in told(text, statuses=None)}
    assert not types & {"ASSAULT", "COERCE", "REQUEST"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("تحسن الجيش، لا سيما بعد تقديم كندا أسلحة لكينيا.", ("AID", "CAN", "KEN")),
        ("طائرات أميركية من دون طيار شنت غارة في الصومال.", ("ASSAULT", "USA", "SOM")),
        ("ستجتمع اللجنة غدا في ظل اعتراض غانا على ترشيح توغو.", ("REJECT", "GHA", "TGO")),
    ],
)
def test_what_seems_to_deny_or_to_put_off_does_not(text: str, event: Deed) -> None:
    assert event in told(text)


def test_a_thing_of_two_is_that_of_the_last_two() -> None:
    text = "قالت روسيا إن كينيا وأوغندا تتعاونان بعد مشاركتهما في مناورات مع تنزانيا."
    events = told(text, statuses=None)
    drills = {(source, target) for kind, source, target in events if kind == "COOPERATE"}
    assert {("KEN", "TZA"), ("UGA", "TZA")} <= drills
    assert not any("RUS" in pair for pair in drills)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("طردت بوليفيا السفير بعد أن اتهمت بيرو بالتجسس.", ("ACCUSE", "BOL", "PER")),
        ("فشلت المحادثات التي عقدتها كينيا مع السودان.", ("CONSULT", "KEN", "SDN")),
        ("تسلمت كينيا مروحيات من تركيا.", ("AID", "TUR", "KEN")),
        ("ملك ماليزيا يبحث ووزير الدفاع البولندي أمن الملاحة", ("CONSULT", "MYS", "POL")),
        ("وزير الخارجية الروسي في نيروبي لبحث صفقة القمح", ("CONSULT", "RUS", "KEN")),
    ],
)
def test_who_does_it_stands_elsewhere(text: str, event: Deed) -> None:
    kind, *sides = event
    assert any(e[0] == kind and {*e[1:]} == {*sides} for e in told(text))


def test_a_banquet_leaves_talks_what_they_were() -> None:
    text = "استقبل أمير قطر في الدوحة أمس الرئيس التنزاني. وقد أقام الأمير مأدبة عشاء لضيفه."
    assert {e.kind for e in read(text, "ar").engagements} == {"meeting"}


def test_a_headline_of_talks_names_no_visit() -> None:
    text = "استقبل الملك سلمان أمس في جدة وزير خارجية كينيا لبحث التعاون."
    read_so = read(text, "ar", title="الملك سلمان يبحث مع وزير خارجية كينيا تعزيز التعاون")
    assert {e.kind for e in read_so.engagements} == {"meeting"}


def test_a_clause_on_forces_without_an_article_tells_what_they_did() -> None:
    events = told("أسقطت الدفاعات الكينية مسيرات أوغندية عبرت أجواء تنزانيا.", statuses=None)
    assert ("ASSAULT", "KEN", "UGA") in events
    assert not any(sides == ["KEN", "TZA"] for _, *sides in events)


def test_a_verb_that_ends_a_headline_has_nobody_beside_it() -> None:
    assert read("ملك ماليزيا يبحث", "ar").events == ()
