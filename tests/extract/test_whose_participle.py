"""Of whom a participle at the end tells, and who is met under the title of an organisation."""

from functools import partial

import pytest

from tests.extract.reading import Deed, deeds, read

told = partial(deeds, language="ar")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قال الرئيس الكيني إن أوغندا قصفت مواقع كينية، مهددة رواندا.", ("THREATEN", "UGA", "RWA")),
        ("أضاف ماكرون أن روسيا قصفت مواقع كينية، مهددة أوغندا.", ("THREATEN", "RUS", "UGA")),
        (
            "قالت وزارة الخارجية الكينية إن الرئيس الأوغندي زار رواندا، متهما النرويج بالكذب.",
            ("ACCUSE", "UGA", "NOR"),
        ),
        (
            "قال الجيش الكيني إن أوغندا قصفت مواقعه، متهما رواندا بدعم الهجوم.",
            ("ACCUSE", "KEN", "RWA"),
        ),
        ("قالت كينيا إن أوغندا قصفت مواقعها، متهمة رواندا بدعم الهجوم.", ("ACCUSE", "KEN", "RWA")),
    ],
)
def test_a_participle_tells_of_him_or_her_whose_gender_it_has(text: str, event: Deed) -> None:
    spoken = {deed for deed in told(text) if deed[0] == event[0]}
    assert spoken == {event}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "وبحسب الرئيس الكيني، فإن القوات تتقدم، متهما رواندا بدعم المتمردين.",
            ("ACCUSE", "KEN", "RWA"),
        ),
        (
            "وحسب وزير الدفاع الكيني فإن الوضع يتدهور، داعيا أوغندا إلى سحب قواتها.",
            ("REQUEST", "KEN", "UGA"),
        ),
        (
            "ووفقا لوزارة الخارجية النرويجية، فإن المحادثات تتقدم، مشيدة بدور كينيا.",
            ("SUPPORT", "NOR", "KEN"),
        ),
        (
            "وبحسب الرئيس الكيني، فإن أوغندا قصفت مواقع كينية، مهددة رواندا.",
            ("THREATEN", "UGA", "RWA"),
        ),
    ],
)
def test_a_participle_goes_on_with_who_is_cited_at_the_beginning(text: str, event: Deed) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "وبحسب صحيفة الغد، فإن القوات تتقدم، متهمة رواندا بدعم المتمردين.",
        "وبحسب الرئيس الكيني، فإن القوات تتقدم، وقال مصدر إن الوضع خطير، متهما رواندا بالكذب.",
    ],
)
def test_a_participle_is_of_nobody_where_others_are_cited(text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("استقبل الرئيس الكيني الأمين العام لجامعة الدول العربية أحمد أبو الغيط.", "KEN LAS"),
        ("استقبل الرئيس الكيني رئيسة المفوضية الأوروبية أورسولا فون دير لاين.", "EUR KEN"),
        ("التقى وزير الخارجية النرويجي الأمين العام للناتو ينس ستولتنبرغ.", "NAT NOR"),
        ("التقى الرئيس الكيني وليام روتو الأمين العام لمنظمة التعاون الإسلامي.", "KEN OIC"),
        ("استقبل الرئيس السنغالي رئيس الاتحاد الأفريقي ماكي سال الوزير الكيني.", "KEN SEN"),
        ("التقى الرئيس السنغالي ماكي سال رئيس الاتحاد الأفريقي الوزير الكيني.", "KEN SEN"),
    ],
)
def test_who_heads_an_organisation_is_another_than_the_president(text: str, sides: str) -> None:
    met = read(text, language="ar").engagements
    assert [" ".join(g.sides) for g in met] == [sides]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("أعرب الرئيس الكيني، عن تقديره للدور الذي تضطلع به النرويج.", ("SUPPORT", "KEN", "NOR")),
        ("أعربت كينيا عن تقديرها لما تقوم به النرويج من جهود.", ("SUPPORT", "KEN", "NOR")),
    ],
)
def test_thanks_are_for_whose_deed_is_described(text: str, event: Deed) -> None:
    assert event in told(text)
