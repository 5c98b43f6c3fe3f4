"""Which of two days in a sentence is that of a contact; stories are of 10 January 2024."""

import pytest

from tests.extract.reading import read

DAYS = [
    # What was said on a day is told behind "that" with a day of its own.
    ("ar", "ذكرت الخارجية البيروفية أمس أن الوزير اجتمع بنظيره التشيلي يوم الاثنين.",
     "meeting", "08"),
    ("ar", "أكدت الخارجية النرويجية الثلاثاء أن الوزير سيلتقي نظيره الأردني الأحد المقبل.",
     "meeting", "14"),
    ("en", "Peru's foreign ministry said on Tuesday that its minister met his Chilean counterpart "
     "on Monday.", "meeting", "08"),
    # Nothing else is told: it was then.
    ("ar", "ذكرت الخارجية البيروفية أمس أن الوزير اجتمع بنظيره التشيلي في ليما.", "meeting", "09"),
    # The day in the clause that tells of a noun is the noun's.
    ("ar", "أشاد الوزير اليوم بالمحادثات التي جرت الاثنين بين رئيسي وزراء اليابان وبنغلاديش.",
     "meeting", "08"),
    ("ar", "تطرق الوزير اليوم إلى لقاء عقد الاثنين في طوكيو بين وزيري خارجية اليابان وبنغلاديش.",
     "meeting", "08"),
    ("ar", "بحث الوزير أمس الترتيبات للقمة التي ستعقد في 20 يناير بين رئيسي وزراء اليابان "
     "وبنغلاديش.", "summit", "20"),
    # A comma ends what went before.
    ("ar", "بعد لقائه الرئيس الغاني الأحد، وصل رئيس السنغال أمس إلى نيروبي.", "visit", "09"),
    ("ar", "بعد لقائه الرئيس الغاني الأحد، وصل رئيس السنغال أمس إلى نيروبي.", "meeting", "07"),
    ("en", "After a meeting with Ghana's president on Sunday, Senegal's president arrived in "
     "Nairobi on Tuesday.", "visit", "09"),
    # A weekday of what was done is not that of what is to come.
    ("ar", "وصل وزير الاقتصاد النمساوي إلى مسقط الأحد، وسيلتقي السلطان العماني.", "visit", "07"),
    ("ar", "وصل وزير الاقتصاد النمساوي إلى مسقط الأحد، وسيلتقي السلطان العماني.", "meeting", None),
    ("ar", "وصل وزير الاقتصاد النمساوي إلى مسقط الثلاثاء، ويلتقي السلطان العماني غدا الخميس.",
     "meeting", "11"),
    ("ar", "سيلتقي وزير الاقتصاد النمساوي السلطان العماني الأحد في مسقط.", "meeting", "14"),
    ("ar", "قال وزير الاقتصاد النمساوي إنه سيلتقي السلطان العماني الأحد في مسقط.", "meeting", "14"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "day"), DAYS)
def test_a_contact_has_its_own_day(language: str, text: str, kind: str, day: str | None) -> None:
    [found] = [e for e in read(text, language).engagements if e.kind == kind]
    told = None if found.date is None else f"{found.date.earliest:%d}"
    assert told == day


def test_two_days_near_the_story_are_both_meant() -> None:
    """«اليوم وغدا» (al-yawm wa-ghadan), "today and tomorrow"."""
    [visit] = read("يزور وزير خارجية فنلندا كاتماندو اليوم وغدا.", "ar").engagements
    assert visit.date is not None
    assert [d.day for d in (visit.date.earliest, visit.date.latest)] == [10, 11]


def test_the_setting_of_what_is_said_is_not_that_of_its_saying() -> None:
    """«أكد خلال لقاء مع نظيره أن الخطة التي اعتمدت خلال الزيارة».

    (akkada khilāl liqāʾ maʿa naẓīrihi anna l-khiṭṭa llatī ʿtumidat khilāl az-ziyāra, "he stressed
    while meeting his counterpart that the plan adopted during the visit".)
    """
    text = (
        "أكد وزير خارجية غانا خلال لقاء مع نظيره الكوبي أن الخطة اعتمدت خلال زيارة الرئيس الغاني "
        "إلى تونس في أبريل الماضي."
    )
    places = {e.sides: e.place and e.place.country for e in read(text, "ar").engagements}
    assert places[("CUB", "GHA")] != "TUN"
    assert places[("GHA", "TUN")] == "TUN"


def test_a_meeting_that_somebody_held_is_read() -> None:
    """«اجتماع عقده الوزير مع نظيره» (ijtimāʿ ʿaqadahu l-wazīr maʿa naẓīrihi)."""
    text = "جاء ذلك خلال اجتماع عقده وزير خارجية بيرو مع نظيره التشيلي في ليما."
    [met] = read(text, "ar").engagements
    assert (met.kind, met.sides) == ("meeting", ("CHL", "PER"))


def test_what_another_of_its_kind_comes_after_has_no_day_of_the_news() -> None:
    """«زيارة الرئيس بعد زيارة الرئيس» (ziyārat ar-raʾīs baʿda ziyārat ar-raʾīs)."""
    text = "وتأتي زيارة الرئيس الفنلندي إلى سلطنة عمان بعد زيارة الرئيس القبرصي إلى سلطنة عمان."
    days = {e.sides: e.date and e.date.earliest.day for e in read(text, "ar").engagements}
    assert days == {("FIN", "OMN"): 10, ("CYP", "OMN"): None}
    [came] = read(
        "قال الرئيس القبرصي بعد زيارة إلى سلطنة عمان إن العلاقات متينة.", "ar"
    ).engagements
    assert came.date is not None
