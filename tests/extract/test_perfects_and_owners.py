"""Arabic verbs that «قد» makes sure, and offices told as somebody's by a pronoun."""

import pytest

from tests.extract.reading import read

OUTCOMES: dict[str, tuple[str, str] | None] = {
    # wa-qad ittafaqa, "and they have agreed", where they meet and of those who have not met
    "التقى وزير خارجية كينيا نظيره الغاني في أكرا. وقد اتفق الجانبان على فتح خط جوي.": (
        "agreement", "GHA KEN",
    ),
    "وقد اتفق رئيسا كينيا وغانا على فتح خط جوي، بحسب خبير في النقل.": None,
    # qad tattafiq, "may agree"
    "التقى وزير خارجية كينيا نظيره الغاني في أكرا. قد تتفق كينيا وغانا على فتح خط جوي.": None,
    # al-muqarrar an tuwaqqiʿa, "due to sign"; akkada anna tawaqquʿ, "said that the expectation"
    "من المقرر أن توقع بيرو وتشيلي اتفاقية للصيد.": ("plan", "CHL PER"),
    "أكد وزير مالية بيرو أن توقع تشيلي للنمو خاطئ.": None,
    # kāna qad abrama, "had concluded"
    "كان رئيس بيرو قد أبرم اتفاقا مع تشيلي.": None,
    # bi-daʿwa min raʾīsihā, "at the invitation of its president"
    "يقوم رئيس كرواتيا بزيارة إلى كازاخستان بدعوة من رئيسها.": ("invitation", "KAZ"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), OUTCOMES.items())
def test_outcomes(text: str, told: tuple[str, str] | None) -> None:
    found = [(o.kind, " ".join(o.parties)) for o in read(text, "ar").outcomes]
    assert found == ([told] if told else [])


MEETINGS = {
    # wa-ltaqā raʾīsahā, "and met its president"
    "زار رئيس كرواتيا كازاخستان والتقى رئيسها.": "HRV KAZ",
    "زار وزير خارجية غانا كينيا حيث التقى رئيسها وليام روتو.": "GHA KEN",
    # wa-wazīr khārijiyyatihā, "and its foreign minister"
    "استقبل ملك الأردن رئيسة مولدوفا ووزير خارجيتها.": "JOR MDA",
    # ijtimāʿ ḍamma, "a meeting that gathered"; liqāʾ jamaʿa, "a meeting that brought together"
    "عقد في جنيف اجتماع ضم وزير خارجية غانا ووزيرة خارجية النرويج.": "GHA NOR",
    "شهد القصر لقاء جمع رئيس الوزراء الماليزي والرئيس الكيني.": "KEN MYS",
    # as-safīr al-kūrī ladā l-Kuwayt, "the Korean ambassador to Kuwait"
    "التقى السفير الكوري لدى الكويت وزير الصحة في مكتبه.": "KOR KWT",
    "استقبل وزير التجارة أحمد الراشد السفير الهندي لدى قطر.": "IND QAT",
    # kāna l-wazīru baḥatha maʿa, "the minister had discussed with"
    "وكان وزير الدفاع الكيني بحث مع نظيره الغاني التدريب.": "GHA KEN",
    # wa-qad iltaqā, "and he has met"
    "وقد التقى رئيس كينيا رئيس غانا في أكرا.": "GHA KEN",
}


@pytest.mark.parametrize(("text", "sides"), MEETINGS.items())
def test_meetings(text: str, sides: str) -> None:
    met = [" ".join(e.sides) for e in read(text, "ar").engagements if e.kind == "meeting"]
    assert met == [sides]


def test_a_call_that_had_been_made_is_not_of_the_day() -> None:
    text = "أعربت مصر اليوم عن قلقها. وكان الوزير سامح شكري قد أجرى اتصالا مع رئيس وزراء لبنان."
    (call,) = read(text, "ar").engagements
    assert (call.kind, call.date) == ("call", None)


def test_what_a_place_hosts_is_held_there() -> None:
    (held,) = read("احتضنت الدوحة اجتماعا بين وزيري خارجية أرمينيا وأذربيجان.", "ar").engagements
    assert held.place is not None
    assert (held.sides, held.place.city) == (("ARM", "AZE"), "Doha")


def test_a_sentence_that_turns_to_a_country_tells_of_its_ministers() -> None:
    text = "وفي كندا، أعلن وزير الدفاع إرسال مدافع إلى أوكرانيا."
    (pledge,) = read(text, "ar").outcomes
    assert (pledge.parties, pledge.to) == (("CAN",), ("UKR",))
    assert not read("وفي أكرا، أعلن وزير الدفاع إرسال مدافع إلى أوكرانيا.", "ar").outcomes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # fī ʿAmmān ams, "in Amman yesterday"; ʿUmān al-yawm, "Oman Today", is a paper
        ("التقى وزير خارجية غانا نظيره الأردني في عمان أمس.", "2024-01-09"),
        ("التقى وزير خارجية غانا نظيره الروسي في روسيا أول من أمس.", "2024-01-08"),
        # 26 jumādā l-ākhira 1445, one day off by the table, al-muwāfiq 9 yanāyir
        ("زار رئيس كينيا أكرا يوم 26 جمادى الآخرة 1445هـ الموافق 9 يناير 2024.", "2024-01-09"),
        ("زار رئيس كينيا أكرا يوم 9 يناير 2024 الموافق 26 جمادى الآخرة 1445هـ.", "2024-01-09"),
    ],
)  # fmt: skip
def test_days(text: str, day: str) -> None:
    (met,) = read(text, "ar").engagements
    assert met.date is not None
    assert (str(met.date.earliest), str(met.date.latest)) == (day, day)
