"""What goes on or no longer does, names in quotation marks, summits that others host."""

import pytest

from tests.extract.reading import read


def told(text: str, language: str = "ar") -> set[tuple[str, str, str | None, str]]:
    """Type, source, target and status of each event."""
    return {(e.type, e.source, e.target, e.status) for e in read(text, language).events}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "أكد رئيس كندا أن بلاده لا تزال ترفض مطالب بيرو.",
            ("REJECT", "CAN", "PER", "happened"),
        ),
        ("لا تزال كندا تدعم هايتي.", ("SUPPORT", "CAN", "HTI", "happened")),
        ("قال الوزير إن كندا لا تدعم هايتي.", ("SUPPORT", "CAN", "HTI", "denied")),
        ("لم تعد كندا تدعم هايتي.", ("SUPPORT", "CAN", "HTI", "denied")),
    ],
)
def test_still_and_no_longer(text: str, event: tuple[str, str, str, str]) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "دعا رئيس تشاد «الإيقاد» والاتحاد الأفريقي والأمم المتحدة إلى المساعدة.",
            {"IGA", "AFU", "UNO"},
        ),
        (
            "دعا وزير خارجية كينيا «حلف شمال الأطلسي» و«الاتحاد الأوروبي» إلى التدخل.",
            {"NAT", "EUR"},
        ),
    ],
)
def test_the_name_of_a_body_in_quotation_marks(text: str, targets: set[str]) -> None:
    assert {t for kind, _, t, _ in told(text) if kind == "REQUEST"} == targets


@pytest.mark.parametrize(
    "text",
    [
        "حضر الوزير قمة في نيروبي تستضيفها الأمم المتحدة.",
        "التقى الوزيران في فندق في ليما على هامش قمة تستضيفها رابطة دول جنوب شرق آسيا.",
    ],
)
def test_who_hosts_a_summit_somewhere_meets_nobody_by_that(text: str) -> None:
    assert not read(text, "ar").engagements


def test_the_two_sides_of_a_clash_are_not_those_who_met() -> None:
    text = "التقى وزير خارجية غانا نظيره الكيني. ووقعت اشتباكات عنيفة بين الطرفين في محيط القرية."
    assert "ASSAULT" not in {kind for kind, *_ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "غادر رئيس غانا نيروبي بعد أن أجرى مباحثات مع رئيس كينيا.",
        "قال الوزير إن الوضع تغير منذ أن التقى رئيس كينيا رئيس غانا.",
        "عاد رئيس كينيا بعد أن شارك في محادثات مع رئيس غانا.",
    ],
)
def test_the_past_behind_that_happened(text: str) -> None:
    assert ("CONSULT", "GHA", "KEN", "happened") in {
        (kind, *sorted(filter(None, pair)), status) for kind, *pair, status in told(text)
    }


@pytest.mark.parametrize(
    "text",
    [
        "من المقرر أن يجري وزير خارجية كينيا مباحثات مع نظيره الغاني.",
        "يتوقع أن يلتقي رئيس كينيا رئيس غانا.",
    ],
)
def test_the_present_behind_that_is_still_to_come(text: str) -> None:
    assert "CONSULT" not in {kind for kind, *_ in told(text)}


def test_what_the_world_must_do_is_asked_of_no_state() -> None:
    assert not told("قال رئيس بيرو إن على العالم زيادة الضغط على كوبا.")
    assert told("قال رئيس بيرو إن على كوبا الانسحاب من هايتي.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أعلنت كندا وبيرو وكوبا فرض عقوبات على هايتي.", "SANCTION"),
        ("أعلنت كندا وبيرو وكوبا الاعتراف بدولة هايتي.", "SUPPORT"),
        ("أكدت كندا وبيرو وكوبا دعم هايتي.", "SUPPORT"),
    ],
)
def test_each_of_several_who_announce_a_deed_does_it(text: str, kind: str) -> None:
    done = {(source, target) for k, source, target, _ in told(text) if k == kind}
    assert done == {("CAN", "HTI"), ("PER", "HTI"), ("CUB", "HTI")}
