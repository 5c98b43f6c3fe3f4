"""Whose a thing is by words of belonging alone; who did the attack that led to deaths."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds

told = partial(deeds, language="ar")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # safīna tābiʿa li-l-baḥriyya, "a ship of the Chinese navy stopped a Philippine boat"
        (
            "اعترضت سفينة تابعة للبحرية الصينية قارب صيد فلبينيا.",
            ("COERCE", "CHN", "PHL"),
        ),
        # shāḥināt taʿūdu li-sharikāt, "trucks that belong to Congolese firms"
        ("صادرت السلطات الزامبية شاحنات تعود لشركات كونغولية.", ("COERCE", "ZMB", "COD")),
        # safīnat ṣayd mamlūka li-sharika, "a fishing boat owned by a Spanish firm"
        (
            "أوقفت البحرية السنغالية سفينة صيد مملوكة لشركة إسبانية.",
            ("COERCE", "SEN", "ESP"),
        ),
        # ṭāʾira tābiʿa, "a plane of the Qatari air force, laden with tents"
        (
            "حطت في مطار مابوتو طائرة تابعة للقوات الجوية القطرية محملة بـ40 طنا من الخيام.",
            ("AID", "QAT", "MOZ"),
        ),
    ],
)
def test_things_of_somebody(text: str, event: Deed) -> None:
    assert event in told(text)


def test_people_of_a_mission_are_still_who_they_are() -> None:
    # ṭard muwaẓẓafīn tābiʿīn li-biʿthat an-Narwīj, "the expulsion of staff of Norway's mission"
    text = "قررت الخارجية الروسية طرد موظفين تابعين لبعثة النرويج لدى موسكو."
    assert ("SANCTION", "RUS", "NOR") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # mā addā ilā maqtal, "which led to the death of two Polish doctors"
        (
            "قصفت روسيا مستشفى في خاركيف، ما أدى إلى مقتل طبيبين بولنديين.",
            ("ASSAULT", "RUS", "POL"),
        ),
        # asfarat ʿan maqtal, "a raid that left three Iranian advisers dead"
        (
            "شنت إسرائيل غارة على دمشق أسفرت عن مقتل ثلاثة مستشارين إيرانيين.",
            ("ASSAULT", "ISR", "IRN"),
        ),
        (
            "قصفت إسرائيل بلدة لبنانية، ما أسفر عن إصابة جندي فرنسي في قوات اليونيفيل.",
            ("ASSAULT", "ISR", "FRA"),
        ),
    ],
)
def test_whom_an_attack_led_to_the_death_of(text: str, event: Deed) -> None:
    assert event in told(text)
    assert not {e for e in told(text) if e[0] == "ASSAULT" and e[1] != event[1]}


def test_mishap_of_which_the_sentence_tells_too() -> None:
    # wa-addā ḥādith, "and an accident in Poland led to the death of a German driver"
    text = "قصفت روسيا كييف، وأدى حادث في بولندا إلى مقتل سائق ألماني."
    assert told(text) == {("ASSAULT", "RUS", "UKR")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        # qabla an yazūr, "before he visited Egypt"
        ("التقى الوزير الألماني نظيره الأردني قبل أن يزور مصر.", ("CONSULT", "DEU", "EGY")),
        ("سيلتقي الوزير الألماني نظيره الأردني قبل أن يزور مصر.", ("AGREE", "DEU", "EGY")),
    ],
)
def test_what_was_done_next(text: str, event: Deed) -> None:
    assert {e for e in told(text) if e[2] == "EGY"} == {event}


def test_those_freed_are_no_visitors() -> None:
    # wa-waṣala l-mufraj ʿanhum, "and those freed arrived in Aden"
    text = "أفرجت السلطات الإريترية عن صيادين يمنيين، ووصل المفرج عنهم أمس إلى عدن."
    assert told(text) == {("RETREAT", "ERI", "YEM")}


def test_whole_plural_owns_no_embassy() -> None:
    # mutaẓāhirūna l-qunṣuliyya t-turkiyya, "protesters burned the Turkish consulate in Erbil"
    assert told("أحرق متظاهرون القنصلية التركية في أربيل.") == {("PROTEST", "IRQ", "TUR")}
